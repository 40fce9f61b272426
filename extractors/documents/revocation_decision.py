"""行政处罚决定书 that revokes a business licence: which firm, which penalty, by whom (DOMAIN 4).

Decisions on other penalties are no such paper.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.office_letters import addressee, document_number
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import COMPANY_PATTERN

_SPELLINGS: Final = spelt(
    name="当事人 当事人名称 当事人(名称) 当事人姓名或名称 被处罚人 被处罚单位 单位名称 企业名称 公司名称 名称",
    document_number="文号: 编号: 决定书文号 处罚决定书文号 案号:",
    penalty="处罚内容 处罚结果 行政处罚内容 处罚种类 行政处罚决定",
    authority="处罚机关 作出处罚机关 决定机关",
    issue_date="处罚决定日期 决定日期 作出处罚决定日期 处罚日期 日期:",
    _="主体资格证照名称 统一社会信用代码 社会信用代码 注册号 统一社会信用代码(注册号) 住所 住所(住址) 地址 经营场所 "
    "法定代表人 "
    "法定代表人(负责人) 法定代表人(负责人、经营者) 负责人 经营者 身份证件号码 联系电话 处罚依据 违法事实 执法人员 送达日期",
)
_NAME: Final = patterns(
    rf"(?:当事人|被处罚人|被处罚单位)(?:为|是|系|:)*(?P<v>{COMPANY_PATTERN})",
    rf"对(?P<v>{COMPANY_PATTERN})(?:作出|处以|给予|进行)",
)
_PENALTY: Final = re.compile(
    r"(?P<v>吊销(?:(?:当事人|该(?:公司|企业|单位)|其|你(?:单位|公司)?|上述企业)(?:的)?)?(?:企业法人|个体工商户)?营业执照)"
)
_DECIDED: Final = re.compile(
    r"(?:决定|(?<!监)处罚)(?:(?!可以|可处|可并处|或者|情节(?:特别)?严重的?|直至)[^。]){0,80}?吊销[^。;]{0,16}营业执照"
)
"""What was decided; the law that is quoted says what else may be (情节严重的，吊销营业执照)."""
_LISTED: Final = re.compile(r"等\d+(?:户|家)(?:企业|公司|单位)?(?:\(.*\))?$")


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "name": _one_of_many(first_of(text.body("name", _NAME), addressee(text))),
        "uscc": text.uscc(),
        "document_number": document_number(text, "document_number"),
        "penalty": _penalty(text),
        "issue_date": text.issued(),
        "authority": text.office("authority"),
    }


def _one_of_many(name: Found | None) -> Found | None:
    """The firm that a decision on a whole list names (某某有限公司等126户企业)."""
    return replace(name, value=_LISTED.sub("", name.value)) if name is not None else None


def _penalty(text: Answers) -> Found | None:
    """The penalty decided on, which the cited law mentions earlier; always put as 吊销营业执照."""
    stated = text.words("penalty")
    if stated is not None and "吊销" in stated.value:
        return replace(stated, value="吊销营业执照")
    matches = list(_PENALTY.finditer(text.sentences.text))
    return Found("吊销营业执照", text.sentences.passage, text.sentences.span(*matches[-1].span("v"))) if matches else None


READER: Final = TitledPaper(
    type="revocation_decision",
    labels=_SPELLINGS,
    content=re.compile(rf"{_DECIDED.pattern}|处罚(?:内容|结果|种类)[^。]{{0,12}}吊销"),
    read=_fields,
    signer="authority",
    alone=(
        re.compile(r"^(?!.*告知书).*行政处罚"),
        _DECIDED,
        re.compile(r"当事人"),
        re.compile(r"市场监督管理局|工商行政管理局|综合行政执法局"),
        re.compile(r"处罚[\[(〔【]?\d{4}|处字|罚字"),
    ),
)
