"""The photos that are timed: rendered once, kept under .build/bench-photos by their options.

What is timed hangs little on the phantom's version, so its sources are no part of the key: `rm -r .build/bench-photos`
renders anew.
"""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accuracy import photos, truth
from accuracy.truth import Truth

STORE = photos.ROOT / ".build" / "bench-photos"
SEED, TRAINING_SEED = 3, 1003
TRAINING_SIZE = (1200, 900)
SETTLED_DAY = 60


@dataclass(frozen=True)
class Scene:
    """One kind of photo."""

    title: str
    width: int
    height: int
    scale: float
    """Pixels per millimetre."""
    density: float
    """Dots made per cm² of treated skin."""
    others: tuple[str, ...] = ()

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6

    def photo(self, program: Path) -> Truth:
        """The photo and what is true of it."""
        return self._render(program, self.width, self.height, SEED)

    def training(self, program: Path) -> Truth:
        """A small photo of another client, to tune on."""
        return self._render(program, *TRAINING_SIZE, TRAINING_SEED)

    def _render(self, program: Path, width: int, height: int, seed: int) -> Truth:
        return render(program, "--set", "clean", "--width", width, "--height", height, "--scale", self.scale,
                      "--dots", self.density, "--day", SETTLED_DAY, "--seed", seed, "--count", 1, *self.others)[0]


def render(program: Path, *options: object) -> list[Truth]:
    """Photos at options of `scalpline phantom photos`, with what is true of them."""
    return truth.read(photos.rendered(program, tuple(map(str, options)), STORE, version="bench"))


LARGE = Scene("12 megapixels, dots of 0.18 mm", 4000, 3000, 40, 700, ("--dot-diameter", "0.18"))
"""What the comparison is about: a phone's photo with as many dots as a densely treated scalp shows."""
CROWDED = Scene("12 megapixels, dots of 0.25 mm, many of which touch", 4000, 3000, 40, 700, ("--dot-diameter", "0.25"))
"""The same with wide dots, where counting is hard."""
ORDINARY = Scene("3 megapixels, 20 px/mm", 2000, 1500, 20, 150)
"""A photo of an ordinary kind, for what takes long."""
