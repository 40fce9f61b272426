"""What is sealed comes back as it was, shows nothing, and cannot be altered unseen."""

import base64
import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vault import CHUNK_BYTES, AesVault, PlainVault, Vault, VaultError, open_vault

OLD, NEW = b"o" * 32, b"n" * 32
SECRET = "张三 110101199003070000".encode()
VAULTS = [PlainVault(), AesVault([OLD])]
SIZES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES]


def sealed_file(vault: Vault, content: bytes) -> bytes:
    target = io.BytesIO()
    vault.seal_file(io.BytesIO(content), target)
    return target.getvalue()


@pytest.mark.parametrize("vault", VAULTS)
@given(plain=st.binary(max_size=64) | st.sampled_from([b"ysv0", b"ysv1", b"ysv2x", b"ysv" + bytes(40)]))
def test_any_value_comes_back(vault: Vault, plain: bytes) -> None:
    assert vault.open(vault.seal(plain)) == plain
    assert vault.open(sealed_file(vault, plain)) == plain


@pytest.mark.parametrize("vault", VAULTS)
@pytest.mark.parametrize("size", SIZES)
def test_files_of_any_size_come_back(vault: Vault, size: int) -> None:
    content = os.urandom(size)
    assert vault.open(sealed_file(vault, content)) == content


def test_nothing_shows_and_no_two_are_alike() -> None:
    vault = AesVault([OLD])
    sealed = [vault.seal(SECRET), vault.seal(SECRET), sealed_file(vault, SECRET), sealed_file(vault, SECRET)]
    assert len({one[8:] for one in sealed}) == 4
    assert not any(SECRET[:6] in one for one in sealed)


@pytest.mark.parametrize("seal", [lambda vault: vault.seal(SECRET), lambda vault: sealed_file(vault, SECRET)])
def test_no_byte_can_be_changed_or_cut(seal: object) -> None:
    vault = AesVault([OLD])
    assert callable(seal)
    sealed = seal(vault)
    for at in range(4, len(sealed)):
        with pytest.raises(VaultError):
            vault.open(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])
        with pytest.raises(VaultError):
            vault.open(sealed[:at])


def test_no_chunk_can_be_left_out_or_moved() -> None:
    vault, step = AesVault([OLD]), CHUNK_BYTES + 16
    sealed = sealed_file(vault, os.urandom(3 * CHUNK_BYTES))
    head, first, second, third = sealed[:24], sealed[24 : 24 + step], sealed[24 + step : 24 + 2 * step], sealed[24 + 2 * step :]
    for altered in (head + first + second, head + first + third, head + second + first + third, head):
        with pytest.raises(VaultError):
            vault.open(altered)


def test_keys_follow_one_another() -> None:
    old, both, new = AesVault([OLD]), AesVault([NEW, OLD]), AesVault([NEW])
    assert both.open(old.seal(SECRET)) == SECRET
    assert new.open(both.seal(SECRET)) == SECRET
    assert both.open(PlainVault().seal(SECRET)) == SECRET, "written before there was a key"
    for vault, sealed in ((new, old.seal(SECRET)), (PlainVault(), old.seal(SECRET)), (new, sealed_file(old, SECRET))):
        with pytest.raises(VaultError):
            vault.open(sealed)


def test_keys_are_read_from_base64() -> None:
    text = base64.b64encode(NEW).decode() + " , " + base64.b64encode(OLD).decode()
    assert open_vault(text).open(AesVault([OLD]).seal(SECRET)) == SECRET
    assert isinstance(open_vault(" "), PlainVault)


@pytest.mark.parametrize("text", ["short", "???", "钥匙", base64.b64encode(b"x" * 31).decode()])
def test_what_is_no_key_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(VaultError) as raised:
        open_vault(text)
    assert text not in str(raised.value)
