"""Keys to the API: made, checked, revoked. A secret is shown once, when it is made; only its hash is kept."""

import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import func, select

from pipeline.store.database import Unit, new_id
from pipeline.store.tables import ApiKeyRow, Scope

PREFIX: Final = "ysk"
SECRET_BYTES: Final = 32
"""256 bits from the system's generator: nothing that a plain hash could be guessed back from."""
ID_FORM: Final = re.compile("[0-9a-f]{32}")


class Caller(NamedTuple):
    """Whom a request comes from."""

    key_id: str
    tenant: str
    scope: Scope


class NewKey(NamedTuple):
    """A key to be made. ``name`` says whom it is for."""

    tenant: str
    scope: Scope
    name: str
    expires_at: datetime | None = None


def make_key(unit: Unit, key: NewKey, now: datetime) -> str:
    """Make a key and return it in full, for the only time."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    row = ApiKeyRow(id=new_id(), secret_sha256=_hash(secret), created_at=now, **key._asdict())
    unit.session.add(row)
    return f"{PREFIX}_{row.id}_{secret}"


def id_of(key: str) -> str:
    """Return the id in a key of ours; it is no secret."""
    return key.split("_", 2)[1]


def caller_of(unit: Unit, key: str, now: datetime) -> Caller | None:
    """Return whom a key belongs to; None where it is unknown, wrong, revoked or expired."""
    prefix, _, rest = key.partition("_")
    key_id, _, secret = rest.partition("_")
    row = unit.session.get(ApiKeyRow, key_id) if prefix == PREFIX and ID_FORM.fullmatch(key_id) else None
    expected = row.secret_sha256 if row else _hash("")
    matches = hmac.compare_digest(_hash(secret), expected)
    if row is None or not matches or row.revoked_at is not None:
        return None
    if row.expires_at is not None and row.expires_at <= now:
        return None
    return Caller(row.id, row.tenant, row.scope)


def list_keys(unit: Unit) -> list[ApiKeyRow]:
    """Return all keys, oldest first."""
    return list(unit.session.scalars(select(ApiKeyRow).order_by(ApiKeyRow.created_at, ApiKeyRow.id)))


def count_keys(unit: Unit) -> int:
    """Return how many keys there ever were: none means a first start."""
    return unit.session.scalar(select(func.count()).select_from(ApiKeyRow)) or 0


def revoke_key(unit: Unit, key_id: str, now: datetime) -> bool:
    """Make a key useless from this moment on; False where there is none."""
    row = unit.session.get(ApiKeyRow, key_id)
    if row is None:
        return False
    row.revoked_at = row.revoked_at or now
    return True


def expire_key(unit: Unit, key_id: str, at: datetime) -> ApiKeyRow | None:
    """Let a key run out at a moment, so that its successor can be handed round first; None where there is none."""
    row = unit.session.get(ApiKeyRow, key_id)
    if row is not None:
        row.expires_at = at if row.expires_at is None else min(at, row.expires_at)
    return row


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
