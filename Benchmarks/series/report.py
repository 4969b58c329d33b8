"""The result as a page."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .scores import Patches, Registered, Tracked


@dataclass(frozen=True)
class Line:
    """A line of the table."""

    what: str
    value: float | None
    goal: float | None
    kind: str = ".2f"
    most: bool = True
    """Whether the goal is the most that is allowed, or the least."""
    unit: str = ""

    @property
    def is_reached(self) -> bool | None:
        if self.goal is None:
            return None
        if self.value is None:
            return False
        return self.value <= self.goal if self.most else self.value >= self.goal

    def row(self) -> str:
        def text(number: float | None) -> str:
            return "none" if number is None else format(number, self.kind).replace("%", " %") + self.unit
        goal = "" if self.goal is None else ("≤ " if self.most else "≥ ") + text(self.goal)
        value = f"**{text(self.value)}**" if self.is_reached else text(self.value)
        return f"| {self.what} | {goal} | {value} |"


def at(values: list[float], percent: float) -> float | None:
    return float(np.percentile(values, percent)) if values else None


def rms(values: list[float]) -> float | None:
    return float(np.sqrt(np.mean(np.square(values)))) if values else None


def part(some: float, all_of: float) -> float | None:
    return some / all_of if all_of else None


def flat_lines(flat: Registered, head: Registered) -> list[Line]:
    return [
        Line("flat: RMS over the picture, median", at(flat.errors, 50), 0.3, ".3f", unit=" px"),
        Line("flat: RMS over the picture, 99th percentile", at(flat.errors, 99), 1, ".3f", unit=" px"),
        Line("flat: at the dots with warp, median", at(flat.at_dots, 50), None, ".3f", unit=" px"),
        Line("head of 90 mm: at the dots with warp, median", at(head.at_dots, 50), 0.6, ".3f", unit=" px"),
        Line("head of 90 mm: at the dots with warp, 90th percentile", at(head.at_dots, 90), None, ".3f",
             unit=" px"),
        Line("not registered, photos with dots, flat", part(flat.missing, flat.photos), 0.01, ".1%"),
        Line("not registered, photos with dots, head", part(head.missing, head.photos), 0.01, ".1%"),
        Line("registered, photos from before treatment", part(
            flat.before_found + head.before_found, flat.before + head.before), None, ".0%", most=False)]


PAIR_WORDS = {"mirrored": "mirrored", "turned": "turned by 180°", "nearer": "twice as near",
              "shared30": "30 % overlap"}
PAIR_GOALS = {"shared30": 0.95}


def pair_lines(pairs: dict[str, Registered]) -> list[Line]:
    lines = []
    for kind, scores in pairs.items():
        found = scores.photos - scores.missing
        if kind == "mirrored":
            found -= scores.mirrored_wrong
        lines.append(Line(f"{PAIR_WORDS[kind]}: found", part(found, scores.photos),
                          PAIR_GOALS.get(kind, 0.99), ".1%", most=False))
        lines.append(Line(f"{PAIR_WORDS[kind]}: RMS over the picture, median", at(scores.errors, 50), None,
                          ".3f", unit=" px"))
    return lines


def track_lines(name: str, tracks: Tracked) -> list[Line]:
    by_tracks, by_counts = rms(tracks.by_tracks), rms(tracks.by_counts)
    ratio = by_tracks / by_counts if by_tracks and by_counts else None
    absolute = [abs(value) for value in tracks.load]
    return [
        Line(f"{name}: true links made", part(tracks.found, tracks.true_links), 0.9, ".1%", most=False),
        Line(f"{name}: of those made right", part(tracks.right, tracks.made), 0.99, ".2%", most=False),
        Line(f"{name}: of those made between places without a dot", part(tracks.of_no_dot, tracks.made), None,
             ".2%"),
        Line(f"{name}: lost share, RMS of the error", rms(tracks.loss), 0.01, ".2%"),
        Line(f"{name}: change of density by tracks, RMS of the error", by_tracks, None, ".2%"),
        Line(f"{name}: change of density counted twice, RMS of the error", by_counts, None, ".2%"),
        Line(f"{name}: tracks over counting", ratio, 1 / 3, ".2f"),
        Line(f"{name}: load left, median error", at(absolute, 50), 0.03, ".2%"),
        Line(f"{name}: load left, mean error", float(np.mean(tracks.load)) if tracks.load else None, None,
             "+.2%"),
        Line(f"{name}: load left, RMS of error over standard error", rms(tracks.load_pulls), 1.4, ".2f")]


def patch_lines(patches: Patches, normal: Patches) -> list[Line]:
    return [
        Line("lost patch found by day 28", part(patches.found, patches.clients), 0.95, ".0%", most=False),
        Line("lost patch: centre, median", at(patches.offsets, 50), None, ".2f", unit=" mm"),
        Line("lost patch: centre, worst", at(patches.offsets, 100), 2, ".2f", unit=" mm"),
        Line("false patches, all clients", float(patches.false + normal.false), 0, ".0f")]


def page(title: str, target: str, method: str, counts: str, lines: list[Line], notes: list[str],
         words: str, tables: list[str] | None = None) -> str:
    """The result as Markdown; `words` stand over the notes."""
    out = [f"# {title}", "", f"Method: {method}. {counts} Made by `make {target}`. What the lines mean: "
           "[series/README.md](series/README.md).", "", "**Bold**: the goal is reached.", "",
           "| what | goal | reached |", "| --- | --- | --- |", *[line.row() for line in lines]]
    for table in tables or []:
        out += ["", table]
    if notes:
        out += ["", words, "", *[f"- {note}" for note in notes]]
    return "\n".join(out) + "\n"
