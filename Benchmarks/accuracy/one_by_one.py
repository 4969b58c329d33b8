"""Photos at options of one's own, ours alone, a line for each photo. Needs the standard library only."""
from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import goals, scores, tool, truth

HEADING = "photo            skin      day     F1  missed  false  density coverage     load  redness"


def run(program: Path, options: Sequence[str], keep: Path | None) -> None:
    """Renders photos, measures them and prints each one's errors and their medians."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch) / "photos"
        tool.render(program, folder, options)
        truths = truth.read(folder)
        measured, _ = tool.measure(program, truths)
    rows = [scores.score(one, found) for one, found in zip(truths, measured)]
    print(HEADING)
    for row in rows:
        print(f"{row.file[:16]:16} {row.skin[:7]:7} {row.day:5.0f} {_cell(row.f1, '6.3f', 6)} {row.missed:7} "
              f"{row.false:6} {_cell(row.density.relative, '8.1%')} {_cell(row.coverage.relative, '8.1%')} "
              f"{_cell(row.load.relative, '8.1%')} {_cell(row.redness.difference, '8.2f')}")
    print("\nMedians of absolute errors; redness of days 0-3 as RMS over 0.3 EI + 8 %; Pull: RMS of error over "
          "standard error:")
    for name, value in scores.summary(rows, goals.EARLY_ALLOWANCE).items():
        print(f"  {name:18} {'-' if value is None else format(value, '.4g')}")


def _cell(value: float | None, form: str, width: int = 8) -> str:
    return format("-", f">{width}") if value is None else format(value, form)
