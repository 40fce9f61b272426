"""A verdict on a terminal: what is wrong, where, how to mend it, and what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.masking import mask_id_numbers, printable
from pipeline.verdict import Outcome, Verdict, VerdictDocument
from pipeline.words import (
    BECAUSE_OF,
    COVERAGE,
    DECLARED,
    OUTCOMES,
    PACKET,
    SCENARIOS,
    SEAL_KINDS,
    SEAL_UNREAD,
    SEVERITIES,
    SIGNATURE_STATES,
    SIGNERS,
    document_name,
    field_name,
    page_name,
    part_of_page,
    remark_in_english,
    remark_on,
)
from validators.coverage import Coverage
from validators.finding import Finding, Severity
from validators.sides import typed_nowhere
from validators.wording import Language

OUTCOME_STYLES: Final[dict[Outcome, str]] = {"accept": "bold green", "review": "bold yellow", "bounce": "bold red"}
SEVERITY_STYLES: Final[dict[Severity, str]] = {"info": "cyan", "review": "yellow", "bounce": "red"}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a verdict is shown, and how: identity numbers in full or not, and the language of what surrounds the findings."""

    console: Console
    reveal: bool = False
    language: Language = "zh"

    def shown(self, text: str) -> str:
        """Untrusted text made fit for a terminal."""
        return printable(text if self.reveal else mask_id_numbers(text))


def show_verdict(verdict: Verdict, console: Console, reveal: bool, language: Language = "zh") -> None:
    """Print a verdict for people. Identity numbers show six and four characters unless they are to be revealed."""
    screen = Screen(console, reveal, language)
    console.print(_headline(verdict, language))
    _show_findings(verdict.findings, screen)
    _show_coverage(verdict.coverage, screen)
    for document in verdict.documents:
        _show_document(document, screen)


def outcome_text(outcome: Outcome, language: Language = "zh") -> Text:
    """Return an outcome in its colour, in Chinese and by its published name; in English by that alone."""
    return Text(f"{OUTCOMES[outcome]} {outcome}" if language == "zh" else outcome, style=OUTCOME_STYLES[outcome])


def place_of(finding: Finding, language: Language = "zh") -> str:
    """Return where a finding is, as a person would look for it: file, page, part of the page."""
    parts = [printable(finding.file or "")]
    if finding.file and finding.page:
        parts.append(page_name(finding.page, language))
    if finding.bbox:
        x, y = (finding.bbox[0] + finding.bbox[2]) / 2, (finding.bbox[1] + finding.bbox[3]) / 2
        parts.append(part_of_page(min(int(x * 3), 2), min(int(y * 3), 2), language))
    return " ".join(part for part in parts if part)


def _headline(verdict: Verdict, language: Language) -> Text:
    scenario = SCENARIOS.get(verdict.scenario, verdict.scenario) if language == "zh" else verdict.scenario
    line = outcome_text(verdict.outcome, language)
    return line.append(
        f"  {printable(verdict.packet_id)}  {scenario}  {verdict.timings_ms.get('total', 0) / 1000:.1f} s", style="default"
    )


def _show_findings(findings: Iterable[Finding], screen: Screen) -> None:
    groups: dict[str | None, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.document, []).append(finding)
    for document, group in groups.items():
        heading = document_name(document, language=screen.language) if document else PACKET[screen.language]
        screen.console.print(Text(f"\n{heading}", style="bold"))
        for finding in group:
            screen.console.print(_finding_text(finding, screen))


def _finding_text(finding: Finding, screen: Screen) -> Text:
    severity = SEVERITIES[finding.severity] if screen.language == "zh" else finding.severity
    text = Text.assemble("  ", (f"{severity}  ", SEVERITY_STYLES[finding.severity]), finding.message)
    text.append(f"  {finding.code}", style="dim")
    for line in (finding.fix, finding.advice):
        if line:
            text.append(f"\n      {line}")
    followed = f"{BECAUSE_OF[screen.language]}{' '.join(finding.because_of)}" if finding.because_of else ""
    for line in (place_of(finding, screen.language), finding.detail, followed):
        if line:
            text.append(f"\n      {screen.shown(line)}", style="dim")
    return text


def _show_coverage(coverage: Sequence[Coverage], screen: Screen) -> None:
    """How many rules were judged, and what was compared with nothing for want of an entry: silence is no pass."""
    if not coverage:
        return
    chinese = screen.language == "zh"
    counts = Counter(one.state for one in coverage)
    words = [f"{name} {counts[state]}" for state, name in COVERAGE[screen.language].items()]
    line = f"规则：{'，'.join(words)}" if chinese else f"rules: {', '.join(words)}"
    untyped = dict.fromkeys(name for one in coverage for name in typed_nowhere(one.check, one.not_there))
    if untyped and chinese:
        line += f"\n未填写，故未比对：{'、'.join(DECLARED[name] for name in untyped)}"
    elif untyped:
        line += f"\nnot typed, so not compared: {', '.join(untyped)}"
    screen.console.print(Text(f"\n{line}", style="dim"))


def _show_document(document: VerdictDocument, screen: Screen) -> None:
    pages = "、".join(f"{printable(ref.file)} {page_name(ref.page, screen.language)}" for ref in document.files)
    name = document_name(document.type, document.side, screen.language)
    screen.console.print(Text.assemble("\n", (name, "bold"), (f"  {pages}", "dim")))
    rows = list(_rows(document, screen.language))
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for name, value, note, confidence in rows:
        table.add_row(name, Text(screen.shown(value)), Text(note, style="yellow"), f"{confidence:.2f}")
    screen.console.print(table)


def _rows(document: VerdictDocument, language: Language) -> Iterator[tuple[str, str, str, float]]:
    """What was seen, one line each: its name, its value, a remark, how sure it is. A seal's text counts, not its outline."""
    for name, field in document.fields.items():
        remark = remark_on(field) if language == "zh" else remark_in_english(field)
        yield field_name(name, document.type, language), field.value, remark, field.confidence
    for seal in document.seals:
        unread = "" if seal.text else (SEAL_UNREAD if language == "zh" else "not read")
        kind = SEAL_KINDS[seal.kind] if language == "zh" else f"seal, {seal.kind}"
        yield kind, seal.text, unread, seal.text_confidence
    for signature in document.signatures:
        if language == "zh":
            yield f"{SIGNERS[signature.role]}签字", SIGNATURE_STATES[signature.state], "", signature.confidence
        else:
            yield f"signature, {signature.role}", signature.state, "", signature.confidence
