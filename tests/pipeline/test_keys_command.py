"""``yushen keys``: a secret is printed once, alone on stdout, and every act is in the audit log."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from pipeline.opening_service import open_database
from pipeline.packet import now
from pipeline.settings import load_settings
from pipeline.store.keys import Caller, caller_of
from pipeline.store.tables import ApiKeyRow, AuditRow

Command = Callable[..., int]
MAKE = ("keys", "make", "--tenant", "haidian", "--scope", "portal", "--name", "the portal")


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YUSHEN_DATA_DIR", str(tmp_path))


def caller(key: str, hours: float = 0) -> Caller | None:
    with open_database(load_settings()) as database, database.reading() as unit:
        return caller_of(unit, key, now() + timedelta(hours=hours))


def test_a_key_is_printed_once_and_opens(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen(*MAKE) == 0
    out, err = capsys.readouterr()
    made = caller(out.strip())
    assert made is not None
    assert (made.tenant, made.scope) == ("haidian", "portal")
    assert out.count("\n") == 1
    assert made.key_id in err
    assert out.strip() not in err
    for options in ((), ("--json",)):
        assert yushen("keys", "list", *options) == 0
        listed = capsys.readouterr().out
        assert made.key_id in listed
        assert out.strip().split("_", 2)[2] not in listed


def test_a_key_runs_out_after_its_days(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    yushen(*MAKE, "--days", 2)
    key = capsys.readouterr().out.strip()
    assert caller(key, hours=47) is not None
    assert caller(key, hours=49) is None


def test_a_revoked_key_opens_nothing(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    yushen(*MAKE)
    key = capsys.readouterr().out.strip()
    assert yushen("keys", "revoke", key.split("_")[1]) == 0
    assert capsys.readouterr().out == ""
    assert caller(key) is None
    yushen("keys", "list", "--json")
    assert [one["state"] for one in json.loads(capsys.readouterr().out)] == ["revoked"]


def test_a_successor_opens_the_same_and_the_old_key_for_a_while(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    yushen(*MAKE, "--days", 30)
    old = capsys.readouterr().out.strip()
    assert yushen("keys", "rotate", old.split("_")[1], "--grace-hours", 3) == 0
    new = capsys.readouterr().out.strip()
    before, after = caller(old), caller(new)
    assert before is not None
    assert after == before._replace(key_id=new.split("_")[1])
    assert caller(old, hours=2.9) is not None
    assert caller(old, hours=3.1) is None
    assert caller(new, hours=29 * 24) is not None
    assert caller(new, hours=31 * 24) is None
    yushen("keys", "revoke", old.split("_")[1])
    capsys.readouterr()
    assert yushen("keys", "rotate", old.split("_")[1]) == 2


def test_all_is_in_the_audit_log(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    yushen(*MAKE)
    first = capsys.readouterr().out.split("_")[1]
    yushen("keys", "rotate", first)
    second = capsys.readouterr().out.split("_")[1]
    yushen("keys", "revoke", first)
    with open_database(load_settings()) as database, database.reading() as unit:
        rows = unit.session.scalars(select(AuditRow).order_by(AuditRow.id)).all()
        secrets = unit.session.scalars(select(ApiKeyRow.secret_sha256)).all()
    assert [(row.action, row.subject, row.tenant) for row in rows] == [
        ("key.made", first, "haidian"),
        ("key.rotated", first, "haidian"),
        ("key.revoked", first, "haidian"),
    ]
    assert {row.actor for row in rows} == {"command line"}
    assert rows[1].detail == f"successor {second}"
    assert len(secrets) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("keys", "revoke", "0" * 32),
        ("keys", "rotate", "nonsense"),
        ("keys", "make", "--tenant", "a b", "--scope", "portal", "--name", "x"),
        ("keys", "make", "--tenant", "a", "--scope", "root", "--name", "x"),
        ("keys", "make", "--tenant", "a", "--scope", "portal", "--name", ""),
        ("keys", "make", "--tenant", "a", "--scope", "portal", "--name", "x", "--days", "0"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    yushen: Command, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert yushen(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
