"""Trains the model that tags papers: ``python -m training.tagger --out extractors/documents/reading``.

Needs PyTorch (2.13 was used) and onnx. Seeded; 36,000 papers and three rounds take half an hour on two cores. ``--without V``
leaves a voice of the press out, to be measured on afterwards. ``--meanings FILE`` begins with what ``training.meanings``
learnt. ``--from FOLDER`` goes on from the model that lies there (of joined ones, from the first), on papers from another
``--seed``; with ``--mean`` it ends with the mean of both.

The model in the package is two, joined by ``training.together --weights 2 1``. The first learnt 36,000 papers from seed
70,000,000 in three rounds and 24,000 from seed 80,000,000 in two, and went on from there with 36,000 from seeds 90,000,000 and
110,000,000, three rounds each, without taking the mean. The second is the one before it, a mean of two without ``Glance`` and
of less width, which had learnt what its paper's type cannot bear as well: it knows some rare papers better.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from extractors.documents.reading.characters import ABOVE, JOINTS, UNKNOWN, numbers_of_signs
from extractors.documents.reading.tagger import EVERYWHERE, LABEL, NONE
from extractors.schema import fields_of
from tests.press.kinds.shared import VOICES
from training.shipped_tagger import weights_of
from training.tagged_papers import TAGS, TYPES, UNTAGGED, TaggedPaper, papers

SEED: Final = 20_000_000
"""The first seed that is learnt from: those below are kept for measuring."""
BATCH: Final = 24
SHAPES: Final = 7
WIDTH: Final = 144
EMBEDDED: Final = 48
REACHES: Final = (1, 2, 4, 8, 1, 2, 4, 8, 1)
"""How far apart the seven characters are that each layer sees."""
SEEN: Final = 7
HEADS: Final = 4
GLANCES: Final = (4, 7)
"""The layers after which every character looks at all the others of the paper, with so many heads."""
WHOLE_AFTER: Final = 4
"""The layer after which each character is told what the paper as a whole is like: its type is not given."""
PEAK_RATE: Final = 3e-3
LATER_RATE: Final = 2e-3
SMOOTHING: Final = 0.02
TYPE_WEIGHT: Final = 0.2
"""How much a paper's type counts beside the tags of its characters."""
HIDDEN: Final = 0.03
"""Share of characters that are hidden from the model, as if it had never seen them."""
RENAMED: Final = 0.3
"""Share of the people whose names are replaced by any characters: a name is known by its place."""
REWORDED: Final = 0.25
"""Share of the positions, reasons and the like that are replaced by any characters, and of firms all but their last ones."""
_WORDS: Final = frozenset({"position", "reason", "matter", "project", "status", "relation", "old_value", "new_value"})
_BODIES: Final = frozenset({"employer_name", "principal", "name", "authority"})
_KEPT: Final = 4
_FIRST_HAN: Final = "啊"
"""The first Chinese character of GB 2312."""
_PEOPLE: Final = frozenset(
    {"employee_name", "agent_name", "legal_rep", "name", "relative", "head", "holder", "former_name", "people", "principal"}
)
_LONGEST_NAME: Final = 8
_NEVER: Final = -1e4
"""The logit of a tag that a paper may not bear."""
_WINDOW: Final = 25
"""Batches among which papers are sorted by length, so that little is padded."""


