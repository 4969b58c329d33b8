"""Which found dots are true ones: one to one, nearest first."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .truth import Truth

MATCH_MILLIMETRES = 0.14
MATCH_PIXELS = 1.5

Place = tuple[float, float]
Partners = dict[int, int]


@dataclass(frozen=True)
class DotCount:
    """How many dots were found, overlooked and made up, where dots are judged."""

    hits: int
    missed: int
    false: int

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(2 * self.hits + self.missed + self.false, 1)


def pairs(
    true: Sequence[Place], found: Sequence[Place], radius: float
) -> tuple[Partners, Partners]:
    """Pairs of true and found places within a radius, nearest first: found by true, true by found."""
    cells: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(true):
        cells.setdefault((int(x // radius), int(y // radius)), []).append(index)
    near = []
    for number, (x, y) in enumerate(found):
        column, row = int(x // radius), int(y // radius)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for index in cells.get((column + dx, row + dy), ()):
                    square = (true[index][0] - x) ** 2 + (true[index][1] - y) ** 2
                    if square <= radius * radius:
                        near.append((square, index, number))
    of_true: Partners = {}
    of_found: Partners = {}
    for _, index, number in sorted(near):
        if index not in of_true and number not in of_found:
            of_true[index] = number
            of_found[number] = index
    return of_true, of_found


def count(truth: Truth, found: Sequence[Place]) -> DotCount:
    """Judges found dots."""
    radius = max(MATCH_PIXELS, MATCH_MILLIMETRES * truth.scale)
    of_true, of_found = pairs(truth.places, found, radius)
    hits = sum(index in of_true for index in truth.judged)
    false = sum(truth.judges(x, y) for number, (x, y) in enumerate(found) if number not in of_found)
    return DotCount(hits, len(truth.judged) - hits, false)
