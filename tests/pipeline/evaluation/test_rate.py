"""A share comes with the interval that its number of trials allows."""

import pytest

from pipeline.evaluation.rate import NOTHING, Rate


@pytest.mark.parametrize(
    ("rate", "low", "high"),
    [
        (Rate(0, 10), 0.0, 0.2775),
        (Rate(5, 10), 0.2366, 0.7634),
        (Rate(10, 10), 0.7225, 1.0),
        (Rate(0, 200), 0.0, 0.0188),
        (Rate(196, 200), 0.9497, 0.9922),
        (NOTHING, 0.0, 1.0),
    ],
)
def test_wilsons_interval(rate: Rate, low: float, high: float) -> None:
    assert rate.interval == pytest.approx((low, high), abs=5e-5)


def test_rates_pool_and_nothing_has_no_share() -> None:
    assert Rate(1, 2) + Rate(3, 4) == Rate(4, 6)
    assert (Rate(3, 4).share, NOTHING.share) == (0.75, None)
