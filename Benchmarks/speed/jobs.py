"""Batches: how much more two jobs do than one, and how much of the machine is at work."""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from . import clock, scenes
from .clock import Spent


@dataclass(frozen=True)
class Batch:
    """So many photos of one size, of which some are rendered and then taken again and again."""

    title: str
    count: int
    rendered: int
    width: int
    height: int

    def paths(self, program: Path) -> list[Path]:
        """Each photo as a file of its own, by links."""
        truths = scenes.render(program, "--set", "clean", "--width", self.width, "--height", self.height, "--seed", 21,
                               "--count", self.rendered)
        folder = truths[0].folder.with_name(f"{truths[0].folder.name}-{self.count}")
        folder.mkdir(exist_ok=True)
        out = []
        for number in range(self.count):
            truth = truths[number % len(truths)]
            link = folder / f"{number:04}.jpg"
            if not link.exists():
                link.hardlink_to(truth.path)
            out.append(link)
        return out


BATCHES = (Batch("3 megapixels", 40, 8, 2000, 1500), Batch("0.1 megapixels", 1000, 40, 400, 300))


def run(program: Path, rounds: int) -> list[tuple[Batch, dict[int, Spent]]]:
    """Each batch at one job and at as many as there are cores, taking turns."""
    out = []
    for batch in BATCHES:
        listing = scenes.STORE / f"{batch.count}.txt"
        listing.write_text("\n".join(map(str, batch.paths(program))) + "\n", encoding="utf-8")
        runs: dict[int, list[Spent]] = {1: [], os.cpu_count() or 2: []}
        for _ in range(rounds):
            for jobs, spent in runs.items():
                spent.append(clock.process(
                    [program, "measure", "--quiet", "--scale", "20", "--jobs", str(jobs), "-"], listing))
                print(f"  {batch.count} photos, {batch.title}, {jobs} jobs: {spent[-1].wall:.1f} s", flush=True)
        out.append((batch, {jobs: clock.median(spent) for jobs, spent in runs.items()}))
    return out


def page(results: list[tuple[Batch, dict[int, Spent]]], rounds: int) -> str:
    """The table."""
    lines = [
        "# Batches\n",
        f"`make bench-jobs`, medians; rounds: {rounds}. Gain: photos a second over those at one job. At work: user "
        "and system CPU over wall time times jobs; what is missing was waited for, or taken by others on the machine.\n",
        f"Machine: {clock.machine()}.\n",
        "| photos | jobs | photos a second | gain | CPU a photo, ms | at work |",
        "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for batch, by_jobs in results:
        for jobs, spent in by_jobs.items():
            work = spent.user + spent.system
            lines.append(f"| {batch.count:,}, {batch.title} | {jobs} | {batch.count / spent.wall:.1f} "
                         f"| {by_jobs[1].wall / spent.wall:.2f} | {work / batch.count * 1e3:.0f} "
                         f"| {work / spent.wall / jobs:.0%} |")
    return "\n".join(lines) + "\n"