class Layer(nn.Module):
    """Sees seven characters, some apart, and adds what they say."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.deep = nn.Parameter(torch.randn(SEEN, WIDTH) / SEEN**0.5)
        self.wide = nn.Linear(WIDTH, 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, said: Tensor, mask: Tensor) -> Tensor:
        """``said`` is B×N×WIDTH, ``mask`` B×N×1."""
        around = self.norm(said) * mask
        edge = self.reach * (SEEN // 2)
        if self.training:  # sums of shifted copies: faster to differentiate than a grouped convolution
            padded = functional.pad(around, (0, 0, edge, edge))
            seen = padded[:, : -2 * edge] * self.deep[0]
            for at in range(1, SEEN):
                seen = seen + padded[:, at * self.reach : (at * self.reach - 2 * edge) or None] * self.deep[at]
        else:
            kernels = self.deep.t().unsqueeze(1)
            seen = functional.conv1d(
                around.transpose(1, 2), kernels, padding=edge, dilation=self.reach, groups=WIDTH
            ).transpose(1, 2)
        added: Tensor = self.drop(functional.glu(self.wide(seen), dim=-1))
        return said + added


class Glance(nn.Module):
    """Lets every character look at all the others of its paper: where else its name stands, what a head far above says."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.told = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, said: Tensor, mask: Tensor) -> Tensor:
        """``said`` is B×N×WIDTH, ``mask`` B×N×1."""
        count, long = said.shape[0], said.shape[1]
        asked = self.asked(self.norm(said)).reshape(count, long, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        away = ((mask - 1) * -_NEVER).transpose(1, 2).unsqueeze(1).to(asked.dtype)
        seen = functional.scaled_dot_product_attention(asked[0], asked[1], asked[2], attn_mask=away)
        added: Tensor = self.drop(self.told(seen.transpose(1, 2).reshape(count, long, WIDTH)))
        return said + added


class Tagger(nn.Module):
    """Tags each character by what stands around it, above it, and on the paper as a whole, and tells the paper's type."""

    def __init__(self) -> None:
        super().__init__()
        self.signs = nn.Embedding(len(numbers_of_signs()) + 2, EMBEDDED, padding_idx=0)
        self.joints = nn.Embedding(len(JOINTS), 8)
        self.first = nn.Linear(EMBEDDED + 8 + SHAPES + 4 * EMBEDDED, WIDTH)
        self.layers = nn.ModuleList(Layer(reach) for reach in REACHES)
        self.glances = nn.ModuleList(Glance() for _ in GLANCES)
        self.whole = nn.Linear(2 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)
        self.last = nn.Linear(WIDTH, len(TAGS))
        self.paper = nn.Linear(2 * WIDTH, len(TYPES))

    def over(self, above: Tensor) -> Tensor:
        """What B×N×ABOVE characters overhead say: all of them, and the last, which tells the kind of a heading."""
        embedded = self.signs(above)
        count = (above > 0).sum(-1, keepdim=True)
        last = torch.gather(above, 2, (count - 1).clamp(min=0)).squeeze(-1)
        return torch.cat([embedded.sum(2) / count.clamp(min=1), self.signs(last)], -1)

    def forward(self, given: Sequence[Tensor], mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits, B×N×tags and B×types."""
        said = self.said(given, mask)
        return self.last(said), self.paper(_pooled(said, mask.unsqueeze(-1)))

    def said(self, given: Sequence[Tensor], mask: Tensor) -> Tensor:
        """What each character is like where it stands, B×N×WIDTH.

        ``given``: signs and joints B×N, shapes B×N×7, above and top B×N×ABOVE. ``mask``: B×N.
        """
        signs, joints, shapes, above, top = given
        there = mask.unsqueeze(-1)
        said = torch.cat([self.signs(signs), self.joints(joints), shapes, self.over(above), self.over(top)], -1)
        said = self.drop(self.first(said)) * there
        for number, layer in enumerate(self.layers):
            said = layer(said, there)
            if number in GLANCES:
                said = self.glances[GLANCES.index(number)](said, there)
            if number == WHOLE_AFTER:
                said = said + functional.relu(self.whole(_pooled(said, there))).unsqueeze(1)
        normed: Tensor = self.norm(said)
        return normed


def _pooled(said: Tensor, there: Tensor) -> Tensor:
    mean = (said * there).sum(1) / there.sum(1)
    most = (said + (there - 1) * 1e4).amax(1)
    return torch.cat([mean, most], -1)


Batch = tuple[list[Tensor], Tensor, Tensor, Tensor]
"""What is given, the mask, the tags (``UNTAGGED`` where there is no character), and the types."""


def batches(data: Sequence[TaggedPaper], rng: random.Random) -> Iterator[list[TaggedPaper]]:
    """Papers of like length together, in any order."""
    order = list(range(len(data)))
    rng.shuffle(order)
    for start in range(0, len(order), BATCH * _WINDOW):
        window = sorted(order[start : start + BATCH * _WINDOW], key=lambda at: len(data[at].tags))
        groups = [window[at : at + BATCH] for at in range(0, len(window), BATCH)]
        rng.shuffle(groups)
        yield from ([data[at] for at in group] for group in groups)


def stacked(group: Sequence[TaggedPaper], dice: np.random.Generator | None) -> Batch:
    """Papers padded to one length; with dice, some of their characters hidden and some people renamed."""
    longest = max(len(paper.tags) for paper in group)
    sizes = [(longest,), (longest,), (longest, SHAPES), (longest, ABOVE), (longest, ABOVE)]
    given: list[NDArray[np.int64] | NDArray[np.float32]] = [
        np.zeros((len(group), *size), dtype=np.float32 if number == 2 else np.int64) for number, size in enumerate(sizes)
    ]
    mask = np.zeros((len(group), longest), dtype=np.float32)
    tags = np.full((len(group), longest), UNTAGGED, dtype=np.int64)
    for row, paper in enumerate(group):
        count, seen = len(paper.tags), paper.characters
        signs = seen.signs if dice is None else _disguised(seen.signs, paper.tags, dice)
        for array, values in zip(given, (signs, seen.joints, seen.shapes, seen.above, seen.top), strict=True):
            array[row, :count] = values
        mask[row, :count] = 1
        tags[row, :count] = paper.tags
    types = torch.tensor([paper.type for paper in group])
    return [torch.from_numpy(array) for array in given], torch.from_numpy(mask), torch.from_numpy(tags), types


def _disguised(signs: NDArray[np.int64], tags: NDArray[np.int64], dice: np.random.Generator) -> NDArray[np.int64]:
    signs = signs.copy()
    signs[dice.random(len(signs)) < HIDDEN] = UNKNOWN
    for tag in np.unique(tags):
        places = np.flatnonzero(tags == tag)
        name = TAGS[tag] if tag >= 0 else ""
        is_person = name in _PEOPLE and len(places) <= _LONGEST_NAME
        if (is_person and dice.random() < RENAMED) or (name in _WORDS and dice.random() < REWORDED):
            signs[places] = _any_signs(len(places), dice)
        elif name in _BODIES and dice.random() < REWORDED:
            for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1):
                if len(run) > _LONGEST_NAME:
                    signs[run[:-_KEPT]] = _any_signs(len(run) - _KEPT, dice)
    return signs


def _any_signs(count: int, dice: np.random.Generator) -> NDArray[np.int64]:
    return dice.integers(numbers_of_signs()[_FIRST_HAN], len(numbers_of_signs()) + 2, count)


Weights = dict[str, Tensor]


def train(data: Sequence[TaggedPaper], rounds: int, checked: Sequence[TaggedPaper], earlier: Weights | None = None) -> Tagger:
    """Learn from papers, and print after each round what share of others' characters is tagged right.

    With ``earlier`` weights, go on from them more slowly.
    """
    rng, dice = random.Random(1), np.random.default_rng(1)
    torch.manual_seed(1)
    model = Tagger()
    if earlier is not None:
        model.load_state_dict(earlier)
    rate = PEAK_RATE if earlier is None else LATER_RATE
    steps = rounds * math.ceil(len(data) / BATCH) + rounds
    optimiser = torch.optim.AdamW(model.parameters(), rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.1)
    began = time.monotonic()
    for number in range(rounds):
        model.train()
        losses = [_learn(model, stacked(group, dice), optimiser, schedule) for group in batches(data, rng)]
        recall, precision, typed = check(model, checked, rng)
        minutes = (time.monotonic() - began) / 60
        print(
            f"round {number + 1}: loss {np.mean(losses[-200:]):.4f}, of values {recall:.2%} found, {precision:.2%} right, "
            f"of types {typed:.2%}, {minutes:.1f} min",
            flush=True,
        )
    return model


def _learn(
    model: Tagger, batch: Batch, optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LRScheduler
) -> float:
    given, mask, tags, types = batch
    with torch.autocast("cpu", torch.bfloat16):
        tagged, typed = model(given, mask)
    loss = _tagged_wrong(tagged.float(), tags, _allowed()[types])
    loss = loss + TYPE_WEIGHT * functional.cross_entropy(typed.float(), types, label_smoothing=SMOOTHING)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    schedule.step()
    return float(loss.detach())


@cache
def _allowed() -> Tensor:
    """Which tags a paper of each type may bear, types×tags: a paper is read with no other tags in mind than its fields'.

    What another type's paper says of the same thing would else be learnt as nothing: a letter of resignation has no field for
    the position, and names it in the same words as a certificate.
    """
    own = [(NONE, LABEL, *fields_of(type_), *(f"{LABEL}{field}" for field in fields_of(type_)), *EVERYWHERE) for type_ in TYPES]
    return torch.tensor([[tag in tags for tag in TAGS] for tags in own])


def _tagged_wrong(logits: Tensor, tags: Tensor, allowed: Tensor) -> Tensor:
    """The cross entropy of B×N×tags logits among the tags that each paper may bear, B×tags, smoothed among them."""
    told = functional.log_softmax(logits.masked_fill(~allowed.unsqueeze(1), _NEVER), -1)
    there = tags != UNTAGGED
    right = told.gather(2, tags.clamp(min=0).unsqueeze(2)).squeeze(2)
    spread = (told * allowed.unsqueeze(1)).sum(-1) / allowed.sum(-1, keepdim=True)
    wrong = -(1 - SMOOTHING) * right - SMOOTHING * spread
    return (wrong * there).sum() / there.sum().clamp(min=1)


@torch.no_grad()
def check(model: Tagger, data: Sequence[TaggedPaper], rng: random.Random) -> tuple[float, float, float]:
    """Recall and precision over the characters of values and labels, and the share of papers whose type is told."""
    model.eval()
    right = found = stated = typed = 0
    for group in batches(data, rng):
        given, mask, tags, types = stacked(group, None)
        logits, kinds = model(given, mask)
        told = logits.masked_fill(~_allowed()[types].unsqueeze(1), _NEVER).argmax(-1)
        typed += int((kinds.argmax(-1) == types).sum())
        there = tags >= 0
        right += int(((told == tags) & (tags > 1) & there).sum())
        found += int(((told > 1) & there).sum())
        stated += int(((tags > 1) & there).sum())
    return right / max(stated, 1), right / max(found, 1), typed / max(len(data), 1)


class _Exported(nn.Module):
    """The model as it is shipped: one paper, no mask."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, signs: Tensor, joints: Tensor, shapes: Tensor, above: Tensor, top: Tensor) -> tuple[Tensor, Tensor]:
        told: tuple[Tensor, Tensor] = self.model(
            (signs, joints, shapes, above, top), torch.ones_like(signs, dtype=torch.float32)
        )
        return told


def export(model: Tagger, folder: Path) -> None:
    """Write ``tagger.onnx``, its weights in half precision, and what its outputs mean, ``tags.json``."""
    names = ("signs", "joints", "shapes", "above", "top")
    count = 64
    example = (
        torch.ones(1, count, dtype=torch.long),
        torch.zeros(1, count, dtype=torch.long),
        torch.zeros(1, count, SHAPES),
        torch.ones(1, count, ABOVE, dtype=torch.long),
        torch.ones(1, count, ABOVE, dtype=torch.long),
    )
    path = folder / "tagger.onnx"
    axes = {name: {1: "characters"} for name in (*names, "tags")}
    torch.onnx.export(
        _Exported(model).eval(), example, str(path), input_names=list(names), output_names=["tags", "type"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.save(_halved(onnx.load(str(path))), str(path))
    told = {"tags": TAGS, "types": TYPES}
    (folder / "tags.json").write_text(json.dumps(told, indent=0) + "\n", encoding="utf-8")


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Large weights stored as float16 and widened when the model is opened: half the size, and the same tags."""
    graph = model.graph
    for weight in list(graph.initializer):
        values = onnx.numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < WIDTH * WIDTH:
            continue
        short = onnx.numpy_helper.from_array(values.astype(np.float16), f"{weight.name}.half")
        graph.initializer.remove(weight)
        graph.initializer.append(short)
        graph.node.insert(0, onnx.helper.make_node("Cast", [short.name], [weight.name], to=onnx.TensorProto.FLOAT))
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Compose, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--papers", type=int, default=36_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--meanings", type=Path)
    parser.add_argument("--from", dest="earlier", type=Path, help="a folder with tagger.onnx and tags.json")
    parser.add_argument("--mean", action="store_true", help="end with the mean of the new weights and those it went on from")
    parser.add_argument("--weights", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    voices = ["", *(voice.name for voice in VOICES if voice.name not in args.without)]
    data = papers(args.seed, args.papers, voices)
    checked = papers(SEED - 1000, 600, args.without or voices)
    earlier: Weights | None = torch.load(args.meanings) if args.meanings else None
    if args.earlier:
        earlier = weights_of(args.earlier, len(REACHES), GLANCES, TAGS)
    model = train(data, args.rounds, checked, earlier)
    if args.mean and earlier is not None:
        model.load_state_dict({name: (weight + earlier[name]) / 2 for name, weight in model.state_dict().items()})
    if args.weights:
        torch.save(model.state_dict(), args.weights)
    export(model, args.out)


if __name__ == "__main__":
    main()
