"""Ours and the peers on every set: renders, tunes, measures, judges."""
from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path

from . import photos, scores, tool
from .photos import PhotoSet
from .scores import Score
from .truth import Truth

OURS = "Scalpline"
PEERS = ("OpenCV", "scikit-image", "photutils")
REMEMBERED = ("peers", "matching.py", "measured.py", "scores.py", "truth.py", "requirements.txt")
"""What decides the peers' scores besides the photos; while it stays, they are not measured again."""


def run(program: Path, sets: Sequence[PhotoSet], train: int, test: int) -> dict:
    """Everything that the report tells."""
    out: dict = {"schema": "scalpline.accuracy/1", "method": "", "phantom": photos.phantom_version(),
                 "photos": {}, "sets": {}, "withoutScale": {}, "tuned": {}}
    for photo_set in sets:
        started = time.monotonic()
        splits = photos.render(program, photo_set, train, test)
        trained, tested = splits.train, splits.test
        out["photos"] = {"train": len(trained), "test": len(tested)}
        allowance = scores.allowance(photo_set.name)
        measured, out["method"] = tool.measure(program, tested)
        ours = [scores.score(truth, one) for truth, one in zip(tested, measured)]
        out["sets"][photo_set.name] = {OURS: scores.summary(ours, allowance)}
        if photo_set.name in photos.SETS_WITHOUT_SCALE:
            measured, _ = tool.measure(program, tested, photos.without_scale(tested))
            bare = [scores.score(truth, one) for truth, one in zip(tested, measured)]
            out["withoutScale"][photo_set.name] = {OURS: scores.summary(bare, allowance)}
        out["tuned"][photo_set.name] = {}
        for peer in PEERS:
            chosen, theirs = _peer(peer, trained, tested)
            out["tuned"][photo_set.name][peer] = chosen
            out["sets"][photo_set.name][peer] = scores.summary(theirs, allowance)
        print(f"{photo_set.name}: {len(tested)} photos judged, {len(trained)} to tune on, "
              f"{time.monotonic() - started:.0f} s", flush=True)
    return out


def _peer(peer: str, trained: Sequence[Truth], tested: Sequence[Truth]) -> tuple[dict, list[Score]]:
    here = Path(__file__).resolve().parent
    code = photos.hash_of_files(here / name for name in REMEMBERED)
    names = [f"{truth.folder.name}/{truth.file}" for truth in (*trained, *tested)]
    key = hashlib.sha256("\0".join((code, peer, str(len(trained)), *names)).encode()).hexdigest()[:16]
    file = photos.STORE / "peers" / f"{key}.json"
    if file.exists():
        stored = json.loads(file.read_text(encoding="utf-8"))
        return stored["chosen"], [Score.from_json(one) for one in stored["scores"]]
    from .peers import tuning  # The peers' libraries are needed only here.
    chosen, measured = tuning.run(peer, trained, tested)
    out = [scores.score(truth, one) for truth, one in zip(tested, measured)]
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished")
    stored = {"chosen": chosen, "scores": [one.as_json() for one in out]}
    unfinished.write_text(json.dumps(stored), encoding="utf-8")
    unfinished.rename(file)
    return chosen, out
