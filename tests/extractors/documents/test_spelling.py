"""What is printed simplified comes out so however it was read; variants that stand in names stay."""

import pytest

from extractors.documents.spelling import simplified
from extractors.evidence import Document, DocumentType, FieldReading
from validators.doubts import certainty_of


def read(type_: DocumentType, **values: str) -> Document:
    fields = {name: FieldReading(value=value, confidence=0.9, page=1, raw=value) for name, value in values.items()}
    return Document(type=type_, pages=(1,), confidence=0.9, fields=fields)


@pytest.mark.parametrize(
    ("type_", "field", "seen", "value"),
    [
        (
            "business_license",
            "address",
            "江蘇省蘇州市荷塘區楓林路659號時代國際6幢5樓",
            "江苏省苏州市荷塘区枫林路659号时代国际6幢5楼",
        ),
        ("business_license", "address", "江苏省苏州市枫林路659号", "江苏省苏州市枫林路659号"),
        ("id_card", "ethnicity", "漢", "汉"),
        ("id_card", "name", "陳昇", "陈昇"),
        ("business_license", "legal_rep", "顾兰悅", "顾兰悦"),
        ("termination_certificate", "employee_name", "周堃", "周堃"),
        ("termination_certificate", "employee_name", "林頔", "林頔"),  # 𬱖 is in hardly any font
        ("household_register", "changes", "姓名 蔣博辉 2025-03-09", "姓名 蒋博辉 2025-03-09"),
    ],
)
def test_what_is_printed_simplified_is_so(type_: DocumentType, field: str, seen: str, value: str) -> None:
    reading = simplified(read(type_, **{field: seen})).fields[field]
    assert (reading.value, reading.raw) == (value, seen)


def test_no_bounce_rests_on_a_name_in_which_a_character_was_replaced() -> None:
    assert certainty_of(simplified(read("business_license", legal_rep="岳語曉")).fields["legal_rep"]) < 0.9


def test_names_on_residence_permits_are_left_alone() -> None:
    card = read("id_card", name="陳大文").model_copy(update={"traits": ("residence_permit",)})
    assert simplified(card).fields["name"].value == "陳大文"
