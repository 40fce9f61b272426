"""A key is known by its hash alone, and opens nothing once it is wrong, revoked or run out."""

import pytest
from sqlalchemy import select

from pipeline.store import keys
from pipeline.store.database import Database
from pipeline.store.keys import Caller, NewKey
from pipeline.store.tables import ApiKeyRow
from tests.pipeline.store.rows import NOON, TENANT, after

PORTAL = NewKey(TENANT, "portal", "the portal")


def test_a_key_tells_who_calls(database: Database) -> None:
    with database.unit() as unit:
        assert keys.count_keys(unit) == 0
        key = keys.make_key(unit, PORTAL, NOON)
    with database.reading() as unit:
        (row,) = keys.list_keys(unit)
        assert keys.caller_of(unit, key, NOON) == Caller(row.id, TENANT, "portal")
        assert keys.count_keys(unit) == 1


@pytest.mark.parametrize("spoil", ["", "sk", "ysk_", "ysk__", "Bearer", "x\0y", "密钥", "\ud800", "a" * 10_000])
def test_what_is_no_key_opens_nothing(database: Database, spoil: str) -> None:
    with database.unit() as unit:
        key = keys.make_key(unit, PORTAL, NOON)
    head, key_id, secret = key.split("_", 2)
    for wrong in (
        spoil,
        key + spoil + "x",
        f"{head}_{key_id}_{spoil}",
        f"{head}_{spoil}_{secret}",
        f"{spoil}_{key_id}_{secret}",
    ):
        with database.reading() as unit:
            assert keys.caller_of(unit, wrong, NOON) is None


def test_a_key_ends_when_it_is_revoked_or_runs_out(database: Database) -> None:
    with database.unit() as unit:
        revoked, short, lasting = (
            keys.make_key(unit, PORTAL._replace(expires_at=expires_at), NOON) for expires_at in (None, after(10), None)
        )
        key_id = short.split("_")[1]
        assert keys.revoke_key(unit, revoked.split("_")[1], after(5))
        assert not keys.revoke_key(unit, "0" * 32, after(5))
        assert [keys.caller_of(unit, key, after(9)) is not None for key in (revoked, short, lasting)] == [False, True, True]
        assert [keys.caller_of(unit, key, after(10)) is not None for key in (revoked, short, lasting)] == [False, False, True]
        expired = keys.expire_key(unit, key_id, after(99))
        assert expired is not None
        assert expired.expires_at == after(10), "never later than it was"
        assert keys.expire_key(unit, "0" * 32, after(5)) is None


def test_no_secret_is_kept(database: Database) -> None:
    with database.unit() as unit:
        secret = keys.make_key(unit, PORTAL, NOON).split("_", 2)[2]
        unit.session.flush()
        row = unit.session.scalars(select(ApiKeyRow)).one()
        assert secret not in str(vars(row))
