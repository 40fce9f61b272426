"""离职证明, 解除(终止)劳动合同证明书 and their other names.

A page may hold a counterfoil (存根) and the employee's slip: each is a document of its own. Notices, agreements, letters of
resignation, and proofs of employment, income or internship are other papers (DOMAIN 3.2).
"""

import re
from typing import Final

from extractors.documents.body import Part
from extractors.documents.title import Title
from extractors.documents.titled_paper import TitledPaper

_COUNTERFOIL: Final = re.compile(
    r"^[(\[【]?(?:第?[一二三四1234]联)?:?(?:\(?(?:存根联?|单位留存联?|单位存根|留存联|存查联?|存根\(单位留存\)))[)\]】]?$"
)
_ENDING: Final = (
    r"(?:解除|终止)[^。;]{0,14}(?:劳动|聘用|用工|合同|关系)|(?:劳动|聘用)(?:合同|关系)[^。;]{0,20}(?:解除|终止)|"
    r"离职|退工|辞职|离岗"
)


def _is_counterfoil(part: Part, title: Title | None) -> bool:
    """Whether the title or a line of its own says 存根; a note that one of three copies stays with the employer does not."""
    lines = (item.line.text for row in part.rows for item in row.placed)
    return (title is not None and title.counterfoil) or any(_COUNTERFOIL.match(re.sub(r"\s", "", line)) for line in lines)


READER: Final = TitledPaper(
    type="termination_certificate",
    several=True,
    topmost=False,
    traits={"counterfoil": _is_counterfoil},
)
