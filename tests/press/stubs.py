"""A certificate with its stub: the employer's own copy stands on the same sheet, above the worker's or below it."""

from typing import Final

from tests.press.forms import set_form
from tests.press.kinds.kind import Kind
from tests.press.pairs import make_pairs, make_style
from tests.press.sheet import Sheet
from tests.press.teller import Teller

__all__ = ["with_stub"]

_HEADINGS: Final = ("存根", "（存根）", "存  根", "存根联", "单位留存联", "（单位存根）")
_CUTS: Final = (
    "…………………………………………………………",
    "- - - - - - - - - - - - - - - - - - - - - - - - - - - -",
    "………………（骑缝章）………………",
    "-------------------- 裁剪线 --------------------",
    "……………… 此处加盖骑缝章 ………………",
)


def with_stub(slip: Sheet, kind: Kind, teller: Teller) -> Sheet:
    """Return a sheet on which the slip stands with a stub that repeats some of what it states."""
    choices = teller.choices
    stub = Sheet(slip.height, slip.left, slip.right, choices.between(40.0, 90.0), slip.size, min(slip.leading, 1.5))
    stub.put_aligned([(teller.title, "", 0)], "middle", "title", size=slip.size * 1.3)
    stub.put_aligned([(choices.pick(_HEADINGS), "", 0)], "middle", "title")
    style = make_style(choices)
    stated = [name for name in kind.wording.listed("pairs") if teller.truth.get(name) and name != "issue_date"]
    set_form(stub, make_pairs(teller, stated[:5], style, in_cell=False), style, choices)
    stub.paragraph([("签收人：__________    签收日期：____年__月__日", "", 0)], 0.0, "foot")
    is_above = choices.chance(0.7)
    choices.note("stub", "above" if is_above else "below")
    first, second = (stub, slip) if is_above else (slip, stub)
    first.feed(0.5)
    first.put_aligned([(choices.pick(_CUTS), "", 0)], "middle", "note", size=slip.size * 0.8)
    first.feed(0.3)
    first.add_below(second)
    return first
