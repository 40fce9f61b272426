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
    content=re.compile(
        r"清算|(?:注销|解散|吊销|破产)[^。]{0,60}(?:职工|员工|用工|劳动)|(?:职工|员工|用工|劳动)[^。]{0,60}(?:注销|解散|吊销|破产)"
    ),
    alone=(
        re.compile(r"清算组"),
        re.compile(r"(?:职工|员工)[^。]{0,40}(?:安置|劳动关系|劳动合同|用工)|用工关系"),
        re.compile(r"特此说明|情况说明如下|说明如下"),
    ),
    finish=_finished,
)
