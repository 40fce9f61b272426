"""The one error family: what went wrong on our side or with how we were called, and what to do about it.

A defect in the applicant's papers is a finding, never an error of this family.
"""

from typing import ClassVar


class YushenError(Exception):
    """Base of the family. ``str(error)`` is one line: what is wrong, then what to do.

    ``code`` is stable and goes into logs; ``exit_code`` is what a command ends with; ``advice`` is added where the raiser gives
    none of its own.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 2
    advice: ClassVar[str] = ""

    def __init__(self, what: str, advice: str | None = None) -> None:
        parts = (what, self.advice if advice is None else advice)
        super().__init__(" ".join(": ".join(part for part in parts if part).split()))

    def __reduce__(self) -> tuple[type["YushenError"], tuple[str, str]]:
        """Travel between processes as the finished line, without adding the advice once more."""
        return type(self), (str(self), "")


class InputError(YushenError):
    """A path that cannot be read as a packet."""

    code = "input"
    advice = "give a folder of one packet, or the files of one"


class ManifestError(YushenError):
    """A ``packet.json`` that does not say what it must."""

    code = "manifest"
    advice = "correct packet.json (its schema: `yushen schema packet`) or remove it"

    def __init__(self, what: str, advice: str | None = None, problems: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(what, advice)
        self.problems = problems
        """Where something is wrong and what, one by one, where there is more to say than one line."""


class SettingsError(YushenError):
    """A setting with a value that cannot be used."""

    code = "settings"
    advice = "correct or unset it"


class PolicyUnavailableError(YushenError):
    """No policy for the scenario and region asked for."""

    code = "policy"
    advice = "name another scenario or region"


class EngineUnavailableError(YushenError):
    """The OCR engine or its models cannot be had."""

    code = "engine"
    advice = "run `yushen models` to see what is there"


class OutputError(YushenError):
    """A result that cannot be written where it was asked for."""

    code = "output"
    advice = "choose a place that can be written to"


class ExpectationError(YushenError):
    """An ``expected.json`` that cannot be used."""

    code = "expectation"
    advice = "correct the file or move it away"
