"""Accuracy of the measures on rendered photos. Run from Benchmarks:

    python3 -m accuracy                          all sets beside the peers; see `make accuracy`
    python3 -m accuracy sweeps                   the same scalps with one thing changed; see `make sweeps`
    python3 -m accuracy photos --seed 77 --count 20 [options of `scalpline phantom photos`]
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import comparison, one_by_one, photos, report
from .sweeps import switches

TRAIN, TEST = 12, 20
KEPT = photos.ROOT / "Benchmarks"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m accuracy", description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("compare", "sweeps", "photos"), default="compare")
    parser.add_argument("--tool", type=Path, default=photos.ROOT / ".build/release/scalpline")
    parser.add_argument("--count", type=int, help=f"photos that stand alone to judge by ({TEST}); series come "
                        f"besides. sweeps: scenes at each value ({switches.SCENES})")
    parser.add_argument("--sets", help="only these sets, with commas; nothing is kept then")
    parser.add_argument("--jobs", type=int, help="sweeps: photos worked on at once (all cores)")
    parser.add_argument("--keep", type=Path, help="photos: folder to leave them in")
    options, others = parser.parse_known_args()
    for name in ("count", "jobs"):
        if getattr(options, name) is not None and getattr(options, name) < 1:
            parser.error(f"--{name} must be 1 or more")
    program = options.tool.resolve()
    if options.what == "photos":
        one_by_one.run(program, ["--count", str(options.count or TEST), *others], options.keep)
    elif others:
        parser.error(f"unknown: {' '.join(others)}")
    elif options.what == "sweeps":
        sweep_all(program, options.count or switches.SCENES, options.jobs)
    else:
        names = options.sets.split(",") if options.sets else None
        unknown = set(names or ()) - {one.name for one in photos.SETS}
        if unknown:
            parser.error(f"no such set: {', '.join(sorted(unknown))}")
        compare(program, options.count or TEST, names)


def compare(program: Path, count: int, names: list[str] | None) -> None:
    """Runs the comparison; the result is kept in the repository if it is of all sets and the usual count."""
    chosen = [one for one in photos.SETS if names is None or one.name in names]
    train = max(2, round(count * TRAIN / TEST))
    result = comparison.run(program, chosen, train, count)
    text = report.page(result)
    is_usual = names is None and count == TEST
    folder = KEPT if is_usual else photos.STORE
    kept = KEPT / "accuracy.json"
    print("\n" + text)
    if kept.exists():
        lines = report.difference(json.loads(kept.read_text(encoding="utf-8")), result)
        print("Against the kept result:", *(lines or ["no change"]), sep="\n  ")
    figures = json.dumps(result, indent=1, ensure_ascii=False)
    (folder / "accuracy.json").write_text(figures + "\n", encoding="utf-8")
    (folder / "accuracy.md").write_text(text, encoding="utf-8")
    print(f"Written: {folder / 'accuracy.md'}")


def sweep_all(program: Path, count: int, jobs: int | None) -> None:
    """Runs the sweeps; page, figures and images are kept in the repository if they are of the usual count."""
    from .sweeps import page, plots, sweep  # The plots need a library that the others do not.
    result = sweep.run(program, count, jobs)
    is_usual = count == switches.SCENES
    folder = KEPT if is_usual else photos.STORE
    images = photos.ROOT / "Docs" / "Images" if is_usual else photos.STORE
    figures = json.dumps(result, indent=1, ensure_ascii=False)
    (folder / "sweeps.json").write_text(figures + "\n", encoding="utf-8")
    (folder / "sweeps.md").write_text(page.page(result), encoding="utf-8")
    for path in (folder / "sweeps.md", *plots.draw(result, images)):
        print(f"Written: {path}")


if __name__ == "__main__":
    main()
