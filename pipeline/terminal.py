"""A verdict on a terminal: what is wrong, where, how to mend it, and what was read."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.masking import mask_id_numbers, printable
from pipeline.verdict import Outcome, Verdict, VerdictDocument
from pipeline.words import (
    OUTCOMES,
    SCENARIOS,
    SEAL_KINDS,
    SEAL_UNREAD,
    SEVERITIES,
    SIGNATURE_STATES,
    SIGNERS,
    document_name,
    field_name,
    remark_on,
)
from validators.finding import Finding, Severity

OUTCOME_STYLES: Final[dict[Outcome, str]] = {"accept": "bold green", "review": "bold yellow", "bounce": "bold red"}
SEVERITY_STYLES: Final[dict[Severity, str]] = {"info": "cyan", "review": "yellow", "bounce": "red"}


def show_verdict(verdict: Verdict, console: Console, reveal: bool) -> None:
    """Print a verdict for people. Identity numbers show six and four characters unless they are to be revealed."""
    console.print(_headline(verdict))
    _show_findings(verdict.findings, console, reveal)
    for document in verdict.documents:
        _show_document(document, console, reveal)


def outcome_text(outcome: Outcome) -> Text:
    """Return an outcome in its colour, in Chinese and by its published name."""
    return Text(f"{OUTCOMES[outcome]} {outcome}", style=OUTCOME_STYLES[outcome])


def place_of(finding: Finding) -> str:
    """Return where a finding is, as a person would look for it: file, page, part of the page."""
    parts = [printable(finding.file or "")]
    if finding.file and finding.page:
        parts.append(f"第{finding.page}页")
    if finding.bbox:
        parts.append(_part_of_page((finding.bbox[0] + finding.bbox[2]) / 2, (finding.bbox[1] + finding.bbox[3]) / 2))
    return " ".join(part for part in parts if part)


def _part_of_page(x: float, y: float) -> str:
    rows, columns = ("上", "中", "下"), ("左", "中", "右")
    row, column = rows[min(int(y * 3), 2)], columns[min(int(x * 3), 2)]
    return "页面中部" if (row, column) == ("中", "中") else f"页面{column}{row}部"


def _headline(verdict: Verdict) -> Text:
    scenario = SCENARIOS.get(verdict.scenario, verdict.scenario)
    line = outcome_text(verdict.outcome)
    return line.append(
        f"  {printable(verdict.packet_id)}  {scenario}  {verdict.timings_ms.get('total', 0) / 1000:.1f} s", style="default"
    )


def _show_findings(findings: Iterable[Finding], console: Console, reveal: bool) -> None:
    groups: dict[str | None, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.document, []).append(finding)
    for document, group in groups.items():
        console.print(Text(f"\n{document_name(document) if document else '材料包'}", style="bold"))
        for finding in group:
            console.print(_finding_text(finding, reveal))


def _finding_text(finding: Finding, reveal: bool) -> Text:
    text = Text.assemble("  ", (f"{SEVERITIES[finding.severity]}  ", SEVERITY_STYLES[finding.severity]), finding.message)
    text.append(f"  {finding.code}", style="dim")
    for line in (place_of(finding), finding.detail):
        if line:
            text.append(f"\n      {_shown(line, reveal)}", style="dim")
    return text


def _show_document(document: VerdictDocument, console: Console, reveal: bool) -> None:
    pages = "、".join(f"{printable(ref.file)} 第{ref.page}页" for ref in document.files)
    console.print(Text.assemble("\n", (document_name(document.type, document.side), "bold"), (f"  {pages}", "dim")))
    rows = list(_rows(document))
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for name, value, note, confidence in rows:
        table.add_row(name, Text(_shown(value, reveal)), Text(note, style="yellow"), f"{confidence:.2f}")
    console.print(table)


def _rows(document: VerdictDocument) -> Iterator[tuple[str, str, str, float]]:
    """What was seen, one line each: its name, its value, a remark, how sure it is. A seal's text counts, not its outline."""
    for name, field in document.fields.items():
        yield field_name(name, document.type), field.value, remark_on(field), field.confidence
    for seal in document.seals:
        yield SEAL_KINDS[seal.kind], seal.text, "" if seal.text else SEAL_UNREAD, seal.text_confidence
    for signature in document.signatures:
        yield f"{SIGNERS[signature.role]}签字", SIGNATURE_STATES[signature.state], "", signature.confidence


def _shown(text: str, reveal: bool) -> str:
    return printable(text if reveal else mask_id_numbers(text))
