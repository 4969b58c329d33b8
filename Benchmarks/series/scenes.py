"""The clients: rendered once, kept under .build and used again while the phantom stays what it is."""
from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from accuracy.photos import ROOT, hash_of_files

from . import truth
from .truth import TrueClient, TruePhoto, apply

STORE = ROOT / ".build" / "series"
SOURCES = [ROOT / name for name in (
    "Sources/Phantom", "Sources/SteadyMath", "Sources/HealingCurve", "Sources/CImageCodecs",
    "Sources/scalpline/PhantomCommand.swift", "Sources/scalpline/PhantomFaultOptions.swift")]
SKINS = ("fair", "medium", "brown")
DAYS = (-1, 0, 1, 3, 7, 14, 21, 28, 60, 90, 180, 365)
SIZE = (1000, 750)
SCALE = 14.0
STUBBLE = 15.0
"""Shaved hairs per cm²."""
HEAD_RADIUS = 90.0
PATCH_SHARE = 0.16
SEEDS = {"flat": 8100, "head": 8200, "patch": 8300, "wide": 8400, "near": 8100, "large": 8500}
"""`near` are the flat clients at twice the scale: the same scenes from the same draws."""
SHARED_PART = 0.3
MADE_OF = "made-of.txt"
"""Options of a client beside its photos: another choice of days renders it anew."""
KINDS = ("mirrored", "turned", "nearer", "shared30")


def clients(tool: Path, kind: str, count: int, *options: str, size: tuple[int, int] = SIZE,
            scale: float = SCALE, days: tuple[int, ...] = DAYS) -> list[TrueClient]:
    """Renders clients of one kind where they are not there yet."""
    return [client(tool, kind, number, SEEDS[kind] + number, SKINS[number % len(SKINS)], days, *options,
                   size=size, scale=scale) for number in range(count)]


def client(tool: Path, kind: str, number: int, seed: int, skin: str, days: tuple[int, ...], *options: str,
           size: tuple[int, int] = SIZE, scale: float = SCALE) -> TrueClient:
    """Renders one client where it is not there yet."""
    name = f"{kind}-{number}"
    words = ["--seed", str(seed), "--skin", skin, "--days", ",".join(map(str, days)),
             "--width", str(size[0]), "--height", str(size[1]), "--scale", str(scale), "--stubble", str(STUBBLE),
             *options]
    folder = STORE / hash_of_files(SOURCES) / kind / name
    made = " ".join(words)
    if not folder.exists() or _made_of(folder) != made:
        shutil.rmtree(folder, ignore_errors=True)
        unfinished = folder.with_name(name + "-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        subprocess.run([tool, "phantom", "client", "--output", unfinished, *words], check=True,
                       stdout=subprocess.DEVNULL)
        (unfinished / MADE_OF).write_text(made, encoding="utf-8")
        unfinished.rename(folder)
    return truth.read(folder)


def _made_of(folder: Path) -> str | None:
    path = folder / MADE_OF
    return path.read_text(encoding="utf-8") if path.exists() else None


def pairs(tool: Path, flat: list[TrueClient], per_client: int) -> dict[str, list[TrueClient]]:
    """Clients of two photos each, the second one changed: mirrored, upside down, twice as near, sharing little."""
    near = clients(tool, "near", len(flat), size=(2 * SIZE[0], 2 * SIZE[1]), scale=2 * SCALE)
    wide = clients(tool, "wide", len(flat), size=(1800, SIZE[1]))
    width, height = SIZE
    folder = flat[0].folder.parent.parent / "pairs"
    out: dict[str, list[TrueClient]] = {kind: [] for kind in KINDS}
    flip = np.array([[-1.0, 0, width - 1], [0, 1, 0], [0, 0, 1]])
    turn = np.array([[-1.0, 0, width - 1], [0, -1, height - 1], [0, 0, 1]])
    for client, close, broad in zip(flat, near, wide):
        for first, second in _visits(client, per_client):
            plain = (client, client.photos[first], np.eye(3))
            label = f"{client.name}-{first}-{second}"
            shift = np.array([[1.0, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
            other = broad.photos[second]
            edge = apply(other.map @ np.linalg.inv(broad.photos[first].map),
                         np.array([[(1 - SHARED_PART) * width, height / 2]]))[0]
            left = float(np.clip(round(edge[0]), 0, other.width - width))
            aside = np.array([[1.0, 0, -left], [0, 1, 0], [0, 0, 1]])
            out["mirrored"].append(_pair(folder / f"mirrored-{label}", plain, (client, client.photos[second], flip)))
            out["turned"].append(_pair(folder / f"turned-{label}", plain, (client, client.photos[second], turn)))
            out["nearer"].append(_pair(folder / f"nearer-{label}", plain, (close, close.photos[second], shift)))
            out["shared30"].append(_pair(folder / f"shared30-{label}", (broad, broad.photos[first], np.eye(3)),
                                         (broad, other, aside)))
    return out


def _visits(client: TrueClient, count: int) -> Iterator[tuple[int, int]]:
    """Pairs of visits after the session, near and far in time by turns."""
    last = len(client.photos) - 1
    for number in range(count):
        first = 1 + number % (last - 1)
        yield first, min(last, first + 1 + number % 4)


Changed = tuple[TrueClient, TruePhoto, np.ndarray]


def _pair(folder: Path, one: Changed, other: Changed) -> TrueClient:
    """Writes a client of two photos, each through a map of its pixels; the maps take pixels to pixels."""
    names = ("first.jpg", "second.jpg")
    photos = [photo.changed(step, name, *SIZE) for (_, photo, step), name in zip((one, other), names)]
    if not folder.exists():
        unfinished = folder.with_name(folder.name + "-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        lines = ["sessions:", f"  - {_session(one[1])}", "photos:"]
        for (client, photo, step), name in zip((one, other), names):
            picture = cv2.imread(str(client.folder / photo.file), cv2.IMREAD_COLOR)
            moved = cv2.warpAffine(picture, step[:2], SIZE, flags=cv2.INTER_NEAREST)
            cv2.imwrite(str(unfinished / name), moved, [cv2.IMWRITE_JPEG_QUALITY, 96])
            scale = photo.scale
            lines.append(f"  {name}: {{taken: {photo.taken[:16]}, pixelsPerMillimetre: {scale:.2f}}}")
        (unfinished / "client.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        unfinished.rename(folder)
    return TrueClient(folder.name, folder, photos)


def _session(photo: TruePhoto) -> str:
    import datetime
    taken = datetime.datetime.fromisoformat(photo.taken)
    return (taken - datetime.timedelta(days=photo.day)).date().isoformat()


def save(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
