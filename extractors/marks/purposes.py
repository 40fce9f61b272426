"""What firms' seals are cut for: the line below the star comes from a short list, which settles a glyph that was misread."""

import re
from typing import Final

from rapidfuzz.distance import Levenshtein

PURPOSES: Final = (
    "财务专用章", "合同专用章", "发票专用章", "人事专用章", "劳动合同专用章", "业务专用章", "行政专用章", "报关专用章",
    "项目专用章", "采购专用章", "销售专用章", "收货专用章", "仓库专用章", "工程专用章", "质检专用章", "档案专用章",
    "投标专用章", "人力资源专用章", "人力资源部", "人事部", "行政部", "财务部", "业务部", "综合部", "办公室",
)  # fmt: skip
"""Lines that seals for one purpose and departments' seals bear (DOMAIN 5.1)."""
SURELY: Final = 0.9
"""Factor on the confidence of a line that was put right."""
LEAST_RIGHT: Final = 0.7
"""Share of a line that must have been read as it is on the list."""
LEAST_PART: Final = 3
"""A shorter piece is part of too much."""
IN_DOUBT: Final = 0.75
"""Factor on the confidence of a line that is none on the list: it may lack its beginning, which makes it another purpose."""

_NUMBER: Final = re.compile(r"[(（]?\d{1,2}[)）]?$")


def settled(text: str, confidence: float) -> tuple[str, float]:
    """The line on the list that a reading is, is a part of, or comes nearest to, if only one is; else the reading, in doubt.

    A number behind it tells seals for the same purpose apart, and stays.

    >>> settled("业分专用章", 0.8)
    ('业务专用章', 0.72)
    >>> settled("动合同专用", 1.0)
    ('劳动合同专用章', 0.9)
    >>> settled("合同专用章(2)", 0.8)
    ('合同专用章(2)', 0.8)
    >>> settled("务专用章", 1.0)
    ('务专用章', 0.75)
    """
    if _NUMBER.sub("", text) in PURPOSES or not text:
        return text, confidence
    found = [purpose for purpose in PURPOSES if text in purpose] if len(text) >= LEAST_PART else []
    found = found or _nearest(text)
    if len(found) != 1:
        return text, round(confidence * IN_DOUBT, 4)
    return found[0], round(confidence * SURELY, 4)


def _nearest(text: str) -> list[str]:
    """The lines on the list that a reading comes nearest to, near enough."""
    apart = {purpose: Levenshtein.distance(text, purpose) for purpose in PURPOSES}
    least = min(apart.values())
    return [
        purpose for purpose, distance in apart.items() if distance == least and distance <= (1 - LEAST_RIGHT) * len(purpose)
    ]
