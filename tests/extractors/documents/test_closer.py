"""A closer reading is taken where it says more, and never where it says less."""

import pytest

from extractors.documents.closer import reads_well, with_closer
from extractors.evidence import Box, Document, DocumentType, FieldReading, Seal, SealKind, Side

PAGE_BACK = {"authority": ("某市公安局", 0.95), "valid_from": ("2020-01-01", 0.95)}
WHOLE_BACK = {**PAGE_BACK, "valid_until": ("2040-01-01", 0.95)}
LEFT: Box = (0.1, 0.1, 0.4, 0.4)
RIGHT: Box = (0.6, 0.1, 0.9, 0.4)


def read(
    values: dict[str, tuple[str, float]], box: Box | None = LEFT, kind: DocumentType = "id_card", side: Side | None = "back"
) -> Document:
    fields = {
        name: FieldReading(value=value, confidence=sure, page=1, box=box, checksum_ok=True if name == "id_number" else None)
        for name, (value, sure) in values.items()
    }
    return Document(type=kind, side=side, pages=(1,), box=box, confidence=0.97, fields=fields)


UNKNOWN = Document(type="unknown", pages=(1,), confidence=0.5)


@pytest.mark.parametrize(
    ("page", "closer", "fields"),
    [
        pytest.param([read(PAGE_BACK)], read(WHOLE_BACK), [3], id="a value more"),
        pytest.param([read(WHOLE_BACK)], read(PAGE_BACK), None, id="a value less"),
        pytest.param([read(WHOLE_BACK)], read(WHOLE_BACK), None, id="the same"),
        pytest.param([UNKNOWN], read(WHOLE_BACK), [3], id="nobody knew it before"),
        pytest.param([read(PAGE_BACK)], UNKNOWN, None, id="nothing is known closer"),
        pytest.param([read(WHOLE_BACK)], read(WHOLE_BACK, RIGHT), [3, 3], id="another card beside it"),
        pytest.param([read(WHOLE_BACK, None)], read(PAGE_BACK, LEFT), None, id="a part of what fills the page"),
        pytest.param(
            [read({"name": ("甲", 0.9)}, None, "business_license", None)], read(WHOLE_BACK), None, id="other paper, same place"
        ),
        pytest.param(
            [read({"id_number": ("1", 0.9)}, LEFT, side="front")],
            read({"name": ("甲", 0.9), "sex": ("女", 0.9)}, LEFT, side="front"),
            None,
            id="a number that adds up is lost",
        ),
    ],
)
def test_which_reading_is_taken(page: list[Document], closer: Document, fields: list[int] | None) -> None:
    taken = with_closer(page, [closer])
    assert (None if taken is None else [len(document.fields) for document in taken]) == fields


def test_a_view_that_reaches_beyond_a_paper_shows_no_second_one() -> None:
    page = read(WHOLE_BACK, LEFT)
    view = read(PAGE_BACK, LEFT).model_copy(update={"box": (0.05, 0.3, 0.9, 0.9)})
    assert with_closer([page], [view]) is None


@pytest.mark.parametrize(
    ("document", "well"),
    [
        (read(WHOLE_BACK), True),
        (read(PAGE_BACK), False),
        (read({**WHOLE_BACK, "authority": ("某市公安局", 0.6)}), False),
        (UNKNOWN, False),
    ],
    ids=["whole", "a value is missing", "a value is unsure", "unknown"],
)
def test_what_needs_no_closer_look(document: Document, well: bool) -> None:
    assert reads_well(document) is well


def test_a_seal_that_a_closer_look_cuts_is_taken_from_the_page() -> None:
    def seal(kind: SealKind, visible: float, box: Box) -> Seal:
        return Seal(kind=kind, text="某公司", center_text="", color="red", visible=visible, page=1, box=box, confidence=0.9)

    whole, cut = seal("round", 0.98, (0.5, 0.5, 0.7, 0.64)), seal("cross_page", 0.47, (0.5, 0.5, 0.7, 0.57))
    page = read(PAGE_BACK).model_copy(update={"seals": (whole,)})
    for seen, taken in ((cut, whole), (seal("round", 0.95, whole.box), None), (seal("round", 0.6, RIGHT), None)):
        closer = read(WHOLE_BACK).model_copy(update={"seals": (seen,)})
        (document,) = with_closer([page], [closer]) or ()
        assert document.seals == (taken or seen,)


def test_a_part_read_from_near_keeps_the_papers_title_and_lacks_only_what_the_page_lacks() -> None:
    page = read(PAGE_BACK).model_copy(update={"title": "居民身份证", "confidence": 0.99, "lacks": ("sex",)})
    near = read(WHOLE_BACK).model_copy(update={"title": "", "confidence": 0.75, "lacks": ("name", "sex")})
    (document,) = with_closer([page], [near]) or ()
    assert (document.title, document.confidence, document.lacks) == ("居民身份证", 0.99, ("sex",))
    (alone,) = with_closer([UNKNOWN], [near]) or ()
    assert alone.lacks == ()


def test_a_part_of_a_page_that_is_headed_as_another_kind_of_paper_is_none() -> None:
    headed = UNKNOWN.model_copy(update={"title": "就业登记信息更正申请表"})
    part = Document(type="police_certificate", pages=(1,), confidence=0.75)
    assert with_closer([headed], [part]) is None
    assert with_closer([UNKNOWN], [part]) is not None
