"""The charts for the README."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot, ticker  # noqa: E402  The backend comes first.

from . import clock  # noqa: E402
from .compare import DECODER, OURS, Comparison  # noqa: E402
from .growth import Growth  # noqa: E402

OUR_COLOUR, THEIR_COLOUR, FLOOR_COLOUR = "#1b6ca8", "#9aa5b1", "#d5dbe1"
DPI = 130
LEAST = 0.5
"""Where the bars start: a logarithmic axis has no zero."""


def peers(comparison: Comparison, path: Path) -> None:
    """One bar a contestant: user CPU over djpeg's, with F1 beside it."""
    rows = list(comparison.contestants.items())[::-1]
    figure, axes = pyplot.subplots(figsize=(9, 0.45 * len(rows) + 1.6), layout="constrained")
    for place, (name, one) in enumerate(rows):
        ratio = comparison.ratio(clock.median(one.whole))
        colour = OUR_COLOUR if name == OURS else THEIR_COLOUR if one.finds_dots else FLOOR_COLOUR
        axes.barh(place, ratio - LEAST, left=LEAST, height=0.62, color=colour)
        found = f"   F1 {one.f1:.3f}" if one.finds_dots else "" if name == DECODER else "   finds no dots"
        axes.text(ratio * 1.06, place, f"{ratio:.1f} ×{found}", va="center", fontsize=9)
    most = max(comparison.ratio(clock.median(one.whole)) for _, one in rows)
    axes.set_xscale("log")
    axes.set_xlim(LEAST, most * 6)
    axes.set_yticks(range(len(rows)), [one.title for _, one in rows])
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("user CPU over that of djpeg (logarithmic)")
    axes.set_title(f"One photo, one thread: {comparison.scene.title}, {comparison.dots:,} dots", fontsize=10, loc="left")
    _plain(axes)
    figure.savefig(path, dpi=DPI)
    pyplot.close(figure)


def growth(growths: Sequence[Growth], path: Path) -> None:
    """Cost of a photo against megapixels and against dots, both from zero: what grows in proportion is straight."""
    figure, panels = pyplot.subplots(1, len(growths), figsize=(9, 3.6), layout="constrained")
    for axes, one in zip(panels, growths):
        for line, style in zip(one.lines, (dict(color=OUR_COLOUR, marker="o"), dict(color="#d98032", marker="s"),
                                           dict(color=THEIR_COLOUR, marker="."))):
            axes.plot([point.at for point in line.points], [point.spent.user for point in line.points],
                      label=line.title, linewidth=1.5, markersize=4, **style)
        axes.set_xlim(left=0)
        axes.set_ylim(bottom=0)
        axes.xaxis.set_major_locator(ticker.MaxNLocator(5))
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
        axes.set_xlabel(one.axis)
        axes.set_ylabel("user CPU of a photo, s")
        axes.legend(frameon=False, fontsize=8)
        _plain(axes)
    figure.savefig(path, dpi=DPI)
    pyplot.close(figure)


def _plain(axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=9)
