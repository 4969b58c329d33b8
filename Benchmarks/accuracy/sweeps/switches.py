"""What is swept: one switch of the phantom each, over the same scenes."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SET = "field"
SEED = 5500
"""None of the seeds that accuracy is judged by."""
SCENES = 10
"""Photos at each value; one in five of them is from before treatment."""
FIELD_OF_VIEW = (50, 37.5)
"""Of every photo, mm: the scalp in the picture stays the same at every distance."""
SCALE = 20.0
"""Pixels per millimetre where distance is not what is swept."""


@dataclass(frozen=True)
class Switch:
    """One thing about the photo, and the values it takes."""

    name: str
    title: str
    axis: str
    """What it is, with its unit."""
    values: tuple[float, ...]
    given: Callable[[float], tuple[str, ...]]
    """Options for a value, besides those of all."""
    is_logarithmic: bool = False

    def options(self, value: float, count: int) -> tuple[str, ...]:
        """Options of `scalpline phantom photos` for a value."""
        return ("--set", SET, "--seed", str(SEED), "--count", str(count), *self.given(value))


def at_scale(scale: float) -> tuple[str, ...]:
    """Options for a distance: how many pixels the field of view gets."""
    width, height = (str(round(side * scale)) for side in FIELD_OF_VIEW)
    return ("--width", width, "--height", height, "--scale", f"{scale:g}")


def option(name: str) -> Callable[[float], tuple[str, ...]]:
    """Options for a value of one switch at the usual distance."""
    return lambda value: (*at_scale(SCALE), name, f"{value:g}")


SWITCHES = (
    Switch("blur", "Blur", "blur, σ in pixels", (0.5, 0.8, 1.2, 1.6, 2.0, 2.5), option("--blur")),
    Switch("exposure", "Exposure", "exposure over an everyday one", (0.4, 0.55, 0.7, 0.85, 1.05, 1.3),
           option("--exposure")),
    Switch("whiteBalance", "White balance", "balance error, one σ of each channel, %",
           (0, 0.015, 0.03, 0.06, 0.10, 0.15), option("--white-balance")),
    Switch("distance", "Distance", "scale, pixels per mm", (8, 10, 14, 20, 28, 40), at_scale,
           is_logarithmic=True),
)
