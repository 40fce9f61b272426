"""劳动监察投诉回执: the labour inspection took a complaint against an employer (DOMAIN 9, A5)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import FIRM_PATTERN, PERSON_PATTERN

LABELS: Final = spelt(
    name="投诉人 投诉人姓名 举报人 举报投诉人 投诉者 投诉举报人 姓名 投诉人员姓名 举报(投诉)人 投诉(举报)人",
    id_number="身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码",
    employer_name="被投诉单位 被投诉单位名称 被投诉人 被投诉用人单位 被举报单位 用人单位 用人单位名称 单位名称 被投诉主体 "
    "被投诉(举报)单位 被举报(投诉)单位 被投诉对象",
    issue_date="投诉日期 受理日期 登记日期 投诉时间 受理时间 接收日期 登记时间 日期:",
    authority="受理机构 受理单位 受理部门 受理机关 接收单位 办理机构 登记机构 监察机构 受理机构(盖章) 处理机构",
    _="性别 联系电话 联系地址 地址 住址 投诉事项 投诉内容 投诉请求 经办人 受理人 监察员 受理编号 投诉编号 编号: 备注 诉求 "
    "法定代表人 单位地址 处理意见 办理期限 查询电话 受理方式 投诉方式 案由 涉及人数 投诉人签名 接收人",
)
_NAME: Final = patterns(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=\d号))(?P<v>(?!号){PERSON_PATTERN})(?:同志|先生|女士)?(?:\([^()]*\))?:(?=你|您|经)",
    rf"投诉人(?P<v>{PERSON_PATTERN})(?=[,(]|身份证|于|关于|反映|投诉)",
    rf"(?:收到|接到)(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=[,(]|身份证|关于|反映|投诉|提交|对)",
)
_EMPLOYER: Final = patterns(rf"(?:投诉|反映|举报|关于|对|与)(?P<v>{FIRM_PATTERN})")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    return {
        "name": answers.person("name", _NAME),
        "id_number": answers.id_number("id_number"),
        "employer_name": answers.organisation("employer_name", _EMPLOYER),
        "issue_date": answers.issued(),
        "authority": answers.office("authority"),
    }


READER: Final = TitledPaper(
    type="complaint_receipt",
    labels=LABELS,
    content=re.compile(r"(?=.*(?:投诉|举报|反映))(?=.*(?:受理|收到|登记|回执|立案|接收|接到))", re.DOTALL),
    read=_read,
    alone=patterns(
        r"劳动(?:保障)?监察", r"被投诉(?:单位|人|主体)|你(?:\(单位\))?(?:于|反映|投诉)", r"受理|回执|收到", r"投诉人|你|您"
    ),
    contrary=re.compile(r"不予受理|信访|撤诉|行政处罚|消费者|商品|此致"),
)
