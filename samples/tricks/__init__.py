"""Difficulties of complete packets: everything is there and right, but a hasty look may think otherwise."""

from samples.tricks.captures import CAPTURE_TRICKS
from samples.tricks.near_dates import NEAR_DATES
from samples.tricks.near_firms import NEAR_FIRMS
from samples.tricks.near_letters import NEAR_LETTERS
from samples.tricks.near_people import NEAR_PEOPLE
from samples.tricks.photos import PHOTO_TRICKS
from samples.tricks.scenarios import GUIDED, SCENARIO_TRICKS
from samples.tricks.stories import STORY_TRICKS
from samples.twist import Twist

ORDINARY = Twist("ordinary", "Complete, and nothing special.", manifest="any")
_NEAR = (*NEAR_PEOPLE, *NEAR_FIRMS, *NEAR_LETTERS, *NEAR_DATES)
TRICKS: tuple[Twist, ...] = (*STORY_TRICKS, *CAPTURE_TRICKS, *PHOTO_TRICKS, *SCENARIO_TRICKS, *_NEAR)
"""What must not be bounced, and mostly passes."""

__all__ = ("GUIDED", "ORDINARY", "TRICKS")
