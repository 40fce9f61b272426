"""Sealing what stands on people's papers before it is written to disk, where a key is set.

AES-256-GCM (NIST SP 800-38D). A value gets a fresh 96-bit nonce; a file gets a key of its own (HKDF, RFC 5869) and counted
nonces, chunk by chunk, so that a large one never lies in memory whole. The first bytes say which key sealed: an operator may
put a new key in front of the old ones and drop those once nothing needs them.
"""

import base64
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from typing import IO, Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pipeline.errors import YushenError

KEY_BYTES: Final = 32
CHUNK_BYTES: Final = 1 << 20
_FAMILY: Final = b"ysv"
_PLAIN: Final = b"ysv0"
"""In front of a plain value that would look like a sealed one: uploads may hold anything."""
_VALUE: Final = b"ysv1"
_FILE: Final = b"ysv2"
_MARK_BYTES: Final = 4
_KEY_ID_BYTES: Final = 4
_NONCE_BYTES: Final = 12
_SALT_BYTES: Final = 16
_TAG_BYTES: Final = 16


class VaultError(YushenError):
    """Something sealed that none of our keys opens, or a key that is none."""

    code = "vault"
    advice = "set YUSHEN_ENCRYPTION_KEYS to the key it was sealed with, after the one in use"


class Vault(Protocol):
    """Seals values and files, and opens them again."""

    def seal(self, plain: bytes) -> bytes:
        """Return the value as it may be written down."""
        ...

    def seal_file(self, plain: IO[bytes], sealed: IO[bytes]) -> None:
        """Copy a file as it may be written down, a chunk at a time."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """Return the value, or the content of the file.

        Raises:
            VaultError: sealed with a key that is not here, or altered since.
        """
        ...


class PlainVault:
    """Seals nothing; opens only what was never sealed."""

    def seal(self, plain: bytes) -> bytes:
        """Return the value itself."""
        return _PLAIN + plain if plain.startswith(_FAMILY) else plain

    def seal_file(self, plain: IO[bytes], sealed: IO[bytes]) -> None:
        """Copy the file itself."""
        start = plain.read(len(_FAMILY))
        sealed.write(_PLAIN + start if start == _FAMILY else start)
        shutil.copyfileobj(plain, sealed, CHUNK_BYTES)

    def open(self, sealed: bytes) -> bytes:
        """Return the value itself.

        Raises:
            VaultError: it is sealed.
        """
        if sealed.startswith((_VALUE, _FILE)):
            raise VaultError("a stored value is sealed and no key is set")
        return sealed.removeprefix(_PLAIN)


class AesVault:
    """Seals with the first key, opens with any of them, and what was written before there was a key."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {_key_id(key): key for key in keys}
        self._sealing = _key_id(keys[0])

    def seal(self, plain: bytes) -> bytes:
        """Return the value encrypted and protected against changes."""
        nonce = os.urandom(_NONCE_BYTES)
        head = _VALUE + self._sealing
        return head + nonce + AESGCM(self._keys[self._sealing]).encrypt(nonce, plain, head)

    def seal_file(self, plain: IO[bytes], sealed: IO[bytes]) -> None:
        """Copy the file encrypted and protected against changes, a cut among them: the last chunk is marked as the last."""
        head = _FILE + self._sealing + os.urandom(_SALT_BYTES)
        cipher = _file_cipher(self._keys[self._sealing], head)
        sealed.write(head)
        for nonce, chunk in _numbered(_chunks(plain)):
            sealed.write(cipher.encrypt(nonce, chunk, head))

    def open(self, sealed: bytes) -> bytes:
        """Return the value, or the content of the file, decrypted.

        Raises:
            VaultError: sealed with a key that is not here, or altered since.
        """
        mark = sealed[:_MARK_BYTES]
        if mark not in (_VALUE, _FILE):
            return sealed.removeprefix(_PLAIN)
        key = self._keys.get(sealed[_MARK_BYTES : _MARK_BYTES + _KEY_ID_BYTES])
        if key is None:
            raise VaultError("a stored value is sealed with a key that is not set")
        try:
            return _open_value(key, sealed) if mark == _VALUE else _open_file(key, sealed)
        except (InvalidTag, ValueError) as error:
            raise VaultError("a stored value was altered", advice="restore it from a copy") from error


def open_vault(keys: str) -> Vault:
    """Return the vault for ``YUSHEN_ENCRYPTION_KEYS``: base64 keys of 32 bytes with commas between; none, no sealing.

    Raises:
        VaultError: something that is no such key.
    """
    raw = [_decode(part.strip()) for part in keys.split(",") if part.strip()]
    return AesVault(raw) if raw else PlainVault()


def _open_value(key: bytes, sealed: bytes) -> bytes:
    start = _MARK_BYTES + _KEY_ID_BYTES
    head, nonce, body = sealed[:start], sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
    return AESGCM(key).decrypt(nonce, body, head)


def _open_file(key: bytes, sealed: bytes) -> bytes:
    start, step = _MARK_BYTES + _KEY_ID_BYTES + _SALT_BYTES, CHUNK_BYTES + _TAG_BYTES
    head = sealed[:start]
    cipher = _file_cipher(key, head)
    chunks = (sealed[at : at + step] for at in range(start, max(len(sealed), start + 1), step))
    return b"".join(cipher.decrypt(nonce, chunk, head) for nonce, chunk in _numbered(chunks))


def _file_cipher(key: bytes, head: bytes) -> AESGCM:
    """Return the cipher of one file: its key is derived, so counted nonces never meet those of another file."""
    salt = head[_MARK_BYTES + _KEY_ID_BYTES :]
    return AESGCM(HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"yushen file").derive(key))


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def _numbered(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk after its nonce: its number and whether it is the last. No chunk at all counts as an empty one."""
    number, held = 0, next(chunks, b"")
    for chunk in chunks:
        yield _nonce(number, last=False), held
        number, held = number + 1, chunk
    yield _nonce(number, last=True), held


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NONCE_BYTES - 1) + bytes([last])


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise VaultError("an encryption key is not 32 bytes in base64", advice="make one with `openssl rand -base64 32`")
    return key


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"yushen key id" + key).digest()[:_KEY_ID_BYTES]
