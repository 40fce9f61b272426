"""公安机关证明 of a changed name or number: the value before and after, the reason, and the office (DOMAIN 4).

A plain 户籍证明 is one too, though it tells of no change. ``changed`` is one of 姓名, 公民身份号码, 出生日期, 性别, 民族.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found
from extractors.documents.kinds.anything import values
from extractors.documents.titled_paper import Reading, TitledPaper
from extractors.text.identifiers import read_id_number
from extractors.text.names import read_person

_SUBJECTS: Final = (("公民身份号码", "身份"), ("出生日期", "出生"), ("姓名", "名"), ("性别", "性别"), ("民族", "民族"))


_CHANGED: Final = re.compile(
    r"(?:由|从|原登记为|原为|曾用名?为?|误登记为)[“\"‘『「]?(?P<old>[^“”\"‘’『』「」,。;:由从为]{1,20})[”\"’』」]?"
    r"(?:变更登记为|更正登记为|变更为|更正为|更改为|改登记为|改为|,?现(?:已)?(?:变更|更正|改)为)"
    r"[“\"‘『「]?(?P<new>[^“”\"‘’『』「」,。;:]{1,20})[”\"’』」]?"
)
"""What was changed into what, in one sentence."""


_SPEAKS: Final = re.compile("变更|更正|更改|改为|改名|原|曾用|同一")
"""A paper that says none of these tells of no change."""
_VALUES: Final = ("old_value", "new_value")
_WHAT: Final = r"(?:姓名|公民身份号码|居民身份号码|身份证号码|身份证号|出生日期|性别|民族)"
_OLD: Final = re.compile(rf"原(?:登记|用)?的?{_WHAT}(?:为|是|:)*[“\"‘]?(?P<value>[^“”\"‘’,。;:()]{{2,20}})")
_NEW: Final = re.compile(
    rf"(?:现(?:登记|用)?的?{_WHAT}(?:为|是|:)*|{_WHAT}(?:已|由其)?(?:变更|更正|更改|改)(?:登记)?为)"
    r"[“\"‘]?(?P<value>[^“”\"‘’,。;:()]{2,20}?)(?=特此|[“”\"‘’,。;:()]|$)"
)


def _with_number(fields: dict[str, Found]) -> dict[str, Found]:
    """The person's number is the new one, where that is what was changed."""
    new, old, number = (fields.get(name) for name in ("new_value", "old_value", "id_number"))
    if new is None or not read_id_number(new.value) or (number and number.value and old and number.value != old.value):
        return fields
    return {**fields, "id_number": new}


def _changed(reading: Reading) -> dict[str, Found]:
    """The old value and the new one as sentences tell them."""
    passage = reading.part.body
    text, _ = passage.compact
    both = _CHANGED.search(text)
    spans = {"old_value": both.span("old"), "new_value": both.span("new")} if both else {}
    for name, wording in (("old_value", _OLD), ("new_value", _NEW)):
        match = wording.search(text)
        if match and not both:
            spans[name] = match.span("value")
    read = ((name, next(values(passage, passage.spread(span)), None)) for name, span in spans.items())
    return {
        name: found if _says_so(reading.fields.get(name), found) else found.doubted("weak_label")
        for name, found in read
        if found is not None
    }


def _says_so(known: Found | None, found: Found) -> bool:
    """Whether the engine read the same value: what a sentence's words alone tell sends nobody back."""
    return known is not None and known.value == found.value


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With what was changed in the words of the register; told by the value itself where the paper does not name it."""
    told = {
        name: found for name, found in reading.fields.items() if name not in _VALUES or _SPEAKS.search(reading.part.body.text)
    }
    reading = replace(reading, fields=_with_number({**told, **_changed(reading)}))
    stated = reading.fields.get("changed")
    if stated is not None and stated.value:
        named = next((name for name, word in _SUBJECTS if word in stated.value), stated.value)
        return {**reading.fields, "changed": replace(stated, value=named)}
    values = (reading.fields.get(name) for name in ("new_value", "old_value"))
    value = next((one for one in values if one is not None and one.value), None)
    kind = _kind_of(value.value) if value else ""
    return {**reading.fields, "changed": replace(value, value=kind, checksum_ok=None)} if value and kind else reading.fields


def _kind_of(value: str) -> str:
    if read_id_number(value):
        return "公民身份号码"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return "出生日期"
    return "性别" if value in ("男", "女") else "姓名" if read_person(value) else ""


READER: Final = TitledPaper(
    type="police_certificate",
    finish=_finished,
)
