"""What a program says of one photo, in the units of the measures' definitions."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Value:
    """A value with its standard error; either may be missing."""

    value: float | None = None
    error: float | None = None

    def scaled(self, factor: float) -> Value:
        return Value(None if self.value is None else self.value * factor,
                     None if self.error is None else self.error * factor)


@dataclass
class Measured:
    """Measures of one photo. A value that is not given is None."""

    dots: list[tuple[float, float]] = field(default_factory=list)
    """Places of the dots in pixels."""
    density: Value = field(default_factory=Value)
    """Dots per cm² of treated skin."""
    coverage: Value = field(default_factory=Value)
    """Mean of 1 − Y/B over treated skin."""
    load: Value = field(default_factory=Value)
    """Mean load of a dot, mm²."""
    redness: Value = field(default_factory=Value)
    """Median erythema index of treated skin less that of reference skin, EI."""
