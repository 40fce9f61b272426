"""All checks there are: every module of ``validators.checks``."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from validators import checks
from validators.check import AnyCheck, Check


class RegistryError(Exception):
    """A module among the checks that is none. ``str(error)`` says which and what to do."""


@cache
def find_checks() -> Mapping[str, AnyCheck]:
    """Return the checks by name. A module that cannot be imported fails here and now, with its own error.

    Raises:
        RegistryError: a module without a ``CHECK``.
    """
    found: dict[str, AnyCheck] = {}
    for module in iter_modules(checks.__path__):
        check = vars(import_module(f"{checks.__name__}.{module.name}")).get("CHECK")
        if not isinstance(check, Check):
            raise RegistryError(f"validators/checks/{module.name}.py has no CHECK: give it one, or move it out of the folder")
        found[module.name] = check
    return MappingProxyType(found)
