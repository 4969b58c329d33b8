"""The peers that run in Python, each as a user would write it, and what a run of one gives."""
from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
import pyvips
from accuracy.measured import Measured
from accuracy.peers import naive
from accuracy.peers.detectors import (
    THRESHOLDS, DifferenceOfGaussians, Detector, LaplacianOfGaussian, Parameters, Places, StarFinder, height)
from accuracy.peers.picture import Picture
from skimage.feature import blob_dog

from . import clock
from .clock import Spent

REDUCED_MEGAPIXELS = 1.7
"""Where most people take a photo before such work."""


class FineDifferenceOfGaussians(DifferenceOfGaussians):
    """OpenCV, tuned to dots that stand close, too."""

    grid: ClassVar[dict[str, tuple]] = {
        **DifferenceOfGaussians.grid, "sigma": (0.06, 0.03, 0.04, 0.05, 0.07, 0.09, 0.11)}


class BlobDog(Detector):
    """scikit-image: blob_dog."""

    name = "blob_dog"
    grid: ClassVar[dict[str, tuple]] = {
        "sigmas": ((0.07, 0.14), (0.04, 0.05), (0.05, 0.06), (0.05, 0.09), (0.06, 0.07), (0.09, 0.14), (0.09, 0.18)),
        "threshold": (("darkening", 0.03), *THRESHOLDS),
        "overlap": (0.5, 0.2, 0.8),
    }

    def find(self, picture: Picture, parameters: Parameters) -> Places:
        least, most = (max(sigma * picture.scale, 0.6) for sigma in parameters["sigmas"])
        blobs = blob_dog(picture.darkening, min_sigma=least, max_sigma=most,
                         threshold=height(parameters["threshold"], picture), overlap=parameters["overlap"])
        return blobs[:, [1, 0]].astype(float)


@dataclass(frozen=True)
class Pipeline:
    """Decoding, reducing where told, finding dots, and what `accuracy.peers` makes of them."""

    title: str
    detector: Detector
    megapixels: float | None = None
    """Reduced to so many before anything else; None for full size."""

    def picture(self, path: Path, scale: float) -> Picture:
        coded = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if coded is None:
            raise SystemExit(f"{path} cannot be read")
        factor = self._factor(coded.shape[1], coded.shape[0])
        if factor < 1:
            coded = cv2.resize(coded, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        return Picture.of(coded, scale * factor)

    def run(self, path: Path, scale: float, parameters: Parameters) -> Run:
        """Works on a photo, by the clock."""
        with clock.work() as read:
            picture = self.picture(path, scale)
            dots = self.detector.find(picture, parameters)
        with clock.work() as count:
            naive.counted(picture, dots)
        with clock.work() as rest:
            measured = naive.measure(picture, dots)
        measured.dots = self.restored(measured.dots, picture.scale / scale)
        return Run(read + count, read + rest, measured)

    @staticmethod
    def restored(dots: list[tuple[float, float]], factor: float) -> list[tuple[float, float]]:
        """Places in the photo as it was before it was reduced."""
        return [((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5) for x, y in dots]

    def training_pipeline(self, training_pixels: int, pixels: int) -> Pipeline:
        """The same at the reduction that it has on a photo of so many pixels, for a smaller training photo."""
        if self.megapixels is None:
            return self
        return Pipeline(self.title, self.detector, self.megapixels * training_pixels / pixels)

    def _factor(self, width: int, height: int) -> float:
        return 1.0 if self.megapixels is None else min(1.0, math.sqrt(self.megapixels * 1e6 / (width * height)))


@dataclass(frozen=True)
class Run:
    """What one run spent and found."""

    dots: Spent
    """As far as the dots and their density."""
    whole: Spent
    """With coverage, load and redness."""
    measured: Measured | None = None


@dataclass(frozen=True)
class VipsFloor:
    """libvips: decodes, reduces, and looks for the highest response. It finds no dots: what filtering costs at least."""

    title: str
    sigma: float = 0.07
    """Of the narrower Gaussian, in millimetres."""

    def run(self, path: Path, scale: float, parameters: Parameters) -> Run:
        """Works on a photo, by the clock."""
        with clock.work() as spent:
            image = pyvips.Image.new_from_file(str(path), access="sequential")
            factor = min(1.0, math.sqrt(REDUCED_MEGAPIXELS * 1e6 / (image.width * image.height)))
            grey = image.colourspace("b-w").resize(factor).cast("float").copy_memory()
            sigma = self.sigma * scale * factor
            response = grey.gaussblur(DifferenceOfGaussians.RATIO * sigma) - grey.gaussblur(sigma)
            if not np.isfinite(response.max()):
                raise SystemExit("libvips gave no number")
        return Run(spent, spent)


PIPELINES: dict[str, Pipeline] = {
    "opencv": Pipeline("OpenCV + NumPy, full size", FineDifferenceOfGaussians()),
    "opencv-reduced": Pipeline("OpenCV + NumPy, 1.7 MP", FineDifferenceOfGaussians(), REDUCED_MEGAPIXELS),
    "blob-dog": Pipeline("scikit-image blob_dog, 1.7 MP", BlobDog(), REDUCED_MEGAPIXELS),
    "blob-log": Pipeline("scikit-image blob_log, 1.7 MP", LaplacianOfGaussian(), REDUCED_MEGAPIXELS),
    "photutils": Pipeline("photutils DAOStarFinder, 1.7 MP", StarFinder(), REDUCED_MEGAPIXELS),
}
FLOORS: dict[str, VipsFloor] = {"libvips": VipsFloor("libvips decode, reduce, filter, 1.7 MP")}
