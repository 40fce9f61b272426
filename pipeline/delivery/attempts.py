"""When a delivery that failed is tried again."""

from datetime import datetime, timedelta
from typing import Final

FIRST_PAUSE_S: Final = 10.0
GROWTH: Final = 4.0
LONGEST_PAUSE_S: Final = 12_000.0
JITTER_SHARE: Final = 0.2
"""Share of a pause that chance adds or takes, so that a receiver which comes back is not met by everything at once."""


def retry_at(now: datetime, attempts: int, chance: float) -> datetime:
    """Return when to try again after ``attempts`` failures: 10 s, 40 s, 3 min, 11 min, 43 min, then some three hours.

    Ten attempts take fourteen hours: over a night in which nobody looks after a receiver. ``chance`` is from 0 to 1.
    """
    pause_s = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * GROWTH ** min(attempts - 1, 20))
    return now + timedelta(seconds=pause_s * (1 + JITTER_SHARE * (2 * chance - 1)))
