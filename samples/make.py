"""Makes sample packets: ``python -m samples.make --count N --seed S --out DIR``.

Half of the packets are complete, most of them with a difficulty, half have one defect; the kinds, of all scenarios, take turns,
so that a few hundred packets show each of them several times. The same seed makes the same bytes wherever the same fonts and
libraries are installed. ``--committed`` makes the small packets that the repository holds.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from samples.committed import COMMITTED
from samples.defects import DEFECTS
from samples.packets import Packet, build
from samples.shoot import SMALL, Fidelity
from samples.tricks import GUIDED, ORDINARY, TRICKS
from samples.twist import Twist

TWISTS: tuple[Twist, ...] = (ORDINARY, *TRICKS, *GUIDED, *DEFECTS)

_ORDINARY_SHARE = 0.25
"""Share of complete packets that have no difficulty of their own."""


def plan(count: int, seed: int) -> Iterator[tuple[str, Twist, random.Random]]:
    """Name, twist and randomness of each packet; the first ones are the same whatever the count."""
    shuffler = random.Random(seed)
    complete, defective = _taking_turns((*TRICKS, *GUIDED), shuffler), _taking_turns(DEFECTS, shuffler)
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        turns = defective if number % 2 else complete
        ordinary = not number % 2 and rng.random() < _ORDINARY_SHARE
        yield f"{seed:04d}-{number:04d}", ORDINARY if ordinary else next(turns), rng


def _taking_turns(twists: tuple[Twist, ...], shuffler: random.Random) -> Iterator[Twist]:
    """All of them in random order, again and again."""
    while True:
        yield from shuffler.sample(twists, len(twists))


def committed() -> Iterator[Packet]:
    """The packets of the repository, small ones."""
    by_name = {twist.name: twist for twist in TWISTS}
    for packet_id, (name, seed) in COMMITTED.items():
        yield build(packet_id, by_name[name], random.Random(f"{packet_id}/{seed}"), SMALL)


def main(
    out: Annotated[Path, typer.Option(help="Folder to write the packets to.")],
    count: Annotated[int, typer.Option(min=1, help="How many packets.")] = 30,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same packets.")] = 1,
    photos: Annotated[bool, typer.Option("--photos", help="Photos instead of scans.")] = False,
    whole_list: Annotated[bool, typer.Option("--committed", help="The repository's own packets instead.")] = False,
) -> None:
    """Write packets and what is expected of them."""
    if whole_list:
        for packet in track(committed(), "packets", len(COMMITTED)):
            packet.write(out)
        return
    for packet_id, twist, rng in track(list(plan(count, seed)), "packets"):
        build(packet_id, twist, rng, Fidelity(), photos=photos).write(out)


if __name__ == "__main__":
    typer.run(main)
