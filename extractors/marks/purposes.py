"""What firms' seals are cut for: the line below the star comes from a short list, which settles a glyph that was misread."""

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


def settled(text: str, confidence: float) -> tuple[str, float]:
    """The line on the list that a reading comes nearest to, if only one does; else the reading as it is.

    >>> settled("业分专用章", 0.8)
    ('业务专用章', 0.72)
    """
    if text in PURPOSES or not text:
        return text, confidence
    apart = {purpose: Levenshtein.distance(text, purpose) for purpose in PURPOSES}
    least = min(apart.values())
    nearest = [purpose for purpose, distance in apart.items() if distance == least]
    if len(nearest) > 1 or least > (1 - LEAST_RIGHT) * len(nearest[0]):
        return text, confidence
    return nearest[0], round(confidence * SURELY, 4)
