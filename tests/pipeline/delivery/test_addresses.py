"""What a tenant names must not lead into our own network."""

import ipaddress

import pytest

from pipeline.delivery.addresses import AddressRefusedError, Target, is_public, parse, resolve

PUBLIC = ["8.8.8.8", "1.1.1.1", "114.114.114.114", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1",
    "2002:7f00:1::1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_on_the_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PRIVATE)
def test_any_other_address_is_not(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1"])
def test_a_name_that_leads_here_is_refused_unless_allowed(host: str) -> None:
    target = parse(f"http://{host}/in")
    with pytest.raises(AddressRefusedError, match="private, local or reserved"):
        resolve(target, allow_private=False)
    assert resolve(target, allow_private=True)


def test_a_name_that_nobody_knows_is_refused() -> None:
    with pytest.raises(AddressRefusedError, match="not known"):
        resolve(parse("https://receiver.invalid/"), allow_private=True)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.com", Target("https", "example.com", 443, "example.com", "/")),
        ("http://example.com:8080/a?b=c", Target("http", "example.com", 8080, "example.com:8080", "/a?b=c")),
        ("http://[2400:3200::1]/", Target("http", "2400:3200::1", 80, "[2400:3200::1]", "/")),
        ("https://公司.中国/回调", Target("https", "xn--55qx5d.xn--fiqs8s", 443, "xn--55qx5d.xn--fiqs8s", "/回调")),
    ],
)
def test_an_address_is_taken_apart(url: str, target: Target) -> None:
    assert parse(url) == target


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/",
        "file:///etc/passwd",
        "example.com",
        "http://",
        "http://user:pass@example.com/",
        "http://a:99999/",
        "http://[::1/",
    ],
)
def test_an_address_that_is_none_of_http_is_refused(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        parse(url)
