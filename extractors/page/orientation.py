"""Which way up a page is: the document-orientation classifier, a small network beside the OCR models."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.ocr.weights import ORIENTATION
from extractors.small_models import open_model

Turn = Literal[0, 90, 180, 270]
"""A clockwise turn, in degrees."""

INPUT_PX: Final = 224
SHORT_SIDE_PX: Final = 256
MEAN: Final = np.array([0.485, 0.456, 0.406], dtype=np.float32)
DEVIATION: Final = np.array([0.229, 0.224, 0.225], dtype=np.float32)
"""Input size and normalisation of PP-LCNet_x1_0_doc_ori: RGB, short side resized, centre cropped, ImageNet statistics."""

_TURNS: Final[tuple[Turn, ...]] = (0, 270, 180, 90)
"""The classes say how far the page has been turned clockwise; what is wanted is the turn back."""
HALF_TURN: Final = 2
"""Classes between a page and the same page upside down."""

_ROTATIONS: Final = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True, slots=True)
class TurnGuess:
    """The clockwise turn that would set a page upright, and the classifier's probability of it (0..1)."""

    turn: Turn
    confidence: float


class OrientationModel(Protocol):
    """Guesses the turn that sets a page upright."""

    def guess(self, image: Image) -> TurnGuess:
        """``image`` is H×W×3 BGR."""
        ...


class AlwaysUpright:
    """Takes every page as it comes: for engines without models."""

    def guess(self, image: Image) -> TurnGuess:
        """No turn."""
        return TurnGuess(0, 1.0)


class OrientationClassifier:
    """PP-LCNet_x1_0_doc_ori on ONNX Runtime."""

    def __init__(self, models: Path) -> None:
        self._session = open_model(models / ORIENTATION / "inference.onnx")

    def guess(self, image: Image) -> TurnGuess:
        """Classify the centre of the page, as it is and upside down: where the two contradict each other, neither is sure.

        A page whose centre is nearly empty is called upside down at 0.9 whichever way it lies.
        """
        as_it_is, upside_down = self._probabilities(image), self._probabilities(turned(image, 180))
        probabilities = (as_it_is + np.roll(upside_down, HALF_TURN)) / 2
        best = int(probabilities.argmax())
        return TurnGuess(_TURNS[best], float(probabilities[best]))

    def _probabilities(self, image: Image) -> NDArray[np.float32]:
        """The probability of each of ``_TURNS``."""
        scale = SHORT_SIDE_PX / min(image.shape[:2])
        size = (max(INPUT_PX, round(image.shape[1] * scale)), max(INPUT_PX, round(image.shape[0] * scale)))
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        top, left = (small.shape[0] - INPUT_PX) // 2, (small.shape[1] - INPUT_PX) // 2
        centre = small[top : top + INPUT_PX, left : left + INPUT_PX, ::-1].astype(np.float32) / 255
        batch = ((centre - MEAN) / DEVIATION).transpose(2, 0, 1)[None]
        return np.asarray(self._session.run(None, {"x": batch})[0][0], dtype=np.float32)


def turned(image: Image, turn: Turn) -> Image:
    """The image turned clockwise."""
    return image if turn == 0 else np.ascontiguousarray(cv2.rotate(image, _ROTATIONS[turn]))
