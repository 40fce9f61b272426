"""Tables on stdout: as wide as the terminal, and as wide as they want to be where something else reads them."""

import sys
from typing import Final

from rich.console import Console
from rich.table import Table

WIDEST: Final = 1000


def print_table(table: Table) -> None:
    """Print a table on stdout."""
    Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDEST).print(table)
