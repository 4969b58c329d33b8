"""One image for each measure, a panel for each switch."""
from __future__ import annotations

import io
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot, ticker  # noqa: E402 (the backend comes first)
from matplotlib.axes import Axes  # noqa: E402
from PIL import Image  # noqa: E402

from .sweep import MEASURES, Measure
from .switches import SWITCHES, Switch

INK = "#0b3d6b"
"""Dark enough to stand before the band in grey as well."""
BAND = "#a9cbe8"
LIMIT = "#b04a00"
INCHES, DOTS_PER_INCH = (7.2, 5.0), 120
COLOURS = 64
"""Of an image: keeps the files small."""
LEAST_REACH = {"f1": 0.05, "redness": 0.5}
"""How far the axis goes at least from nought (F1: from 1); a tenth for those that have none of their own."""
MOST_REACH = {"f1": 0.25, "redness": 2.0}
"""How far at most, a quarter for the others: bands are cut there, and a median beyond is a triangle at the edge."""


def draw(result: dict, folder: Path) -> list[Path]:
    """Draws all measures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for measure in MEASURES:
        path = folder / f"sweep-{measure.name}.png"
        _draw(result, measure, path)
        out.append(path)
    return out


def _draw(result: dict, measure: Measure, path: Path) -> None:
    with pyplot.rc_context({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False,
                            "font.family": "DejaVu Sans"}):
        figure, panels = pyplot.subplots(2, 2, figsize=INCHES, sharey=True)
        figure.subplots_adjust(left=0.115, right=0.985, top=0.945, bottom=0.165, wspace=0.1, hspace=0.52)
        reach = _reach(result, measure)
        for switch, axes in zip(SWITCHES, panels.flat):
            _panel(axes, switch, measure, result["sweeps"][switch.name], reach)
        figure.supylabel(f"{measure.title}: {measure.unit}" if measure.unit else measure.title, fontsize=9, x=0.008)
        handles, labels = panels[0, 0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="lower center", ncols=len(labels), frameon=False, fontsize=8)
        picture = io.BytesIO()
        figure.savefig(picture, dpi=DOTS_PER_INCH)
        pyplot.close(figure)
    Image.open(picture).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _reach(result: dict, measure: Measure) -> tuple[float, float]:
    """Ends of the axis of errors, one for all panels."""
    rows = [row[measure.name] for switch in SWITCHES for row in result["sweeps"][switch.name]]
    found = [row[key] for row in rows for key in ("low", "high") if row[key] is not None]
    most = MOST_REACH.get(measure.name, 0.25)
    least = LEAST_REACH.get(measure.name, 0.1)
    if measure.name == "f1":
        return max(1 - most, min([1 - least, *found])), 1.0
    found += [row["standardError"] for row in rows if row["standardError"] is not None]
    reach = min(most, 1.05 * max([least, *map(abs, found)]))
    return -reach, reach


def _panel(axes: Axes, switch: Switch, measure: Measure, rows: list[dict], reach: tuple[float, float]) -> None:
    low, high = reach
    height = high - low
    # Refused values stand below all others.
    floor = low - 0.14 * height
    factor = 100 if switch.name == "whiteBalance" else 1
    given = [row for row in rows if row[measure.name]["median"] is not None]
    places = [row["value"] * factor for row in given]
    figures = [row[measure.name] for row in given]

    def held(key: str) -> list[float]:
        return [min(high, max(low, figure[key])) for figure in figures]

    axes.fill_between(places, held("low"), held("high"), color=BAND, linewidth=0, label="16–84 % of the scenes")
    axes.plot(places, held("median"), color=INK, linewidth=1.6, marker="o", markersize=4.5, label="median")
    for place, figure in zip(places, figures):
        if not low <= figure["median"] <= high:
            axes.plot(place, min(high, max(low, figure["median"])), color=INK, linestyle="", markersize=7,
                      marker="^" if figure["median"] > high else "v")
    if measure.name != "f1":
        axes.axhline(0, color="0.35", linewidth=0.7, zorder=0)
        spreads = [(place, figure["standardError"]) for place, figure in zip(places, figures)
                   if figure["standardError"] is not None]
        for sign, label in ((1, "± mean standard error"), (-1, None)):
            axes.plot([place for place, _ in spreads],
                      [min(high, max(low, sign * spread)) for _, spread in spreads],
                      color=LIMIT, linewidth=1.2, linestyle=(0, (4, 2)), label=label)
    refused = [(row["value"] * factor, row[measure.name]["refused"]) for row in rows
               if row[measure.name]["refused"]]
    if measure.name != "f1":
        axes.plot([place for place, _ in refused], [floor] * len(refused), color=INK, linestyle="", marker="o",
                  markersize=5.5, markerfacecolor="white", clip_on=False, label="refused, share of the scenes")
    for place, share in refused:
        axes.annotate(f"{share:.0%}".replace("%", " %"), (place, floor), xytext=(0, 5), textcoords="offset points",
                      ha="center", va="bottom", fontsize=7.5, color=INK)
    axes.set_ylim(floor, high + 0.02 * height)
    if measure.unit == "error over truth":
        axes.yaxis.set_major_formatter(ticker.PercentFormatter(1, decimals=0, symbol=" %"))
    if switch.is_logarithmic:
        axes.set_xscale("log")
        axes.xaxis.set_minor_locator(ticker.NullLocator())
    axes.margins(x=0.08)
    axes.set_xticks([row["value"] * factor for row in rows], [f"{row['value'] * factor:g}" for row in rows])
    axes.set_xlabel(switch.axis)
    axes.set_title(switch.title, fontsize=10, loc="left")
