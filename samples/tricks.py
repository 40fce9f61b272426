"""Difficulties of complete packets: everything is there and right, but a hasty look may think otherwise."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from samples.companies import EntityKind
from samples.facts import Facts, telling
from samples.leaves import Leaf, Stamp, Wish, both_sides, seal_of
from samples.papers.id_card import draw_id_sheet
from samples.papers.paper import ContractTerm
from samples.papers.decoys import DecoyKind, draw_decoy
from samples.shoot import renamed
from samples.twist import NOT_BOUNCED, STATED, Leaves, Sent, Twist, Uploads
from samples.uploads import Upload

_FAR_FUTURE = date(2036, 1, 1)
_NARROW = str.maketrans("（）", "()")
_WIDE = {ord("0") + digit: ord("０") + digit for digit in range(10)}


def _narrow_brackets(facts: Facts, rng: random.Random) -> Facts:
    """Half-width brackets on the certificate and the form, full-width ones on the licence."""
    name = facts.employer.name.translate(_NARROW)
    return telling(replace(facts, certificate=replace(facts.certificate, employer_name=name)), employer_name=name)


def _has_brackets(facts: Facts) -> bool:
    return "（" in facts.employer.name


def _reissued(facts: Facts, rng: random.Random) -> Facts:
    """The employment ended months ago; the certificate was written again the other day."""
    shift = timedelta(days=rng.randint(60, 200))
    old = facts.certificate
    assert isinstance(old.separation_date, date), "the story's certificate has a whole date"
    assert isinstance(old.start_date, date), "and says since when"
    day, start = old.separation_date - shift, old.start_date - shift
    term = old.contract_term
    if isinstance(term, ContractTerm):
        term = ContractTerm(start, term.end - shift if term.end else None)
    changed = replace(old, separation_date=day, start_date=start, contract_term=term)
    return telling(replace(facts, certificate=changed), separation_date=day.isoformat())


def _worked_long(facts: Facts) -> bool:
    start = facts.certificate.start_date
    return isinstance(start, date) and start - facts.employer.established_on > timedelta(days=210)


def _printed_early(facts: Facts, rng: random.Random) -> Facts:
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return replace(facts, certificate=replace(facts.certificate, issue_date=day - timedelta(days=rng.randint(2, 9))))


def _left_today(facts: Facts, rng: random.Random) -> Facts:
    changed = replace(facts.certificate, separation_date=facts.today, issue_date=facts.today)
    changed = replace(changed, reason="个人原因辞职", contract_term=_open_term(facts))
    return telling(replace(facts, certificate=changed), separation_date=facts.today.isoformat())


def _open_term(facts: Facts) -> ContractTerm:
    start = facts.certificate.start_date
    assert isinstance(start, date), "the story's certificate says since when"
    return ContractTerm(start, None)


def _other_dot(facts: Facts, rng: random.Random) -> Facts:
    """The form has another dot than the papers between the parts of the name."""
    return telling(facts, employee_name=facts.employee.name.replace("·", rng.choice("•．・")))


def _typed_carelessly(facts: Facts, rng: random.Random) -> Facts:
    """A small x, spaces in the code and around the name."""
    number, code = facts.employee.id_number, facts.employer.uscc
    return telling(facts, employee_id=number.lower(), uscc=f"{code[:8]} {code[8:]}", legal_rep_name=f" {facts.legal_rep.name} ")


def _wide_digits(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, employee_id=facts.employee.id_number.translate(_WIDE))


def _ends_in_x(facts: Facts) -> bool:
    return facts.employee.id_number.endswith("X")


def _masked(facts: Facts, rng: random.Random) -> Facts:
    number = facts.employee.id_number
    return replace(facts, certificate=replace(facts.certificate, employee_id=f"{number[:6]}********{number[14:]}"))


def _on_one_page(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": (Leaf(draw_id_sheet(rng, facts.legal_rep)),)}


def _apart(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": both_sides(facts.legal_rep, rng)}


def _two_pages(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The legal representative's card as one PDF of two pages."""
    cards = [upload for upload in uploads if upload.slot == "legal_rep_id"]
    both = replace(cards[0].captured_as("scan_pdf"), leaves=tuple(leaf for card in cards for leaf in card.leaves))
    return tuple(both if upload is cards[0] else upload for upload in uploads if upload not in cards[1:])


