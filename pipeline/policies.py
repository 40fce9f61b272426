"""The policy that a packet is judged under."""

from pipeline.errors import PolicyUnavailableError
from pipeline.nearest import hint, shown
from pipeline.packet import DEFAULT_REGION
from validators.policy import Policy, load_policy
from validators.policy_file import PolicyError, regions, scenarios


def policy_for(scenario: str, region: str) -> Policy:
    """Return the policy in force for a scenario in a region.

    Raises:
        PolicyUnavailableError: there is none, or it cannot be used; says which there are.
    """
    try:
        return load_policy(scenario, region)
    except PolicyError as error:
        raise PolicyUnavailableError(str(error), advice="") from error


def policy_asked_for(scenario: str, region: str) -> Policy:
    """Return what ``policy_for`` does for a scenario and a region that a caller names.

    A region that nobody has a policy for is refused: it is misspelt, and the default's rules are not those that were meant.
    What was taken in before is judged all the same.

    Raises:
        PolicyUnavailableError: no such scenario, or no such region, with the nearest name that there is.
    """
    if scenario not in scenarios():
        raise PolicyUnavailableError(f"there is no policy for scenario {shown(scenario)} {hint(scenario, scenarios())}")
    if region not in regions():
        raise PolicyUnavailableError(f"there is no region {shown(region)} {hint(region, regions())}")
    return policy_for(scenario, region)


def load_all() -> None:
    """Load the policies of all scenarios, so that nobody waits for it later and a wrong one stops the start.

    Raises:
        PolicyUnavailableError: one of them cannot be used.
    """
    for scenario in scenarios():
        policy_for(scenario, DEFAULT_REGION)
