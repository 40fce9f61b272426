"""Complete packets that were photographed, scanned, bundled or sorted in unusual ways."""

import random
from dataclasses import replace
from functools import partial

from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, agreement_leaves, both_sides, seal_of
from samples.papers.decoys import DecoyKind, draw_decoy
from samples.papers.id_card import draw_id_sheet
from samples.shoot import renamed
from samples.twist import NOT_BOUNCED, STATED, Leaves, Sent, Twist, Uploads
from samples.uploads import Upload

_STRAYS: tuple[DecoyKind, ...] = ("handover_sheet", "contract_page", "invoice", "meeting_note", "recipe")


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


def _agreement(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """An agreement of two pages, signed and sealed on the second, instead of the certificate."""
    return {**leaves, "termination_certificate": agreement_leaves(facts, rng)}


def _as_one_scan(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The pages in the certificate's slot as one PDF."""
    pages = [upload for upload in uploads if upload.slot == "termination_certificate"]
    whole = replace(pages[0].captured_as("scan_pdf"), leaves=tuple(leaf for page in pages for leaf in page.leaves))
    return tuple(whole if upload is pages[0] else upload for upload in uploads if upload not in pages[1:])


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


CAPTURE_TRICKS: tuple[Twist, ...] = (
    Twist("card_in_one_pdf", "Both sides of the card are pages of one PDF.", manifest="any", leaves=_apart, uploads=_two_pages),
    Twist("card_on_one_page", "Both sides of the card are on one page.", manifest="any", leaves=_on_one_page),
    Twist("heavy_seals", "Two impressions of the seal cover name and date.", manifest="any", leaves=_heavy_seals),
    Twist(
        "agreement_of_two_pages",
        "An agreement of two pages, sealed on the second, instead of the certificate.",
        NOT_BOUNCED,
        leaves=_agreement,
        uploads=_as_one_scan,
    ),
    Twist("stray_page", "A page that nobody asked for.", may_codes=("doc.unrecognized",), uploads=_with_stray),
    Twist("tagged_photos", "Photos are stored turned, with an EXIF tag.", manifest="any", uploads=_tagged),
    Twist("upside_down", "Licence and certificate were scanned upside down.", manifest="any", uploads=partial(_turned, turn=2)),
    Twist("sideways", "Licence and certificate were scanned sideways.", manifest="any", uploads=partial(_turned, turn=1)),
    Twist(
        "sideways_other",
        "Licence and certificate were scanned sideways, the other way.",
        manifest="any",
        uploads=partial(_turned, turn=3),
    ),
    Twist("one_file", "The whole packet is one scanned PDF.", uploads=_one_file),
    Twist(
        "digital", "Papers came as the PDFs of the programs that made them.", wish=Wish(STATED, by_hand=False), uploads=_digital
    ),
    Twist(
        "photocopied_card", "The card is a black-and-white copy.", NOT_BOUNCED, leaves=_on_one_page, uploads=_black_and_white
    ),
    Twist(
        "misnamed",
        "JPEG photos are called .png.",
        NOT_BOUNCED,
        may_codes=("file.extension_mismatch",),
        uploads=_photographed,
        files=_misnamed,
    ),
    Twist(
        "slots_swapped",
        "Licence and certificate lie in each other's slot.",
        NOT_BOUNCED,
        may_codes=("doc.wrong_type",),
        uploads=_swapped,
    ),
)
