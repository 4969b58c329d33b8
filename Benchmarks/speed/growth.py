"""What a photo costs by its size and by its dots."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from accuracy.truth import Truth

from . import clock, scenes
from .clock import Spent

SCALE = 20
"""Pixels per millimetre of all photos."""
DENSITY = 150
SIZES = ((1200, 900), (2000, 1500), (2800, 2100), (4000, 3000), (5600, 4200), (8000, 6000), (11600, 8700))
DOTS_SIZE = (8000, 6000)
DENSITIES = (1.5, 6, 25, 75, 150, 300)
"""Dots per cm² of treated skin: from about a thousand dots to two hundred thousand on that size."""
WHOLE_SIZE = ("--photo-memory", "100000")
"""So much memory that no photo is read at a reduced size."""
SHORT = 1.0
"""Runs of fewer seconds than this are taken three times."""
LONGEST = 45.0
"""A line ends with the first photo that takes more CPU than so many seconds."""


@dataclass(frozen=True)
class Point:
    at: float
    dots: int
    megapixels: float
    spent: Spent


@dataclass(frozen=True)
class Line:
    title: str
    points: list[Point]


@dataclass(frozen=True)
class Growth:
    axis: str
    lines: list[Line]
    each: str
    """What a further megapixel or dot is called."""

    def cost_of_each(self, line: Line, point: Point) -> float | None:
        """Seconds for each further one since the line's first point."""
        first = line.points[0]
        return None if point is first else (point.spent.user - first.spent.user) / (point.at - first.at)


def run(program: Path) -> list[Growth]:
    """Measures both."""
    by_size = [_photo(program, size, DENSITY) for size in SIZES]
    by_dots = [_photo(program, DOTS_SIZE, density) for density in DENSITIES]

    def megapixels(truth: Truth) -> float:
        return truth.width * truth.height / 1e6

    def line(title: str, truths: list[Truth], at: Callable[[Truth], float], *options: str) -> Line:
        points: list[Point] = []
        for truth in truths:
            points.append(_point(program, truth, at(truth), *options))
            if points[-1].spent.user > LONGEST:
                break
        return Line(title, points)

    decoder = Line("djpeg", [Point(megapixels(one), len(one.dots), megapixels(one),
                                   _timed(["djpeg", "-outfile", "/dev/null", one.path])) for one in by_size])
    return [
        Growth("megapixels", [line("measured at full size", by_size, megapixels, *WHOLE_SIZE),
                              line("as usual, within 500 MB", by_size, megapixels), decoder],
               "ms a further megapixel"),
        Growth(f"dots in a photo of {DOTS_SIZE[0] * DOTS_SIZE[1] // 1_000_000} megapixels",
               [line("measured at full size", by_dots, lambda one: len(one.dots), *WHOLE_SIZE),
                line("as usual, within 500 MB", by_dots, lambda one: len(one.dots))], "µs a further dot"),
    ]


def page(growths: list[Growth]) -> str:
    """The tables."""
    out = [
        "# Cost by size and by dots\n",
        "`make bench-growth`. User CPU of `scalpline measure --jobs 1` as a whole process, clean phantom photos at "
        f"{SCALE} px/mm, {DENSITY} dots per cm² of treated skin where dots are not the question. A photo of more than "
        "12.8 megapixels is usually measured at a half or a quarter of its sides; `--photo-memory` keeps it at full "
        f"size. A line ends with the first photo that takes more than {LONGEST:g} s of CPU.\n",
        f"Machine: {clock.machine()}.\n", "![Growth](../Docs/Images/growth.png)\n"]
    for one in growths:
        unit = 1e3 if one.each.startswith("ms") else 1e6
        for line in one.lines:
            out += [f"## By {one.axis}: {line.title}\n",
                    f"| megapixels | dots | CPU, s | {one.each} | wall, s |",
                    "| ---: | ---: | ---: | ---: | ---: |"]
            for point in line.points:
                each = one.cost_of_each(line, point)
                out.append(f"| {point.megapixels:.1f} | {point.dots:,} | {point.spent.user:.2f} "
                           f"| {'' if each is None else f'{each * unit:,.1f}'} | {point.spent.wall:.2f} |")
            out.append("")
    return "\n".join(out)


def _photo(program: Path, size: tuple[int, int], density: float) -> Truth:
    scene = scenes.Scene("", *size, SCALE, density)
    return scene.photo(program)


def _point(program: Path, truth: Truth, at: float, *options: str) -> Point:
    spent = _timed([program, "measure", "--quiet", "--jobs", "1", *options, truth.path])
    print(f"  {truth.width} × {truth.height}, {len(truth.dots)} dots: {spent.user:.2f} s", flush=True)
    return Point(at, len(truth.dots), truth.width * truth.height / 1e6, spent)


def _timed(command: list) -> Spent:
    first = clock.process(command)
    return first if first.user > SHORT else clock.median([first, clock.process(command), clock.process(command)])
