"""When work that waits is handed to the queue once more: soon at first, for a message may be lost, then ever more rarely."""

from datetime import datetime, timedelta
from typing import Final

from pipeline.store.tables import Priority

FIRST_PUSH_S: Final = 30
MAX_PUSH_S: Final[dict[Priority, int]] = {"live": 120, "backlog": 3600}
"""An applicant waits for a live packet: a message of it that is lost again and again costs two minutes each time."""


def next_push(now: datetime, pushes: int, priority: Priority) -> datetime:
    """Return when to push again after ``pushes`` times: 30 s, 1 min, 2 min … at most what the priority allows.

    A message that only waits in a long queue is doubled a few times, not every half minute; a doubled one does no work, since
    whoever comes second finds the row claimed or done.
    """
    return now + timedelta(seconds=min(MAX_PUSH_S[priority], FIRST_PUSH_S * 2 ** min(pushes, 10)))
