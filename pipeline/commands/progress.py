"""The progress bar of long commands, on stderr."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    """Packets a minute: a packet takes about a second, so that this is a number without decimals."""

    def render(self, task: Task) -> Text:
        """Return the rate, nothing as long as there is none."""
        return Text(f"{task.speed * 60:.0f}/min" if task.speed else "")


def progress_bar() -> Progress:
    """Return a bar with rate and time left. Without a terminal it prints nothing until the end."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
