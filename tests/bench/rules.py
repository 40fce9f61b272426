"""Each rule of DOMAIN 8 with a packet that breaks it and one that nearly does: ``python -m tests.bench.rules --seed 1``.

Makes the packets of ``tests.bench.rule_packets`` in the fidelity of ``samples.make`` and judges them on the product's own path
(folder, sandbox, evidence cache, policy), as `yushen evaluate` does. A row is green when every breaking packet is caught: a
finding by one of the rule's own checks, with the code and the severity that are right, in a verdict that is; and when none of
those checks asks for more than a note on the tricky packet, whose verdict must be right as well. A bounce that became a
review because a value was read below the policy's certainty is right (DOMAIN 8.1) and marked ~. "Also sent back for" are
bounces of a breaking packet that its truth does not know.

    --only X07,D10   these rules alone        --jobs N   reading processes
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

from pipeline.batch import side_by_side
from pipeline.evaluation.expected import Expected
from pipeline.folder import load_folder
from pipeline.opening import Opened, open_reader
from pipeline.packet import PacketDefaults, now
from pipeline.policies import policy_for
from pipeline.prescreen import conclude, look
from pipeline.settings import load_settings
from pipeline.verdict import OUTCOME_RANK, Outcome
from samples.make import TWISTS
from samples.packets import build
from samples.shoot import Fidelity
from tests.bench.rule_packets import RULE_PACKETS, RulePackets
from validators.finding import SEVERITY_RANK, Finding
from validators.registry import find_checks
from validators.run import judge

PIPED_WIDTH = 190
_GRADES = {True: "[green]green[/]", False: "[bold red]red[/]"}
BY_NAME = {twist.name: twist for twist in TWISTS}


@dataclass(frozen=True, slots=True)
class Sent:
    """A packet on disk, made for a rule."""

    row: RulePackets
    twist: str
    folder: Path

    @property
    def breaks(self) -> bool:
        """Whether it breaks the rule, or nearly does."""
        return self.twist in self.row.breaking


@dataclass(frozen=True, slots=True)
class Judged:
    """A packet's verdict: ``own`` are findings by the rule's checks that are more than notes, ``others`` the rest of them."""

    outcome: Outcome
    own: tuple[Finding, ...]
    others: tuple[Finding, ...]
    certain_from: float


def make(rows: Sequence[RulePackets], seed: int, root: Path) -> Iterator[Sent]:
    """Write the packets of some rows, one at a time as they are asked for."""
    for row in rows:
        for name in dict.fromkeys((*row.breaking, row.tricky)):
            packet_id = f"{row.rule}-{name}"
            build(packet_id, BY_NAME[name], random.Random(f"{seed}/{row.rule}/{name}"), Fidelity()).write(root)
            yield Sent(row, name, root / packet_id)


def screen(sent: Sent, opened: Opened) -> Judged:
    """Screen one packet, and ask the rule's own checks once more by themselves to know what they found."""
    packet = load_folder(sent.folder, PacketDefaults(now()))
    policy = policy_for(packet.scenario, packet.region)
    seen = look(packet, opened.reader, now)
    verdict = conclude(seen, policy, now)
    keeping = {name for name, check in find_checks().items() if sent.row.rule in check.rules}
    alone = judge(seen.case, replace(policy, checks=tuple(check for check in policy.checks if check.name in keeping)))
    known = {(one.code, one.file, one.page, one.bbox) for one in alone}
    told = [one for one in verdict.findings if one.severity != "info"]
    own = tuple(one for one in told if (one.code, one.file, one.page, one.bbox) in known)
    return Judged(verdict.outcome, own, tuple(one for one in told if one not in own), policy.certain_from)


def is_caught(row: RulePackets, judged: Judged, one: Finding) -> bool:
    """Whether a finding tells the rule as it should; an unsure value makes a bounce a review."""
    softened = row.severity == "bounce" and one.severity == "review" and one.confidence < judged.certain_from
    return one.code in row.codes and (one.severity == row.severity or softened)


def is_right(sent: Sent, judged: Judged) -> bool:
    """Whether the packet got what it was made for."""
    if judged.outcome not in BY_NAME[sent.twist].outcome_ok:
        return False
    return any(is_caught(sent.row, judged, one) for one in judged.own) if sent.breaks else not judged.own


