"""Composes a paper: decides what it states, sets it on a sheet, has the sheet read, and says what is truly there."""

import random
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Final

from extractors.evidence import DocumentType
from tests.press.camera import View, boxes_of, make_view, seen
from tests.press.choices import Choices, Weighted
from tests.press.forms import set_form
from tests.press.heads import set_foot, set_head, set_watermark
from tests.press.kinds import KINDS, kinds_of
from tests.press.kinds.kind import Kind
from tests.press.kinds.other_papers import OTHER_PAPERS
from tests.press.letters import set_letter, set_text
from tests.press.noise import spoil
from tests.press.pairs import make_pairs, make_style
from tests.press.paper import PressPaper
from tests.press.recogniser import make_engine, read_prints
from tests.press.rosters import set_changes, set_months, set_roster
from tests.press.screens import is_on_screen, set_buttons, set_frame
from tests.press.sheet import Sheet
from tests.press.signoff import set_signoff
from tests.press.stubs import with_stub
from tests.press.tables import set_table
from tests.press.teller import Blank, Teller

__all__ = ["Plan", "compose", "compose_from", "compose_other", "plan", "read_plan"]

_A4: Final = 1414.0
_SHAPES: Final = Weighted((_A4, 86), (1294.0, 4), (1550.0, 2), (707.0, 8))
"""Heights of sheets a thousand wide: A4, Letter, a telephone's picture, A4 or A5 laid across."""

Voices = Collection[str]
"""Whose words: names of voices, '' for the press's own; none for anybody's."""
ANY_VOICE: Final[Voices] = ()
_BLANK: Final = 0.07
_WITH_STUB: Final = 0.05
_FLUSH: Final = 0.03
_FLUSH_ON_SCREEN: Final = 0.6
"""How often a title stands at the left, on paper and on a system's page."""
_PARTLY: Final[Weighted[Blank]] = Weighted(("all", 6), ("day", 2), ("month", 1))
_WIDTHS_PX: Final = (1240, 1654, 2480, 1080, 1440, 3024)


@dataclass(frozen=True)
class Plan:
    """A paper before anybody has read it: the set sheet and what was told on it."""

    kind: Kind
    sheet: Sheet
    teller: Teller
    width_px: int

    @property
    def seal_text(self) -> str:
        """What the seal at the foot says: the name of who signs first."""
        return self.teller.value(self.kind.parties[0].name).text

    @property
    def height_px(self) -> int:
        """As high as the sheet's shape makes it."""
        return round(self.width_px * self.sheet.height / 1000)


def compose(rng: random.Random, type_: DocumentType | None = None, voices: Voices = ANY_VOICE) -> PressPaper:
    """Return a paper composed at random, of one type or of any, worded by one of some voices."""
    return compose_from(Choices(rng.random, random.Random(rng.getrandbits(64))), type_, voices)


def compose_other(rng: random.Random) -> PressPaper:
    """Return a paper that is none of the types, composed at random; its spans are those of no field."""
    choices = Choices(rng.random, random.Random(rng.getrandbits(64)))
    made = _planned(choices, choices.weighed(OTHER_PAPERS))
    return read_plan(made, make_view(made.sheet.height, choices))


def compose_from(choices: Choices, type_: DocumentType | None = None, voices: Voices = ANY_VOICE) -> PressPaper:
    """Return the paper that these choices compose."""
    made = plan(choices, type_, voices)
    return read_plan(made, make_view(made.sheet.height, choices))


def plan(choices: Choices, type_: DocumentType | None = None, voices: Voices = ANY_VOICE) -> Plan:
    """Decide what a paper says and set it."""
    kind = choices.weighed(KINDS if type_ is None else kinds_of(type_))
    return _planned(choices, _voiced(kind, choices, voices))


def _planned(choices: Choices, kind: Kind) -> Plan:
    choices.note("type", kind.type)
    teller = Teller(choices, kind.wording, kind.facts, kind.stated)
    teller.withheld = frozenset(name for name, share in kind.stated.items() if not choices.chance(share))
    body = choices.weighed(kind.bodies)
    sheet = _make_sheet(choices)
    choices.note("body", body)
    if "letter" in body and not teller.can_tell("letter"):
        teller.withheld -= kind.wording.needs("letter")
        teller.withheld = teller.withheld if teller.can_tell("letter") else frozenset()
    if body != "letter":
        teller.blanks = _blanks(kind, teller)
    on_screen = body != "letter" and is_on_screen(kind.type, choices)
    if on_screen:
        set_frame(sheet, choices, teller.world.another().name)
    set_head(sheet, kind, teller, is_flush=choices.chance(_FLUSH_ON_SCREEN if on_screen else _FLUSH))
    _BODIES[body](sheet, kind, teller)
    if on_screen and choices.chance(0.3):
        set_buttons(sheet, choices)
    set_signoff(sheet, kind, teller)
    set_foot(sheet, teller)
    if kind.has_stub and choices.chance(_WITH_STUB):
        sheet = with_stub(sheet, kind, teller)
    sheet.fit()
    set_watermark(sheet, choices, teller.truth.get(kind.parties[0].name, ""))
    return Plan(kind, sheet, teller, choices.pick(_WIDTHS_PX))