def _heavy_seals(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The certificate stamped twice, one impression over the other, both over name and date."""
    leaf = leaves["termination_certificate"][0]
    return {**leaves, "termination_certificate": (replace(leaf, stamps=(*leaf.stamps, Stamp(seal_of(facts.employer)))),)}


def _with_stray(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """A page that nobody asked for, in a slot of no name."""
    kind = rng.choice(_STRAYS)
    stray = Leaf(draw_decoy(rng, kind, (facts.employee, facts.employer, facts.today)))
    return (*uploads, Upload(None, (stray,), "scan", "其他材料.jpg"))


_STRAYS: tuple[DecoyKind, ...] = ("handover_sheet", "contract_page", "invoice", "meeting_note", "recipe")


def _photographed(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Every single paper as a photo."""
    return tuple(upload.captured_as("photo") if len(upload.leaves) == 1 else upload for upload in uploads)


def _tagged(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Photos stored as the sensor lay, upright by their EXIF tag."""
    return tuple(
        replace(upload, orientation=rng.choice((3, 6, 8))) if upload.capture == "photo" else upload
        for upload in _photographed(uploads, facts, rng)
    )


def _turned(uploads: Uploads, facts: Facts, rng: random.Random, turn: int) -> Uploads:
    """Scans that lie askew in the file by a number of quarter turns."""
    slots = {"termination_certificate", "business_license"}
    return tuple(replace(upload.captured_as("scan"), turn=turn) if upload.slot in slots else upload for upload in uploads)


def _one_file(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Everything scanned into one PDF, in no slot."""
    leaves = [leaf for upload in uploads for leaf in upload.leaves]
    return (Upload(None, tuple(leaves), "scan_pdf", rng.choice(("材料.pdf", "全部材料.pdf", "scan0001.pdf"))),)


def _digital(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Licence and letters as the office program and the registry made them."""
    return tuple(upload.captured_as("digital") if upload.leaves[0].paper.type != "id_card" else upload for upload in uploads)


def _black_and_white(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The card as a photocopy."""
    return tuple(
        replace(upload.captured_as("scan"), grey=True) if upload.slot == "legal_rep_id" and len(upload.leaves) == 1 else upload
        for upload in uploads
    )


def _misnamed(sent: Sent, rng: random.Random) -> Sent:
    """JPEG photos that somebody called .png."""
    return tuple(renamed(file, file.name.replace(".jpg", ".png")) for file in sent)


def _swapped(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Licence and certificate each in the other's slot."""
    other = {"business_license": "termination_certificate", "termination_certificate": "business_license"}
    return tuple(replace(upload, slot=other.get(upload.slot or "", upload.slot)) for upload in uploads)


def _cards_last_long(facts: Facts) -> bool:
    """Whether the packet can still be judged years later, when no day of submission is given."""
    return facts.legal_rep.valid_until is None or facts.legal_rep.valid_until > _FAR_FUTURE


def _is_kind(facts: Facts, kinds: tuple[EntityKind, ...]) -> bool:
    return facts.employer.kind in kinds


def _has_no_term(facts: Facts) -> bool:
    return facts.licence.term_until == ""


def _has_dot(facts: Facts) -> bool:
    return "·" in facts.employee.name


def _lasts_forever(facts: Facts) -> bool:
    return facts.legal_rep.valid_until is None


def _rare(facts: Facts) -> bool:
    names = facts.employee.name + facts.legal_rep.name
    return len(names.encode("gb2312", "ignore")) < 2 * len(names)  # what the old national set leaves out


ORDINARY = Twist("ordinary", "Complete, and nothing special.", manifest="any")

TRICKS: tuple[Twist, ...] = (
    Twist("brackets", "Half-width brackets on one paper, full-width on the other.", suits=_has_brackets, facts=_narrow_brackets),
    Twist("card_in_one_pdf", "Both sides of the card are pages of one PDF.", manifest="any", leaves=_apart, uploads=_two_pages),
    Twist("card_on_one_page", "Both sides of the card are on one page.", manifest="any", leaves=_on_one_page),
    Twist("heavy_seals", "Two impressions of the seal cover name and date.", manifest="any", leaves=_heavy_seals),
    Twist("handwritten", "The certificate was filled in with a pen.", wish=Wish(STATED, by_hand=True)),
    Twist("reissued", "The certificate was issued again months after the separation.", suits=_worked_long, facts=_reissued),
    Twist("long_term_card", "The legal representative's card is valid 长期.", suits=_lasts_forever, manifest="any"),
    Twist("no_term", "The licence prints no term of business.", suits=_has_no_term, manifest="any"),
    Twist("individual_business", "The employer is an individual trader.", suits=partial(_is_kind, kinds=("individual",))),
    Twist(
        "other_forms",
        "The employer is a partnership, a branch, a sole proprietorship or a cooperative.",
        suits=partial(_is_kind, kinds=("partnership", "branch", "sole", "cooperative")),
    ),
    Twist("name_with_dot", "The employee's name has a dot in it, typed in another way on the form.", suits=_has_dot, facts=_other_dot),
    Twist("rare_character", "A name has a character that few fonts and readers know.", suits=_rare, outcome_ok=NOT_BOUNCED),
    Twist("printed_early", "The certificate was printed some days before the separation.", facts=_printed_early),
    Twist("left_today", "The employment ended on the day of submission.", facts=_left_today),
    Twist("small_x", "ID number and credit code were typed with a small x and spaces.", suits=_ends_in_x, facts=_typed_carelessly),
    Twist("wide_digits", "The ID number was typed in full-width digits.", facts=_wide_digits),
    Twist("masked_number", "The certificate masks the middle of the ID number.", NOT_BOUNCED, facts=_masked),
    Twist("stray_page", "A page that nobody asked for.", may_codes=("doc.unrecognized",), uploads=_with_stray),
    Twist("tagged_photos", "Photos are stored turned, with an EXIF tag.", manifest="any", uploads=_tagged),
    Twist("upside_down", "Licence and certificate were scanned upside down.", manifest="any", uploads=partial(_turned, turn=2)),
    Twist("sideways", "Licence and certificate were scanned sideways.", manifest="any", uploads=partial(_turned, turn=1)),
    Twist("sideways_other", "Licence and certificate were scanned sideways, the other way.", manifest="any", uploads=partial(_turned, turn=3)),
    Twist("one_file", "The whole packet is one scanned PDF.", uploads=_one_file),
    Twist("digital", "Papers came as the PDFs of the programs that made them.", wish=Wish(STATED, by_hand=False), uploads=_digital),
    Twist("photocopied_card", "The card is a black-and-white copy.", NOT_BOUNCED, uploads=_black_and_white),
    Twist("misnamed", "JPEG photos are called .png.", NOT_BOUNCED, may_codes=("file.extension_mismatch",), uploads=_photographed, files=_misnamed),
    Twist("slots_swapped", "Licence and certificate lie in each other's slot.", NOT_BOUNCED, may_codes=("doc.wrong_type",), uploads=_swapped),
    Twist("no_manifest", "Nothing but the files.", NOT_BOUNCED, roles=("legal_rep",), manifest="absent", suits=_cards_last_long),
    Twist("partial_manifest", "The form was filled in by half.", manifest="partial"),
    Twist("own_withdrawal", "A freelancer withdraws their own registration.", NOT_BOUNCED, scenario="individual_withdrawal", roles=("individual",)),
)
