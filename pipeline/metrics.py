"""What is counted for Prometheus. Labels hold codes, states and route templates: never a tenant, a name or an id."""

from datetime import datetime
from typing import Final, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, start_http_server
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from pipeline.store.database import Database
from pipeline.store.queues import waiting
from pipeline.verdict import Verdict

DeathReason = Literal["timeout", "failed"]
DeliveryResult = Literal["delivered", "retried", "dead"]

VERDICT_BUCKETS_S: Final = (0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3600)
"""Seconds until a verdict: applicants wait for seconds, a backlog for an hour."""

REGISTRY: Final = CollectorRegistry()
"""What this process counts. Each process of the service has its own."""

ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

_verdicts = Counter("yushen_verdicts", "Verdicts given.", ("outcome",), registry=REGISTRY)
_findings = Counter("yushen_findings", "Findings in verdicts given.", ("code", "severity"), registry=REGISTRY)
_time_to_verdict = Histogram(
    "yushen_time_to_verdict_seconds", "From handing in to the verdict.", buckets=VERDICT_BUCKETS_S, registry=REGISTRY
)
_child_deaths = Counter("yushen_child_deaths", "Reading processes that a file ended.", ("reason",), registry=REGISTRY)
_deliveries = Counter("yushen_deliveries", "Attempts to deliver a verdict.", ("result",), registry=REGISTRY)
_requests = Histogram(
    "yushen_request_seconds", "Requests to the API, until the answer began.", ("method", "route", "status"), registry=REGISTRY
)


def verdict_given(verdict: Verdict, waited_s: float) -> None:
    """Count a verdict that was decided now, ``waited_s`` seconds after its revision was handed in."""
    _verdicts.labels(verdict.outcome).inc()
    _time_to_verdict.observe(max(0.0, waited_s))
    for finding in verdict.findings:
        _findings.labels(finding.code, finding.severity).inc()


def child_died(reason: DeathReason) -> None:
    """Count a file that was given up because it ended its reading processes."""
    _child_deaths.labels(reason).inc()


def delivery_tried(result: DeliveryResult) -> None:
    """Count an attempt to deliver a verdict, by what came of it."""
    _deliveries.labels(result).inc()


def request_answered(method: str, route: str, status: int, took_s: float) -> None:
    """Count a request by its route's template, such as ``/v1/packets/{packet_id}``; ``took_s`` in seconds."""
    _requests.labels(method, route, str(status)).observe(took_s)


def exposition(database: Database, now: datetime) -> bytes:
    """Return all of it in Prometheus' text format, with the queues as they stand in the database at this moment."""
    queues = CollectorRegistry()
    length = Gauge("yushen_queue_length", "What waits.", ("kind",), registry=queues)
    age = Gauge("yushen_queue_age_seconds", "For how long the oldest of it waits.", ("kind",), registry=queues)
    with database.reading() as unit:
        for kind, queue in waiting(unit).items():
            length.labels(kind).set(queue.length)
            age.labels(kind).set(0 if queue.since is None else max(0.0, (now - queue.since).total_seconds()))
    return generate_latest(REGISTRY) + generate_latest(queues)


def open_port(host: str, port: int) -> None:
    """Serve what this process counts on a port of its own, for a worker that has no API.

    Raises:
        OSError: the port cannot be had.
    """
    start_http_server(port, addr=host, registry=REGISTRY)
