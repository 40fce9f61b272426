"""Trains the model that tells a pen's strokes from print: ``python -m training.pen --out extractors/marks/pen.onnx``.

Needs PyTorch (2.13 was used) and the pens of ``python -m samples.fetch_fonts``. Seeded; about ten minutes on two cores.
"""

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from extractors.marks.pen_model import PATCH_HEIGHT, PATCH_WIDTH
from training.pen_patches import draw_patch

CHUNK = 250
BATCH = 64


def network() -> nn.Module:
    """Four small convolutions and the mean over the patch: 40 000 weights."""
    layers: list[nn.Module] = []
    for inside, outside in ((1, 12), (12, 24), (24, 48), (48, 64)):
        layers += [nn.Conv2d(inside, outside, 3, padding=1), nn.BatchNorm2d(outside), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(64, 1))


def draw_chunk(seed: int, number: int) -> NDArray[np.float32]:
    """``CHUNK`` patches, every other one by hand."""
    rng = random.Random(f"{seed}-{number}")
    return np.stack([draw_patch(rng, by_hand=bool(index % 2)) for index in range(CHUNK)])


def draw(seed: int, chunks: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Patches N×1×H×W and whether a pen wrote them, N×1."""
    with ProcessPoolExecutor(2) as pool:
        patches = np.concatenate(list(pool.map(partial(draw_chunk, seed), range(chunks))))
    truth = np.tile(np.array([0.0, 1.0], dtype=np.float32), len(patches) // 2)
    return torch.from_numpy(patches[:, None]), torch.from_numpy(truth[:, None])


def train(model: nn.Module, patches: torch.Tensor, truth: torch.Tensor, epochs: int) -> None:
    """Adam with a falling rate."""
    optimiser = torch.optim.Adam(model.parameters(), 2e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=epochs * (len(patches) // BATCH))
    loss_of = nn.BCEWithLogitsLoss()
    for epoch in range(epochs):
        model.train()
        order, total = torch.randperm(len(patches)), 0.0
        for start in range(0, len(patches) // BATCH * BATCH, BATCH):
            batch = order[start : start + BATCH]
            loss = loss_of(model(patches[batch]), truth[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss)
        print(f"epoch {epoch + 1}: loss {total / (len(patches) // BATCH):.4f}", flush=True)


def main() -> None:
    """Draw, train, measure on patches of another seed, and write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--chunks", type=int, default=56)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    model = network()
    train(model, *draw(given.seed, given.chunks), given.epochs)
    model.eval()
    patches, truth = draw(given.seed + 1000, 8)
    with torch.no_grad():
        said = torch.sigmoid(model(patches)) > 0.5
    for name, of in (("print", 0.0), ("pen", 1.0)):
        right = (said == truth.bool())[truth == of]
        print(f"{name}: {int(right.sum())} of {len(right)} right")
    whole = nn.Sequential(model, nn.Sigmoid())
    example = torch.zeros(1, 1, PATCH_HEIGHT, PATCH_WIDTH)
    torch.onnx.export(whole, (example,), str(given.out), input_names=["patch"], output_names=["by_hand"], dynamo=False)


if __name__ == "__main__":
    main()
