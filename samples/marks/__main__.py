"""``python -m samples.marks``: writes marked pages and what is true of them."""

import json
import random
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from samples.marks.page import draw_page


def main(
    out: Annotated[Path, typer.Option(help="Folder to write the pages to.")],
    count: Annotated[int, typer.Option(min=1, help="How many pages.")] = 30,
    seed: Annotated[int, typer.Option(min=0, help="Same seed, same pages.")] = 1,
) -> None:
    """Write ``NNNN.jpg`` and ``NNNN.json`` for every page."""
    out.mkdir(parents=True, exist_ok=True)
    for number in track(range(count), "pages"):
        page = draw_page(random.Random(f"marks/{seed}/{number}"))
        (out / f"{number:04d}.jpg").write_bytes(page.jpeg)
        (out / f"{number:04d}.json").write_text(
            json.dumps(page.truth.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    typer.run(main)
