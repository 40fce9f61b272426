"""The version of yushen, as verdicts record it."""

from importlib.metadata import PackageNotFoundError, version


def yushen_version() -> str:
    """Return the installed distribution's version; ``0`` when run from a folder that is not installed."""
    try:
        return version("yushen")
    except PackageNotFoundError:
        return "0"
