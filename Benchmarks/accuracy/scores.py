"""From measures and truths to the figures of a set."""
from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from . import goals, matching
from .measured import Measured, Value
from .truth import Truth

MEASURES = ("density", "coverage", "load", "redness")


@dataclass(frozen=True)
class Judged:
    """A measured value beside its truth. No value: refused. No truth: nothing to judge."""

    value: float | None
    error: float | None
    truth: float | None

    @property
    def difference(self) -> float | None:
        return None if self.value is None or self.truth is None else self.value - self.truth

    @property
    def relative(self) -> float | None:
        return self.difference / self.truth if self.difference is not None and self.truth else None

    @property
    def pull(self) -> float | None:
        """Error over standard error."""
        return self.difference / self.error if self.difference is not None and self.error else None


@dataclass(frozen=True)
class Score:
    """One photo's measures, judged."""

    file: str
    skin: str
    client: str | None
    day: float
    is_before: bool
    is_early: bool
    f1: float | None
    missed: int
    false: int
    false_dots: float | None
    """Found dots per cm² where there are none."""
    density: Judged
    coverage: Judged
    load: Judged
    redness: Judged

    def as_json(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_json(stored: dict) -> Score:
        return Score(**{**stored, **{name: Judged(**stored[name]) for name in MEASURES}})


def score(truth: Truth, measured: Measured) -> Score:
    """Judges one photo. A photo before treatment is asked for nothing but that it shows no dots."""
    dots = matching.count(truth, measured.dots)
    before = truth.is_before

    def judged(value: Value, true: float | None) -> Judged:
        return Judged(value.value, value.error, None if before else true)

    return Score(
        file=truth.file, skin=truth.skin, client=truth.client, day=truth.day, is_before=before,
        is_early=truth.is_early, f1=None if before else dots.f1, missed=dots.missed, false=dots.false,
        false_dots=dots.false / truth.judged_area if before else None,
        density=judged(measured.density, truth.density), coverage=judged(measured.coverage, truth.coverage),
        load=judged(measured.load, truth.load), redness=judged(measured.redness, truth.redness))


def relative_loads(scores: Sequence[Score]) -> list[Judged]:
    """Loads over that of the client's first photo with dots."""
    first: dict[str, Score] = {}
    for one in sorted(scores, key=lambda one: one.day):
        if one.client is not None and one.load.truth:
            first.setdefault(one.client, one)
    out = []
    for one in scores:
        start = first.get(one.client) if one.client is not None else None
        if start is not None and start is not one and one.load.truth:
            out.append(_ratio(one.load, start.load))
    return out


def _ratio(later: Judged, first: Judged) -> Judged:
    truth = later.truth / first.truth
    if not later.value or not first.value:
        return Judged(None, None, truth)
    value = later.value / first.value
    if not later.error or not first.error:
        return Judged(value, None, truth)
    return Judged(value, value * math.hypot(later.error / later.value, first.error / first.value), truth)


def summary(scores: Sequence[Score], allowance: tuple[float, float]) -> dict[str, float | None]:
    """The figures of a set: medians of absolute errors over photos unless the name says otherwise."""
    loads = relative_loads(scores)
    redness = [one.redness for one in scores if not one.is_early]
    early = [one.redness for one in scores if one.is_early]
    base, share = allowance
    false_dots = [one.false_dots for one in scores if one.false_dots is not None]
    due = [judged for one in scores for judged in (one.density, one.coverage, one.load, one.redness)
           if judged.truth is not None]
    out: dict[str, float | None] = {
        "f1": _median(one.f1 for one in scores),
        "f1Least": min((one.f1 for one in scores if one.f1 is not None), default=None),
        "falseDots": _median(false_dots),
        "falseDotsMean": statistics.fmean(false_dots) if false_dots else None,
        "density": _median(_size(one.density.relative) for one in scores),
        "coverage": _median(_size(one.coverage.relative) for one in scores),
        "load": _median(_size(one.relative) for one in loads),
        "loadItself": _median(_size(one.load.relative) for one in scores),
        "rednessLate": _median(_size(one.difference) for one in redness),
        "rednessEarly": _rms(one.difference / (base + share * max(one.truth, 0))
                             for one in early if one.difference is not None),
        "refused": sum(one.value is None for one in due) / len(due) if due else None,
    }
    judged_by_name = {name: [getattr(one, name) for one in scores] for name in MEASURES}
    for name, judged in {**judged_by_name, "load": loads, "loadItself": judged_by_name["load"]}.items():
        pulls = [one.pull for one in judged if one.pull is not None]
        out[name + "Pull"] = _rms(pulls)
        out[name + "WithinTwo"] = sum(abs(pull) <= 2 for pull in pulls) / len(pulls) if pulls else None
    return {name: None if value is None else float(f"{value:.4g}") for name, value in out.items()}


def allowance(set_name: str) -> tuple[float, float]:
    """What early redness is judged by."""
    return goals.GOALS[set_name].redness_early or goals.EARLY_ALLOWANCE


def _size(value: float | None) -> float | None:
    return None if value is None else abs(value)


def _median(values: Iterable[float | None]) -> float | None:
    given = [value for value in values if value is not None]
    return statistics.median(given) if given else None


def _rms(values: Iterable[float]) -> float | None:
    given = list(values)
    return math.sqrt(statistics.fmean(value * value for value in given)) if given else None
