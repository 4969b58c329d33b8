"""What a process or a piece of work spends."""
from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path

ONE_THREAD = {name: "1" for name in (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VIPS_CONCURRENCY")}
"""Keeps the libraries to one thread."""
SOME_FAILED = 3
"""Exit status of `scalpline measure` where some photos could not be measured."""


@dataclass
class Spent:
    """Seconds."""

    user: float = 0.0
    """CPU in the program itself."""
    system: float = 0.0
    """CPU in the kernel: page faults, reading."""
    wall: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.user + other.user, self.system + other.system, self.wall + other.wall)

    def as_json(self) -> dict[str, float]:
        return asdict(self)


def median(runs: Sequence[Spent]) -> Spent:
    """The median of each."""
    return Spent(*(statistics.median(getattr(one, field.name) for one in runs) for field in fields(Spent)))


@contextmanager
def work() -> Iterator[Spent]:
    """What the work inside spends in this process, all threads together; filled in at the end."""
    spent = Spent()
    start, wall = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    yield spent
    end = resource.getrusage(resource.RUSAGE_SELF)
    spent.user, spent.system = end.ru_utime - start.ru_utime, end.ru_stime - start.ru_stime
    spent.wall = time.perf_counter() - wall


def process(command: Sequence[str | Path], standard_input: Path | None = None) -> Spent:
    """What a whole process spends, start-up included; its output goes nowhere."""
    wall = time.perf_counter()
    with open(standard_input or os.devnull, "rb") as source:
        child = subprocess.Popen([str(word) for word in command], stdin=source, stdout=subprocess.DEVNULL,
                                 env={**os.environ, **ONE_THREAD})
        _, status, usage = os.wait4(child.pid, 0)
    spent = Spent(usage.ru_utime, usage.ru_stime, time.perf_counter() - wall)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, SOME_FAILED):
        raise SystemExit(f"exit status {child.returncode}: {' '.join(map(str, command))}")
    return spent


LOAD_BEFORE = os.getloadavg()[0]
"""Processes that were at work before ours began."""


def machine() -> str:
    """The processor's model line, how many of it, and what company there was."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(models)} × {models[0] if models else 'unknown'}, load before the run {LOAD_BEFORE:.1f}"
