"""Trains the model that reads a seal's glyphs one by one: ``python -m training.glyphs --out extractors/marks/glyphs.onnx``.

Needs PyTorch (2.13 was used), onnx and ONNX Runtime. Seeded; under an hour on two cores. One half of every batch is cut off
whole seals (``training.glyph_seals``), the other drawn glyph by glyph (``training.glyph_patches``), which knows no bounds.
Writes the characters beside the model, whose linear layers are kept in eight bits: a third of the size, and it reads as well.
The model that is shipped went on from an earlier one: ``--earlier extractors/marks/glyphs.onnx --seed 2 --steps 5000``.
"""

import argparse
import multiprocessing
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from extractors.marks.glyph_model import CELL_PX, NOTHING
from training.earlier_weights import take_over
from training.glyph_patches import Atlas, draw_atlas, draw_batch, normalised
from training.glyph_seals import draw_seal

BATCH: Final = 320
SEALS: Final = 4500
RATE: Final = 3e-3
RATE_GOING_ON: Final = 1e-3
CHUNK: Final = 50
COMMON_SHARE: Final = 0.6
FIRM_SHARE: Final = 0.2
"""Shares of patches drawn from the 3755 common characters of GB 2312, and from those that names of firms and offices end in."""

FIRM_WORDS: Final = (
    "有限责任公司股份集团合伙企业普通特殊个体工商户经营部中心商行店厂社农民专业合作分公司第一二三四五六七八九十办事处工作室事务所"
    "科技信息技术贸易商贸物流建筑工程机械制造餐饮管理人力资源服务文化传媒生物医药供应链物业装饰设计咨询教育网络电子材料设备"
    "市场监督管理局行政审批公安局分局政务数据人社就业财务合同发票业务专用章省市自治区县旗州盟镇乡街道路东南西北上海京天津重庆"
)  # fmt: skip
BEYOND: Final = (
    "喆犇璟铖玥堃昇翀珺琤祎祯婳睿昕珮珈玮琨璇瑄瑾璐瓒曦暻炜焱燚煊烨煜熠尧垚淼森鑫晶磊犇骉羴鱻赟贇蘅芃芊菀莼蕤茗荇荻菡"
    "萱蓁薇灏澍湉滢潆洺浛泓沄沅汐汀岚嶒嵘峤屿嶶崟镕锴铄钰铭锋镓镔鐥韬韫頔飏骞骁骅鸢鹭鹮麒麟黔瀚翊翎羿羽怿忻恺惟愫懿斐"
    "斓旖旻旼昀昳晔晗晙晞晟晢晫朗霏霖霄雯霁沣濠泷漪熙禧祺祐佑玺琮瑛琪琳琬珏"
)  # fmt: skip
MORE: Final = "（）"


def character_set() -> str:
    """All of GB 2312, what names use beyond it, and last the answer for places that hold no glyph."""
    gb2312 = [
        bytes([high, low]).decode("gb2312")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
        if not (high == 0xD7 and low > 0xF9)  # the last row of the common ones is shorter
    ]
    return "".join(dict.fromkeys([*gb2312, *BEYOND, *MORE, NOTHING]))


def network(classes: int) -> nn.Sequential:
    """Five convolutions and two linear layers: 2 million weights."""
    layers: list[nn.Module] = []
    for inside, outside, pool in ((2, 24, True), (24, 48, True), (48, 96, False), (96, 128, True), (128, 160, False)):
        layers += [nn.Conv2d(inside, outside, 3, padding=1, bias=False), nn.BatchNorm2d(outside), nn.ReLU()]
        layers += [nn.MaxPool2d(2, ceil_mode=True)] if pool else []
    side = CELL_PX // 8 + 1
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(160 * side * side, 160), nn.ReLU(), nn.Dropout(0.1), nn.Linear(160, classes)
    )


@dataclass(frozen=True, slots=True)
class Pool:
    """Cells of whole seals, N×2×CELL_PX×CELL_PX (0..255), and the index of each one's character, N."""

    cells: Tensor
    labels: Tensor

    def pick(self, count: int, rng: torch.Generator) -> tuple[Tensor, Tensor]:
        """Some cells, each moved by up to a pixel, stronger or weaker, and with noise of its own."""
        chosen = torch.randint(len(self.labels), (count,), generator=rng)
        cells = self.cells[chosen].float() / 255
        maps = torch.eye(2, 3).repeat(count, 1, 1)
        maps[:, :, 2] = torch.randn(count, 2, generator=rng) * 0.05
        maps[:, 0, 0] += torch.randn(count, generator=rng) * 0.04
        maps[:, 0, 1] = torch.randn(count, generator=rng) * 0.04
        moved = functional.grid_sample(
            cells, functional.affine_grid(maps, list(cells.shape), align_corners=False), align_corners=False
        )
        ink = moved[:, :1] ** (torch.rand(count, 1, 1, 1, generator=rng) * 0.7 + 0.7)
        ink = ink + torch.randn(ink.shape, generator=rng) * torch.rand(count, 1, 1, 1, generator=rng) * 0.06
        return torch.cat([normalised(ink.clamp(0, 1)), (moved[:, 1:] > _HALF).float()], dim=1), self.labels[chosen]


