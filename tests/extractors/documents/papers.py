"""What the tables of document types share: a paper as its rows, and what is read off it."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.documents.classify import find_documents
from extractors.evidence import Document
from tests.extractors.documents.lines import sheet
from tests.extractors.documents.said import Said, said

FIRM = "云上市样例科技有限公司"
USCC = "91110105PDY00001XG"
POLICE = "云上市公安局山前分局河东派出所"
MARKET = "云上市市场监督管理局"

LI, LI_ID, LI_BIRTH = "李思涵", "32019919950112008X", "1995-01-12"
ZHAO, ZHAO_ID = "赵明远", "110199199003070113"
SUN, SUN_ID = "孙晓芸", "440399198512240267"


@dataclass(frozen=True)
class Layout:
    """Rows of a paper (see :func:`tests.extractors.documents.lines.sheet`) and the values that stand on it."""

    rows: tuple[str, ...]
    values: Mapping[str, str]


def seen(*rows: str) -> tuple[Document, ...]:
    """All documents that the readers find on the rows."""
    return find_documents(sheet(*rows))


def values(document: Document) -> Said:
    """The values that were read."""
    return said(document, "read")


def kinds(*rows: str) -> list[str]:
    """The types found on the rows."""
    return [document.type for document in seen(*rows)]
