"""The sets of photos: rendered once, kept under .build and used again while the phantom stays what it is."""
from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from . import tool, truth
from .truth import Truth

ROOT = Path(__file__).resolve().parents[2]
STORE = ROOT / ".build" / "accuracy"
SEEDS = {"train": 51, "test": 77}
"""Seeds of the two splits: no client is in both."""
SIZE = (1200, 900)
PHANTOM_SOURCES = ("Sources/Phantom", "Sources/SteadyMath", "Sources/HealingCurve", "Sources/CImageCodecs",
                   "Sources/scalpline/PhantomCommand.swift")
"""What decides the bytes of a rendered photo."""


@dataclass(frozen=True)
class PhotoSet:
    """Photos of one kind."""

    name: str
    title: str
    options: tuple[str, ...]
    """Options of `scalpline phantom photos`."""


SETS = (
    PhotoSet("clean", "even light, clear skin", ()),
    PhotoSet("field", "stubble, hairs, a wall behind", ("--stubble", "30")),
    PhotoSet("hard", "wild lamps and exposure, dark skin", ("--skin", "dark")),
    PhotoSet("far", "as field, 10 px/mm", ("--stubble", "30", "--scale", "10")),
    PhotoSet("phone", "tone curve, sharpening, freckles, blur, JPEG 80",
             ("--freckles", "3", "--blur", "1.4", "--quality", "80", "--half-chroma")),
)
SETS_WITHOUT_SCALE = ("field", "far")


def hash_of_files(paths: Iterable[Path]) -> str:
    """One short hash of files' names and bytes; folders stand for all that lies in them."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def phantom_version() -> str:
    return hash_of_files(ROOT / source for source in PHANTOM_SOURCES)


def photos(program: Path, photo_set: PhotoSet, split: str, count: int) -> list[Truth]:
    """A split's photos with what is true of them: `count` after treatment, and some before."""
    size = ("--width", str(SIZE[0]), "--height", str(SIZE[1]))
    out = _rendered(program, (*photo_set.options, *size, "--count", str(count), "--seed", str(SEEDS[split])))
    if split == "test":
        out += _rendered(program, (*photo_set.options, *size, "--count", str(max(2, count // 3)), "--before",
                                   "--seed", str(SEEDS[split] + 1000)))
    return out


def without_scale(truths: list[Truth]) -> list[Path]:
    """The same photos by links in a folder of their own, where no client.yaml tells their scale."""
    out = []
    for one in truths:
        link = one.folder.with_name(one.folder.name + "-bare") / one.file
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.exists():
            link.hardlink_to(one.path)
        out.append(link)
    return out


def _rendered(program: Path, options: tuple[str, ...]) -> list[Truth]:
    key = hashlib.sha256("\0".join((phantom_version(), *options)).encode()).hexdigest()[:16]
    folder = STORE / "photos" / key
    if not folder.exists():
        unfinished = folder.with_name(key + "-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        tool.render(program, unfinished, options)
        unfinished.rename(folder)
    return truth.read(folder)
