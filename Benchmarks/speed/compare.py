"""All contestants on the same photo, taking turns, each round in another order."""
from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from os import environ
from pathlib import Path

from accuracy import photos, scores, tool
from accuracy.measured import Measured, Value
from accuracy.truth import Truth

from . import clock, tuned
from .clock import Spent
from .contestants import FLOORS, PIPELINES
from .scenes import Scene

OURS, DECODER = "Scalpline", "djpeg"
BENCHMARKS = photos.ROOT / "Benchmarks"


@dataclass
class Contestant:
    """What one contestant spent and how true its answer is."""

    title: str
    dots: list[Spent] = field(default_factory=list)
    """Rounds, as far as dots and density."""
    whole: list[Spent] = field(default_factory=list)
    """Rounds, with all measures."""
    f1: float | None = None
    density: float | None = None
    """Error of the density over the truth."""
    parameters: dict | None = None
    training_f1: float | None = None

    @property
    def finds_dots(self) -> bool:
        return self.f1 is not None


@dataclass
class Comparison:
    """One photo's contest."""

    scene: Scene
    dots: int
    """True dots in the photo."""
    rounds: int
    contestants: dict[str, Contestant]

    def ratio(self, spent: Spent) -> float:
        """User CPU over djpeg's."""
        return spent.user / max(clock.median(self.contestants[DECODER].whole).user, 1e-9)


def run(program: Path, scene: Scene, rounds: int) -> Comparison:
    """Tunes the peers where they are not yet, lets everybody work in turn, and judges what they found."""
    truth, warm_up = scene.photo(program), scene.training(program)
    contestants = {DECODER: Contestant("djpeg (libjpeg-turbo), decoding alone"),
                   OURS: Contestant("Scalpline, whole process")}
    for name, pipeline in PIPELINES.items():
        f1, chosen = tuned.parameters(name, scene, program)
        contestants[name] = Contestant(pipeline.title, parameters=chosen, training_f1=f1)
    contestants |= {name: Contestant(floor.title) for name, floor in FLOORS.items()}
    for number in range(rounds):
        names = list(contestants)
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            one = contestants[name]
            if name == DECODER:
                one.whole.append(clock.process(["djpeg", "-outfile", "/dev/null", truth.path]))
            elif name == OURS:
                one.whole.append(clock.process(
                    [program, "measure", "--quiet", "--jobs", "1", "--scale", str(truth.scale), truth.path]))
            else:
                _peer(name, one, truth, warm_up)
            print(f"  round {number + 1}, {one.title}: {one.whole[-1].user:.2f} s", flush=True)
    measured, _ = tool.measure(program, [truth], jobs=1)
    _judge(contestants[OURS], truth, measured[0])
    return Comparison(scene, len(truth.places), rounds, contestants)


def _peer(name: str, one: Contestant, truth: Truth, warm_up: Truth) -> None:
    command = [sys.executable, "-m", "speed.worker", name, truth.path, str(truth.scale),
               json.dumps(one.parameters or {}), warm_up.path]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCHMARKS,
                          env={**environ, **clock.ONE_THREAD})
    answer = json.loads(done.stdout)
    one.dots.append(Spent(**answer["dots"]))
    one.whole.append(Spent(**answer["whole"]))
    found = answer["measured"]
    if found is not None and one.f1 is None:
        _judge(one, truth, Measured(
            dots=[(x, y) for x, y in found["dots"]], density=Value(**found["density"])))


def _judge(one: Contestant, truth: Truth, measured: Measured) -> None:
    score = scores.score(truth, measured)
    one.f1, one.density = score.f1, score.density.relative
