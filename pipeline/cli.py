"""The command ``yushen``: settings and logs are set up here, errors end here, everything else is in ``commands``."""

import sys
from typing import Annotated

import structlog
import typer
from rich.console import Console

from pipeline.commands import batch, config, evaluate, keys, models, policy, rules, schema, screen, serve, worker
from pipeline.errors import YushenError
from pipeline.logs import set_up_logs
from pipeline.settings import load_settings
from pipeline.version import yushen_version

USAGE = 2
"""Exit code of a command line that cannot be understood."""

INTERNAL_FAILURE = 3
"""Exit code of a defect of ours. 0, 1 and 2 mean what the command line promises."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 + SIGINT."""

app = typer.Typer(
    name="yushen",
    help="预审: screens packets of evidence: accept, bounce with every defect, or hand to a person.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("screen")(screen.screen)
app.command("batch")(batch.batch)
app.command("evaluate")(evaluate.evaluate)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)
app.command("models")(models.models)
app.command("config")(config.config)
app.command("rules")(rules.rules)
app.add_typer(policy.app, name="policy")
app.add_typer(schema.app, name="schema")
app.add_typer(keys.app, name="keys")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"yushen {yushen_version()}")
        raise typer.Exit


@app.callback()
def set_up(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """预审: screens packets of evidence: accept, bounce with every defect, or hand to a person."""
    settings = load_settings()
    set_up_logs(settings.log_format, settings.log_level)


def main() -> None:
    """Run the command line and end the process. The only place that turns errors into exit codes."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. An error is one line on stderr."""
    stderr = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
    try:
        code = app(arguments, prog_name="yushen", standalone_mode=False)
    except typer.TyperException as error:
        stderr.print(f"yushen: {' '.join(error.format_message().split())} (see `yushen --help`)")
        return USAGE
    except YushenError as error:
        stderr.print(f"yushen: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the outermost boundary
        structlog.get_logger().error("a defect in yushen itself", exc_info=error)
        stderr.print(f"yushen: internal failure ({type(error).__name__}): please report it with the log above")
        return INTERNAL_FAILURE
    return code if isinstance(code, int) else 0
