"""准予注销登记通知书 and its other names: a firm is no more, since when, and which registration office says so (DOMAIN 4).

A notice of another registration (设立, 变更) or of a refusal is none; after 2022 all of them are headed 登记通知书, so the text
decides.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper

_GRANTS_IT: Final = re.compile(r"(?:决定|现|予以|核准)[^。;]{0,12}(?:准予|予以|核准)?[^。;]{0,6}注销")


def _finish(reading: Reading) -> Mapping[str, Found]:
    """A notice that grants the striking off itself does so on its own day."""
    fields = reading.fields
    issued = fields.get("issue_date")
    if "deregistered_on" in fields or issued is None or not _GRANTS_IT.search(reading.part.body.compact[0]):
        return fields
    return {**fields, "deregistered_on": issued.doubted("elsewhere")}


READER: Final = TitledPaper(
    type="deregistration_notice",
    finish=_finish,
    content=re.compile(r"(?:准予|予以|核准|办理|同意|申请|依法|已|经)[^。;]{0,16}注销|注销(?:登记|日期|核准)|注销$"),
    contrary=re.compile(r"不予(?:注销|登记)|不准予|(?:准予|予以|核准)(?:设立|变更|开业)|税务登记|户口|决定不予"),
    alone=(
        re.compile(r"(?:准予|核准|予以)[^。;]{0,8}注销(?:登记)?"),
        re.compile(r"字[\[(〔【]\d{4}[\])〕】]"),
        re.compile(r"市场监督管理局|行政审批(?:服务)?局|工商行政管理局"),
        re.compile(r"材料[^。;]{0,10}齐全|法定形式|登记机关"),
    ),
)
