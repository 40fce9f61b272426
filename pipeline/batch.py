"""Many packets at once: found below a folder, screened side by side, one verdict a line, resumed where it stopped."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

import structlog

from pipeline.errors import EngineUnavailableError, YushenError
from pipeline.failed_verdict import failed_verdict
from pipeline.folder import display_name, list_folder, load_folder
from pipeline.opening import Opened
from pipeline.packet import MANIFEST_NAME, Manifest, Packet, PacketDefaults, build_packet, now
from pipeline.policies import policy_asked_for
from pipeline.prescreen import conclude, look
from pipeline.report.write import report_path, write_report
from pipeline.verdict import Verdict
from validators.wording import Language

IN_FLIGHT_PER_WORKER: Final = 2
"""Packets under way for each reading process: one being read, one waiting, so that none idles and memory stays flat."""


Item = TypeVar("Item")
Result = TypeVar("Result")

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Found:
    """What lies below a root: the packets' folders, and files that belong to none."""

    packets: tuple[Path, ...]
    stray: tuple[Path, ...]


def find_packets(root: Path) -> Found:
    """Find every packet folder below a root: one with a manifest, or one that holds files and no further folders.

    Raises:
        InputError: the root, or a folder below it, cannot be listed.
    """
    packets, stray = list[Path](), list[Path]()
    _search(root, packets, stray)
    return Found(tuple(packets), tuple(stray))


def _search(folder: Path, packets: list[Path], stray: list[Path]) -> None:
    entries = list_folder(folder)
    folders = [entry for entry in entries if entry.is_dir() and not entry.is_symlink()]
    files = [entry for entry in entries if entry not in folders]
    if folder / MANIFEST_NAME in files or (files and not folders):
        packets.append(folder)
        return
    stray.extend(files)
    for inner in folders:
        _search(inner, packets, stray)


def source_of(folder: Path, root: Path) -> str:
    """Return a packet's place below the root, by which a resumed run knows it."""
    return display_name(folder.relative_to(root).as_posix())


def side_by_side(items: Iterable[Item], work: Callable[[Item], Result], workers: int) -> Iterator[tuple[Item, Result]]:
    """Do the work for many items in threads, a bounded number at a time; yield each item with its result as it comes."""
    waiting = iter(items)
    threads = ThreadPoolExecutor(workers * IN_FLIGHT_PER_WORKER)
    running: dict[Future[Result], Item] = {}
    try:
        while True:
            for item in islice(waiting, workers * IN_FLIGHT_PER_WORKER - len(running)):
                running[threads.submit(work, item)] = item
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(done), done.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)  # interrupted, nobody waits for what is under way


@dataclass(frozen=True, slots=True)
class PacketScreener:
    """Screens the packet folders below a root, one a call, from many threads.

    Whatever is wrong with one packet alone becomes its verdict: a person looks at it, and the rest goes on.
    """

    root: Path
    opened: Opened
    scenario: str | None = None
    region: str | None = None
    report: Path | None = None
    """A folder for HTML pages, one a packet."""
    language: Language = "zh"
    refused: dict[str, str] = field(default_factory=dict)
    """What was refused, by its place below the root, and why: the caller has to mend it, the applicant cannot."""

    def __call__(self, folder: Path) -> Verdict:
        """Screen the packet of one folder.

        Raises:
            EngineUnavailableError: no packet can be read.
        """
        source = source_of(folder, self.root)
        defaults = PacketDefaults(now(), self.scenario, self.region, source)
        try:
            return self._screen(load_folder(folder, defaults))
        except EngineUnavailableError:
            raise
        except YushenError as error:
            self.refused[source] = str(error)
            return _failed(folder, defaults, str(error))
        except Exception as error:  # the boundary between one packet and the rest
            _log.error("a packet could not be screened", exc_info=error)
            return _failed(folder, defaults, type(error).__name__)

    def _screen(self, packet: Packet) -> Verdict:
        policy = policy_asked_for(packet.scenario, packet.region)
        seen = look(packet, self.opened.reader, now)
        verdict = conclude(seen, policy, now, self.language)
        if self.report:
            write_report(report_path(self.report, verdict), seen, verdict, self.opened)
        return verdict


def _failed(folder: Path, defaults: PacketDefaults, detail: str) -> Verdict:
    unread = build_packet(Manifest(), (), display_name(folder.resolve().name), defaults)
    return failed_verdict(unread, detail, now())
