"""A case as somebody would see it who misreads nothing: made from what a story's papers really say, without any pixels."""

import random
from collections.abc import Iterator, Mapping, Sequence

from extractors.evidence import Document, FieldReading, FileEvidence, PageEvidence, Seal, Signature
from pipeline.assemble import fold_declared
from pipeline.packet import DeclaredValues
from samples.facts import Facts
from samples.leaves import Leaf, Stamp
from samples.packets import suitable
from samples.papers.license_rows import folded
from samples.papers.paper import UNTIL_DONE, Shown
from samples.scenarios import lay_papers
from samples.twist import Twist
from samples.uploads import Upload, arrange
from validators.case import Case, CaseFile

Traits = Mapping[str, tuple[str, ...]]
"""By document type: what is known of it besides its fields."""

SURE = 0.99
_MM = 25.4
_DPI = 200


def case_of(twist: Twist, seed: int) -> Case:
    """The case of a packet with a twist that lies in its story or its papers, not in how they were captured."""
    rng = random.Random(f"{seed}/{twist.name}")
    facts = twist.facts(suitable(twist, rng), rng)
    leaves = twist.leaves(lay_papers(facts, rng, twist.wish), facts, rng)
    uploads = twist.uploads(arrange(leaves, rng), facts, rng)
    return Case(
        packet_id=twist.name,
        scenario=facts.scenario,
        region=twist.region,
        submitted_on=facts.today,
        declared=fold_declared(DeclaredValues.model_validate(facts.form)),
        files=tuple(_file(upload, number, _traits(facts)) for number, upload in enumerate(uploads)),
    )


def _traits(facts: Facts) -> Traits:
    """What a letter says of its end in words instead of a date."""
    until_done = facts.authorization is not None and facts.authorization.valid_until == UNTIL_DONE
    return {"authorization_letter": ("until_done",)} if until_done else {}


def _file(upload: Upload, number: int, traits: Traits) -> CaseFile:
    documents = tuple(
        document.model_copy(update={"traits": traits.get(document.type, ())})
        for page, leaf in enumerate(upload.leaves, start=1)
        for document in _documents(leaf, page)
    )
    pages = tuple(_page(leaf, page) for page, leaf in enumerate(upload.leaves, start=1))
    evidence = FileEvidence(
        sha256=f"{number:064d}",
        size_bytes=200_000,
        format="pdf" if upload.name.endswith("pdf") else "jpeg",
        page_count=len(pages),
        pages=pages,
        documents=documents,
    )
    return CaseFile(name=upload.name, slot=upload.slot, evidence=evidence)


def _page(leaf: Leaf, number: int) -> PageEvidence:
    width, height = (
        round(side / _MM * _DPI * (2 if leaf.is_card else 1)) for side in (leaf.paper.width_mm, leaf.paper.height_mm)
    )
    return PageEvidence(number=number, width_px=width, height_px=height, traces=None if leaf.stamps else ())


def _documents(leaf: Leaf, page: int) -> Iterator[Document]:
    for index, shown in enumerate(leaf.paper.shown):
        stamps = leaf.stamps if index == 0 else ()
        yield Document(
            type=shown.type,
            side=shown.side,
            pages=(page,),
            confidence=SURE,
            fields={name: _reading(shown, name, value, page) for name, value in shown.fields.items()},
            seals=tuple(_seal(leaf, stamp, page) for stamp in stamps if stamp.anchor in leaf.paper.anchors),
            signatures=tuple(_signatures(leaf, page)) if index == 0 else (),
        )


def _reading(shown: Shown, name: str, value: str, page: int) -> FieldReading:
    return FieldReading(value=value, confidence=SURE, page=page, box=shown.boxes.get(name))


def _seal(leaf: Leaf, stamp: Stamp, page: int) -> Seal:
    design, (x, y) = stamp.design, leaf.paper.anchors[stamp.anchor]
    width, height = leaf.paper.width_mm, leaf.paper.height_mm
    half = design.width_mm / 2
    box = ((x - half) / width, (y - half) / height, (x + half) / width, (y + half) / height)
    return Seal(
        kind=design.kind,
        text=folded(design.text),
        center_text=design.lower_line,
        color="red",
        visible=1.0,
        page=page,
        box=box,
        confidence=SURE,
        text_confidence=SURE,
        center_confidence=SURE,
    )


def _signatures(leaf: Leaf, page: int) -> Sequence[Signature]:
    return [
        Signature(role=stroke.role, state="handwritten", page=page, box=stroke.box, confidence=SURE, text=stroke.text)
        for stroke in leaf.paper.handwriting
        if stroke.role
    ]
