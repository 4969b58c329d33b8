"""A peer's parameters for a scene: tuned on a training photo of the scene at the peer's own reduction, and kept."""
from __future__ import annotations

import json
import os
from functools import cache, partial
from multiprocessing import Pool
from pathlib import Path

import cv2
from accuracy import matching, photos
from accuracy.peers import naive, tuning
from accuracy.peers.detectors import Parameters
from accuracy.truth import Truth

from .contestants import PIPELINES, Pipeline
from .scenes import STORE, Scene

SOURCES = ("Benchmarks/accuracy/peers", "Benchmarks/speed/contestants.py", "Benchmarks/speed/requirements.txt",
           "Benchmarks/accuracy/requirements.txt")


def parameters(name: str, scene: Scene, program: Path) -> tuple[float, Parameters]:
    """F1 on the training photo, and the parameters that reach it."""
    truth = scene.training(program)
    code = photos.hash_of_files(photos.ROOT / source for source in SOURCES)
    file = STORE / "tuned" / f"{truth.folder.name}-{scene.width}x{scene.height}-{name}-{code}.json"
    if not file.exists():
        pipeline = PIPELINES[name].training_pipeline(truth.width * truth.height, scene.width * scene.height)
        with Pool(os.cpu_count(), initializer=cv2.setNumThreads, initargs=(1,)) as pool:
            f1, chosen = tuning.walk(
                pipeline.detector.grid,
                lambda candidates: pool.map(partial(_score, pipeline, truth), candidates, chunksize=1))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([f1, chosen]), encoding="utf-8")
    f1, chosen = json.loads(file.read_text(encoding="utf-8"))
    return f1, chosen


@cache
def _picture(pipeline: Pipeline, path: Path, scale: float):
    """Tuning goes over the same photo again and again."""
    return pipeline.picture(path, scale)


def _score(pipeline: Pipeline, truth: Truth, candidate: Parameters) -> float:
    picture = _picture(pipeline, truth.path, truth.scale)
    dots, _ = naive.counted(picture, pipeline.detector.find(picture, candidate))
    return matching.count(truth, pipeline.restored(naive.places(dots), picture.scale / truth.scale)).f1
