"""The sets of photos: rendered once, kept under .build and used again while the phantom stays what it is."""
from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import tool, truth
from .truth import Truth

ROOT = Path(__file__).resolve().parents[2]
STORE = ROOT / ".build" / "accuracy"
SIZE = (1200, 900)
TRAINING_SIZE = (800, 600)
"""Tuning goes over its photos again and again."""
SEEDS = {"train": 51, "test": 77, "series": 1077}
"""No client is in two of the splits."""
CLIENTS_SHARE = 5
PHOTOS_OF_A_CLIENT = 5
"""For so many photos that stand alone there is a client with so many: before, fresh, later."""
PHANTOM_SOURCES = ("Sources/Phantom", "Sources/SteadyMath", "Sources/HealingCurve", "Sources/CImageCodecs",
                   "Sources/scalpline/PhantomPhotosCommand.swift", "Sources/scalpline/PhantomPictureOptions.swift",
                   "Sources/scalpline/PhantomSwitches.swift")
"""What decides the bytes of a rendered photo."""


@dataclass(frozen=True)
class PhotoSet:
    """Photos of one kind, by the name that `scalpline phantom photos --set` knows."""

    name: str
    title: str


SETS = (
    PhotoSet("clean", "even daylight, nothing on the skin but dots"),
    PhotoSet("field", "stubble, long hairs, the head's rim and a wall behind"),
    PhotoSet("hard", "wild lamps and exposure, dark skin"),
    PhotoSet("far", "as field at 10 px/mm, dots of 0.2–0.4 mm"),
    PhotoSet("phone", "tone curve, sharpening, freckles, hairs end-on, blur, JPEG 80, wild light"),
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


@cache
def phantom_version() -> str:
    """One for the whole run, even where sources are edited meanwhile."""
    return hash_of_files(ROOT / source for source in PHANTOM_SOURCES)


@dataclass(frozen=True)
class Splits:
    """A set's photos: what peers are tuned on, and what everybody is judged by."""

    train: list[Truth]
    test: list[Truth]


def render(program: Path, photo_set: PhotoSet, train: int, test: int) -> Splits:
    """Renders a set where it is not there yet.

    - `train` and `test` photos stand alone, one in five of them from before treatment.
    - Clients with a series of photos are judged besides.
    """
    clients = max(1, test // CLIENTS_SHARE)
    jobs = (
        _options(photo_set, TRAINING_SIZE, train, "train"),
        _options(photo_set, SIZE, test, "test"),
        (*_options(photo_set, SIZE, clients, "series"), "--series", str(PHOTOS_OF_A_CLIENT)))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        folders = list(threads.map(lambda options: rendered(program, options), jobs))
    trained, alone, series = map(truth.read, folders)
    return Splits(trained, alone + series)


def _options(photo_set: PhotoSet, size: tuple[int, int], count: int, split: str) -> tuple[str, ...]:
    return ("--set", photo_set.name, "--width", str(size[0]), "--height", str(size[1]), "--count", str(count),
            "--seed", str(SEEDS[split]))


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


def rendered(
    program: Path, options: tuple[str, ...], store: Path = STORE / "photos", version: str | None = None
) -> Path:
    """The folder of photos at some options; rendered where it is not there yet.

    `version` is what the photos hang on besides the options; all of the phantom's sources if not given.
    """
    key = hashlib.sha256("\0".join((version or phantom_version(), *options)).encode()).hexdigest()[:16]
    folder = store / key
    if not folder.exists():
        unfinished = folder.with_name(key + "-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        tool.render(program, unfinished, options)
        unfinished.rename(folder)
    return folder
