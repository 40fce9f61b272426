"""What tools ask."""

from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from pipeline.api.app import create_app
from pipeline.service import Service
from tests.pipeline.api.callers import NOW, bearer, create, key, problem


def test_metrics_show_what_waits_and_name_nobody(client: TestClient) -> None:
    created = create(client, {"张三.png": b"1"}, {"packet_id": "110105199001011234"})
    client.get("/nowhere/110105199001011234")
    response = client.get("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(response.text)}
    lengths = {sample.labels["kind"]: sample.value for sample in families["yushen_queue_length"].samples}
    assert lengths == {"packet": 1, "reading": 1, "delivery": 0}
    assert {"yushen_verdicts", "yushen_findings", "yushen_child_deaths", "yushen_deliveries"} <= set(families)
    assert {"yushen_time_to_verdict_seconds", "yushen_queue_age_seconds", "process_resident_memory_bytes"} <= set(families)
    labels = {value for family in families.values() for sample in family.samples for value in sample.labels.values()}
    assert "/v1/packets" in labels
    assert not [label for label in labels if "张" in label or "1101" in label or created["id"] in label]


def test_a_key_has_so_many_requests_a_minute(service: Service) -> None:
    settings = service.settings.model_copy(update={"requests_per_minute": 3})
    secrets = [bearer(key(service)) for _ in range(2)]
    with TestClient(create_app(service._replace(settings=settings), lambda: NOW)) as client:
        statuses = [client.get("/v1/packets", headers=secrets[0]) for _ in range(4)]
        assert [response.status_code for response in statuses] == [200, 200, 200, 429]
        assert problem(statuses[-1], 429) == "rate_limited"
        assert 1 <= int(statuses[-1].headers["retry-after"]) <= 60
        assert statuses[0].headers["ratelimit-policy"] == '"key";q=3;w=60'
        assert statuses[0].headers["ratelimit"].startswith('"key";r=2;t=')
        assert client.get("/v1/packets", headers=secrets[1]).status_code == 200
        assert client.get("/healthz").status_code == 200


def test_there_are_no_pages_from_elsewhere(app: FastAPI, client: TestClient) -> None:
    for path in ("/docs", "/redoc"):
        assert client.get(path).status_code == 404
    assert app.openapi()["info"]["title"].startswith("yushen")
