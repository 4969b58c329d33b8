"""What Scalpline has to reach on each set. None: the value is told with its error and not judged by size."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    f1: float
    density: float
    false_dots: float | None = None
    coverage: float | None = None
    load: float | None = None
    redness_late: float | None = None
    redness_early: tuple[float, float] | None = None
    """Allowance `a + b · truth` in EI for the RMS of the error on days 0 to 3."""


GOALS = {
    "clean": Goal(f1=0.998, density=0.01, false_dots=1, coverage=0.03, load=0.03, redness_late=0.3,
                  redness_early=(0.3, 0.08)),
    "field": Goal(f1=0.985, density=0.02, false_dots=2, coverage=0.05, load=0.03, redness_late=0.3,
                  redness_early=(0.3, 0.08)),
    "hard": Goal(f1=0.975, density=0.03, false_dots=2, coverage=0.10, load=0.08, redness_late=0.4,
                 redness_early=(0.4, 0.12)),
    "far": Goal(f1=0.975, density=0.02, false_dots=2, coverage=0.05, load=0.03, redness_late=0.3,
                redness_early=(0.3, 0.08)),
    "phone": Goal(f1=0.97, density=0.04, false_dots=2, load=0.10, redness_late=0.8),
}
WITHOUT_SCALE = Goal(f1=0.97, density=0.04)
MOST_REFUSED = 0.05
PULL_RMS = (0.7, 1.4)
"""Root mean square of error over standard error."""
LEAST_WITHIN_TWO = 0.9
EARLY_ALLOWANCE = (0.3, 0.08)
"""By which early redness is given where the goal names none."""