_HALF: Final = 0.5


def draw_pool(characters: str, seals: int, seed: int) -> Pool:
    """Press seals with texts of no meaning and cut them, on all cores."""
    firm = "".join(char for char in FIRM_WORDS + BEYOND + MORE * 4 if char in characters)
    letters = characters[:-1] + characters[:_COMMON] * 3 + firm * (len(characters) // len(firm))
    drawing = partial(_draw_seals, letters, seed)
    fresh = multiprocessing.get_context("spawn")  # a fork of a process whose threads compute stands still
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), fresh) as processes:
        drawn = list(processes.map(drawing, range(0, seals, CHUNK)))
    said = "".join(text for _, text in drawn)
    where = {char: index for index, char in enumerate(characters)}
    return Pool(torch.cat([cells for cells, _ in drawn]), torch.tensor([where[char] for char in said]))


_COMMON: Final = 3755


def _draw_seals(letters: str, seed: int, first: int) -> tuple[Tensor, str]:
    cuts = [draw_seal(f"glyphs/{seed}/{number}", letters) for number in range(first, first + CHUNK)]
    kept = [cut for cut in cuts if cut.characters]
    return torch.cat([torch.from_numpy(cut.cells) for cut in kept]), "".join(cut.characters for cut in kept)


def draw_labels(count: int, characters: str, rng: torch.Generator) -> Tensor:
    """Characters to learn: all of them, the common ones more often, those of firms' names most."""
    firm = torch.tensor([characters.index(char) for char in FIRM_WORDS + BEYOND + MORE * 4 if char in characters])
    labels = torch.randint(len(characters) - 1, (count,), generator=rng)
    kind = torch.rand(count, generator=rng)
    common = torch.randint(_COMMON, (count,), generator=rng)
    labels = torch.where(kind < COMMON_SHARE + FIRM_SHARE, common, labels)
    return torch.where(kind < FIRM_SHARE, firm[torch.randint(len(firm), (count,), generator=rng)], labels)


def train(
    model: nn.Module, sources: tuple[Atlas, Pool], characters: str, pace: tuple[int, float], rng: torch.Generator
) -> None:
    """AdamW in half precision, so many steps at a rate that rises to the one given and falls."""
    steps, rate = pace
    optimiser = torch.optim.AdamW(model.parameters(), rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.15)
    atlas, pool = sources
    total = right = 0.0
    for step in range(1, steps + 1):
        drawn = draw_labels(BATCH // 2, characters, rng)
        cut, said_of = pool.pick(BATCH // 2, rng)
        labels = torch.cat([drawn, said_of])
        patches = torch.cat([draw_batch(atlas, drawn, rng), cut]).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = model(patches).float()
        loss = functional.cross_entropy(said, labels, label_smoothing=0.02)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        total, right = total + float(loss.detach()), right + float((said.argmax(1) == labels).float().mean())
        if step % 250 == 0:
            print(f"step {step}: loss {total / 250:.3f}, right {right / 250:.3f}", flush=True)
            total = right = 0.0


def main() -> None:
    """Draw, train, measure on patches of another seed, and write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--steps", type=int, default=9000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seals", type=int, default=SEALS)
    options.add_argument("--earlier", type=Path, help="go on from this model, more slowly")
    given = options.parse_args()
    torch.manual_seed(given.seed)
    characters = character_set()
    atlas = draw_atlas(characters)
    model = network(len(characters))
    pool = draw_pool(characters, given.seals, given.seed)
    print(f"{len(pool.labels)} cells of {given.seals} seals", flush=True)
    model.train()
    if given.earlier:
        take_over(model, given.earlier)
        for layer in model:
            layer.train(not isinstance(layer, nn.BatchNorm2d))
    model = model.to(memory_format=torch.channels_last)
    pace = (given.steps, RATE_GOING_ON if given.earlier else RATE)
    train(model, (atlas, pool), characters, pace, torch.Generator().manual_seed(given.seed))
    model.eval()
    rng = torch.Generator().manual_seed(given.seed + 1000)
    with torch.no_grad():
        labels = draw_labels(5000, characters, rng)
        right = float((model(draw_batch(atlas, labels, rng)).argmax(1) == labels).float().mean())
        other = draw_pool(characters, 5 * CHUNK, given.seed + 1)
        whole_right = float((model(other.cells.float() / 255).argmax(1) == other.labels).float().mean())
    print(f"of another seed: {right:.1%} of patches right, {whole_right:.1%} of cells cut off seals")
    whole = nn.Sequential(model, nn.LogSoftmax(1))
    example = torch.zeros(1, 2, CELL_PX, CELL_PX)
    names = {"input_names": ["cells"], "output_names": ["likelihoods"]}
    with tempfile.TemporaryDirectory() as scratch:
        full = str(Path(scratch) / "full.onnx")
        torch.onnx.export(whole, (example,), full, **names, dynamic_axes={"cells": {0: "n"}}, dynamo=False)
        quantize_dynamic(
            full, given.out, weight_type=QuantType.QInt8, op_types_to_quantize=["Gemm", "MatMul"], per_channel=True
        )
    given.out.with_suffix(".txt").write_text(characters + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
