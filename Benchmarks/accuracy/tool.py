"""Runs the tool: renders photos and measures them."""
from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .measured import Measured, Value
from .truth import Truth

SOME_FAILED = 3
"""Exit status of a run in which some photos could not be measured; each has a record all the same."""


def render(tool: Path, folder: Path, options: Sequence[str]) -> None:
    """Renders photos with their truth into a folder."""
    subprocess.run([tool, "phantom", "photos", "--output", folder, *options], check=True,
                   stdout=subprocess.DEVNULL)


def measure(
    tool: Path, truths: Sequence[Truth], paths: Sequence[Path] | None = None, jobs: int | None = None
) -> tuple[list[Measured], str]:
    """Measures photos, and says by which version of the method.

    Without a scale the tool speaks of pixels; the photo's true scale makes them comparable.
    `paths` are other copies of the photos, in the truths' order; `jobs` how many are worked on at once.
    """
    paths = paths or [truth.path for truth in truths]
    threads = [] if jobs is None else ["--jobs", str(jobs)]
    run = subprocess.run([tool, "measure", "--quiet", "--dots", *threads, "-"], input="\n".join(map(str, paths)),
                         capture_output=True, text=True, check=False)
    if run.returncode not in (0, SOME_FAILED):
        raise SystemExit(f"scalpline measure failed:\n{run.stderr}")
    records = [json.loads(line) for line in run.stdout.splitlines()]
    if len(records) != len(truths):
        raise SystemExit(f"scalpline measure gave {len(records)} records for {len(truths)} photos")
    method = next((record["method"] for record in records if "method" in record), "unknown")
    return [_measured(record, truth) for record, truth in zip(records, truths)], method


def _measured(record: dict, truth: Truth) -> Measured:
    if "error" in record:
        return Measured()

    def value(name: str, key: str = "value") -> Value:
        return Value(record[name][key], record[name]["standardError"])

    has_scale = record["pixelsPerMillimetre"] is not None
    area = 1.0 if has_scale else truth.scale**-2
    density = 1.0 if has_scale else truth.scale**2 * 100 / 1e6
    return Measured(
        dots=[(dot[0], dot[1]) for dot in record["dots"]], density=value("density").scaled(density),
        coverage=value("coverage"), load=value("darkness", "pigmentLoad").scaled(area),
        redness=value("redness"))
