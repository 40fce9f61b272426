"""What boxes have in common."""

import pytest

from extractors.boxes import area, overlap, shared_area, shared_of_smaller
from extractors.frozen import Box

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
POINT: Box = (0.5, 0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("one", "other", "shared", "of_smaller", "of_both"),
    [
        pytest.param(WHOLE, (0.0, 0.0, 0.5, 0.5), 0.25, 1.0, 0.25, id="one in the other"),
        pytest.param((0.0, 0.0, 0.5, 1.0), (0.25, 0.0, 0.75, 1.0), 0.25, 0.5, 1 / 3, id="half of each"),
        pytest.param((0.0, 0.0, 0.4, 1.0), (0.6, 0.0, 1.0, 1.0), 0.0, 0.0, 0.0, id="side by side"),
        pytest.param((0.0, 0.0, 0.5, 0.5), (0.6, 0.6, 1.0, 1.0), 0.0, 0.0, 0.0, id="apart both ways"),
        pytest.param(WHOLE, POINT, 0.0, 0.0, 0.0, id="a point has no area"),
        pytest.param(POINT, POINT, 0.0, 0.0, 1.0, id="the same point"),
    ],
)
def test_what_two_boxes_have_in_common(one: Box, other: Box, shared: float, of_smaller: float, of_both: float) -> None:
    for a, b in ((one, other), (other, one)):
        assert shared_area(a, b) == pytest.approx(shared)
        assert shared_of_smaller(a, b) == pytest.approx(of_smaller)
        assert overlap(a, b) == pytest.approx(of_both)


def test_a_box_turned_inside_out_has_no_area() -> None:
    assert area((0.5, 0.5, 0.1, 0.1)) == 0.0