def _voiced(kind: Kind, choices: Choices, voices: Voices) -> Kind:
    """The kind as somebody words it."""
    known = {"": kind.wording, **kind.wording.voices}
    voice = choices.pick([voice for voice in known if voice in voices] or list(known))
    choices.note("voice", voice or "the press's own")
    return replace(kind, wording=known[voice])


def read_plan(made: Plan, view: View) -> PressPaper:
    """Return the paper as a recogniser reads it."""
    choices, sheet, teller = made.teller.choices, made.sheet, made.teller
    lines = read_prints(sheet.prints, make_engine(choices), choices)
    smudged = spoil(lines, sheet, made.seal_text if made.kind.is_sealed else "", choices)
    return PressPaper(
        type=made.kind.type,
        lines=seen(lines, view, choices),
        width_px=made.width_px,
        height_px=made.height_px,
        truth={name: value for name, value in teller.truth.items() if value or name not in teller.unclear},
        absent=frozenset(made.kind.stated) - teller.truth.keys() - teller.unclear - _concluded(made),
        boxes=boxes_of(sheet.prints, view),
        printed=dict(teller.printed),
        smudged=smudged,
        spans=tuple(tuple((start, end, name) for start, end, name, _ in line.spans) for line in lines if line.text),
        recipe="\n".join(choices.recipe),
    )


def _concluded(made: Plan) -> set[str]:
    """Fields that a reader might conclude from others that the paper states."""
    return {name for stated, names in made.kind.hints.items() if stated in made.teller.truth for name in names}


def _make_sheet(choices: Choices) -> Sheet:
    height = choices.weighed(_SHAPES)
    scale = 1.0 if height >= _A4 else 0.75
    margin = choices.between(70.0, 150.0)
    return Sheet(
        height=height,
        left=margin,
        right=1000.0 - margin,
        y=choices.between(60.0, 220.0) * scale,
        size=choices.between(18.0, 29.0) * scale,
        leading=choices.between(1.35, 2.2),
        breaks_numbers=choices.chance(0.3),
    )


def _blanks(kind: Kind, teller: Teller) -> dict[str, Blank]:
    choices = teller.choices
    return {
        name: choices.weighed(_PARTLY)
        for name in kind.stated
        if name not in teller.withheld and name not in kind.never_blank and choices.chance(_BLANK)
    }


def _pair_names(kind: Kind, teller: Teller) -> list[str]:
    """The pairs of a form: all fields that are to be stated, other facts now and then, mostly in the usual order."""
    choices = teller.choices
    share = choices.pick((0.0, 0.1, 0.2, 0.4))
    names = [name for name in kind.wording.listed("pairs") if name in kind.stated or choices.chance(share)]
    names = names if len(names) > 1 else list(kind.wording.listed("pairs"))
    for _ in range(choices.pick((0, 0, 1, 3))):
        at = choices.count(0, len(names) - 2)
        names[at], names[at + 1] = names[at + 1], names[at]
    return names


def _set_letter(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    set_letter(sheet, teller, kind.said_once)


def _set_pairs(sheet: Sheet, kind: Kind, teller: Teller, *, in_cells: bool) -> None:
    style = make_style(teller.choices)
    pairs = make_pairs(teller, _pair_names(kind, teller), style, in_cell=in_cells)
    (set_table if in_cells else set_form)(sheet, pairs, style, teller.choices)
    if teller.choices.chance(0.5):
        set_text(sheet, teller.tell("closing"), teller.choices.pick((2.0, 0.0)))


def _set_form(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    _set_pairs(sheet, kind, teller, in_cells=False)


def _set_table(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    _set_pairs(sheet, kind, teller, in_cells=True)


def _set_intro_and_form(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    set_text(sheet, teller.tell("intro"), 2.0)
    _set_pairs(sheet, kind, teller, in_cells=teller.choices.chance(0.3))


def _set_form_and_letter(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    style = make_style(teller.choices)
    names = teller.choices.some(_pair_names(kind, teller), 0.4)
    pairs = make_pairs(teller, names, style, in_cell=False)
    if pairs:
        set_form(sheet, pairs, style, teller.choices)
    set_letter(sheet, teller, kind.said_once)


def _set_roster(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    style = make_style(teller.choices)
    pairs = make_pairs(teller, _pair_names(kind, teller), style, in_cell=False)
    set_form(sheet, pairs, style, teller.choices)
    set_roster(sheet, teller)
    if teller.choices.chance(0.3):
        set_text(sheet, teller.tell("closing"), 0.0)


def _set_form_and_months(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    _set_pairs(sheet, kind, teller, in_cells=teller.choices.chance(0.4))
    set_months(sheet, teller)


def _set_changes(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    style = make_style(teller.choices)
    names = [name for name in _pair_names(kind, teller) if name not in ("changed", "old_value", "new_value")]
    pairs = make_pairs(teller, names, style, in_cell=True)
    first = teller.choices.chance(0.6)
    if first:
        set_table(sheet, pairs, style, teller.choices)
    set_changes(sheet, teller)
    if not first:
        set_table(sheet, pairs, style, teller.choices)


_BODIES: Final[dict[str, Callable[[Sheet, Kind, Teller], None]]] = {
    "letter": _set_letter,
    "form": _set_form,
    "table": _set_table,
    "intro and form": _set_intro_and_form,
    "form and letter": _set_form_and_letter,
    "roster": _set_roster,
    "months": _set_form_and_months,
    "changes": _set_changes,
}
