"""Packets with the wrong seal, or none, or with a letter that nobody signed (DOMAIN D09-D13, D18, X24, X25, X34)."""

import random
from collections.abc import Callable
from dataclasses import replace

from samples.facts import Facts
from samples.impressions import Press
from samples.leaves import Leaf, Stamp, seal_of
from samples.people import draw_person
from samples.seals import SealDesign, company_seal, invoice_seal, special_seal
from samples.twist import NOT_ACCEPTED, REVIEW, Leaves, Twist, Uploads

_FAR_FROM_ANYTHING = (45.0, 262.0)
"""The lower left corner of an A4 page, in millimetres."""

_WORN = Press(worn=0.4)
"""Two fifths of the face left no ink: the ring shows, much of its text does not."""

Restamp = Callable[[Leaf, Facts, random.Random], Leaf]


def on(slot: str, change: Restamp) -> Callable[[Leaves, Facts, random.Random], Leaves]:
    """The papers of a slot with other stamps."""

    def restamped(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
        return {**leaves, slot: tuple(change(leaf, facts, rng) for leaf in leaves[slot])}

    return restamped


def unsealed(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    """Without the issuer's seal."""
    return replace(leaf, stamps=tuple(stamp for stamp in leaf.stamps if stamp.anchor != "seal"))


def _with(design: Callable[[Facts, random.Random], SealDesign]) -> Restamp:
    def stamped(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
        return replace(unsealed(leaf, facts, rng), stamps=(Stamp(design(facts, rng)),))

    return stamped


def _another(facts: Facts, rng: random.Random) -> SealDesign:
    return company_seal(f"{draw_person(rng, facts.today).name}商行")


def _finance(facts: Facts, rng: random.Random) -> SealDesign:
    return special_seal(facts.employer.name, rng.choice(("财务专用章", "合同专用章", "业务专用章")), star=rng.random() < 0.5)


def _invoice(facts: Facts, rng: random.Random) -> SealDesign:
    return invoice_seal(facts.employer.name, facts.employer.uscc)


def _personnel(facts: Facts, rng: random.Random) -> SealDesign:
    return special_seal(facts.employer.name, rng.choice(("人事专用章", "人力资源部章")))


def _worn(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    return replace(leaf, stamps=(Stamp(seal_of(facts.employer), press=_WORN),))


def _copied(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The certificate as a black-and-white copy of itself."""
    return tuple(
        replace(upload.captured_as("scan"), grey=True) if upload.slot == "termination_certificate" else upload
        for upload in uploads
    )


def _far(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    anchors = {**leaf.paper.anchors, "seal": _FAR_FROM_ANYTHING}
    return replace(leaf, paper=replace(leaf.paper, anchors=anchors), stamps=(Stamp(seal_of(facts.employer)),))


def _unsigned(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    """The company's seal stays; neither the representative's pen nor their name seal was there."""
    strokes = tuple(stroke for stroke in leaf.paper.handwriting if stroke.role != "legal_rep")
    stamps = tuple(stamp for stamp in leaf.stamps if stamp.anchor == "seal")
    return replace(leaf, paper=replace(leaf.paper, handwriting=strokes), stamps=stamps)


def _is_company(facts: Facts) -> bool:
    """Not an individual business, which need not have a seal."""
    return facts.employer.kind != "individual"


SEAL_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "seal_missing",
        "The certificate carries no seal.",
        NOT_ACCEPTED,
        (("seal.missing",),),
        leaves=on("termination_certificate", unsealed),
        suits=_is_company,
    ),
    Twist(
        "seal_missing_letter",
        "The letter of authorisation carries no company seal.",
        NOT_ACCEPTED,
        (("seal.missing",),),
        may_codes=("signature.missing",),
        leaves=on("authorization_letter", unsealed),
        suits=_is_company,
        roles=("agent",),
    ),
    Twist(
        "seal_other_company",
        "Another firm's seal is on the certificate.",
        NOT_ACCEPTED,
        (("seal.wrong_owner", "seal.illegible"),),
        leaves=on("termination_certificate", _with(_another)),
        suits=_is_company,
    ),
    Twist(
        "seal_finance",
        "A seal for finance, contracts or business is on the certificate.",
        NOT_ACCEPTED,
        (("seal.wrong_kind",),),
        may_codes=("seal.illegible",),
        leaves=on("termination_certificate", _with(_finance)),
    ),
    Twist(
        "seal_invoice",
        "The oval seal for invoices is on the certificate.",
        NOT_ACCEPTED,
        (("seal.wrong_kind",),),
        may_codes=("seal.illegible",),
        leaves=on("termination_certificate", _with(_invoice)),
    ),
    Twist(
        "seal_personnel",
        "A personnel seal is on the certificate: offices differ.",
        ("review",),
        (("seal.wrong_kind",),),
        may_codes=("seal.illegible",),
        leaves=on("termination_certificate", _with(_personnel)),
    ),
    Twist(
        "seal_far",
        "The seal is at the foot of the page, far from the name and the date.",
        ("review",),
        (("seal.misplaced",),),
        leaves=on("termination_certificate", _far),
    ),
    Twist(
        "seal_worn",
        "Of the seal's ring a few characters can be read.",
        REVIEW,
        (("seal.illegible", "seal.wrong_owner", "seal.missing"),),
        leaves=on("termination_certificate", _worn),
        suits=_is_company,
    ),
    Twist(
        "seal_copied",
        "The certificate is a black-and-white copy, its seal with it.",
        REVIEW,
        (("seal.monochrome", "seal.missing"),),
        may_codes=("seal.illegible", "image.monochrome"),
        uploads=_copied,
        suits=_is_company,
    ),
    Twist(
        "letter_unsigned",
        "The legal representative neither signed nor stamped the letter.",
        ("review",),
        (("signature.missing",),),
        leaves=on("authorization_letter", _unsigned),
        roles=("agent",),
    ),
)
