"""The press: composes papers at random, with the truth about them, by which the reader is measured.

It shares no code and no list of words with the reader: what a paper may look like is decided here alone.
"""

from tests.press.compose import compose
from tests.press.paper import PressPaper

__all__ = ["PressPaper", "compose"]
