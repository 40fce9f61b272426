"""Lets the tagger learn from plain Chinese texts which characters mean alike, before it sees any paper.

``python -m training.meanings --texts DIR --out weights.pt``. The press words its papers in some ways, others in more: what
a word is like that the press never uses, 离任 beside 离职, is learnt from other texts, by guessing hidden characters. Any
folder of UTF-8 text files serves; the model in the package learnt from texts of Chinese laws and judgments, which nobody owns
(Copyright Law of the PRC, article 5). Needs PyTorch. Seeded; a thousand steps take eight minutes on two cores.
"""

import argparse
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from extractors.documents.reading.characters import ABOVE, JOINTS, UNKNOWN, numbers_of_signs
from extractors.text.fold import fold
from training.tagger import EMBEDDED, SHAPES, WIDTH, Tagger

_LONG: Final = 400
"""Characters of the pieces that are learnt from."""
_BATCH: Final = 32
_HIDDEN: Final = 0.15
_RATE: Final = 3e-3
_GUESSED: Final = 0.1
"""Of the characters to be guessed, so many are shown all the same, and as many are replaced by another."""
_MARKUP: Final = re.compile(r"^[#>*\-\s]+|<!--.*?-->|[*_`]", re.MULTILINE)
_SPACES: Final = re.compile(r"[ \t\u3000]+")

Ids = NDArray[np.int64]


class Guesser(nn.Module):
    """A tagger that guesses hidden characters by those around them."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger = Tagger()
        self.back = nn.Linear(WIDTH, EMBEDDED)
        self.bias = nn.Parameter(torch.zeros(len(numbers_of_signs()) + 2))

    def forward(self, given: Sequence[Tensor], mask: Tensor, places: Tensor) -> Tensor:
        """Logits over the signs, for the places (P) of the batch's flattened characters that are to be guessed."""
        said = self.tagger.said(given, mask).flatten(0, 1)[places]
        guessed: Tensor = functional.linear(self.back(said), self.tagger.signs.weight, self.bias)
        return guessed


def read_texts(folder: Path) -> tuple[Ids, Ids]:
    """All texts below a folder as numbers of signs, and of the joints before them."""
    known = numbers_of_signs()
    signs: list[int] = []
    joints: list[int] = []
    for path in sorted(folder.rglob("*.md")) + sorted(folder.rglob("*.txt")):
        text = _SPACES.sub(" ", _MARKUP.sub("", path.read_text(encoding="utf-8", errors="ignore")))
        joint = JOINTS.index("\n")
        for sign in fold(text):
            if sign.isspace():
                joint = max(joint, JOINTS.index("\n") if sign == "\n" else JOINTS.index(" "))
                continue
            signs.append(known.get(sign, UNKNOWN))
            joints.append(joint)
            joint = 0
    return np.array(signs, dtype=np.int64), np.array(joints, dtype=np.int64)


def batch(signs: Ids, joints: Ids, dice: np.random.Generator) -> tuple[list[Tensor], Tensor, Tensor, Tensor]:
    """Pieces of the texts with some characters hidden: what is given, the mask, which are to be guessed, and what they are."""
    starts = dice.integers(0, len(signs) - _LONG, _BATCH)
    at = starts[:, None] + np.arange(_LONG)
    true, before = signs[at], joints[at]
    hidden = (dice.random(true.shape) < _HIDDEN) & (true > UNKNOWN)
    shown = true.copy()
    shown[hidden] = UNKNOWN
    roll = dice.random(true.shape)
    shown = np.where(hidden & (roll < _GUESSED), true, shown)
    another = dice.integers(2, len(numbers_of_signs()) + 2, true.shape)
    shown = np.where(hidden & (roll > 1 - _GUESSED), another, shown)
    shapes = np.zeros((*true.shape, SHAPES), dtype=np.float32)
    shapes[..., 3] = np.linspace(0.1, 0.9, 30)[np.arange(_LONG) % 30]
    shapes[..., 4] = np.linspace(0.1, 0.9, _LONG)
    none = torch.zeros((*true.shape, ABOVE), dtype=torch.long)
    places = np.flatnonzero(hidden)
    given = [torch.from_numpy(shown), torch.from_numpy(before), torch.from_numpy(shapes), none, none]
    return given, torch.ones(true.shape), torch.from_numpy(places), torch.from_numpy(true.ravel()[places])


def learn(signs: Ids, joints: Ids, steps: int) -> Guesser:
    """Guess, and print how surely after every hundred steps."""
    random.seed(1)
    torch.manual_seed(1)
    dice = np.random.default_rng(1)
    model = Guesser()
    nn.init.normal_(model.tagger.signs.weight, std=0.1)
    optimiser = torch.optim.AdamW(model.parameters(), _RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    began = time.monotonic()
    losses: list[float] = []
    for step in range(1, steps + 1):
        model.train()
        given, mask, places, true = batch(signs, joints, dice)
        with torch.autocast("cpu", torch.bfloat16):
            guessed = model(given, mask, places)
        loss = functional.cross_entropy(guessed.float(), true)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        losses.append(float(loss.detach()))
        if step % 100 == 0:
            print(f"{step}: loss {np.mean(losses[-100:]):.3f}, {(time.monotonic() - began) / 60:.1f} min", flush=True)
    return model


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    signs, joints = read_texts(args.texts)
    print(f"{len(signs):,} characters", flush=True)
    torch.save(learn(signs, joints, args.steps).tagger.state_dict(), args.out)


if __name__ == "__main__":
    main()
