"""Portals that upload, all at once, and how long they wait for each answer."""

import asyncio
import io
import random
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import httpx
from PIL import Image

from tests.bench.load_processes import Served

FILES = 3
PAUSE_S = 1.0
"""Mean pause of a client between two packets: twenty of them hand in up to twenty a second, ten times what two cores read."""
TIMEOUT_S = 60.0
WEIGHT_BYTES = 100_000
"""Bytes of a file beyond its picture: a photo of a paper as portals send it is some hundred kilobytes."""

Content = Callable[[], bytes]


class Waits(NamedTuple):
    """Milliseconds that answers took, by what was asked."""

    upload: list[float]
    ask: list[float]

    def all(self) -> list[float]:
        """Return all of them, sorted."""
        return sorted(self.upload + self.ask)


def fresh_page() -> bytes:
    """Return a small page that nobody has seen before, as heavy as a photo."""
    picture = Image.new("RGB", (64, 48), tuple(random.randrange(256) for _ in range(3)))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue() + random.randbytes(WEIGHT_BYTES)


def upload_for(served: Served, clients: int, seconds: float, content: Content) -> Waits:
    """Have clients upload and ask for so long; return how long they waited."""
    return asyncio.run(_all(served, clients, seconds, content))


async def _all(served: Served, clients: int, seconds: float, content: Content) -> Waits:
    waits = Waits([], [])
    end = time.monotonic() + seconds
    headers = {"Authorization": f"Bearer {served.key}"}
    async with httpx.AsyncClient(base_url=served.address, headers=headers, timeout=TIMEOUT_S) as client:
        await asyncio.gather(*(_one(client, end, content, waits) for _ in range(clients)))
    return waits


async def _one(client: httpx.AsyncClient, end: float, content: Content, waits: Waits) -> None:
    await asyncio.sleep(random.uniform(0, PAUSE_S))
    while time.monotonic() < end:
        files = [("files", (f"{number}.png", content())) for number in range(FILES)]
        started = time.perf_counter()
        answer = await client.post("/v1/packets", files=files)
        waits.upload.append((time.perf_counter() - started) * 1000)
        answer.raise_for_status()
        for path in (answer.json()["links"]["self"], answer.json()["links"]["verdict"]):
            started = time.perf_counter()
            (await client.get(path)).raise_for_status()
            waits.ask.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(random.expovariate(1 / PAUSE_S))


def share(values: Sequence[float], part: float) -> float:
    """Return the value that a share (0..1) of sorted values lies below."""
    return values[min(len(values) - 1, int(part * len(values)))]
