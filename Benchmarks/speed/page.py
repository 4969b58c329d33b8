"""The comparison as a page."""
from __future__ import annotations

import importlib.metadata
import platform
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from accuracy.peers import tuning

from . import clock
from .compare import Comparison, Contestant

LIBRARIES = ("numpy", "opencv-python-headless", "scikit-image", "photutils", "pyvips-binary")

INTRODUCTION = """# Speed beside others

`make bench-peers`. All contestants work on the same photos with one thread each, taking turns, in an order that moves
on by one each round; times are medians over the rounds. djpeg decodes and throws the picture away: the least that any
of them must do. **CPU** is user time. Scalpline and djpeg count as whole processes, start-up and the file's hash
included. The Python peers count from the call that reads the file, their libraries loaded and warm. They are the
pipelines of `make accuracy` ([accuracy](accuracy/README.md)), tuned for each of these photos on a smaller one of another
client; 1.7 MP means that the decoded photo is reduced first. **Dots** is as far as places and density of the dots,
**all** with treated region, coverage, load and redness; Scalpline always does all, with standard errors. libvips finds
no dots: it tells what decoding, reducing and filtering cost at least.

F1 and the density's error are against the phantom's truth, for a fast wrong answer is no peer.
"""


def page(program: Path, comparisons: Sequence[Comparison]) -> str:
    """The page of all photos."""
    rounds = comparisons[0].rounds
    out = [INTRODUCTION, f"Machine: {clock.machine()}. Rounds: {rounds}. {_versions(program)}\n"]
    for one in comparisons:
        out.append(f"## {one.scene.title}\n")
        out.append(f"{one.dots:,} dots that may be found, {one.scene.scale:g} px/mm.\n")
        out.append(_table(one))
        tuned = [f"- {peer.title}: {_parameters(peer)}" for peer in one.contestants.values() if peer.parameters]
        out += ["Tuned:\n", "\n".join(tuned) + "\n"]
    return "\n".join(out)


def _table(comparison: Comparison) -> str:
    lines = ["| contestant | all: CPU, ms | × djpeg | dots: CPU, ms | × djpeg | all: system, ms | all: wall, ms | F1 "
             "| density |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for one in comparison.contestants.values():
        whole = clock.median(one.whole)
        cells = [one.title, f"{whole.user * 1000:,.0f}", f"{comparison.ratio(whole):.1f}"]
        if one.parameters is not None:
            dots = clock.median(one.dots)
            cells += [f"{dots.user * 1000:,.0f}", f"{comparison.ratio(dots):.1f}"]
        else:
            cells += ["", ""]
        cells += [f"{whole.system * 1000:,.0f}", f"{whole.wall * 1000:,.0f}"]
        cells += ["", ""] if one.f1 is None else [
            f"{one.f1:.4f}", "refused" if one.density is None else f"{one.density:+.1%}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _parameters(one: Contestant) -> str:
    said = ", ".join(f"{name} {value}" for name, value in tuning.plain(one.parameters or {}).items())
    return f"{said} (F1 {one.training_f1:.4f} where tuned)"


def _versions(program: Path) -> str:
    def asked(*command: str | Path) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr).strip()

    turbo = re.search(r"libjpeg-turbo version ([\d.]+)", asked("djpeg", "-version"))
    libraries = [f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES]
    return (f"{asked(program, '--version')}, libjpeg-turbo {turbo.group(1) if turbo else 'unknown'}, "
            f"Python {platform.python_version()}, {', '.join(libraries)}.")
