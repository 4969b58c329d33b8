"""The sweeps as a page of tables."""
from __future__ import annotations

from .sweep import MEASURES, Figures, Measure
from .switches import SWITCHES


def page(result: dict) -> str:
    """The result as Markdown."""
    width, height = result["fieldOfViewMillimetres"]
    scenes = result["scenes"]
    lines = [
        "# Sweeps: what one change of the photo does", "",
        f"Method: {result['method']}. Photos: phantom {result['phantom']} (a hash of its sources), set "
        f"{result['set']}, seed {result['seed']}. Made by `make sweeps`.", "",
        f"The same {scenes['withDots']} scalps with dots and {scenes['before']} from before treatment at every "
        f"value, {width:g} × {height:g} mm of them", f"in the picture at {result['pixelsPerMillimetre']:g} px/mm; the "
        "sweep of distance keeps the field of view and changes the pixels.", "All that is not swept is as drawn for "
        "the scene. How they are made: [accuracy/README.md](accuracy/README.md).", "",
        "A cell: the median error over the scalps (16 to 84 % of them), ± the mean standard error. Errors are over",
        "the truth, redness in EI; F1 is itself. False dots: per cm² before treatment, the mean. Images: on the",
        "measures' pages, [F1 and density](../Docs/Measures/DotDensity.md), "
        "[coverage](../Docs/Measures/Coverage.md), [load](../Docs/Measures/PigmentDarkness.md),",
        "[redness](../Docs/Measures/Redness.md).", ""]
    for switch in SWITCHES:
        lines += [f"## {switch.title}", "",
                  "| " + switch.axis + " | " + " | ".join(map(_heading, MEASURES)) + " | false dots/cm² |",
                  "| --- |" + " --- |" * (len(MEASURES) + 1)]
        for row in result["sweeps"][switch.name]:
            factor = 100 if switch.name == "whiteBalance" else 1
            cells = [_cell(measure, row[measure.name]) for measure in MEASURES]
            false = row["falseDots"]["mean"]
            cells.append("–" if false is None else f"{false:.2f}")
            lines.append(f"| {row['value'] * factor:g} | " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _heading(measure: Measure) -> str:
    unit = {"f1": "", "redness": ", EI"}.get(measure.name, ", %")
    return measure.title + unit


def _cell(measure: Measure, figures: Figures) -> str:
    refused = figures["refused"]
    share = f"{refused:.0%} refused".replace("%", " %") if refused else ""
    if figures["median"] is None:
        return share or "–"
    form, factor = {"f1": (".3f", 1), "redness": ("+.2f", 1)}.get(measure.name, ("+.1f", 100))

    def write(name: str) -> str:
        return format(figures[name] * factor, form).replace("-", "−")

    text = f"{write('median')} ({write('low')} to {write('high')})"
    if figures["standardError"] is not None:
        text += f" ± {write('standardError').lstrip('+')}"
    return f"{text}; {share}" if share else text
