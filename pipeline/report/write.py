"""Writing reports: one HTML page a packet, with everything in it, and an index over many."""

import re
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.assemble import Seen
from pipeline.errors import OutputError
from pipeline.opening import Opened
from pipeline.report.page_images import PageImage, RenderTask, render_pages
from pipeline.report.view import Images, ReportView, report_view
from pipeline.sandbox import GivenUp
from pipeline.verdict import Verdict
from pipeline.words import BECAUSE_OF, OUTCOMES, SCENARIOS, SEVERITIES

INDEX_NAME: Final = "index.html"
_UNSAFE_IN_FILE_NAMES: Final = re.compile(r"[^\w.-]+")

_templates = Environment(
    loader=PackageLoader("pipeline", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals.update(outcomes=OUTCOMES, scenarios=SCENARIOS, severities=SEVERITIES, because_of=BECAUSE_OF["zh"])


def write_report(path: Path, seen: Seen, verdict: Verdict, opened: Opened) -> None:
    """Write a packet's report to one HTML file that needs nothing else.

    Raises:
        OutputError: it cannot be written.
    """
    view = report_view(seen, verdict, _page_images(seen, opened))
    _write(path, packet_html(view, verdict))


def packet_html(view: ReportView, verdict: Verdict) -> str:
    """Return a packet's report as one HTML page."""
    return _templates.get_template("packet.html.j2").render(view=view, verdict=verdict)


def write_index(folder: Path, verdicts: tuple[Verdict, ...]) -> Path:
    """Write the overview of a folder of reports, linking those that are there. Return its path.

    Raises:
        OutputError: it cannot be written.
    """
    rows = [(verdict, path.name if (path := report_path(folder, verdict)).is_file() else "") for verdict in verdicts]
    _write(folder / INDEX_NAME, _templates.get_template("index.html.j2").render(rows=rows))
    return folder / INDEX_NAME


def report_path(folder: Path, verdict: Verdict) -> Path:
    """Return where a packet's report goes in a folder of reports."""
    name = _UNSAFE_IN_FILE_NAMES.sub("_", verdict.source or verdict.packet_id).strip("._")
    return folder / f"{name or 'packet'}.html"


def _page_images(seen: Seen, opened: Opened) -> Images:
    failed = {file.name for file in seen.failed}
    pairs = [
        (file, case_file.evidence)
        for file, case_file in zip(seen.packet.files, seen.case.files, strict=True)
        if case_file.evidence.pages and file.name not in failed
    ]
    tasks = [RenderTask.of(opened.reader.content_of(file), evidence) for file, evidence in pairs]
    results = opened.sandbox.run_all(render_pages, tasks)
    return {file.name: _pages(result) for (file, _), result in zip(pairs, results, strict=True)}


def _pages(result: tuple[PageImage, ...] | GivenUp) -> tuple[PageImage, ...]:
    return () if isinstance(result, GivenUp) else result


def _write(path: Path, html: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"the report {path} cannot be written ({error.strerror})") from error
