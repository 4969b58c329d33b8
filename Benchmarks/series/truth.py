"""What is true of a rendered client: the one place that reads its truth.json."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

LEAST_SHARE = 0.2
"""Share of its fresh load that a true dot must hold to count as there."""


@dataclass
class TruePhoto:
    """What is true of one photo."""

    file: str
    taken: str
    day: float
    width: int
    height: int
    scale: float
    """Pixels per millimetre in the middle of the treated region."""
    map: np.ndarray
    """3 × 3: millimetres of the scene to pixels. Of a round head only that of the plane that touches it."""
    density: float
    places: np.ndarray
    """n × 2: where the dots are, in pixels."""
    numbers: np.ndarray
    """The dots' numbers in the scene, the same in all photos."""
    loads: np.ndarray
    """In px² of this photo."""
    shares: np.ndarray
    """Of the fresh load."""
    hidden: np.ndarray
    """Whether a crust lies over the dot."""
    patch: tuple[float, float, float] | None = None
    """Middle and radius of a lost patch in pixels."""
    index: dict[int, int] = field(default_factory=dict)
    """Row of a dot by its number."""

    def __post_init__(self) -> None:
        self.index = {int(number): row for row, number in enumerate(self.numbers)}

    def is_there(self) -> np.ndarray:
        """Which dots hold enough of their load to count."""
        return self.shares >= LEAST_SHARE

    def square_millimetres(self) -> np.ndarray:
        """The dots' loads in mm², by the scale at each."""
        return self.loads / area_scale(self.map, apply(np.linalg.inv(self.map), self.places))

    def changed(self, step: np.ndarray, file: str, width: int, height: int) -> TruePhoto:
        """The truth after the picture went through a map of its pixels."""
        places = apply(step, self.places)
        inside = ((places >= 0) & (places <= [width - 1, height - 1])).all(axis=1)
        return TruePhoto(
            file=file, taken=self.taken, day=self.day, width=width, height=height, scale=self.scale,
            map=step @ self.map, density=self.density, places=places[inside], numbers=self.numbers[inside],
            loads=self.loads[inside], shares=self.shares[inside], hidden=self.hidden[inside])


@dataclass(frozen=True)
class TrueClient:
    """A client with its photos in order of time."""

    name: str
    folder: Path
    photos: list[TruePhoto]


def read(folder: Path) -> TrueClient:
    """The truth of a client's folder."""
    whole = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return TrueClient(folder.name, folder, [_photo(photo) for photo in whole["photos"]])


def _photo(photo: dict) -> TruePhoto:
    # x, y, diameter, load, share left, session, under a crust.
    dots = np.array([dot[:7] for dot in photo["dots"]], dtype=float).reshape(-1, 7)
    patch = photo.get("lostPatch")
    return TruePhoto(
        file=photo["file"], taken=photo["taken"], day=photo["day"], width=photo["width"],
        height=photo["height"], scale=photo["pixelsPerMillimetre"],
        map=np.array(photo["homography"]).reshape(3, 3), density=photo["density"], places=dots[:, :2],
        numbers=np.array(photo["dotNumbers"], dtype=int), loads=dots[:, 3], shares=dots[:, 4],
        hidden=dots[:, 6] > 0, patch=(*patch["centre"], patch["radiusPixels"]) if patch else None)


def apply(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Points under a plane projective map."""
    if len(points) == 0:
        return np.empty((0, 2))
    out = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return out[:, :2] / out[:, 2:]


def area_scale(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Growth of area at points under a plane projective map."""
    w = np.column_stack([points, np.ones(len(points))]) @ matrix[2]
    return np.abs(np.linalg.det(matrix)) / np.abs(w) ** 3
