"""A photo as the peers' detectors get it: darkening against the skin around."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]

BACKGROUND_MILLIMETRES = 3.0
"""Width of the median that takes dots and hairs out of the skin's light."""
BACKGROUND_PIXELS = 25
"""The same at the reduced size at which it is taken."""
SKIN_CHROMA = ((133, 180), (77, 135))
"""Usual limits of skin in Cr and Cb."""
LEAST_SKIN = 0.2
"""Where less than this looks like skin, the limits do not fit the photo and all of it is taken."""


@dataclass
class Picture:
    """One photo in linear light."""

    linear: NDArray[np.float32]
    """Blue, green, red in 0…1."""
    scale: float
    """Pixels per millimetre."""
    skin: NDArray[np.bool_]

    @staticmethod
    def read(path: Path, scale: float) -> Picture:
        coded = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if coded is None:
            raise SystemExit(f"{path} cannot be read")
        return Picture.of(coded, scale)

    @staticmethod
    def of(coded: NDArray[np.uint8], scale: float) -> Picture:
        """The photo of coded blue, green and red."""
        value = np.arange(256) / 255
        table = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)
        return Picture(table[coded], scale, _skin(coded, scale))

    @cached_property
    def darkening(self) -> Plane:
        """1 − Y/B: the share of the light that is missing against a wide median."""
        luminance = self.linear @ np.array([0.0722, 0.7152, 0.2126], np.float32)
        factor = BACKGROUND_PIXELS / (BACKGROUND_MILLIMETRES * self.scale)
        small = cv2.resize(luminance, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        # A wide median takes 8 bits only; the square root spends them evenly.
        coded = np.clip(np.sqrt(np.maximum(small, 0)) * 255, 0, 255).astype(np.uint8)
        median = (cv2.medianBlur(coded, BACKGROUND_PIXELS).astype(np.float32) / 255) ** 2
        median = cv2.GaussianBlur(median, (0, 0), BACKGROUND_PIXELS / 4)
        height, width = luminance.shape
        background = cv2.resize(median, (width, height), interpolation=cv2.INTER_LINEAR)
        return (1 - luminance / np.maximum(background, 1e-3)).astype(np.float32)

    @cached_property
    def noise(self) -> float:
        """Robust spread of the darkening over the skin."""
        values = self.darkening[self.skin]
        return 1.4826 * float(np.median(np.abs(values - np.median(values)))) if values.size else 0.01


def _skin(coded: NDArray[np.uint8], scale: float) -> NDArray[np.bool_]:
    chroma = cv2.GaussianBlur(cv2.cvtColor(coded, cv2.COLOR_BGR2YCrCb), (0, 0), 0.3 * scale)
    (least_cr, most_cr), (least_cb, most_cb) = SKIN_CHROMA
    mask = cv2.inRange(chroma, (0, least_cr, least_cb), (255, most_cr, most_cb))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (int(2 * scale) | 1,) * 2)
    mask = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel) > 0
    return mask if mask.mean() >= LEAST_SKIN else np.ones_like(mask)
