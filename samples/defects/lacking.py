"""Packets in which a paper or a side is not there, or is not what its slot says (DOMAIN X01-X04, D20)."""

import random
from collections.abc import Callable
from dataclasses import replace

from samples.facts import Facts
from samples.leaves import Leaf, Wish, agreement_leaves, both_sides
from samples.papers.decoys import DecoyKind, draw_decoy
from samples.shoot import renamed
from samples.twist import BOUNCE, NOT_ACCEPTED, Leaves, Sent, Twist


def without(slot: str) -> Callable[[Leaves, Facts, random.Random], Leaves]:
    """The papers of a slot left out."""

    def leave_out(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
        return {name: pile for name, pile in leaves.items() if name != slot}

    return leave_out


def _front_only(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": both_sides(facts.legal_rep, rng)[:1]}


def _back_only(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": both_sides(facts.legal_rep, rng)[1:]}


def _front_twice(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": tuple(both_sides(facts.legal_rep, rng)[0] for _ in range(2))}


def _card_as_certificate(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The employee's ID card where their certificate should be."""
    return {**leaves, "termination_certificate": both_sides(facts.employee, rng)[:1]}


def _stub(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The upper half of stub and slip, cut off above the dashed line; nobody signed or sealed it."""
    whole = leaves["termination_certificate"][0].paper
    shown = whole.shown[0]
    fields = {name: value for name, value in shown.fields.items() if name not in ("employer_name", "issue_date")}
    return {**leaves, "termination_certificate": (Leaf(replace(whole, shown=(replace(shown, fields=fields),)), (), _STUB),)}


_STUB = 0.435
"""The stub's share of the page's height."""


def _instead(kinds: tuple[DecoyKind, ...]) -> Callable[[Leaves, Facts, random.Random], Leaves]:
    """A sealed paper of another kind where the certificate should be."""

    def put(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
        certificate = leaves["termination_certificate"][0]
        decoy = draw_decoy(rng, rng.choice(kinds), (facts.employee, facts.employer, facts.today))
        return {**leaves, "termination_certificate": (replace(certificate, paper=decoy),)}

    return put


def _first_page_only(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The first of the two pages of an agreement, which is neither signed nor sealed, instead of the certificate."""
    return {**leaves, "termination_certificate": agreement_leaves(facts, rng)[:1]}


def _licence_as_certificate(sent: Sent, rng: random.Random) -> Sent:
    """The licence's file a second time where the certificate should be."""
    licence = next(file for file in sent if file.slot == "business_license")
    again = renamed(replace(licence, slot="termination_certificate"), f"2-{licence.name}")
    return tuple(again if file.slot == "termination_certificate" else file for file in sent)


_NO_CERTIFICATE = (("doc.missing", "doc.wrong_type", "doc.unrecognized"),)

LACKING_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "missing_certificate",
        "No certificate of termination.",
        BOUNCE,
        (("doc.missing",),),
        leaves=without("termination_certificate"),
    ),
    Twist("missing_licence", "No business licence.", BOUNCE, (("doc.missing",),), leaves=without("business_license")),
    Twist(
        "missing_id",
        "No ID card of the legal representative.",
        BOUNCE,
        (("doc.missing", "doc.side_missing"),),
        leaves=without("legal_rep_id"),
    ),
    Twist("id_back_missing", "The ID card's emblem side is missing.", BOUNCE, (("doc.side_missing",),), leaves=_front_only),
    Twist("id_front_missing", "The ID card's portrait side is missing.", BOUNCE, (("doc.side_missing",),), leaves=_back_only),
    Twist(
        "same_side_twice",
        "The portrait side was photographed twice, the emblem side never.",
        BOUNCE,
        (("doc.side_missing",),),
        may_codes=("doc.duplicate", "file.duplicate"),
        leaves=_front_twice,
    ),
    Twist(
        "agent_without_authorization",
        "An agent acts without a letter of authorisation.",
        BOUNCE,
        (("doc.missing", "scenario.authorization_required"),),
        roles=("agent",),
        leaves=without("authorization_letter"),
    ),
    Twist(
        "agent_without_id",
        "An agent acts, but their ID card is missing.",
        BOUNCE,
        (("doc.missing", "doc.side_missing"),),
        roles=("agent",),
        leaves=without("agent_id"),
    ),
    Twist(
        "still_employed",
        "Instead of the certificate a proof that the person still works there.",
        NOT_ACCEPTED,
        _NO_CERTIFICATE,
        leaves=_instead(("employment_certificate", "income_certificate")),
    ),
    Twist(
        "resignation_only",
        "The employee's own letter of resignation instead of the employer's certificate.",
        NOT_ACCEPTED,
        _NO_CERTIFICATE,
        leaves=_instead(("resignation_letter",)),
    ),
    Twist(
        "notice_only",
        "A notice of termination or a hand-over sheet instead of the certificate.",
        NOT_ACCEPTED,
        _NO_CERTIFICATE,
        leaves=_instead(("termination_notice", "handover_sheet")),
    ),
    Twist(
        "card_as_certificate",
        "The employee's ID card lies in the certificate's slot, and there is no certificate.",
        NOT_ACCEPTED,
        (("doc.missing", "doc.wrong_type"),),
        leaves=_card_as_certificate,
    ),
    Twist(
        "same_file_twice",
        "The licence's file was chosen for the certificate's slot as well.",
        NOT_ACCEPTED,
        (("file.duplicate", "doc.wrong_type", "doc.missing"),),
        files=_licence_as_certificate,
    ),
    Twist(
        "second_page_missing",
        "An agreement instead of the certificate, and of its two pages only the first.",
        NOT_ACCEPTED,
        (("doc.page_missing",),),
        may_codes=("seal.missing", "signature.missing", "date.missing", "field.missing"),
        leaves=_first_page_only,
    ),
    Twist(
        "counterfoil_only",
        "The employer's own stub (存根) of the certificate instead of the worker's half.",
        NOT_ACCEPTED,
        (("doc.counterfoil",),),
        may_codes=("doc.missing",),
        wish=Wish(layout="stub_and_slip"),
        leaves=_stub,
    ),
)
