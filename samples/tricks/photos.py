"""Complete packets whose photos are ugly, with everything on them readable: nothing is to be found on them."""

from functools import partial

from samples.defects.photos import FRONT, NUMBER, card_photographed, photographed, spoiling
from samples.degrade import darkened, defocused, glaring, noisy, squeezed
from samples.spoil import at, grey, rephotographed, soft_desk
from samples.twist import NOT_BOUNCED, Twist
from samples.uneven import creased, curled

_BESIDE = (0.20, 0.86, 0.34, 0.90)
"""On the card's lower rim, where nothing is printed."""

_READABLE = partial(Twist, leaves=card_photographed, uploads=photographed)
_SPOILED = partial(spoiling, seen=True)

PHOTO_TRICKS: tuple[Twist, ...] = (
    _READABLE("soft_background", "The desk is out of focus.", files=_SPOILED("legal_rep_id", soft_desk, FRONT)),
    _READABLE(
        "slightly_blurred",
        "The card is a little soft, and readable.",
        files=_SPOILED("legal_rep_id", at(defocused, 0.3, NUMBER), FRONT),
    ),
    _READABLE(
        "glare_beside_text",
        "A lamp is mirrored on the card's rim.",
        files=_SPOILED("legal_rep_id", at(glaring, 0.5, _BESIDE), FRONT),
    ),
    _READABLE(
        "dim_light",
        "The certificate was photographed in the evening.",
        files=_SPOILED("termination_certificate", at(darkened, 0.3, NUMBER)),
    ),
    _READABLE("grainy", "The licence's photo is grainy.", files=_SPOILED("business_license", at(noisy, 0.15, NUMBER))),
    _READABLE(
        "curled_sheet",
        "The certificate was rolled up: its lines run in an arc.",
        files=_SPOILED("termination_certificate", curled),
    ),
    _READABLE(
        "folded_letter",
        "The certificate had been folded for an envelope.",
        files=_SPOILED("termination_certificate", creased),
    ),
    _READABLE(
        "sent_by_messenger",
        "A messenger made the certificate's file small.",
        files=_SPOILED("termination_certificate", at(squeezed, 0.25, NUMBER)),
    ),
    _READABLE(
        "photographed_copy",
        "The card's portrait side is the photo of a photocopy.",
        NOT_BOUNCED,
        may_codes=("image.monochrome",),
        files=_SPOILED("legal_rep_id", grey, FRONT),
    ),
    _READABLE(
        "photo_of_a_screen",
        "The licence was photographed from a screen.",
        NOT_BOUNCED,
        may_codes=("image.recaptured",),
        files=_SPOILED("business_license", rephotographed),
    ),
)
