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
    denies=re.compile(r"不予(?:注销|登记)|不准予|(?:准予|予以|核准)(?:设立|变更|开业)|税务登记|户口"),
    finish=_finish,
)
