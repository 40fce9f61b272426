"""就业登记证明, 灵活就业登记表: a person is registered as employed, where, since when and under which number (DOMAIN 4)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.office_places import region_of
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import PERSON_PATTERN

LABELS: Final = spelt(
    name="姓名 本人姓名 人员姓名 登记人姓名 登记人员姓名 申请人姓名",
    id_number="公民身份号码 身份证号码 身份证号 居民身份证号码 证件号码 身份证件号码 社会保障号码",
    registration_id="登记编号 就业登记编号 登记证编号 证书编号 证件编号 登记号 就业创业证编号 灵活就业登记编号 证号: 编号:",
    employment_type="就业类型 就业形式 登记类型 就业登记类型 就业类别 从业形式 就业方式 登记类别 灵活就业类型 就业登记类别",
    registered_on="登记日期 登记时间 就业登记日期 就业登记时间",
    handed_out="办理日期 发证日期",
    authority="登记机构 登记机关 经办机构 发证机构 发证机关 办理机构 受理机构 登记机构名称 出具单位 经办机构(盖章)",
    region="登记地 登记地区 所属地区 就业地 就业地区 行政区划 所在区县 登记所在地 所属行政区划 登记地点",
    _="性别 民族 出生日期 出生年月 文化程度 学历 户籍地址 户籍所在地 户口性质 联系电话 常住地址 居住地址 住址 登记状态 状态 "
    "从事行业 从业岗位 工作内容 职业(工种) 就业地点 收入情况 备注 本人签字 申请人签字 政治面貌 健康状况 单位名称 工作单位 "
    "合同期限 就业时间 起始日期 有效期 签名 经办人 从事工作 月收入 填表日期 日期:",
)
_NAME: Final = patterns(
    rf"(?:兹证明|兹有|证明)(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=[,(]|身份证|公民|性别|于|自|在)",
    rf"^(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=[,(](?:性别|[男女]|身份证|公民))",
)
_NUMBER: Final = patterns(r"(?:登记|备案|证书|证件)(?:编号|号)(?:为|是|:)*(?P<v>[0-9A-Z\-]{6,30})")
_TYPE: Final = patterns(
    r"(?:就业|登记)(?:类型|形式|类别)(?:为|是|:)+(?P<v>[^。;,()]{2,12})",
    r"(?:办理|进行|申请)(?:了)?(?P<v>灵活就业|单位就业|自主创业|个体经营|公益性岗位就业)",
)
_DAY: Final = patterns(
    rf"(?:登记|办理)(?:日期|时间)(?:为|是|:)+(?P<v>{DATE})",
    rf"(?:于|自)(?P<v>{DATE})(?:起)?[^。;{DATE[1:-1]}]{{0,30}}?(?:登记|办理)",
    rf"(?P<v>{DATE})[^。;{DATE[1:-1]}]{{0,10}}办理[^。;]{{0,10}}登记",
)
_OFFICE: Final = patterns(rf"{DATE}在(?P<v>[^。;,{DATE[1:-1]}]{{4,30}}?)(?:办理|进行|登记)")


def _read(answers: Answers) -> Mapping[str, Found | None]:
    authority = answers.office("authority", _OFFICE)
    return {
        "name": answers.person("name", _NAME),
        "id_number": answers.id_number("id_number"),
        "registration_id": answers.code("registration_id", _NUMBER),
        "employment_type": answers.words("employment_type", _TYPE),
        "registered_on": first_of(answers.day("registered_on", _DAY), answers.day("handed_out")),
        "authority": authority,
        "region": region_of(answers.words("region"), authority),
    }


READER: Final = TitledPaper(
    type="registration_proof",
    labels=LABELS,
    content=re.compile(r"就业登记|登记编号|就业(?:类型|形式|类别)|灵活就业|登记机[构关]"),
    read=_read,
    alone=patterns(
        r"就业(?:失业)?登记",
        r"登记(?:编号|日期|时间)",
        r"就业(?:类型|形式|类别)|灵活就业",
        r"证明|登记机[构关]|经办机构|公共就业",
    ),
    contrary=re.compile(r"撤销(?:原因|理由|登记)|注销原因|申请撤销|裁决|停保|委托事项|受托人"),
)
