"""Copies that were made for something else."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from extractors.evidence import DocumentType
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.legibility import pages_of
from validators.reasons import name_of

_PURPOSE: Final = re.compile(
    r"[仅只](?:供|限|用于|作为?|限于|供用于)(?:于|用于|作)?(?P<what>.{2,30}?)(?:之用|使用|用途|专用|$|[,，。;；、])"
)
_UNTIL: Final = re.compile(r"(?:有效期|有效|截止|截至)[^\d]{0,4}(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})")
_SPACES: Final = re.compile(r"\s+")


class PurposeLimits(Limits):
    """``papers`` whose copies bear such marks. ``ours``: words of this purpose; ``others``: words of a clearly other one.

    ``sure_from``: score (0..1) from which a line was read.
    """

    papers: tuple[DocumentType, ...] = ("business_license", "id_card")
    ours: tuple[str, ...] = ("用工", "就业", "社保", "社会保险", "劳动", "离职", "退工", "撤销", "人社", "备案", "登记")
    others: tuple[str, ...] = (
        "贷款", "借款", "投标", "招标", "开户", "开票", "租房", "租赁", "购房", "网店", "开店", "支付", "信用卡", "理赔",
        "签证", "报名", "手机卡", "电话卡", "宽带", "抵押", "担保",
    )  # fmt: skip
    sure_from: float = 0.9


def run(case: Case, limits: PurposeLimits) -> Outcomes:
    """A mark on a copy (仅供…使用) does not reserve it for something else

    Marks for this service, for one in general words, or for none are fine, as is 再次复印无效. A clearly other purpose, or a
    day that is over, goes to a person. Source: DOMAIN 8.2 X37, 1.2.
    """
    for kind in limits.papers:
        for seen in case.documents(kind):
            yield from _judge(case, seen, limits)


def _judge(case: Case, seen: Sighting, limits: PurposeLimits) -> Iterator[Outcome]:
    for page in pages_of(seen):
        for line in page.lines:
            text = _SPACES.sub("", line.text)
            purpose = _PURPOSE.search(text)
            if purpose is None or line.score < limits.sure_from:
                continue
            place = Place(document=seen.document.type, file=seen.file.name, page=page.number, bbox=line.box)
            words = {"seen": name_of(seen.document.type), "here": text, "there": case.submitted_on.isoformat()}
            if _is_other(purpose["what"], limits):
                yield Finds("doc.purpose_conflict", place, line.score, words)
            elif _is_over(text, case.submitted_on):
                yield Finds("doc.purpose_conflict/expired", place, line.score, words)
    yield Passes()


def _is_other(purpose: str, limits: PurposeLimits) -> bool:
    return any(word in purpose for word in limits.others) and not any(word in purpose for word in limits.ours)


def _is_over(text: str, today: date) -> bool:
    until = _UNTIL.search(text)
    try:
        return until is not None and date(int(until[1]), int(until[2]), int(until[3])) < today
    except ValueError:
        return False


CHECK = Check(run, PurposeLimits, rules=("X37",), reasons=("doc.purpose_conflict", "doc.purpose_conflict/expired"))
