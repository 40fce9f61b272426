"""用工备案花名册 and its other names: the platform's list of who was registered by an employer (DOMAIN 4)."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from extractors.documents.answers import Answers, first_of
from extractors.documents.body import Found
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.columns import column_below
from extractors.text.fold import fold_name
from extractors.text.names import read_person
from extractors.text.passage import compose

_SPELLINGS: Final = spelt(
    employer_name="单位名称 用人单位 用人单位名称 企业名称 用工单位 用工单位名称 填报单位 单位: 备案单位",
    registration_id="备案编号 登记编号: 单位编号 花名册编号 用工备案编号 用工备案号 备案号 清单编号 编号:",
    issue_date="打印日期 导出日期 导出时间 打印时间 生成时间 生成日期 查询日期 查询时间 制表日期 日期:",
    _="统一社会信用代码 社会信用代码 登记机构 经办机构 制表人 经办人 共 总人数 人数 填报日期 校验码 验证码 页码",
)
_NAMES: Final = re.compile(r"姓名|职工姓名|员工姓名|人员姓名")
_NUMBERS: Final = re.compile(r"登记编号|备案编号|用工备案编号|就业登记编号")
_NUMBER: Final = re.compile(r"[0-9A-Za-z-]{6,30}")


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "employer_name": text.body("employer_name"),
        "uscc": text.uscc(),
        "registration_id": first_of(text.code("registration_id"), _joined(text, _NUMBERS, _as_number)),
        "people": _joined(text, _NAMES, read_person),
        "issue_date": first_of(text.day("issue_date"), text.issued()),
    }


def _as_number(text: str) -> str | None:
    compact = fold_name(text)
    return compact if _NUMBER.fullmatch(compact) else None


def _joined(text: Answers, heading: re.Pattern[str], read: Callable[[str], str | None]) -> Found | None:
    """The values of a column joined by 、."""
    cells = [(item.line, value) for item in column_below(text.part.rows, heading) if (value := read(item.line.text))]
    if not cells:
        return None
    passage = compose([(line, "、" if index else "") for index, (line, _) in enumerate(cells)])
    return Found("、".join(value for _, value in cells), passage, (0, len(passage.text)))


READER: Final = TitledPaper(
    type="registration_list",
    labels=_SPELLINGS,
    content=re.compile(r"(?=.*姓名)(?=.*(?:登记|备案))"),
    read=_fields,
)
