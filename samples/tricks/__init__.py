"""Difficulties of complete packets: everything is there and right, but a hasty look may think otherwise."""

from samples.tricks.captures import CAPTURE_TRICKS
from samples.tricks.photos import PHOTO_TRICKS
from samples.tricks.scenarios import GUIDED, SCENARIO_TRICKS
from samples.tricks.stories import STORY_TRICKS
from samples.twist import Twist

ORDINARY = Twist("ordinary", "Complete, and nothing special.", manifest="any")
TRICKS: tuple[Twist, ...] = (*STORY_TRICKS, *CAPTURE_TRICKS, *PHOTO_TRICKS, *SCENARIO_TRICKS)
"""What must not be bounced, and mostly passes."""

__all__ = ("GUIDED", "ORDINARY", "TRICKS")
