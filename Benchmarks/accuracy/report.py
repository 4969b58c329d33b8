"""The result as a page, and its difference to the kept one."""
from __future__ import annotations

from collections.abc import Callable

from . import goals
from .comparison import OURS, PEERS
from .goals import Goal
from .photos import SETS
from .scores import MEASURES

Figures = dict[str, float | None]

COLUMNS: tuple[tuple[str, str, Callable[[Goal], float | None], str], ...] = (
    ("f1", "F1", lambda goal: goal.f1, ".4f"),
    ("falseDots", "false dots/cm²", lambda goal: goal.false_dots, ".2f"),
    ("density", "density", lambda goal: goal.density, ".1%"),
    ("coverage", "coverage", lambda goal: goal.coverage, ".1%"),
    ("load", "load", lambda goal: goal.load, ".1%"),
    ("rednessLate", "redness, late, EI", lambda goal: goal.redness_late, ".2f"),
    ("rednessEarly", "redness, days 0–3", lambda goal: 1 if goal.redness_early else None, ".2f"),
    ("refused", "refused", lambda goal: goals.MOST_REFUSED, ".1%"),
)
"""Name of a figure, its heading, what it has to reach, how it is written."""


def page(result: dict) -> str:
    """The result as Markdown."""
    counts = result["photos"]
    lines = [
        "# Accuracy beside the peers", "",
        f"Method: {result['method']}. Photos: phantom {result['phantom']} (a hash of its sources). Made by "
        "`make accuracy`.", "What the columns mean and how the peers are used: "
        "[accuracy/README.md](accuracy/README.md).", "",
        f"For each set {counts['train']} photos to tune the peers on, {counts['test']} others to judge everybody by.",
        "**Bold**: the goal is reached.", ""]
    for photo_set in SETS:
        if photo_set.name in result["sets"]:
            lines += [f"## {photo_set.name}: {photo_set.title}", ""]
            lines += [*_table(result["sets"][photo_set.name], goals.GOALS[photo_set.name]), ""]
    bare = {f"{name}, no scale": figures for name, figures in result["withoutScale"].items()}
    if bare:
        lines += [
            "## No scale given", "",
            "Density and load by the true scale. The peers have no way to learn a scale: their figures above rest",
            "on lengths in millimetres.", ""]
        rows = {f"{OURS}, {name}": figures[OURS] for name, figures in bare.items()}
        lines += [*_table(rows, goals.WITHOUT_SCALE), ""]
    return "\n".join([*lines, *_errors({**result["sets"], **bare}), "", *_choices(result["tuned"])]) + "\n"


def _errors(sets: dict[str, dict[str, Figures]]) -> list[str]:
    least, most = goals.PULL_RMS
    lines = [
        "## Do the standard errors hold?", "",
        f"Ours: RMS of error over standard error (goal {least} to {most}) and share within two (goal "
        f"{goals.LEAST_WITHIN_TWO:.0%} or more).".replace("%", " %"), "The peers give none.", "",
        "| set | " + " | ".join(MEASURES) + " |", "| --- |" + " --- |" * len(MEASURES)]
    for name, figures in sets.items():
        cells = [_pull(figures[OURS], measure) for measure in MEASURES]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def _choices(tuned: dict) -> list[str]:
    lines = ["## What tuning chose", "", "| set | peer | F1 in training | parameters |",
             "| --- | --- | --- | --- |"]
    for name, chosen in tuned.items():
        for peer in PEERS:
            one = chosen[peer]
            text = ", ".join(f"{key} {_plain(value)}" for key, value in one["parameters"].items())
            lines.append(f"| {name} | {one['detector']} | {one['trainingF1']:.4f} | {text} |")
    return lines


def difference(kept: dict, new: dict) -> list[str]:
    """Our figures that moved against the kept result, one a line."""
    if kept.get("photos") != new["photos"]:
        return [f"The kept result is of other photos ({kept.get('photos')}): nothing to compare."]
    lines = []
    if kept.get("phantom") != new["phantom"]:
        lines.append("The phantom has changed since, so the photos differ; the change may not be the method's.")
    for part in ("sets", "withoutScale"):
        for name, figures in new[part].items():
            old = kept.get(part, {}).get(name, {}).get(OURS, {})
            for figure, value in figures[OURS].items():
                before = old.get(figure)
                if value != before:
                    where = name if part == "sets" else f"{name}, no scale"
                    lines.append(f"{where:16} {figure:18} {_number(before):>9} -> {_number(value):>9}  "
                                 f"{_verdict(figure, before, value)}")
    return lines


def _table(rows: dict[str, Figures], goal: Goal) -> list[str]:
    wanted = [of_goal(goal) for _, _, of_goal, _ in COLUMNS]
    out = ["| | " + " | ".join(heading for _, heading, _, _ in COLUMNS) + " |",
           "| --- |" + " --- |" * len(COLUMNS),
           "| goal | " + " | ".join(
               "told" if want is None else ("≥ " if name == "f1" else "≤ ") + _written(want, form)
               for (name, _, _, form), want in zip(COLUMNS, wanted)) + " |"]
    for program, figures in rows.items():
        cells = [_cell(name, figures[name], want, form) for (name, _, _, form), want in zip(COLUMNS, wanted)]
        out.append(f"| {program} | " + " | ".join(cells) + " |")
    return out


def _cell(name: str, value: float | None, goal: float | None, form: str) -> str:
    if value is None:
        return "–"
    text = _written(value, form)
    reached = goal is not None and (value >= goal if name == "f1" else value <= goal)
    return f"**{text}**" if reached else text


def _written(value: float, form: str) -> str:
    return format(value, form).replace("%", " %")


def _pull(figures: Figures, measure: str) -> str:
    rms, within = figures[measure + "Pull"], figures[measure + "WithinTwo"]
    if rms is None or within is None:
        return "–"
    least, most = goals.PULL_RMS
    text = f"{rms:.2f}, {within:.0%}".replace("%", " %")
    return f"**{text}**" if least <= rms <= most and within >= goals.LEAST_WITHIN_TWO else text


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "–".join(map(str, value)) if not isinstance(value[0], str) else f"{value[1]} ({value[0]})"
    return str(value)


def _number(value: float | None) -> str:
    return "-" if value is None else format(value, ".4g")


def _verdict(figure: str, before: float | None, value: float | None) -> str:
    """Whether a figure moved the right way."""
    if before is None or value is None:
        return "new" if before is None else "gone"
    if figure.endswith("Pull"):
        return "better" if abs(value - 1) < abs(before - 1) else "WORSE"
    more_is_better = figure.startswith("f1") or figure.endswith("WithinTwo")
    return "better" if (value > before) == more_is_better else "WORSE"
