"""What is true of rendered photos: the one place that reads truth.json."""
from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MARGIN_MILLIMETRES = 0.3
RIM_MILLIMETRES = 10.5
"""The head's rim is narrower; what is further from facing skin lies behind the head, and a dot there is false."""
LEAST_SHARE = 0.2
"""Share of its fresh load that a true dot must hold to count."""
EARLY_DAYS = 4.0
"""Photos of days 0 to 3 are early, all later ones late."""


@dataclass(frozen=True)
class TrueDot:
    x: float
    y: float
    load: float
    """Load in px²."""
    share: float
    """Share of the fresh load that is left."""
    is_under_crust: bool
    is_on_visible_skin: bool
    """Neither in glare nor on the head's rim."""


@dataclass(frozen=True)
class Truth:
    """What is true of one photo."""

    folder: Path
    file: str
    """Its place in the folder."""
    client: str | None
    """Whose photo it is where the client has several, else None."""
    skin: str
    day: float
    width: int
    height: int
    scale: float
    """Pixels per millimetre."""
    density: float
    coverage: float
    redness: float | None
    dots: tuple[TrueDot, ...]
    skin_share: float
    """Share of the photo that is visible skin."""
    facing: tuple[tuple[float, float], ...]
    """Outline of what is not the head's rim; empty where all of the photo is."""

    @property
    def path(self) -> Path:
        return self.folder / self.file

    @property
    def is_before(self) -> bool:
        return not self.dots

    @property
    def is_early(self) -> bool:
        return 0 <= self.day < EARLY_DAYS

    @property
    def load(self) -> float | None:
        """Mean load in mm² of the dots that still hold enough of it."""
        loads = [dot.load for dot in self.dots if dot.share >= LEAST_SHARE]
        return sum(loads) / len(loads) / self.scale**2 if loads else None

    @property
    def judged_area(self) -> float:
        """Skin on which dots are judged, cm²."""
        margin = 2 * MARGIN_MILLIMETRES
        photo = (self.width / self.scale - margin) * (self.height / self.scale - margin) / 100
        return photo * self.skin_share

    def judges(self, x: float, y: float) -> bool:
        """Whether dots count at this place: not at the photo's edge and not on the head's rim."""
        margin = MARGIN_MILLIMETRES * self.scale
        if not (margin <= x <= self.width - 1 - margin and margin <= y <= self.height - 1 - margin):
            return False
        if not self.facing or sum(crossing < x for crossing in self._crossings[round(y)]) % 2 == 1:
            return True
        return self._distance_to_facing(x, y) > RIM_MILLIMETRES * self.scale

    def _distance_to_facing(self, x: float, y: float) -> float:
        """Pixels to the nearest point of the outline."""
        least = math.inf
        for (ax, ay), (bx, by) in self._edges:
            square = (bx - ax) ** 2 + (by - ay) ** 2
            along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square if square else 0
            along = min(1, max(0, along))
            least = min(least, math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y))
        return least

    @property
    def _edges(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        return zip(self.facing, self.facing[1:] + self.facing[:1])

    @cached_property
    def places(self) -> list[tuple[float, float]]:
        """Of the dots that may be found. Those where nothing is judged are among them, to take their match."""
        return [(dot.x, dot.y) for dot in self.dots
                if dot.share >= LEAST_SHARE and not dot.is_under_crust
                and (dot.is_on_visible_skin or not self.judges(dot.x, dot.y))]

    @cached_property
    def judged(self) -> list[int]:
        """Which of the places count."""
        return [index for index, (x, y) in enumerate(self.places) if self.judges(x, y)]

    @cached_property
    def _crossings(self) -> list[list[float]]:
        """For each row where the outline crosses it."""
        rows: list[list[float]] = [[] for _ in range(self.height)]
        for (ax, ay), (bx, by) in self._edges:
            low, high = min(ay, by), max(ay, by)
            for row in range(max(0, math.ceil(low)), min(self.height, math.ceil(high))):
                rows[row].append(ax + (bx - ax) * (row - ay) / (by - ay))
        return rows


def read(folder: Path) -> list[Truth]:
    """Truths of the photos of a folder, or of the clients in it, in the files' order."""
    out: list[Truth] = []
    for path in sorted(folder.glob("truth.json")) or sorted(folder.glob("*/truth.json")):
        with open(path, encoding="utf-8") as file:
            whole = json.load(file)
        place = path.parent.relative_to(folder)
        out += [_truth(folder, place, {**photo, "client": whole.get("client"),
                                       "skin": photo.get("skin") or whole.get("skin", "")})
                for photo in whole["photos"]]
    return out


def _truth(folder: Path, place: Path, photo: dict) -> Truth:
    # x, y, diameter, load, share left, session, under a crust, on visible skin (not in older files).
    dots = tuple(
        TrueDot(d[0], d[1], d[3], d[4], bool(d[6]), len(d) < 8 or bool(d[7])) for d in photo["dots"])
    return Truth(
        folder=folder, file=str(place / photo["file"]), client=photo["client"], skin=photo["skin"],
        day=photo["day"], width=photo["width"], height=photo["height"], scale=photo["pixelsPerMillimetre"],
        density=photo["density"], coverage=photo["coverage"], redness=photo["redness"], dots=dots,
        skin_share=photo.get("visibleSkinShare", 1.0), facing=tuple(map(tuple, photo.get("facing", []))))

