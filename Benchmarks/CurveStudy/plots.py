"""Pictures of Docs/ExpectedCurve.md: `python plots.py TOOL REPORT OUT`.

TOOL is the built scalpline, REPORT what `scalpline analyze Fixtures/Clients` wrote, OUT the folder of pictures.
"""
from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

PRIORS = (("redness", "redness, EI", 1, 15), ("darkness", "darkness, % of fresh", 100, 400),
          ("visibleShare", "dots that can be seen, %", 100, 100), ("scabs", "skin under scabs, %", 100, 15))
BAND = "#9db8d2"
LINE = "#1f3a56"


def priors(tool: str, out: Path) -> None:
    """The range of clients before any photo, day by day."""
    guide = json.loads(subprocess.run([tool, "curve", "show", "--json"], check=True, capture_output=True).stdout)
    figure, axes = plt.subplots(2, 2, figsize=(9, 6), constrained_layout=True)
    for axis, (name, label, factor, last) in zip(axes.flat, PRIORS):
        rows = [(day["day"], day[name]) for day in guide["days"] if day["day"] <= last]
        days = [row[0] for row in rows]
        axis.fill_between(days, [factor * row[1]["low"] for row in rows], [factor * row[1]["high"] for row in rows],
                          color=BAND, label="nine clients in ten")
        axis.plot(days, [factor * row[1]["median"] for row in rows], color=LINE, label="median")
        if last > 50:
            axis.set_xscale("symlog", linthresh=14)
            axis.set_xticks([0, 7, 14, 42, 90, 365][: 6 if last > 100 else 5])
            axis.get_xaxis().set_major_formatter(matplotlib.ticker.ScalarFormatter())
        axis.set_xlabel("days since the session")
        axis.set_ylabel(label)
        axis.grid(alpha=0.3)
    axes.flat[0].legend(frameon=False)
    figure.savefig(out / "curve-priors.png", dpi=110)


def narrowing(report: Path, out: Path) -> None:
    """A client's band as foretold, and the fit through all photos."""
    client = report / "anna"
    with (client / "curve.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file)]
    series = json.loads((client / "series.json").read_text(encoding="utf-8"))
    figure, axes = plt.subplots(1, 2, figsize=(11, 4), constrained_layout=True)
    for axis, measure, label in ((axes[0], "redness", "redness, EI"), (axes[1], "darkness", "darkness, % of fresh")):
        factor = 100 if measure == "darkness" else 1
        view = rows[0]["view"]
        for kind in ("foretold", "fit"):
            own = [row for row in rows if (row["measure"], row["kind"], row["view"]) == (measure, kind, view)]
            days = [float(row["day"]) for row in own]
            low, middle, high = ([factor * float(row[name]) for row in own] for name in ("low", "median", "high"))
            if kind == "foretold":
                axis.fill_between(days, low, high, color=BAND, label="as foretold")
            else:
                axis.plot(days, middle, color=LINE, label="fit through all photos")
                axis.plot(days, low, color=LINE, linestyle="--", linewidth=0.8)
                axis.plot(days, high, color=LINE, linestyle="--", linewidth=0.8)
        points = []
        for photo in series["photos"]:
            value = photo.get("relativeDarkness" if measure == "darkness" else "redness") or {}
            if value.get("value") is not None and photo.get("day") is not None:
                points.append((photo["day"], factor * value["value"], factor * value["standardError"]))
        axis.errorbar(*zip(*[(day, value) for day, value, _ in points]), yerr=[error for _, _, error in points],
                      fmt="o", color="black", markersize=4, label="photos, ± one standard error")
        axis.set_xscale("symlog", linthresh=14)
        axis.set_xticks([0, 7, 14, 42, 90, 365])
        axis.get_xaxis().set_major_formatter(matplotlib.ticker.ScalarFormatter())
        axis.set_xlim(-3, 420)
        axis.set_xlabel("days since the session")
        axis.set_ylabel(label)
        axis.grid(alpha=0.3)
    axes[0].legend(frameon=False)
    figure.savefig(out / "curve-narrowing.png", dpi=110)


if __name__ == "__main__":
    pictures = Path(sys.argv[3])
    priors(sys.argv[1], pictures)
    narrowing(Path(sys.argv[2]), pictures)
