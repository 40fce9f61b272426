"""A report shows every seal and every place to sign: its box on the page, and beside it what was seen there."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest

from extractors.evidence import FieldState, SealKind, SignatureState
from pipeline.assemble import Seen
from pipeline.packet import Packet
from pipeline.report.page_images import PageImage
from pipeline.report.view import report_view
from pipeline.report.write import packet_html
from pipeline.verdict import EngineInfo, PageRef, Verdict, VerdictDocument, VerdictField, VerdictSeal, VerdictSignature
from pipeline.words import SEAL_KINDS, SIGNATURE_STATES
from validators.case import Case

FILE = "a.jpg"
PAGE = PageRef(file=FILE, page=1)
MORNING = datetime(2024, 6, 10, 10, tzinfo=UTC)


class Marks(HTMLParser):
    """Collects the boxes on the pages, what links to each, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.boxes: dict[str, tuple[str, str]] = {}
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("class", "")
        if kind.startswith("mark "):
            assert given["id"] not in self.boxes, "two boxes under one name"
            self.boxes[given["id"]] = (kind.removeprefix("mark "), given["style"])
        elif tag == "a":
            self.links.append(given["href"].removeprefix("#"))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())

    def of(self, kind: str) -> list[str]:
        """The styles of the boxes of a kind."""
        return [style for given, style in self.boxes.values() if given == kind]


def seal(text: str = "", kind: SealKind = "round", page: int = 1) -> VerdictSeal:
    return VerdictSeal(
        kind=kind,
        text=text,
        center_text="人事专用章" if text else "",
        color="blue",
        visible=0.8,
        file=FILE,
        page=page,
        bbox=(0.5, 0.25, 0.75, 0.5),
        confidence=0.95,
        text_confidence=0.61 if text else 0.0,
        center_confidence=0.72 if text else 0.0,
        code="1101050012345" if text else "",
    )


def signature(state: SignatureState = "handwritten") -> VerdictSignature:
    return VerdictSignature(
        role="employee", state=state, file=FILE, page=1, bbox=(0.1, 0.5, 0.3, 0.6), confidence=0.83, label="劳动者签收:"
    )


def paper(
    seals: tuple[VerdictSeal, ...] = (),
    signatures: tuple[VerdictSignature, ...] = (),
    fields: dict[str, VerdictField] | None = None,
) -> VerdictDocument:
    return VerdictDocument(
        type="termination_certificate", files=(PAGE,), confidence=0.9, seals=seals, signatures=signatures, fields=fields or {}
    )


def shown(*documents: VerdictDocument) -> Marks:
    verdict = Verdict(
        packet_id="p",
        outcome="accept",
        scenario="employer_withdrawal",
        policy_version="1",
        documents=documents,
        engine=EngineInfo(yushen="0", ocr="none"),
        received_at=MORNING,
        decided_at=MORNING,
    )
    case = Case(packet_id="p", scenario="employer_withdrawal", submitted_on=date(2024, 6, 10))
    seen = Seen(Packet("p", MORNING, MORNING, files=()), case, (), MORNING, MORNING)
    view = report_view(seen, verdict, {FILE: (PageImage(1, b"", 100, 100),)})
    return Marks(packet_html(view, verdict))


def test_a_seal_is_drawn_and_told() -> None:
    page = shown(paper(seals=(seal("样例科技有限公司"),)))
    assert page.of("seal") == ["left:50.00%;top:25.00%;width:25.00%;height:25.00%"]
    told = ("圆形章", "样例科技有限公司", "0.61", "人事专用章", "0.72", "1101050012345", "蓝色，可见 80%", "0.95")
    assert [text for text in told if text not in page.texts] == []
    assert "未能读出" not in page.texts


def test_a_seal_that_was_not_read_says_so() -> None:
    page = shown(paper(seals=(seal(),)))
    assert len(page.of("seal")) == 1
    assert "未能读出" in page.texts
    assert "0.00" not in page.texts


def test_a_signature_is_drawn_and_told() -> None:
    page = shown(paper(signatures=(signature(),)))
    assert page.of("signature") == ["left:10.00%;top:50.00%;width:20.00%;height:10.00%"]
    assert [text for text in ("员工", "手写签名", "劳动者签收:", "0.83") if text not in page.texts] == []


@pytest.mark.parametrize("kind", SEAL_KINDS)
def test_every_kind_of_seal_has_its_name_on_the_page_and_beside_it(kind: SealKind) -> None:
    assert shown(paper(seals=(seal(kind=kind),))).texts.count(SEAL_KINDS[kind]) == 2


@pytest.mark.parametrize("state", SIGNATURE_STATES)
def test_every_state_of_a_signature_has_its_name_on_the_page_and_beside_it(state: SignatureState) -> None:
    assert shown(paper(signatures=(signature(state),))).texts.count(SIGNATURE_STATES[state]) == 2


def test_every_box_has_its_own_name_and_an_entry_that_leads_to_it() -> None:
    field = VerdictField(value="张三", confidence=1.0, file=FILE, page=1, bbox=(0.1, 0.1, 0.2, 0.2))
    one = paper((seal(), seal("样例科技有限公司")), (signature(), signature("blank")), {"employee_name": field})
    page = shown(one, one)
    assert len(page.boxes) == 10
    assert set(page.links) == set(page.boxes)


@pytest.mark.parametrize(("state", "remark"), [("read", "手写"), ("incomplete", "不完整，手写")])
def test_a_value_that_a_pen_wrote_says_so(state: FieldState, remark: str) -> None:
    field = VerdictField(
        value="2024-03", confidence=0.8, file=FILE, page=1, bbox=(0.1, 0.1, 0.2, 0.2), state=state, handwritten=True
    )
    assert remark in shown(paper(fields={"issue_date": field})).texts


def test_a_seal_of_another_page_is_not_drawn_on_this_one() -> None:
    page = shown(paper(seals=(seal(page=2),)))
    assert page.of("seal") == []
    assert "印章" not in page.texts


def test_only_what_is_drawn_is_in_the_legend() -> None:
    assert "签字处" not in shown(paper(seals=(seal(),))).texts
    assert "签字处" in shown(paper(signatures=(signature(),))).texts
