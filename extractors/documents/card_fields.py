"""The values on ID cards, checked against the number, which holds sex and date of birth itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.body import Found, found_date
from extractors.documents.card_layout import NUMBER_LABEL, VALUE_PLACES, Outline
from extractors.documents.reader import Sheet
from extractors.documents.signing_off import id_in
from extractors.text.dates import find_dates
from extractors.text.fold import HAN_CLASS, fold_person
from extractors.text.identifiers import ID_LENGTH, birth_of, find_id_number, sex_of
from extractors.text.passage import compose
from extractors.text.rows import Row
from extractors.text.straight import Placed

_WRITTEN_ETHNICITIES: Final = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 "
    "景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 "
    "裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 毛难 崩龙 其他 穿青人 入籍"
)
ETHNICITIES: Final = frozenset(_WRITTEN_ETHNICITIES.split())
"""GB/T 3304, older spellings, and entries that cards carry besides (DOMAIN 2.4)."""
_TRADITIONAL: Final = str.maketrans("漢滿壯黎", "汉满壮黎")
"""OCR writes some of them in traditional characters, which cards never do."""
_LABELS_END: Final = 0.13
_NEAR_LABEL: Final = 0.03
"""Shares of the card's width: where the labels end, and how far right of the values' edge a glued line's middle lies."""
_NAME_ROW: Final = re.compile(rf"(?:姓名|^名)(?P<v>[{HAN_CLASS}·.•・]{{2,}})")
_SEX_ROW: Final = re.compile(r"(?:性[别別]|性|[别別])[^\w]{0,2}(?P<v>[男女])")
_ETHNICITY_ROW: Final = re.compile(rf"(?:民族|(?<!公)民(?!身)|族)[^\w]{{0,2}}(?P<v>[{HAN_CLASS}]{{1,4}})")
_ADDRESS_ROW: Final = re.compile(r"住址?(?P<v>.+)")
_SHAPES: Final = {
    "name": re.compile(rf"[{HAN_CLASS}·.]{{2,16}}"),
    "sex": re.compile("[男女]"),
    "ethnicity": re.compile(rf"[{HAN_CLASS}]{{1,4}}"),
}
_LABEL: Final = re.compile(r"^(?:姓名|性别|民族|出生|住址|公民身份)")
_DAY: Final = r"(?:19|20)\d{2}[.\-·,、]?\d{2}[.\-·,、]?\d{2}"
PERIOD: Final = re.compile(rf"(?<!\d)(?P<a>{_DAY})[^\d长]{{0,3}}(?P<b>{_DAY}|长期)(?![\dX])")
"""Dates on the emblem side are always YYYY.MM.DD: dots and the dash may be lost."""
_AUTHORITY: Final = re.compile(rf"(?:签发机关|发机关|签发机?关?)(?:有效期限)?(?P<v>[{HAN_CLASS}·()]{{3,30}})")
_POLICE: Final = re.compile(rf"(?:有效期限)?(?P<v>[{HAN_CLASS}]{{2,20}}公安局(?:[{HAN_CLASS}]{{1,12}}分局)?)")


def read_front(sheet: Sheet, outline: Outline, rows: Sequence[Row]) -> dict[str, Found]:
    """The portrait side's values."""
    found = {
        "name": _in_row(rows, _NAME_ROW) or _at_place(rows, outline, "name"),
        "sex": _in_row(rows, _SEX_ROW) or _at_place(rows, outline, "sex"),
        "ethnicity": _ethnicity(rows, outline),
        "birth": _birth(rows, outline),
        "address": _address(rows, outline),
        "id_number": number_on(sheet, rows),
    }
    if found["name"] is not None:
        found["name"] = replace(found["name"], value=fold_person(found["name"].value).strip("."))
    return checked({name: item for name, item in found.items() if item is not None})


def read_back(rows: Sequence[Row]) -> dict[str, Found]:
    """The emblem side's values; 长期 stays as it is."""
    fields: dict[str, Found] = {}
    authority = _in_row(rows, _AUTHORITY) or _in_row(rows, _POLICE)
    if authority is not None:
        fields["authority"] = authority
    for row in rows:
        text, _ = row.passage.compact
        match = PERIOD.search(text)
        if match:
            for name, group in (("valid_from", "a"), ("valid_until", "b")):
                fields[name] = Found(dotted(match[group]), row.passage, row.passage.spread(match.span(group)))
            return fields
    return fields


def dotted(digits: str) -> str:
    """A day as cards print it (2014.05.01), its dots perhaps lost, in ISO form; 长期 stays."""
    plain = re.sub(r"\D", "", digits)
    return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}" if plain else digits


