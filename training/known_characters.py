"""Lists the characters that can be read: ``python -m training.known_characters --out validators/known_characters.txt``.

They stand in ``inference.yml`` beside the recogniser's weights. Whatever is not among them comes back as another character,
often with a high score. To be run whenever the weights are replaced; a test compares the two.
"""

import argparse
from pathlib import Path
from typing import Final

import yaml

from extractors.ocr.weights import RECOGNITION, open_models

PER_LINE: Final = 60


def known_characters(models: Path) -> list[str]:
    """The Chinese characters among the recogniser's signs, in the order of their codes."""
    config = yaml.safe_load((models / RECOGNITION / "inference.yml").read_text(encoding="utf-8"))
    return sorted({sign for sign in config["PostProcess"]["character_dict"] if len(sign) == 1 and is_han(sign)})


def is_han(sign: str) -> bool:
    """Whether it is a Chinese character, of the basic block or of an extension."""
    return "\u3400" <= sign <= "\u9fff" or "\U00020000" <= sign <= "\U0003ffff"


def main() -> None:
    """Write them, some to a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    signs = "".join(known_characters(open_models()))
    lines = [signs[start : start + PER_LINE] for start in range(0, len(signs), PER_LINE)]
    options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
