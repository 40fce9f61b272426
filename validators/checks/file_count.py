"""More files than the office takes."""

from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes


class CountLimits(Limits):
    """``max_files`` of one packet. 40: nine files for each of four slots, and some (DOMAIN 6.2)."""

    max_files: int = 40


def run(case: Case, limits: CountLimits) -> Outcomes:
    """A packet has no more files than the office takes

    Source: DOMAIN 6.2.
    """
    count = len(case.files)
    if count <= limits.max_files:
        yield Passes()
    else:
        yield Finds("file.too_many_files", words={"seen": str(count), "limit": str(limits.max_files)})


CHECK = Check(run, CountLimits, rules=(), reasons=("file.too_many_files",))
