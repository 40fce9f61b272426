"""What an operator does with keys to the API, each act in the audit log."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from pipeline.errors import YushenError
from pipeline.store import keys
from pipeline.store.audit import Entry, record
from pipeline.store.database import Unit
from pipeline.store.keys import NewKey
from pipeline.store.tables import ApiKeyRow

COMMAND_LINE: Final = "command line"
"""The actor of what is done on the machine itself."""


class NoSuchKeyError(YushenError):
    """A key that is not there, or of no use any more."""

    code = "key"
    advice = "see `yushen keys list`"


class Made(NamedTuple):
    """A key's id, and the key in full, for the only time."""

    key_id: str
    key: str


def make(unit: Unit, new: NewKey, now: datetime) -> Made:
    """Make a key."""
    made = _make(unit, new, now)
    record(unit, now, Entry(new.tenant, COMMAND_LINE, "key.made", made.key_id, detail=f"scope {new.scope}"))
    return made


def revoke(unit: Unit, key_id: str, now: datetime) -> None:
    """Make a key useless from this moment on.

    Raises:
        NoSuchKeyError: there is none.
    """
    row = _find(unit, key_id)
    keys.revoke_key(unit, key_id, now)
    record(unit, now, Entry(row.tenant, COMMAND_LINE, "key.revoked", key_id))


def rotate(unit: Unit, key_id: str, grace: timedelta, now: datetime) -> Made:
    """Make a key's successor, for the same caller and as long a life; the old one opens for a while yet.

    Raises:
        NoSuchKeyError: there is none, or it opens nothing any more.
    """
    row = _find(unit, key_id)
    if row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= now):
        raise NoSuchKeyError(f"the key {key_id} opens nothing any more", "make a new one with `yushen keys make`")
    expires_at = None if row.expires_at is None else now + (row.expires_at - row.created_at)
    made = _make(unit, NewKey(row.tenant, row.scope, row.name, expires_at), now)
    keys.expire_key(unit, key_id, now + grace)
    record(unit, now, Entry(row.tenant, COMMAND_LINE, "key.rotated", key_id, detail=f"successor {made.key_id}"))
    return made


def _make(unit: Unit, new: NewKey, now: datetime) -> Made:
    key = keys.make_key(unit, new, now)
    return Made(keys.id_of(key), key)


def _find(unit: Unit, key_id: str) -> ApiKeyRow:
    row = unit.session.get(ApiKeyRow, key_id)
    if row is None:
        raise NoSuchKeyError("there is no key of that id")
    return row
