"""Photos that a clerk sends back because something on them cannot be read, or doubts because somebody worked on them."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from samples.degrade import covered, darkened, defocused, glaring, noisy, shrunk
from samples.facts import Facts
from samples.leaves import both_sides
from samples.shoot import SentFile
from samples.spoil import Change, at, changed, one_after_another, rewritten
from samples.twist import BOUNCE, NOT_ACCEPTED, REVIEW, Leaves, Sent, Twist, Uploads
from samples.uneven import under_another
from samples.uploads import Upload

FRONT, BACK = 0, 1
"""Which of the card's two files is meant."""

NUMBER = (0.38, 0.74, 0.83, 0.82)
"""Where the number stands in a photo of a card (``samples.shoot``), in shares of the picture."""
CODE = (0.10, 0.20, 0.45, 0.30)
"""Where a licence's code stands, by the frame's upper left corner."""


ADDRESS = (0.255, 0.465, 0.60, 0.63)
"""Where a card's address stands."""
_AS_SAVED = 95
"""JPEG quality at which programs for pictures save: the grain stays."""


def card_photographed(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The card as the plastic itself, not a copy of it."""
    return {**leaves, "legal_rep_id": both_sides(facts.legal_rep, rng)}


def photographed(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Every paper, and every side of a card, as a photo of its own."""
    return tuple(photo for upload in uploads for photo in _photos(upload))


def _photos(upload: Upload) -> Iterator[Upload]:
    stem, _, extension = upload.name.rpartition(".")
    for number, leaf in enumerate(upload.leaves, start=1):
        name = f"{stem}_{number}.{extension}" if len(upload.leaves) > 1 else upload.name
        yield replace(upload, leaves=(leaf,), name=name).captured_as("photo")


def spoiling(slot: str, change: Change, number: int = 0, *, seen: bool = False) -> Callable[[Sent, random.Random], Sent]:
    """Change the picture of one of the files in a slot."""

    def files(sent: Sent, rng: random.Random) -> Sent:
        noise = np.random.default_rng(rng.getrandbits(64))
        meant: SentFile | None = next(iter([file for file in sent if file.slot == slot][number:]), None)
        return tuple(changed(file, change, noise, seen=seen) if file is meant else file for file in sent)

    return files


def _rewriting_the_address(sent: Sent, rng: random.Random) -> Sent:
    """On a photo with a grain, as phones take them indoors."""
    noise = np.random.default_rng(rng.getrandbits(64))
    front = next(file for file in sent if file.slot == "legal_rep_id")
    change = one_after_another(at(noisy, 0.1, NUMBER), rewritten("样例省云上市山前区一号", ADDRESS))
    edited = changed(front, change, noise, quality=_AS_SAVED)
    return tuple(edited if file is front else file for file in sent)


_UNREAD = ("doc.unrecognized", "field.illegible", "doc.side_missing", "doc.missing", "file.low_resolution")
"""What may be said besides of a picture on which nothing was recognised."""

PHOTO_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "blurred_card",
        "The card's portrait side is so far out of focus that nobody can read it.",
        BOUNCE,
        (("image.blurry",),),
        may_codes=_UNREAD,
        leaves=card_photographed,
        uploads=photographed,
        files=spoiling("legal_rep_id", at(defocused, 1.0, NUMBER), FRONT),
    ),
    Twist(
        "glare_on_number",
        "A lamp is mirrored over the card's number.",
        BOUNCE,
        (("image.glare",),),
        may_codes=_UNREAD,
        leaves=card_photographed,
        uploads=photographed,
        files=spoiling("legal_rep_id", at(glaring, 1.0, NUMBER), FRONT),
    ),
    Twist(
        "dark_photo",
        "The certificate was photographed in the dark.",
        BOUNCE,
        (("image.too_dark", "image.faint"),),
        may_codes=_UNREAD,
        uploads=photographed,
        files=spoiling("termination_certificate", at(darkened, 1.15, NUMBER)),
    ),
    Twist(
        "finger_on_code",
        "A finger lies on the licence's credit code.",
        NOT_ACCEPTED,
        (("image.occluded", "field.illegible", "doc.unrecognized", "field.bad_checksum"),),
        may_codes=("match.uscc", "match.employer_name", *_UNREAD),
        uploads=photographed,
        files=spoiling("business_license", at(covered, 0.9, CODE)),
    ),
    Twist(
        "paper_over_number",
        "Another sheet lies over the card's number.",
        NOT_ACCEPTED,
        (("image.occluded", "field.illegible", "doc.unrecognized", "field.bad_checksum", "doc.side_missing"),),
        may_codes=_UNREAD,
        leaves=card_photographed,
        uploads=photographed,
        files=spoiling("legal_rep_id", under_another((0.28, 0.72, 1.0, 1.0)), FRONT),
    ),
    Twist(
        "cut_off_certificate",
        "The photo of the certificate ends in the middle of its lines.",
        NOT_ACCEPTED,
        (("image.cut_off", "field.illegible", "field.missing", "doc.unrecognized", "date.missing", "date.incomplete"),),
        may_codes=("seal.missing", "seal.illegible", "match.employer_name", "match.person_name", *_UNREAD),
        uploads=photographed,
        files=spoiling("termination_certificate", lambda picture, rng: picture[:, : round(0.62 * picture.shape[1])].copy()),
    ),
    Twist(
        "thumbnail",
        "The card's portrait side came as a thumbnail.",
        BOUNCE,
        (("image.text_too_small", "image.blurry"),),
        may_codes=_UNREAD,
        leaves=card_photographed,
        uploads=photographed,
        files=spoiling("legal_rep_id", at(shrunk, 0.95, NUMBER), FRONT),
    ),
    Twist(
        "address_rewritten",
        "The address on the card's photo was painted over, and another one typed there.",
        REVIEW,
        (("image.edited",),),
        may_codes=("field.inconsistent",),
        leaves=card_photographed,
        uploads=photographed,
        files=_rewriting_the_address,
    ),
)
