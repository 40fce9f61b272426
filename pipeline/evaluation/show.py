"""An evaluation for people, and for machines."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.evaluation.expected import ExpectedPacket
from pipeline.evaluation.rate import Rate
from pipeline.evaluation.score import Score
from pipeline.evaluation.summary import Summary, total
from pipeline.masking import printable
from pipeline.terminal import SEVERITY_STYLES, outcome_text, place_of
from pipeline.verdict import Verdict

MOST_WRONGS_SHOWN: Final = 6
"""Lines for each failing packet: the rest is in ``--json``."""


def show_packets(packets: Iterable[tuple[ExpectedPacket, Verdict]], console: Console) -> None:
    """Print the packets' verdicts: outcome, and each defect with its place and how to mend it."""
    table = Table(title="材料包", title_justify="left", show_lines=True)
    for heading in ("结果", "材料包", "发现 · 位置"):
        table.add_column(heading, overflow="fold")
    for packet, verdict in packets:
        name = Text(printable(verdict.packet_id)).append(f"\n{printable(packet.expected.title)}", style="dim")
        table.add_row(outcome_text(verdict.outcome), name, _defects(verdict))
    console.print(table)


def show_summary(summary: Summary, console: Console) -> None:
    """Print rates with their 95 % intervals, and what is wrong with each failing packet."""
    table = Table(title=f"{summary.packets} packets", title_justify="left")
    table.add_column("measure")
    for heading in ("hits", "share", "95 % interval"):
        table.add_column(heading, justify="right")
    for section in _sections(summary):
        for name, rate in section.items():
            table.add_row(name, *_cells(rate))
        table.add_section()
    console.print(table)
    for score in summary.failing:
        _show_failing(score, console)


def as_json(summary: Summary) -> str:
    """Return the evaluation as JSON: every rate with hits, total, share and interval; every failing packet in full."""
    sections = [{name: _rate_json(rate) for name, rate in section.items()} for section in _sections(summary)]
    names = ("verdicts", "document_types", "fields_by_capture", "fields")
    failing = [{"packet_id": score.packet_id, "wrong": list(score.wrong)} for score in summary.failing]
    content = {"packets": summary.packets, **dict(zip(names, sections, strict=True)), "failing": failing}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _sections(summary: Summary) -> tuple[Mapping[str, Rate], ...]:
    verdicts = {
        "false bounces": summary.false_bounces,
        "straight-through": summary.straight_through,
        "defects caught": summary.defects_caught,
        "reason precision": summary.reason_precision,
    }
    types = {"documents recognised": total(summary.document_types.values()), **_sorted(summary.document_types)}
    captures = _sorted(summary.fields_by(lambda key: f"on {key.capture}"))
    fields = _sorted(summary.fields_by(lambda key: f"{key.document}.{key.field}"))
    return verdicts, types, {"fields exact": total(summary.fields.values()), **captures}, fields


def _sorted(rates: Mapping[str, Rate]) -> Mapping[str, Rate]:
    return dict(sorted(rates.items()))


def _cells(rate: Rate) -> tuple[str, str, str]:
    low, high = rate.interval
    share = "–" if rate.share is None else f"{rate.share:.1%}"
    return f"{rate.hits}/{rate.total}", share, f"{low:.1%} – {high:.1%}"


def _rate_json(rate: Rate) -> dict[str, int | float | list[float] | None]:
    return {"hits": rate.hits, "total": rate.total, "share": rate.share, "interval": [round(end, 4) for end in rate.interval]}


def _defects(verdict: Verdict) -> Text:
    text = Text()
    for finding in verdict.findings:
        if finding.severity != "info":
            text.append("\n" if text else "").append(finding.message, style=SEVERITY_STYLES[finding.severity])
            text.append(f"\n  {finding.code}  {place_of(finding)}", style="dim")
    return text


def _show_failing(score: Score, console: Console) -> None:
    console.print(Text(f"\n{printable(score.packet_id)}", style="bold"))
    for line in score.wrong[:MOST_WRONGS_SHOWN]:
        console.print(Text(f"  {printable(line)}"))
    if len(score.wrong) > MOST_WRONGS_SHOWN:
        console.print(Text(f"  and {len(score.wrong) - MOST_WRONGS_SHOWN} more", style="dim"))
