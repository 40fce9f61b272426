"""Trains the model of signing places: ``python -m training.signing --out extractors/marks/signing.onnx``.

Needs PyTorch (2.13 was used), onnx, and the pens of ``python -m samples.fetch_fonts``. Seeded; about half an hour on two cores.
"""

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from extractors.marks.signing_patch import PATCH_SHAPE
from training.signing_marks import CLASSES
from training.signing_pages import draw_batch

BATCH: Final = 64
PEAK_RATE: Final = 4e-3
SMOOTHING: Final = 0.02
"""Some truths are wrong, where a seal hides what was written; nothing is to be learnt by heart."""
STILL: Final = 0.5
"""Share of patches that are learnt from without moving them."""
CHECKED: Final = 4
"""Batches of another seed that the model is measured on."""


_LAYERS: Final = ((4, 20, 5, 2, 0), (20, 40, 3, 2, 0), (40, 64, 3, 1, 2), (64, 96, 3, 1, 2), (96, 128, 3, 1, 0))
"""Channels in and out, side of the kernel, step, and what is pooled afterwards."""


class Network(nn.Module):
    """Five small convolutions, then the mean and the strongest answer over the patch: 200 000 weights."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for inside, outside, kernel, stride, pool in _LAYERS:
            layers += [nn.Conv2d(inside, outside, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outside), nn.ReLU()]
            layers += [nn.MaxPool2d(pool)] if pool else []
        self.seen = nn.Sequential(*layers)
        self.said = nn.Sequential(nn.Dropout(0.25), nn.Linear(2 * _LAYERS[-1][1], len(CLASSES)))

    def forward(self, patches: Tensor) -> Tensor:
        """Logits of the classes, N×5."""
        seen = self.seen(patches)
        said: Tensor = self.said(torch.cat([seen.mean(dim=(2, 3)), seen.amax(dim=(2, 3))], dim=1))
        return said


def drawn(seed: int, batches: int, keep: Path | None) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Patches and classes of a seed; those that were kept from an earlier run need not be drawn again."""
    names = [f"signing-{seed}-{number}" for number in range(batches)]
    with ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(partial(_batch, keep), names))
    return np.concatenate([patch for patch, _ in parts]), np.concatenate([state for _, state in parts])


def _batch(keep: Path | None, name: str) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    kept = keep / f"{name}.npz" if keep else None
    if kept is None:
        return draw_batch(name)
    if not kept.exists():
        patches, classes = draw_batch(name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(kept, patches=patches, classes=classes)
    with np.load(kept) as held:
        return held["patches"], held["classes"]


def varied(patches: Tensor) -> Tensor:
    """The same places a little elsewhere, larger, in other light and ink, now and then without colour.

    Some stay where they are: moved pixels are softer ones, and the model would take crisp print for something else.
    """
    count = len(patches)
    ink, room = patches[:, :3], patches[:, 3:]
    grey = (torch.rand(count, 1, 1, 1) < 0.1).float()
    ink = ink * (1 - grey) + (ink * torch.tensor([0.11, 0.59, 0.3]).view(1, 3, 1, 1)).sum(1, keepdim=True) * grey
    ink = ink * (0.45 + 0.8 * torch.rand(count, 1, 1, 1)) * (0.92 + 0.16 * torch.rand(count, 3, 1, 1))
    both = torch.cat([ink, room], dim=1)
    turn, shear = 0.02 * torch.randn(count), 0.06 * torch.randn(count)
    wide, high = 1 + 0.06 * torch.randn(count), 1 + 0.06 * torch.randn(count)
    shift = torch.stack([0.02 * torch.randn(count), 0.02 * torch.randn(count)], dim=1)
    ratio = PATCH_SHAPE[2] / PATCH_SHAPE[1]
    still = torch.rand(count) < STILL
    turn, shear, shift = turn * ~still, shear * ~still, shift * ~still[:, None]
    wide, high = torch.where(still, 1.0, wide), torch.where(still, 1.0, high)
    rows = [torch.stack([wide, (shear - turn) / ratio, shift[:, 0]], 1), torch.stack([turn * ratio, high, shift[:, 1]], 1)]
    grid = functional.affine_grid(torch.stack(rows, dim=1), list(both.shape), align_corners=False)
    moved = functional.grid_sample(both, grid, align_corners=False)
    noise = torch.randn_like(moved[:, :3]) * 0.02 * torch.rand(count, 1, 1, 1)
    return torch.cat([(moved[:, :3] + noise).clamp(0, 1), (moved[:, 3:] > 0.5).float()], dim=1)


def train(model: Network, patches: NDArray[np.uint8], classes: NDArray[np.int64], epochs: int) -> None:
    """AdamW, one cycle."""
    steps = len(patches) // BATCH
    model.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), 1e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=epochs * steps)
    pixels, truth = torch.from_numpy(patches), torch.from_numpy(classes)
    for epoch in range(epochs):
        model.train()
        order, total = torch.randperm(len(patches)), 0.0
        for step in range(steps):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            said = model(varied(pixels[chosen].float() / 255).contiguous(memory_format=torch.channels_last))
            loss = functional.cross_entropy(said, truth[chosen], label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}", flush=True)


def measure(model: Network, patches: NDArray[np.uint8], classes: NDArray[np.int64]) -> None:
    """Print what was taken for what."""
    model.eval()
    with torch.no_grad():
        said = torch.cat([model(part.float() / 255).argmax(1) for part in torch.from_numpy(patches).split(BATCH)]).numpy()
    for index, name in enumerate(CLASSES):
        answers = np.bincount(said[classes == index], minlength=len(CLASSES))
        print(f"{name}: " + ", ".join(f"{other} {count}" for other, count in zip(CLASSES, answers, strict=True) if count))


def write(model: Network, out: Path) -> None:
    """Write the model as ONNX, for any number of patches at once."""
    whole = nn.Sequential(model, nn.Softmax(dim=1)).eval()
    any_count = {"patch": {0: "looks"}, "likelihoods": {0: "looks"}}
    torch.onnx.export(
        whole,
        (torch.zeros(1, *PATCH_SHAPE),),
        str(out),
        input_names=["patch"],
        output_names=["likelihoods"],
        dynamic_axes=any_count,
        dynamo=False,
    )


def main() -> None:
    """Draw, train, measure on another seed, and write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--batches", type=int, default=36)
    options.add_argument("--epochs", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1, help="two were five times slower where the cores were busy")
    options.add_argument("--keep", type=Path, help="a folder to keep the drawn patches in")
    given = options.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    model = Network()
    train(model, *drawn(given.seed, given.batches, given.keep), given.epochs)
    measure(model, *drawn(given.seed + 1000, CHECKED, given.keep))
    write(model, given.out)


if __name__ == "__main__":
    main()
