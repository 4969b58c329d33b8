"""The photos of the Swift benchmarks: one of each size in each format, and a batch."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import cv2

from . import scenes
from .jobs import Batch

SIZES = {1: (1200, 900), 3: (2000, 1500), 12: (4000, 3000), 48: (8000, 6000)}
SCALE, DENSITY = 20, 150
FOLDER = scenes.STORE / "suite"
BATCH = Batch("0.5 megapixels", 200, 20, 800, 600)


def prepare(program: Path) -> Path:
    """Makes what is missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for megapixels, size in SIZES.items():
        jpeg, png, heic = (FOLDER / f"{megapixels}mp.{format}" for format in ("jpg", "png", "heic"))
        if not jpeg.exists():
            jpeg.hardlink_to(scenes.Scene("", *size, SCALE, DENSITY).photo(program).path)
        if not png.exists():
            _finish(png, lambda unfinished: cv2.imwrite(
                str(unfinished), cv2.imread(str(jpeg)), [cv2.IMWRITE_PNG_COMPRESSION, 6]))
        if not heic.exists():
            _finish(heic, lambda unfinished: subprocess.run(
                ["heif-enc", "-q", "80", "-p", "preset=superfast", "-o", unfinished, jpeg], check=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    if not (FOLDER / "batch").exists():
        unfinished = FOLDER / "batch-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        for path in BATCH.paths(program):
            (unfinished / path.name).hardlink_to(path)
        unfinished.rename(FOLDER / "batch")
    return FOLDER


def _finish(path: Path, make) -> None:
    unfinished = path.with_stem(path.stem + "-unfinished")
    make(unfinished)
    unfinished.rename(path)
