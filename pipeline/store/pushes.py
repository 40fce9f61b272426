"""When work that waits is handed to the queue once more: soon at first, for a message may be lost, then ever more rarely."""

from datetime import datetime, timedelta
from typing import Final

FIRST_PUSH_S: Final = 30
MAX_PUSH_S: Final = 3600


def next_push(now: datetime, pushes: int) -> datetime:
    """Return when to push again after ``pushes`` times: 30 s, 1 min, 2 min … at most an hour.

    A message that only waits in a long queue is doubled a few times, not every half minute; a doubled one does no work, since
    whoever comes second finds the row claimed or done.
    """
    return now + timedelta(seconds=min(MAX_PUSH_S, FIRST_PUSH_S * 2 ** min(pushes, 10)))
