"""Tunes a peer on the training split and measures the test split with it."""
from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Sequence
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

import cv2

from .. import matching
from ..measured import Measured
from ..truth import Truth
from . import naive
from .detectors import PEERS, Parameters
from .picture import Picture

ROUNDS = 2
"""How often each parameter is tried anew with the others as they are by then."""


def run(peer: str, train: Sequence[Truth], test: Sequence[Truth]) -> tuple[dict, list[Measured]]:
    """Tunes a peer and judges it: what was chosen, and its measures of the test photos."""
    with Pool(os.cpu_count(), initializer=cv2.setNumThreads, initargs=(1,)) as pool:
        f1, parameters = _tuned(pool, peer, [truth for truth in train if not truth.is_before])
        measured = pool.starmap(_measure, [(peer, truth, parameters) for truth in test], chunksize=1)
    return {"detector": PEERS[peer].name, "trainingF1": round(f1, 4), "parameters": plain(parameters)}, measured


def plain(parameters: Parameters) -> dict[str, object]:
    """Parameters as JSON can hold them."""
    return {name: _plain(value) for name, value in parameters.items()}


def walk(
    grid: dict[str, tuple], judge: Callable[[Sequence[Parameters]], Sequence[float]]
) -> tuple[float, Parameters]:
    """The best parameters that a walk along each parameter in turn finds, and their score."""
    known: dict[tuple, float] = {}

    def best_of(candidates: Sequence[Parameters]) -> Parameters:
        new = [one for one in candidates if tuple(one.values()) not in known]
        for one, score in zip(new, judge(new)):
            known[tuple(one.values())] = score
        return max(candidates, key=lambda one: known[tuple(one.values())])

    best: Parameters = {name: values[0] for name, values in grid.items()}
    for _ in range(ROUNDS):
        start = best
        for name, values in grid.items():
            best = best_of([{**best, name: value} for value in values])
        if best == start:
            break
    return known[tuple(best.values())], best


def _tuned(pool, peer: str, photos: Sequence[Truth]) -> tuple[float, Parameters]:
    """The best parameters by the median F1."""
    def judge(candidates: Sequence[Parameters]) -> list[float]:
        scores = pool.starmap(_scores, [(peer, truth, candidates) for truth in photos], chunksize=1)
        return [statistics.median(column) for column in zip(*scores)]

    return walk(PEERS[peer].grid, judge)


@lru_cache(maxsize=4)
def _picture(path: Path, scale: float) -> Picture:
    """Training goes over the same photos again and again."""
    return Picture.read(path, scale)


def _scores(peer: str, truth: Truth, candidates: Sequence[Parameters]) -> list[float]:
    picture = _picture(truth.path, truth.scale)
    out = []
    for one in candidates:
        dots, _ = naive.counted(picture, PEERS[peer].find(picture, one))
        out.append(matching.count(truth, naive.places(dots)).f1)
    return out


def _measure(peer: str, truth: Truth, parameters: Parameters) -> Measured:
    picture = _picture(truth.path, truth.scale)
    return naive.measure(picture, PEERS[peer].find(picture, parameters))


def _plain(value: object) -> object:
    """As JSON can hold it: no infinities."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return "none" if value == float("inf") else value
