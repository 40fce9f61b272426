"""Sending one delivery, once: the only place from which anything leaves for an address that a tenant chose.

What counts: 2xx has arrived. 410 (Gone) is a receiver that wants no more, a dead letter at once. Anything else is tried again,
4xx too: a wrong key or path at the receiver is corrected within hours, and what nobody corrects ends as a dead letter, to be
seen and sent again. Redirects are not followed, they would lead past the look at the address. Of the answer nothing but the
status is read.
"""

import contextlib
import functools
import ssl
from datetime import datetime
from http import HTTPStatus
from typing import Final, NamedTuple

import httpx

from pipeline.delivery.addresses import AddressRefusedError, Target, parse, resolve
from pipeline.delivery.signing import signed_headers
from pipeline.store.deliveries import Endpoint
from pipeline.version import yushen_version

JSON: Final = "application/json"


class Letter(NamedTuple):
    """What is sent: the delivery's id, and a body in JSON that is the same at every attempt."""

    delivery_id: str
    body: bytes


class Limits(NamedTuple):
    """``timeout_s`` holds for connecting, sending and each wait for the answer."""

    timeout_s: float
    allow_private: bool


class Receipt(NamedTuple):
    """What came of it. ``final``: trying again is of no use. ``problem`` names no content."""

    arrived: bool
    final: bool = False
    problem: str = ""


def send(letter: Letter, endpoint: Endpoint, at: datetime, limits: Limits) -> Receipt:
    """Try once. Never raises for what the receiver or the network does."""
    try:
        target = parse(endpoint.url)
        addresses = resolve(target, limits.allow_private)
    except AddressRefusedError as error:
        return Receipt(arrived=False, problem=str(error))
    headers = {
        "host": target.netloc,
        "content-type": JSON,
        "user-agent": f"yushen/{yushen_version()}",
        **signed_headers(endpoint.secret, letter.delivery_id, letter.body, at),
    }
    try:
        status = _post(target, addresses, (headers, letter.body), limits.timeout_s)
    except httpx.HTTPError as error:
        return Receipt(arrived=False, problem=type(error).__name__)
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Receipt(arrived=True)
    return Receipt(arrived=False, final=status == HTTPStatus.GONE, problem=f"HTTP {status}")


def _post(target: Target, addresses: list[str], message: tuple[dict[str, str], bytes], timeout_s: float) -> int:
    """Return the status; the next address is tried only where no connection came about."""
    with httpx.Client(verify=_trusted(), timeout=timeout_s, trust_env=False, follow_redirects=False) as client:
        for address in addresses[:-1]:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return _status(client, target, address, message)
        return _status(client, target, addresses[-1], message)


def _status(client: httpx.Client, target: Target, address: str, message: tuple[dict[str, str], bytes]) -> int:
    headers, body = message
    shown = f"[{address}]" if ":" in address else address
    url = f"{target.scheme}://{shown}:{target.port}{target.path}"
    # The connection goes to the address that was looked at; certificates are still checked against the name.
    request = client.build_request("POST", url, headers=headers, content=body, extensions={"sni_hostname": target.host})
    response = client.send(request, stream=True)
    response.close()
    return response.status_code


@functools.cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are taken: the public authorities', and those the system trusts, such as an intranet's own."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context
