"""What a competent user makes of found dots: treated region, density, coverage, load and redness."""
from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..measured import Measured, Value
from .detectors import Places
from .picture import Picture

CELL_MILLIMETRES = 0.25
SPREAD_MILLIMETRES = 1.5
"""Smoothing of the map of dots."""
REGION_SHARE = 0.4
"""The region is where dots are denser than this share of where they are dense."""
LEAST_DOTS = 30
LEAST_DENSITY = 20.0
DOT_MILLIMETRES = 0.25
"""Radius of what a dot may darken or colour."""
AROUND_MILLIMETRES = 0.5
"""How far the bare skin's light is smoothed."""
GAP_MILLIMETRES = 3.0
"""Between the region and the reference."""
LEAST_REFERENCE = 0.25
"""Least reference skin in cm²."""


def counted(picture: Picture, dots: Places) -> tuple[Places, NDArray[np.bool_] | None]:
    """The dots of the treated region, and the region; all that lie on skin where there is none."""
    dots = dots[_at(picture.skin, dots)]
    region = _region(picture, dots)
    return (dots if region is None else dots[_at(region, dots)]), region


def measure(picture: Picture, dots: Places) -> Measured:
    """Measures a photo by a peer's dots. Without a region there is nothing but the dots."""
    dots, region = counted(picture, dots)
    if region is None:
        return Measured(dots=places(dots))
    away = _distance(dots, region.shape) / picture.scale
    pigment = np.where(away <= DOT_MILLIMETRES, _pigment(picture, away > DOT_MILLIMETRES), 0)
    area = np.count_nonzero(region) / picture.scale**2
    return Measured(
        dots=places(dots), density=Value(len(dots) / area * 100),
        coverage=Value(float(pigment[region].mean())),
        load=Value(float(pigment[region].sum()) / len(dots) / picture.scale**2),
        redness=Value(_redness(picture, away > DOT_MILLIMETRES, region)))


def places(dots: Places) -> list[tuple[float, float]]:
    """Dots as the judge takes them."""
    return [(float(x), float(y)) for x, y in dots]


def _pixels(shape: tuple[int, ...], dots: Places) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    rounded = np.rint(dots).astype(np.intp)
    return np.clip(rounded[:, 1], 0, shape[0] - 1), np.clip(rounded[:, 0], 0, shape[1] - 1)


def _at(mask: NDArray[np.bool_], dots: Places) -> NDArray[np.bool_]:
    return mask[_pixels(mask.shape, dots)]


def _region(picture: Picture, dots: Places) -> NDArray[np.bool_] | None:
    """Where dots are dense, or None where they are too few to tell."""
    if len(dots) < LEAST_DOTS:
        return None
    height, width = picture.skin.shape
    cell = CELL_MILLIMETRES * picture.scale
    size = (int(np.ceil(width / cell)), int(np.ceil(height / cell)))
    counts = np.zeros((size[1], size[0]), np.float32)
    np.add.at(counts, (np.clip(dots[:, 1] // cell, 0, size[1] - 1).astype(int),
                       np.clip(dots[:, 0] // cell, 0, size[0] - 1).astype(int)), 1)
    skin = cv2.resize(picture.skin.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    spread = SPREAD_MILLIMETRES / CELL_MILLIMETRES

    def smooth(plane: NDArray[np.float32]) -> NDArray[np.float32]:
        return cv2.GaussianBlur(plane, (0, 0), spread, borderType=cv2.BORDER_CONSTANT)

    per_cell = smooth(counts) / np.maximum(smooth(skin), 0.05)
    density = per_cell / CELL_MILLIMETRES**2 * 100
    dense = float(np.median(density[_pixels(density.shape, dots / cell)]))
    if dense < LEAST_DENSITY:
        return None
    mask = cv2.resize((density > REGION_SHARE * dense).astype(np.uint8), (width, height),
                      interpolation=cv2.INTER_NEAREST) > 0
    return mask & picture.skin


def _distance(dots: Places, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Each pixel's distance from the nearest dot, in pixels."""
    away = np.ones(shape, np.uint8)
    away[_pixels(shape, dots)] = 0
    return cv2.distanceTransform(away, cv2.DIST_L2, 5)


def _pigment(picture: Picture, bare: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Darkening against the bare skin close by: 1 − Y/B with a local background."""
    spread = AROUND_MILLIMETRES * picture.scale
    weight = cv2.GaussianBlur(bare.astype(np.float32), (0, 0), spread)
    around = cv2.GaussianBlur(picture.darkening * bare, (0, 0), spread) / np.maximum(weight, 1e-3)
    return (picture.darkening - around) / np.maximum(1 - around, 0.1)


def _redness(picture: Picture, bare: NDArray[np.bool_], region: NDArray[np.bool_]) -> float | None:
    """Median erythema index inside less outside, both without dots."""
    gap = cv2.distanceTransform((~region).astype(np.uint8), cv2.DIST_L2, 5) / picture.scale
    inside, outside = region & bare, (gap > GAP_MILLIMETRES) & bare & picture.skin
    if np.count_nonzero(outside) / picture.scale**2 / 100 < LEAST_REFERENCE or not inside.any():
        return None
    green, red = np.maximum(picture.linear[..., 1], 1e-3), np.maximum(picture.linear[..., 2], 1e-3)
    index = 100 * np.log10(red / green)
    return float(np.median(index[inside]) - np.median(index[outside]))