def _in_row(rows: Sequence[Row], pattern: re.Pattern[str]) -> Found | None:
    """The value behind a label, spaces aside."""
    for row in rows:
        text, _ = row.passage.compact
        match = pattern.search(text)
        if match:
            return Found(match["v"], row.passage, row.passage.spread(match.span("v")))
    return None


def _lines_at(rows: Sequence[Row], outline: Outline, name: str) -> list[Placed]:
    """The lines whose middle lies where a value stands, labels left out."""
    left, top, right, bottom = VALUE_PLACES[name]
    placed = [item for row in rows for item in row.placed]
    return [
        item
        for item in placed
        if left <= outline.share(item)[0] <= right
        and top <= outline.share(item)[1] <= bottom
        and not _LABEL.match(item.line.text)
    ]


def _at_place(rows: Sequence[Row], outline: Outline, name: str) -> Found | None:
    for item in _lines_at(rows, outline, name):
        passage = compose([(item.line, "")])
        text, _ = passage.compact
        if _SHAPES[name].fullmatch(text):
            return Found(text, passage, (0, len(passage.text)))
    return None


def _ethnicity(rows: Sequence[Row], outline: Outline) -> Found | None:
    told = [one for row in rows if (one := _in_row((row,), _ETHNICITY_ROW))]
    known = (one for one in told if one.value.translate(_TRADITIONAL).removesuffix("族") in ETHNICITIES)
    found = next(known, told[0] if told else None) or _at_place(rows, outline, "ethnicity")
    if found is None:
        return None
    value = found.value.translate(_TRADITIONAL)
    value = value.removesuffix("族") if value not in ETHNICITIES else value
    found = replace(found, value=value)
    return found if value in ETHNICITIES else found.doubted("odd_shape")


def _birth(rows: Sequence[Row], outline: Outline) -> Found | None:
    top, bottom = VALUE_PLACES["birth"][1], VALUE_PLACES["birth"][3]
    for row in rows:
        level = top <= outline.share(row.placed[0])[1] <= bottom
        if "出生" in row.passage.compact[0] or level:
            dates = find_dates(row.passage.text)
            if dates:
                return found_date(dates[0], row.passage)
    return None


def _address(rows: Sequence[Row], outline: Outline) -> Found | None:
    """The label's row and the rows below it, down to the number."""
    at = next((index for index, row in enumerate(rows) if "住址" in row.passage.compact[0]), None)
    if at is None:
        items = _lines_at(rows, outline, "address")
    else:
        below = [item for row in rows[at + 1 :] for item in row.placed]
        items = [item for item in (*rows[at].placed, *below) if _in_address(item, outline)]
    passage = compose([(item.line, "") for item in items])
    text, _ = passage.compact
    match = _ADDRESS_ROW.match(text) or re.match(r"(?P<v>.+)", text)
    if not match:
        return None
    return Found(match["v"], passage, passage.spread(match.span("v")))


def _in_address(item: Placed, outline: Outline) -> bool:
    x, y = outline.share(item)
    text = item.line.text
    return (
        x < VALUE_PLACES["address"][2]
        and (x >= VALUE_PLACES["address"][0] + _NEAR_LABEL or item.left >= outline.left + _LABELS_END * outline.width)
        and y < VALUE_PLACES["address"][3]
        and not NUMBER_LABEL.search(text)
        and find_id_number(text) is None
    )


def number_on(sheet: Sheet, rows: Sequence[Row]) -> Found | None:
    """The 18-digit number; read once more from the pixels where its check digit does not fit."""
    found = [item for item in (id_in(row.passage, (0, len(row.passage.text))) for row in reversed(rows)) if item is not None]
    best = next((item for item in found if item.checksum_ok), found[0] if found else None)
    if best is None or best.checksum_ok:
        return best
    box = best.passage.box(best.span)
    again = sheet.read_strip(box) if box else None
    if again is None:
        return best
    passage = compose([(again, "")])
    second = id_in(passage, (0, len(passage.text)))
    return second if second is not None and second.checksum_ok else best


def checked(fields: dict[str, Found]) -> dict[str, Found]:
    """The values, sex and birth compared with what the number says of them."""
    number = fields.get("id_number")
    if number is None or not number.checksum_ok or len(number.value) != ID_LENGTH:
        return fields
    sex, birth = fields.get("sex"), fields.get("birth")
    born = birth_of(number.value)
    if sex is not None and sex.value != sex_of(number.value):
        fields["sex"] = sex.doubted("contradicted")
    if birth is not None and born is not None:
        fields["birth"] = _beside_number(birth, born)
    return fields


def _beside_number(birth: Found, born: date) -> Found:
    if birth.value == born.isoformat():
        return birth
    if birth.state == "incomplete" and birth.value and born.isoformat().startswith(birth.value):
        return replace(birth, value=born.isoformat(), state="read", repaired=True).doubted("repaired")
    return birth.doubted("contradicted")