def unknown_bounces(sent: Sent, judged: Judged) -> list[str]:
    """Codes for which a breaking packet was sent back besides, and should not have been."""
    expected = Expected.model_validate_json(sent.folder.with_name(f"{sent.folder.name}.expected.json").read_bytes())
    right = {code for codes in expected.must_codes for code in codes} | set(expected.may_codes)
    found = (*judged.own, *judged.others)
    return sorted({one.code for one in found if one.severity == "bounce" and one.code not in right}) if sent.breaks else []


def print_rows(rows: Sequence[RulePackets], judged: dict[tuple[str, str], tuple[Sent, Judged]], console: Console) -> int:
    """Print a line for each rule; return how many are green."""
    table = Table("rule", "breaking packet", "caught by", "tricky packet", "tripped by", "", "also sent back for", box=None)
    green = 0
    for row in rows:
        if row.untested:
            table.add_row(row.rule, row.untested, style="dim")
            continue
        seen = [judged[row.rule, name] for name in row.breaking]
        near = judged[row.rule, row.tricky]
        right = all(is_right(*one) for one in (*seen, near))
        green += right
        table.add_row(
            row.rule,
            "\n".join(_named(*one) for one in seen),
            "\n".join(_told(row, one) for _, one in seen),
            _named(*near),
            _told(row, near[1]),
            _GRADES[right],
            " ".join(code for one in seen for code in unknown_bounces(*one)),
        )
    console.print(table)
    return green


def _named(sent: Sent, judged: Judged) -> str:
    wrong = "" if judged.outcome in BY_NAME[sent.twist].outcome_ok else " (!)"
    return f"{sent.twist}: {judged.outcome}{wrong}"


def _told(row: RulePackets, judged: Judged) -> str:
    found = sorted(judged.own, key=lambda one: -SEVERITY_RANK[one.severity])
    softened = {one for one in found if row.severity == "bounce" and one.severity == "review" and is_caught(row, judged, one)}
    return " ".join(dict.fromkeys(f"{one.code}={one.severity}{'~' if one in softened else ''}" for one in found)) or "–"


def print_others(judged: dict[tuple[str, str], tuple[Sent, Judged]], console: Console) -> None:
    """Print whatever else was found on packets whose verdict is worse than the rule asks for, to find out why."""
    for sent, found in judged.values():
        worst = max(OUTCOME_RANK[outcome] for outcome in BY_NAME[sent.twist].outcome_ok)
        if OUTCOME_RANK[found.outcome] > worst or not is_right(sent, found):
            for one in (*found.own, *found.others):
                console.print(f"{sent.folder.name}: {one.code} {one.severity} {one.file or ''} {one.detail}", markup=False)


def main() -> int:
    """Run the bench. Returns 1 when a row is red."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="rules, separated by commas")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the packets here, and leave them")
    options = parser.parse_args()
    console, progress = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH), Console(stderr=True, width=PIPED_WIDTH)
    rows = [row for row in RULE_PACKETS if not options.only or row.rule in options.only.split(",")]
    settings = load_settings().with_workers(options.jobs)
    with TemporaryDirectory() as folder, open_reader(settings) as opened:
        root = options.keep or Path(folder)
        root.mkdir(parents=True, exist_ok=True)
        packets = make([row for row in rows if not row.untested], options.seed, root)
        found = side_by_side(packets, lambda sent: screen(sent, opened), settings.workers)
        total = sum(len({*row.breaking, row.tricky}) for row in rows if not row.untested)
        judged: dict[tuple[str, str], tuple[Sent, Judged]] = {}
        for sent, one in track(found, total=total, console=progress):
            judged[sent.row.rule, sent.twist] = (sent, one)
            progress.print(f"{sent.row.rule} {_named(sent, one)}, {_told(sent.row, one)}: {_GRADES[is_right(sent, one)]}")
        green = print_rows(rows, judged, console)
    tested = sum(not row.untested for row in rows)
    print_others(judged, console)
    console.print(f"{green} of {tested} rows green, {len(rows) - tested} not testable")
    return int(green < tested)


if __name__ == "__main__":
    sys.exit(main())
