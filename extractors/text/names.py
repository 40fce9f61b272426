"""What the name of a person or of an organisation looks like, so that a value can be told from the words around it."""

import re
from typing import Final

from extractors.text.fold import HAN_CLASS, LATIN_CLASS, fold_name, fold_person

_COURTESY: Final = ("先生", "女士", "小姐", "同志", "同学", "师傅", "老师")
_LONGEST_PLAIN_NAME: Final = 6
"""Han characters in a name without a dot: compound surnames reach 4, transcribed names written without their dot 5 or 6."""
_PARTICLES: Final = "(?:d[aeiou]|d[aeo]s|del|della|la|le|van|von|der|den|ter|ten|bin|binti|ibn|al|el|y|zu|af|av)"
_LATIN_PART: Final = rf"(?:[a-z]{{1,2}}['\-])?(?![a-z])[{LATIN_CLASS}][{LATIN_CLASS}'.\-]*"
_LATIN_NAME: Final = rf"(?:{_PARTICLES} ){{0,3}}{_LATIN_PART}(?:[ ,]+(?:{_LATIN_PART}|{_PARTICLES}(?= ))){{1,7}}"
"""Words with a capital, with a comma behind the surname or without; particles between them may be small (de la Cruz)."""
_IN_CAPITALS: Final = r"[A-Z][A-Z'\-]+(?:[ ,]+[A-Z][A-Z'\-]*){1,5}"
_LONGEST_LATIN: Final = 60
_PERSON_SHAPES: Final = (
    re.compile(rf"[{HAN_CLASS}]{{2,{_LONGEST_PLAIN_NAME}}}"),
    re.compile(rf"[{HAN_CLASS}]{{1,12}}(?:·[{HAN_CLASS}]{{1,12}}){{1,4}}"),
    re.compile(rf"(?=.{{3,{_LONGEST_LATIN}}}$){_LATIN_NAME}"),
    re.compile(rf"[{HAN_CLASS}]{{2,{_LONGEST_PLAIN_NAME}}}(?: ?\(| ){_IN_CAPITALS}\)?"),  # 佟一旭 (TONG, YIXU)
    re.compile(rf"[{HAN_CLASS}]{{1,3}}[□?][{HAN_CLASS}]{{0,2}}"),  # OCR's mark for a character it does not know (DOMAIN 8.4)
)
_NOT_A_PERSON: Final = re.compile(
    r"公司|单位|证明|身份|号码|编号|姓名|性别|签[字名章收]|盖章|日期|年月|劳动|合同|职务|岗位|部门|电话|地址|住址|员工|职工|"
    r"委托|受托|本人|特此|法定|代表|经办|以上|负责|空白|甲方|乙方|事项|权限|期限|办理|业务|登记|人员|以下|上述|同志|先生|女士|中华|共和国"
)

_ENDINGS: Final = (
    r"公司|集团|合作社|事务所|经营部|门市部|营业部|办事处|工作室|委员会|研究院|幼儿园|基金会|医院|学校|大学|学院|中学|小学|"
    r"中心|合伙企业|企业|协会|商行|超市|(?:有限|普通)合伙\)?|厂|店|馆|行|社|场|院|所|局|站|会|部|铺|坊|吧|园"
)
_ORGANISATION: Final = re.compile(rf"[{HAN_CLASS}A-Za-z0-9()·&\-.]{{2,60}}?(?:{_ENDINGS})(?:\([{HAN_CLASS}]{{2,8}}\))?")
_OFFICE: Final = re.compile(
    rf"[{HAN_CLASS}()·]{{2,40}}(?:局|分局|中心|法院|委员会|仲裁院|所|处|大队|支队|总队|厅|办公室|服务站|管理站|办事处|医院|卫生院|"
    rf"殡仪馆|火葬场|大使馆|领事馆|[公人]民政府)(?:\([{HAN_CLASS}]{{2,8}}\))?"
)
_NOT_AN_OFFICE: Final = re.compile(r"[,。:;]|证明|申请|公司|之处|办理|以上|处理$|特此|住所|场所|盖章处|位于")
_STAMP_HERE: Final = re.compile(r"\(?(?:加盖公?章|单位公章|盖公?章|公章|签章|印章|名称)\)?$")
_LEGAL_FORM: Final = re.compile(r"[股份有限责任集团总分子第一二三四五六七八九十()]*公司|.{0,4}(?<!有)限公司")
"""No name but the end of one: the ring of a seal beside the print, or a name broken over two lines (责任公司)."""
_FORMS_WORDS: Final = re.compile(r"\(加?盖|盖章\)|单位名称|用人单位|^尊敬的")
"""A form's words for where the firm stands, a piece of its seal's ring or of its name behind them: 用人单位(盖章)限公司."""
_DEPARTMENT: Final = re.compile(
    r"部门.*|(?:(?:人力资源|人事|行政|综合|财务|劳资|组织|运营|法务|办公|管理|服务|销售|市场|生产|技术|研发|工程|采购|仓储|物流|质检|客服)"
    r"[与及和]?)+(?:部门?|中心|处|科|室|组|办公室)"
)
"""A department of the firm, which signs below its letterhead: no name of a firm."""
_EDGES: Final = " :,.;。、_-\n"


def read_person(text: str) -> str | None:
    """A person's name without words of courtesy; None where the text cannot be one.

    >>> read_person("李 小明 同志"), read_person("SMITH,JOHN DAVID")
    ('李小明', 'SMITH, JOHN DAVID')
    """
    name = fold_person(text).strip(_EDGES + "()")
    for word in _COURTESY:
        name = name.removesuffix(word) if len(name) > len(word) + 1 else name
    name = name.strip(_EDGES + "()")
    if _NOT_A_PERSON.search(name):
        return None
    name += ")" * (name.count("(") - name.count(")"))
    return name if any(shape.fullmatch(name) for shape in _PERSON_SHAPES) else None


def read_organisation(text: str) -> str | None:
    """The name of a company or another body; None where the text cannot be one. Brackets come back as ``()``.

    >>> read_organisation("样例科技(北京)有限公司(盖章)")
    '样例科技(北京)有限公司'
    """
    name = _STAMP_HERE.sub("", fold_name(text).strip(_EDGES)).strip(_EDGES)
    if _LEGAL_FORM.fullmatch(name) or _DEPARTMENT.fullmatch(name) or _FORMS_WORDS.search(name):
        return None
    return name if _ORGANISATION.fullmatch(name) else None


def read_office(text: str) -> str | None:
    """The name of an authority: an office, a court, a service centre; None where the text cannot be one.

    >>> read_office("云上市劳动保障监察大队(盖章)")
    '云上市劳动保障监察大队'
    """
    name = _STAMP_HERE.sub("", fold_name(text).strip(_EDGES)).strip(_EDGES)
    return name if _OFFICE.fullmatch(name) and not _NOT_AN_OFFICE.search(name) else None
