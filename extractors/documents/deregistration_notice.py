"""准予注销登记通知书 and its other names: a firm is no more, since when, and which registration office says so (DOMAIN 4).

A notice of another registration (设立, 变更) or of a refusal is none; after 2022 all of them are headed 登记通知书, so the text
decides.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.office_letters import addressee, document_number
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN

_SPELLINGS: Final = spelt(
    name="企业名称 名称 单位名称 公司名称 市场主体名称 经营主体名称 主体名称 字号名称 企业(机构)名称 申请人:",
    document_number="文号: 编号: 通知书文号 通知书编号",
    deregistered_on="注销日期 注销核准日期 核准注销日期 注销登记日期 准予注销日期",
    approved_on="核准日期",
    authority="登记机关 登记机关名称 核准机关",
    issue_date="签发日期 出具日期 打印日期 日期:",
    _="统一社会信用代码 社会信用代码 注册号 法定代表人 负责人 经营者 住所 经营场所 类型 企业类型 成立日期 注册资本 "
    "注销原因 备注 "
    "登记状态 经办人 联系电话",
)
_NAME: Final = patterns(
    rf"(?:^|[。:]|\d号|兹证明|兹有)(?P<v>(?!兹|[你贵该]公司|[^。:,]{{0,28}}\d号){FIRM_PATTERN})(?:\([^()]{{10,40}}\))?(?=[,:]|你|于{DATE}|经|已|提交|申请)",
    rf"(?:你|贵)(?:单位|公司|企业)?(?:经营的)?[(:]?(?P<v>(?!公司){FIRM_PATTERN})",
)
_NOT_ASKED: Final = rf"(?:(?!提交|申请|受理|收到|报送)[^。;{DATE[1:-1]}])"
"""Between a day and what happened on it: not that it was asked for."""
_DAY: Final = patterns(
    rf"(?P<v>{DATE})(?:起)?[,]?(?:已|经|由|在|依法|我局|本局)?{_NOT_ASKED}{{0,16}}(?:核准|准予|予以|办理|完成)?(?:(?!申请)[^。;,{DATE[1:-1]}]){{0,6}}注销(?!登记申请|申请)",
)


def _fields(text: Answers) -> Mapping[str, Found | None]:
    issued = text.issued()
    return {
        "name": first_of(text.body("name"), addressee(text), text.body("", _NAME)),
        "uscc": text.uscc(),
        "document_number": document_number(text, "document_number"),
        "deregistered_on": first_of(text.day("deregistered_on", _DAY), text.day("approved_on"), issued),
        "issue_date": issued,
        "authority": text.office("authority"),
    }


READER: Final = TitledPaper(
    type="deregistration_notice",
    labels=_SPELLINGS,
    content=re.compile(r"(?:准予|予以|核准|办理|同意|申请|依法|已|经)[^。;]{0,16}注销|注销(?:登记|日期|核准)|注销$"),
    read=_fields,
    signer="authority",
    contrary=re.compile(r"不予(?:注销|登记)|不准予|(?:准予|予以|核准)(?:设立|变更|开业)|税务登记|户口|决定不予"),
    alone=(
        re.compile(r"(?:准予|核准|予以)[^。;]{0,8}注销(?:登记)?"),
        re.compile(r"字[\[(〔【]\d{4}[\])〕】]"),
        re.compile(r"市场监督管理局|行政审批(?:服务)?局|工商行政管理局"),
        re.compile(r"材料[^。;]{0,10}齐全|法定形式|登记机关"),
    ),
)
