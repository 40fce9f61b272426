"""What a paper surely does not say: nothing that could be it stands there, and nothing hides a part of the paper."""

from typing import Final

from validators.case import Case, Sighting
from validators.legibility import is_hidden, pages_of, unknown_pages_of

_FROM: Final = 0.9
"""Confidence (0..1) of a paper's type from which what it should say is known."""


def surely_lacks(case: Case, seen: Sighting, field: str) -> bool:
    """Whether a field is nowhere on a paper that was read whole, and no page that nobody recognised may go on with it.

    On a copy without colour a seal is as black as the print that it covers: there nothing is sure. Source: DOMAIN 8.3 D14, D15.
    """
    return (
        field in seen.document.lacks
        and seen.document.confidence >= _FROM
        and not is_hidden(seen)
        and not any(page.is_grey for page in pages_of(seen))
        and not any(True for _ in unknown_pages_of(case))
    )
