"""离职证明, 解除(终止)劳动合同证明书 and their other names.

A page may hold a counterfoil (存根) and the employee's slip: each is a document of its own. Notices, agreements, letters of
resignation, and proofs of employment, income or internship are other papers (DOMAIN 3.2).
"""

import re
from typing import Final

from extractors.documents.body import Part
from extractors.documents.title import Title
from extractors.documents.titled_paper import TitledPaper, patterns

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
    content=re.compile(_ENDING),
    bare_title=0.85,
    alone=patterns(_ENDING, r"兹证明|兹有|特此证明|予以证明|证明|姓名"),
    proven_by=("employee_name", "separation_date"),
    contrary=re.compile(
        r"现任职|在职|月收入|年收入|工资收入|拟于|将于|申请辞去|特申请|请予批准|甲乙双方|经双方协商[^。]{0,30}如下协议|"
        r"通知你|现通知|交接|被申请人|请求事项|仲裁请求|原告|被告|尊敬的|辞职申请|恳请|此致"
    ),
    several=True,
    topmost=False,
    traits={"counterfoil": _is_counterfoil},
)
