"""``yushen worker``: reads, judges and delivers for a service whose queue and database are shared."""

from pipeline import metrics
from pipeline.commands.options import WorkersOption
from pipeline.commands.waiting import wait_for_the_end
from pipeline.errors import SettingsError
from pipeline.opening_service import open_service
from pipeline.settings import Settings, load_settings
from pipeline.worker import Workers


def worker(workers: WorkersOption = None) -> None:
    """Work for a distributed service until asked to stop (SIGTERM, Ctrl-C)."""
    settings = load_settings().with_workers(workers)
    if not settings.broker_url.get_secret_value():
        raise SettingsError(
            "YUSHEN_BROKER_URL is not set, so there is no queue that a worker could share",
            "set it and YUSHEN_DATABASE_URL to what `yushen serve --no-workers` uses; `yushen serve` alone has workers inside",
        )
    with open_service(settings) as service:
        _open_metrics(settings)
        with Workers(service):
            wait_for_the_end()


def _open_metrics(settings: Settings) -> None:
    if settings.metrics_port:
        try:
            metrics.open_port(settings.host, settings.metrics_port)
        except OSError as error:
            raise SettingsError(f"YUSHEN_METRICS_PORT: {settings.metrics_port} cannot be had ({error.strerror})") from error
