"""A desk to work at, without messages and threads: what is done with a message, called as it is."""

from datetime import datetime

from pipeline.packet import now
from pipeline.reading import EngineChoice
from pipeline.sandbox import Sandbox, SandboxLimits
from pipeline.service import Service
from pipeline.store import workers
from pipeline.work.desk import Desk, InHand
from tests.pipeline.services import RecordingQueue, Sent

BLANK = EngineChoice("blank")
LIMITS = SandboxLimits(workers=1, task_timeout_s=20, memory_mb=2048, tasks_per_child=50)


def desk_for(service: Service, sandbox: Sandbox, at: datetime | None = None) -> Desk:
    """Sign a worker on and return its desk. ``at`` None: its clock goes on."""
    with service.database.unit() as unit:
        worker_id = workers.sign_on(unit, "here", at or now())
    return Desk(service, worker_id, sandbox, BLANK, InHand(), (lambda: at) if at else now, lambda: 0.5)


def sent_to(service: Service) -> list[Sent]:
    """Return what a service's queue was given, and forget it."""
    assert isinstance(service.queue, RecordingQueue)
    sent, service.queue.sent = service.queue.sent, []
    return sent
