"""清算组说明: what became of a closed firm's workers, told by its liquidators, its owners or its superior body (DOMAIN 4).

``name`` is the firm's, not the liquidators' (某某有限公司清算组).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper

_LIQUIDATORS: Final = re.compile(r"(?:的)?清算(?:小)?组(?:\([^()]{1,6}\))?$")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """The firm's name is that of its liquidators without their own (某某有限公司清算组)."""
    name = reading.fields.get("name")
    if name is None:
        return reading.fields
    return {**reading.fields, "name": replace(name, value=_LIQUIDATORS.sub("", name.value))}


READER: Final = TitledPaper(
    type="liquidation_statement",
    finish=_finished,
)
