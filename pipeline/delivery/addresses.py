"""Where verdicts may be sent. A tenant names the address, our network is what it must not reach through us (SSRF).

The name is resolved here, every address it has is looked at, and the connection is made to one of those: a name that resolves
differently a moment later (DNS rebinding) changes nothing.
"""

import ipaddress
import socket
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from pipeline.errors import YushenError

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS: Final = {"http": 80, "https": 443}
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
"""Addresses that a gateway turns into the IPv4 address in their last four bytes (RFC 6052)."""
IPV4_BITS: Final = 0xFFFF_FFFF


class AddressRefusedError(YushenError):
    """An address that verdicts are not sent to."""

    code = "address"
    advice = "give an http(s) address that is reachable from the internet, or set YUSHEN_WEBHOOK_ALLOW_PRIVATE"


class Target(NamedTuple):
    """An address taken apart: ``host`` without brackets, ``netloc`` as it goes into the ``Host`` header."""

    scheme: str
    host: str
    port: int
    netloc: str
    path: str


def parse(url: str) -> Target:
    """Take an address apart, and look at all of it that can be seen without resolving it.

    Raises:
        AddressRefusedError: not http(s), no host, credentials inside, or a port that is none.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefusedError("the address cannot be understood") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise AddressRefusedError("the address is not one of http or https")
    if parts.username is not None or parts.password is not None:
        raise AddressRefusedError("the address holds credentials", "deliveries are signed: leave the credentials out")
    host = _ascii(parts.hostname)
    return Target(parts.scheme, host, port or PORTS[parts.scheme], _netloc(host, port), _path(parts))


def resolve(target: Target, allow_private: bool) -> list[str]:
    """Return the IP addresses to connect to, the best first.

    Raises:
        AddressRefusedError: the name is unknown, or one of its addresses is private, local, reserved or multicast.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressRefusedError("the name of the address is not known", "see to its spelling") from error
    addresses = list(dict.fromkeys(str(sockaddr[0]) for _, _, _, _, sockaddr in found))
    if not allow_private and not all(is_public(ipaddress.ip_address(address)) for address in addresses):
        raise AddressRefusedError("the address is private, local or reserved")
    return addresses


def is_public(address: IpAddress) -> bool:
    """Whether an address is on the internet. One that stands for an IPv4 address is judged by that one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & IPV4_BITS))
        if address.sixtofour is not None or address.teredo is not None:  # tunnels that nobody has a receiver behind any more
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError as error:
        raise AddressRefusedError("the name of the address cannot be understood") from error


def _netloc(host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return shown if port is None else f"{shown}:{port}"


def _path(parts: SplitResult) -> str:
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path
