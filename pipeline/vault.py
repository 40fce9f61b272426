"""Sealing what stands on people's papers before it is written to disk, where a key is set.

AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce for each value, the first bytes saying which key sealed it: an operator may
put a new key in front of the old ones and drop those once nothing needs them.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import Sequence
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from pipeline.errors import YushenError

KEY_BYTES: Final = 32
_MAGIC: Final = b"ysv1"
_KEY_ID_BYTES: Final = 4
_NONCE_BYTES: Final = 12


class VaultError(YushenError):
    """Something sealed that none of our keys opens, or a key that is none."""

    code = "vault"
    advice = "set YUSHEN_ENCRYPTION_KEYS to the key it was sealed with, after the one in use"


class Vault(Protocol):
    """Seals values and opens them again."""

    def seal(self, plain: bytes) -> bytes:
        """Return the value as it may be written down."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """Return the value.

        Raises:
            VaultError: sealed with a key that is not here, or altered since.
        """
        ...


class PlainVault:
    """Seals nothing; opens only what was never sealed."""

    def seal(self, plain: bytes) -> bytes:
        """Return the value itself."""
        return plain

    def open(self, sealed: bytes) -> bytes:
        """Return the value itself.

        Raises:
            VaultError: it is sealed.
        """
        if sealed.startswith(_MAGIC):
            raise VaultError("a stored value is sealed and no key is set")
        return sealed


class AesVault:
    """Seals with the first key, opens with any of them, and what was written before there was a key."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._ciphers = {_key_id(key): AESGCM(key) for key in keys}
        self._sealing = _key_id(keys[0])

    def seal(self, plain: bytes) -> bytes:
        """Return the value encrypted and protected against changes."""
        nonce = os.urandom(_NONCE_BYTES)
        head = _MAGIC + self._sealing
        return head + nonce + self._ciphers[self._sealing].encrypt(nonce, plain, head)

    def open(self, sealed: bytes) -> bytes:
        """Return the value decrypted.

        Raises:
            VaultError: sealed with a key that is not here, or altered since.
        """
        if not sealed.startswith(_MAGIC):
            return sealed
        start = len(_MAGIC) + _KEY_ID_BYTES
        head, nonce, body = sealed[:start], sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
        cipher = self._ciphers.get(head[len(_MAGIC) :])
        if cipher is None:
            raise VaultError("a stored value is sealed with a key that is not set")
        try:
            return cipher.decrypt(nonce, body, head)
        except InvalidTag as error:
            raise VaultError("a stored value was altered", advice="restore it from a copy") from error


def open_vault(keys: str) -> Vault:
    """Return the vault for ``YUSHEN_ENCRYPTION_KEYS``: base64 keys of 32 bytes with commas between; none, no sealing.

    Raises:
        VaultError: something that is no such key.
    """
    raw = [_decode(part.strip()) for part in keys.split(",") if part.strip()]
    return AesVault(raw) if raw else PlainVault()


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise VaultError("an encryption key is not 32 bytes in base64", advice="make one with `openssl rand -base64 32`")
    return key


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"yushen key id" + key).digest()[:_KEY_ID_BYTES]
