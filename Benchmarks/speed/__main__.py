"""Speed. Run from Benchmarks with the libraries of speed/requirements.txt:

    python -m speed peers      beside djpeg, OpenCV, scikit-image, photutils and libvips; see `make bench-peers`
    python -m speed growth     cost by megapixels and by dots; see `make bench-growth`
    python -m speed jobs       batches at one job and at several; see `make bench-jobs`
    python -m speed photos     the photos of the Swift benchmarks; see `make bench-swift`
"""
from __future__ import annotations

import argparse
from pathlib import Path

from accuracy import photos

ROUNDS = 5
KEPT = photos.ROOT / "Benchmarks"
IMAGES = photos.ROOT / "Docs" / "Images"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m speed", description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("peers", "growth", "jobs", "photos"))
    parser.add_argument("--tool", type=Path, default=photos.ROOT / ".build/release/scalpline")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"peers, jobs: how often each one works ({ROUNDS})")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be 1 or more")
    program = options.tool.resolve()
    {"peers": lambda: _peers(program, options.rounds), "growth": lambda: _growth(program),
     "jobs": lambda: _jobs(program, options.rounds), "photos": lambda: _photos(program)}[options.what]()


def _peers(program: Path, rounds: int) -> None:
    from . import compare, page, plots, scenes
    comparisons = []
    for scene in (scenes.LARGE, scenes.CROWDED):
        print(scene.title, flush=True)
        comparisons.append(compare.run(program, scene, rounds))
    _write(KEPT / "peers.md", page.page(program, comparisons))
    plots.peers(comparisons[0], IMAGES / "peers.png")


def _growth(program: Path) -> None:
    from . import growth, plots
    growths = growth.run(program)
    _write(KEPT / "growth.md", growth.page(growths))
    plots.growth(growths, IMAGES / "growth.png")


def _jobs(program: Path, rounds: int) -> None:
    from . import jobs
    _write(KEPT / "jobs.md", jobs.page(jobs.run(program, rounds), rounds))


def _photos(program: Path) -> None:
    from . import suite
    print(suite.prepare(program))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    print(f"\n{text}\nWritten: {path}")


if __name__ == "__main__":
    main()
