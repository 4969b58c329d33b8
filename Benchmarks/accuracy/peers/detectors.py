"""The peers' detectors of dots, with the parameters that a user would tune.

Lengths are in millimetres, so that one set of parameters serves photos of several scales. A threshold is a
darkening, or so many times the photo's own spread of darkening: both are common, and tuning chooses.
"""
from __future__ import annotations

import math
import warnings
from abc import ABC, abstractmethod
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray
from photutils.detection import DAOStarFinder
from skimage.feature import blob_log

from .picture import Picture

Parameters = dict[str, object]
Places = NDArray[np.float64]
"""Rows of x and y in pixels."""

THRESHOLDS = (("darkening", 0.015), ("darkening", 0.03), ("darkening", 0.05), ("darkening", 0.08),
              ("spread", 1.5), ("spread", 2.5), ("spread", 4.0), ("spread", 6.0))


def height(threshold: tuple[str, float], picture: Picture) -> float:
    kind, number = threshold
    return number if kind == "darkening" else number * picture.noise


class Detector(ABC):
    """One peer's way to find dots."""

    name: ClassVar[str]
    grid: ClassVar[dict[str, tuple]]
    """Values to try of each parameter; the first of each is where tuning starts."""

    @abstractmethod
    def find(self, picture: Picture, parameters: Parameters) -> Places:
        """Places of the dots that it finds."""


class DifferenceOfGaussians(Detector):
    """OpenCV: maxima of a difference of Gaussians, without those that lie on an edge or a hair.

    Its SimpleBlobDetector was tried in this place: an F1 of 0.6 where this one reaches 0.99.
    """

    name = "difference of Gaussians"
    grid = {
        "sigma": (0.09, 0.06, 0.07, 0.11, 0.14),
        "threshold": (("darkening", 0.02), *THRESHOLDS),
        "edge": (3.0, 1.5, 2.0, 5.0, math.inf),
    }
    RATIO = 1.6
    """Of the wider Gaussian to the narrower."""

    def find(self, picture: Picture, parameters: Parameters) -> Places:
        sigma = max(parameters["sigma"] * picture.scale, 0.6)
        response = (cv2.GaussianBlur(picture.darkening, (0, 0), sigma)
                    - cv2.GaussianBlur(picture.darkening, (0, 0), self.RATIO * sigma))
        reach = 2 * max(1, round(sigma)) + 1
        summit = response == cv2.dilate(response, np.ones((reach, reach), np.uint8))
        summit &= response > height(parameters["threshold"], picture)
        summit[[0, -1]] = False
        summit[:, [0, -1]] = False
        y, x = np.nonzero(summit)
        left, right = response[y, x - 1], response[y, x + 1]
        above, below = response[y - 1, x], response[y + 1, x]
        middle = response[y, x]
        xx, yy = left + right - 2 * middle, above + below - 2 * middle
        xy = (response[y + 1, x + 1] - response[y + 1, x - 1]
              - response[y - 1, x + 1] + response[y - 1, x - 1]) / 4
        determinant, trace = xx * yy - xy * xy, xx + yy
        edge = parameters["edge"]
        limit = math.inf if math.isinf(edge) else (edge + 1) ** 2 / edge
        round_enough = (determinant > 0) & (trace * trace < limit * np.maximum(determinant, 1e-12))
        across = x - (right - left) / (2 * np.minimum(xx, -1e-9))
        down = y - (below - above) / (2 * np.minimum(yy, -1e-9))
        return np.column_stack([across, down])[round_enough]


class LaplacianOfGaussian(Detector):
    """scikit-image: blob_log."""

    name = "blob_log"
    grid = {
        "sigmas": ((0.07, 0.14), (0.05, 0.09), (0.09, 0.14), (0.09, 0.18)),
        "threshold": (("darkening", 0.05), *THRESHOLDS),
        "overlap": (0.5, 0.2, 0.8),
    }
    STEPS = 3

    def find(self, picture: Picture, parameters: Parameters) -> Places:
        least, most = (max(sigma * picture.scale, 0.6) for sigma in parameters["sigmas"])
        blobs = blob_log(picture.darkening, min_sigma=least, max_sigma=most, num_sigma=self.STEPS,
                         threshold=height(parameters["threshold"], picture), overlap=parameters["overlap"])
        return blobs[:, [1, 0]].astype(float)


class StarFinder(Detector):
    """photutils: DAOStarFinder."""

    name = "DAOStarFinder"
    grid = {
        "fwhm": (0.22, 0.16, 0.19, 0.26, 0.32),
        "threshold": (("darkening", 0.05), *THRESHOLDS),
        "separation": (0.2, 0.12, 0.3, 0.5),
        "sharpness": ((0.2, 1.0), (0.0, 2.0), (0.3, 0.9)),
        "roundness": ((-1.0, 1.0), (-0.5, 0.5), (-2.0, 2.0)),
    }

    def find(self, picture: Picture, parameters: Parameters) -> Places:
        finder = DAOStarFinder(height(parameters["threshold"], picture),
                               max(parameters["fwhm"] * picture.scale, 1.5), scale_threshold=False,
                               min_separation=parameters["separation"] * picture.scale,
                               sharpness_range=parameters["sharpness"],
                               roundness_range=parameters["roundness"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # It warns where it finds nothing.
            stars = finder(picture.darkening)
        if stars is None:
            return np.empty((0, 2))
        return np.column_stack([stars["x_centroid"], stars["y_centroid"]])


PEERS: dict[str, Detector] = {
    "OpenCV": DifferenceOfGaussians(),
    "scikit-image": LaplacianOfGaussian(),
    "photutils": StarFinder(),
}
