"""One run of a Python peer in a process of its own: `python -m speed.worker NAME PHOTO SCALE PARAMETERS WARM-UP`.

Libraries are loaded and have worked on the small warm-up photo before the clock starts. Prints one JSON object.
"""
from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import cv2

from .contestants import FLOORS, PIPELINES


def main() -> None:
    name, photo, scale, parameters, warm_up = sys.argv[1:]
    cv2.setNumThreads(1)
    contestant = {**PIPELINES, **FLOORS}[name]
    chosen = json.loads(parameters, parse_constant=float)
    contestant.run(Path(warm_up), float(scale), chosen)
    run = contestant.run(Path(photo), float(scale), chosen)
    json.dump({"dots": run.dots.as_json(), "whole": run.whole.as_json(),
               "measured": None if run.measured is None else asdict(run.measured)}, sys.stdout)


if __name__ == "__main__":
    main()
