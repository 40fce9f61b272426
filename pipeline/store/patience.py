"""A database that is away for a moment: a connection is cut, a server restarts."""

from collections.abc import Callable
from typing import Final, TypeVar

import tenacity
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

AWAY: Final = (OperationalError, InterfaceError, PoolTimeoutError)
"""What a database raises that is away, or that chose our transaction to break a deadlock."""
PATIENCE_S: Final = 60.0
FIRST_PAUSE_S: Final = 0.1
LONGEST_PAUSE_S: Final = 5.0

Result = TypeVar("Result")


def patiently(work: Callable[[], Result]) -> Result:
    """Do one unit of work, again where the database was away, for a minute. For what costs much to do over, such as a reading.

    Raises:
        OperationalError, InterfaceError, TimeoutError: it did not come back.
    """
    trying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(AWAY),
        wait=tenacity.wait_random_exponential(multiplier=FIRST_PAUSE_S, max=LONGEST_PAUSE_S),
        stop=tenacity.stop_after_delay(PATIENCE_S),
        reraise=True,
    )
    return trying(work)
