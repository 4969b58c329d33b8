"""Runs `scalpline analyze` and reads what it writes of a client."""
from __future__ import annotations

import csv
import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .truth import TrueClient, apply


@dataclass(frozen=True)
class Tracks:
    """Dots of the series that a photo shows, or does not."""

    tracks: np.ndarray
    """Numbers of the dots."""
    places: np.ndarray
    """n × 2 in pixels, nan unless seen."""
    states: np.ndarray


@dataclass(frozen=True)
class Analysed:
    """What is told of a client, by the names of its photos."""

    records: dict[str, dict]
    registrations: dict[str, dict]
    tracks: dict[str, Tracks]
    findings: list[dict]
    folder: Path

    def map(self, file: str) -> np.ndarray | None:
        """The photo's pixels to the anchor's, or None."""
        elements = self.registrations.get(file, {}).get("homography")
        return None if elements is None else np.array(elements).reshape(3, 3)

    def anchored(self, file: str, points: np.ndarray) -> np.ndarray | None:
        """A photo's pixels in the anchor's, homography and warp together."""
        matrix = self.map(file)
        if matrix is None:
            return None
        out = apply(matrix, points)
        name = self.registrations[file].get("warp")
        return out + warp(self.folder / name, points) if name else out

    @property
    def anchor(self) -> str | None:
        for file in self.registrations:
            matrix = self.map(file)
            if matrix is not None and np.allclose(matrix, np.eye(3)):
                return file
        return None


def warp(path: Path, points: np.ndarray) -> np.ndarray:
    """What a warp file adds to the homography at places of the photo: bilinear on its grid."""
    grid = json.loads(path.read_text(encoding="utf-8"))
    shape = (grid["rows"], grid["columns"])
    dx, dy = (np.array(grid[name]).reshape(shape) for name in ("dx", "dy"))
    x = np.clip((points[:, 0] - grid["left"]) / grid["step"], 0, shape[1] - 1)
    y = np.clip((points[:, 1] - grid["top"]) / grid["step"], 0, shape[0] - 1)
    c, r = x.astype(int).clip(0, max(0, shape[1] - 2)), y.astype(int).clip(0, max(0, shape[0] - 2))
    c1, r1 = np.minimum(c + 1, shape[1] - 1), np.minimum(r + 1, shape[0] - 1)
    u, v = x - c, y - r

    def mixed(values: np.ndarray) -> np.ndarray:
        upper = values[r, c] * (1 - u) + values[r, c1] * u
        lower = values[r1, c] * (1 - u) + values[r1, c1] * u
        return upper * (1 - v) + lower * v
    return np.column_stack([mixed(dx), mixed(dy)])


def analyse(tool: Path, clients: list[TrueClient], work: Path) -> tuple[dict[str, Analysed], float]:
    """Analyses clients together from nothing; and the seconds that it took."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "in").mkdir(parents=True)
    for client in clients:
        (work / "in" / client.name).symlink_to(client.folder)
    start = time.monotonic()
    run = subprocess.run([tool, "analyze", work / "in", "--output", work / "out", "--quiet"],
                         capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    if run.returncode not in (0, 3):
        raise SystemExit(f"scalpline analyze failed:\n{run.stderr}")
    return {client.name: read(work / "out" / client.name) for client in clients}, seconds


def measuring_seconds(tool: Path, client: TrueClient) -> float:
    """Seconds that measuring a client's photos alone takes."""
    start = time.monotonic()
    subprocess.run([tool, "measure", "--quiet", *[client.folder / photo.file for photo in client.photos]],
                   check=False, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def read(folder: Path) -> Analysed:
    """What `analyze` wrote of a client."""
    whole = json.loads((folder / "series.json").read_text(encoding="utf-8"))
    rows: dict[str, list[tuple[int, float, float, str]]] = {}
    if whole["dotTracks"]:
        with open(folder / whole["dotTracks"], encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                x, y = (float(row[axis]) if row[axis] else np.nan for axis in "xy")
                rows.setdefault(row["photo"], []).append((int(row["track"]), x, y, row["state"]))
    tracks = {
        file: Tracks(np.array([row[0] for row in part]), np.array([row[1:3] for row in part], dtype=float),
                     np.array([row[3] for row in part]))
        for file, part in rows.items()}
    return Analysed(
        records={photo["file"]: photo for photo in whole["photos"]},
        registrations={entry["photo"]: entry for entry in whole["registration"]}, tracks=tracks,
        findings=whole["findings"], folder=folder)
