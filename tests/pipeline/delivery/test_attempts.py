"""Pauses grow, and ten attempts last over a night."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.delivery.attempts import retry_at

NOW = datetime(2024, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempts", "chance", "pause_s"), [(1, 0.5, 10), (2, 0.5, 40), (3, 0.5, 160), (9, 0.5, 12_000), (1, 0.0, 8), (1, 1.0, 12)]
)
def test_pauses_grow_and_scatter(attempts: int, chance: float, pause_s: float) -> None:
    assert retry_at(NOW, attempts, chance) == NOW + timedelta(seconds=pause_s)


def test_ten_attempts_take_some_fourteen_hours() -> None:
    total = sum((retry_at(NOW, attempts, 0.5) - NOW for attempts in range(1, 10)), timedelta())
    assert timedelta(hours=13) < total < timedelta(hours=15)
