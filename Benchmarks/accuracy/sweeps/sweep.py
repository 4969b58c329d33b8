"""Renders the same scenes at each value of a switch, measures them and sums up each measure's error."""
from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .. import photos, scores, tool, truth
from ..scores import Judged, Score
from ..truth import Truth
from .switches import FIELD_OF_VIEW, SCALE, SEED, SET, SWITCHES, Switch

LOW, HIGH = 0.16, 0.84
"""Shares of the scenes that the band leaves out below and above."""
SAME_SHARE = 0.015
"""By which truths of one scalp may differ between scales: pixels sum up the same dots and outline."""
SAME_REDNESS = 0.2
"""By how many EI its redness may."""

Figures = dict[str, float | None]


@dataclass(frozen=True)
class Measure:
    """What is drawn of a measure."""

    name: str
    title: str
    unit: str
    error: Callable[[Score], tuple[float | None, float | None]]
    """Error and standard error of a photo with dots, in the unit; None for what is not given."""


def _relative(name: str) -> Callable[[Score], tuple[float | None, float | None]]:
    def error(score: Score) -> tuple[float | None, float | None]:
        judged: Judged = getattr(score, name)
        spread = judged.error / judged.truth if judged.error is not None and judged.truth else None
        return judged.relative, spread
    return error


MEASURES = (
    Measure("f1", "F1 of the dots", "", lambda score: (score.f1, None)),
    Measure("density", "Dot density", "error over truth", _relative("density")),
    Measure("coverage", "Coverage", "error over truth", _relative("coverage")),
    Measure("load", "Mean load of a dot", "error over truth", _relative("load")),
    Measure("redness", "Redness", "error, EI", lambda score: (score.redness.difference, score.redness.error)),
)


def run(program: Path, count: int, jobs: int | None) -> dict:
    """Everything that the figures and the page tell."""
    out: dict = {
        "schema": "scalpline.sweeps/1", "method": "", "phantom": photos.phantom_version(), "set": SET,
        "seed": SEED, "fieldOfViewMillimetres": list(FIELD_OF_VIEW), "pixelsPerMillimetre": SCALE,
        "scenes": {}, "sweeps": {}}
    for switch in SWITCHES:
        started = time.monotonic()
        with ThreadPoolExecutor(jobs or os.cpu_count()) as threads:
            folders = list(threads.map(
                lambda value: photos.rendered(program, switch.options(value, count)), switch.values))
        by_value = [truth.read(folder) for folder in folders]
        _hold_same(switch, by_value)
        rows = []
        for value, truths in zip(switch.values, by_value):
            measured, out["method"] = tool.measure(program, truths, jobs=jobs)
            rows.append({"value": value, **_summary([scores.score(*pair) for pair in zip(truths, measured)])})
        out["sweeps"][switch.name] = rows
        before = sum(one.is_before for one in by_value[0])
        out["scenes"] = {"withDots": count - before, "before": before}
        print(f"{switch.title}: {len(switch.values)} values of {count} scenes, "
              f"{time.monotonic() - started:.0f} s", flush=True)
    return out


def _hold_same(switch: Switch, by_value: Sequence[Sequence[Truth]]) -> None:
    """Sees to it that only the switch differs: the scalp in each scene is one and the same at every value."""
    for truths in by_value:
        for one, other in zip(by_value[0], truths, strict=True):
            is_same = len(one.dots) == len(other.dots) and one.day == other.day and one.skin == other.skin
            for name in ("density", "coverage", "load"):
                left, right = getattr(one, name), getattr(other, name)
                is_same = is_same and (left == right or math.isclose(left, right, rel_tol=SAME_SHARE))
            left, right = one.redness, other.redness
            is_same = is_same and (left == right or math.isclose(left, right, abs_tol=SAME_REDNESS))
            if not is_same:
                raise SystemExit(f"The sweep of {switch.name} changes the scalp of {one.file}, not only the photo.")


def _summary(rows: Sequence[Score]) -> dict[str, Figures]:
    out: dict[str, Figures] = {}
    with_dots = [row for row in rows if not row.is_before]
    for measure in MEASURES:
        found = [measure.error(row) for row in with_dots if _is_due(row, measure)]
        errors = sorted(error for error, _ in found if error is not None)
        spreads = [spread for error, spread in found if error is not None and spread is not None]
        out[measure.name] = {
            "median": _rounded(_quantile(errors, 0.5)), "low": _rounded(_quantile(errors, LOW)),
            "high": _rounded(_quantile(errors, HIGH)),
            "standardError": _rounded(statistics.fmean(spreads) if spreads else None),
            "refused": _rounded(1 - len(errors) / len(found) if found else None)}
    before = [row.false_dots for row in rows if row.false_dots is not None]
    out["falseDots"] = {"mean": _rounded(statistics.fmean(before) if before else None)}
    return out


def _is_due(row: Score, measure: Measure) -> bool:
    return measure.name == "f1" or getattr(row, measure.name).truth is not None


def _quantile(ordered: Sequence[float], share: float) -> float | None:
    """A quantile of ordered values, in a straight line between neighbours."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    index = min(int(place), len(ordered) - 2) if len(ordered) > 1 else 0
    following = ordered[min(index + 1, len(ordered) - 1)]
    return ordered[index] + (place - index) * (following - ordered[index])


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")
