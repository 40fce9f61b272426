"""Who calls the API in tests, with what, and what the workers would have done meanwhile."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from fastapi.testclient import TestClient

from pipeline.service import Service
from pipeline.store import packets, verdicts
from pipeline.store.keys import NewKey, make_key
from pipeline.store.tables import Scope
from pipeline.verdict import EngineInfo, Verdict, outcome_of
from validators.finding import Finding, Severity

NOW = datetime(2026, 6, 10, 12, tzinfo=UTC)
TENANT = "default"
Parts = list[tuple[str, tuple[str, bytes, str]]]


def key(service: Service, scope: Scope = "operator", tenant: str = TENANT) -> str:
    """Make a key."""
    with service.database.unit() as unit:
        return make_key(unit, NewKey(tenant, scope, "test"), NOW)


def bearer(secret: str) -> dict[str, str]:
    """Return the header that carries a key."""
    return {"Authorization": f"Bearer {secret}"}


def parts(files: Mapping[str, bytes], manifest: Mapping[str, object] | None = None) -> Parts:
    """Return the parts of a packet."""
    form: Parts = [("files", (name, content, "application/octet-stream")) for name, content in files.items()]
    if manifest is not None:
        form.insert(0, ("manifest", ("packet.json", json.dumps(manifest).encode(), "application/json")))
    return form


def create(
    client: TestClient, files: Mapping[str, bytes], manifest: Mapping[str, object] | None = None, **headers: str
) -> dict[str, Any]:
    """Create a packet and return the answer."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    response = client.post("/v1/packets", files=parts(files, manifest), headers=sent)
    assert response.status_code == 202, response.text
    body: dict[str, Any] = response.json()
    return body


class Reply(Protocol):
    """What a client got, whichever client it is."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def text(self) -> str: ...
    def json(self) -> Any: ...


def problem(response: Reply, status: int) -> str:
    """Return the code of a refusal, which has to be a whole problem."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    details = response.json()
    assert details["status"] == status
    assert details["type"] == f"urn:yushen:problem:{details['code']}"
    assert details["title"]
    assert details["advice"]
    assert details["request_id"] == response.headers["x-request-id"]
    return str(details["code"])


def finding(code: str, severity: Severity = "bounce", file: str | None = None, document: str | None = None) -> Finding:
    """Return a finding."""
    return Finding(code=code, severity=severity, file=file, document=document, message=code, confidence=1.0)


def decide(service: Service, packet_id: str, findings: Sequence[Finding] = ()) -> Verdict:
    """Give a packet's latest revision its verdict, as a worker would."""
    verdict = Verdict(
        packet_id="7",
        outcome=outcome_of(tuple(findings)),
        scenario="employer_withdrawal",
        policy_version="1",
        findings=tuple(findings),
        engine=EngineInfo(yushen="0", ocr="blank"),
        received_at=NOW,
        decided_at=NOW,
    )
    with service.database.unit() as unit:
        revision = packets.revisions_of(unit, packet_id)[-1]
        assert verdicts.decide(unit, revision.id, verdict)
    return verdict
