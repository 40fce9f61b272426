"""The OpenAPI document says all that the API does: whatever is asked by it, no 5xx and no answer that is not documented."""

import json
from typing import Any

import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import one_of
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from pipeline.api.app import bare_app
from pipeline.api.documenting import MANIFEST_EXAMPLE, REFUSED_EXAMPLE
from pipeline.packet import Manifest
from pipeline.service import Service
from tests.pipeline.api.callers import bearer, create, decide, finding, key

EXAMPLES = 10
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
)
OPERATIONS = sorted((method.upper(), path) for path, methods in bare_app().openapi()["paths"].items() for method in methods)


def test_the_document_says_all(app: FastAPI, service: Service, client: TestClient) -> None:
    headers = bearer(key(service))
    document = schemathesis.openapi.from_asgi("/openapi.json", app, headers=headers)
    for method, path in OPERATIONS:
        packet_id = create(client, {"a": b"1"})["id"]
        decide(service, packet_id, [finding("seal.missing")])
        ask(document[path][method], {"packet_id": packet_id} if "{packet_id}" in path else None, headers)


def ask(operation: APIOperation[Any, Any, Any, Any], known: dict[str, str] | None, headers: dict[str, str]) -> None:
    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(
        case=one_of(
            operation.as_strategy(GenerationMode.POSITIVE, path_parameters=known),
            operation.as_strategy(GenerationMode.POSITIVE),
            operation.as_strategy(GenerationMode.NEGATIVE),
        )
    )
    def each(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=list(CHECKS))

    each()


def test_examples_fit_their_schemas() -> None:
    document = bare_app().openapi()
    Draft202012Validator.check_schema(document["components"]["schemas"]["PacketShown"])
    manifest = document["paths"]["/v1/packets"]["post"]["requestBody"]["content"]["application/json"]
    Draft202012Validator({**manifest["schema"], "components": document["components"]}).validate(manifest["example"])
    for operations in document["paths"].values():
        for operation in operations.values():
            for response in operation["responses"].values():
                problems = response.get("content", {}).get("application/problem+json", {}).get("examples", {})
                for example in problems.values():
                    assert json.dumps(example["value"])
                    schema = {"$ref": "#/components/schemas/ProblemDetails", "components": document["components"]}
                    Draft202012Validator(schema).validate(example["value"])


def test_the_documents_examples_are_taken(client: TestClient) -> None:
    assert client.post("/v1/packets", json=MANIFEST_EXAMPLE).status_code == 201
    Draft202012Validator(Manifest.model_json_schema()).validate(MANIFEST_EXAMPLE)
    for code, said in REFUSED_EXAMPLE.items():
        sent: dict[str, object] = {"declared": {"employe_id": "1"}} if code == "manifest" else {"region": "five_slot"}
        refused = client.post("/v1/packets", json=sent).json()
        assert refused["code"] == code
        assert refused.get("errors") == said.get("errors")
        assert refused["detail"].removeprefix("the ") == said["detail"]


def test_the_schema_refuses_what_is_refused() -> None:
    schema = Draft202012Validator(Manifest.model_json_schema())
    assert not schema.is_valid({"declared": {"employe_id": "1"}})
    assert schema.is_valid({"extra": {"employe_id": "1"}, "declared": {"separation_date": 1754236800000}})
