"""授权委托书 and its other names: who lets whom do what, and until when (DOMAIN 4). A 介绍信 that says so is one."""

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.sentences import Sentences, sentences_of
from extractors.documents.title import Title
from extractors.documents.titled_paper import Reading, TitledPaper, patterns
from extractors.text.names import read_person
from extractors.text.numerals import read_small_number

_UNTIL_DONE: Final = re.compile(
    r"(?:至|到|直至)[^。;]{0,24}(?:办理?完毕|办理?完成|完成|办结|完结|结束|完毕|办妥|办完|办好|终结|终了)[^。;]{0,6}(?:止|为止|之日)?|"
    r"办理?完毕(?:之日)?(?:为?止|失效)"
)
_LASTS: Final = r"(?P<n>\d{1,3}|[一二两三四五六七八九十壹贰叁]{1,3})(?P<u>[日天]|个?月|年)"
_LASTING: Final = patterns(
    rf"(?:期限|有效期)(?:限)?(?:为|是|:)*{_LASTS}(?!\d)",
    rf"之日起,?{_LASTS}(?:之?内)?有效",
)
"""So long from the day of issue: 有效期30天, 自签署之日起90日内有效."""
_MONTHS: Final = {"月": 1, "年": 12}


def _runs_until_done(part: Part, title: Title | None) -> bool:
    return _UNTIL_DONE.search(sentences_of(part.body).text) is not None


def _finished(reading: Reading) -> Mapping[str, Found]:
    """A last day that is told by how long the letter runs is counted from its day of issue."""
    fields = _of_the_agent(reading.fields)
    until, issued = fields.get("valid_until"), fields.get("issue_date")
    sentences = sentences_of(reading.part.body)
    counted = _lasts_until(sentences, issued) if issued is not None and not (until and until.value) else None
    if counted is not None:
        return {**fields, "valid_until": counted}
    if until is not None and until.state == "blank" and _UNTIL_DONE.search(sentences.text):
        return {name: found for name, found in fields.items() if name != "valid_until"}
    return fields


_AGENT: Final = re.compile("受托|被委托|被授权|代理|经办")


def _of_the_agent(fields: Mapping[str, Found]) -> Mapping[str, Found]:
    """Without a number that stands behind somebody else's name: the holder's number is not the agent's."""
    number, agent = fields.get("agent_id"), fields.get("agent_name")
    if number is None or agent is None or not number.value:
        return fields
    others = [fields[name] for name in ("legal_rep", "principal") if name in fields and fields[name].value != agent.value]
    owners = [one for one in (agent, *others) if one.passage is number.passage and one.span[1] <= number.span[0]]
    owner = max(owners, key=lambda one: one.span[1], default=agent)
    between = number.passage.text[owner.span[1] : number.span[0]]
    if owner is agent or not read_person(owner.value) or _AGENT.search(between):
        return fields
    return {name: found for name, found in fields.items() if name != "agent_id"}


def _lasts_until(sentences: Sentences, issued: Found) -> Found | None:
    """The last day of a letter that says how long it runs; None where it does not, or bears no day of the calendar."""
    try:
        day = date.fromisoformat(issued.value)
    except ValueError:
        return None
    return next(_counted(sentences, day), None)


def _counted(sentences: Sentences, day: date) -> Iterator[Found]:
    for match in sentences.search(_LASTING):
        last = _after(day, int(match["n"]) if match["n"].isdigit() else read_small_number(match["n"]), match["u"])
        if last is not None:
            yield Found(last.isoformat(), sentences.passage, sentences.span(*match.span())).doubted("elsewhere")


def _after(day: date, count: int | None, unit: str) -> date | None:
    if not count:
        return None
    if unit[-1] not in _MONTHS:
        return day + timedelta(days=count)
    month = day.month - 1 + count * _MONTHS[unit[-1]]
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


READER: Final = TitledPaper(
    type="authorization_letter",
    lends=re.compile("介绍信"),
    traits={"until_done": _runs_until_done},
    finish=_finished,
)
