"""The policy that a packet is judged under."""

from pipeline.errors import PolicyUnavailableError
from pipeline.packet import DEFAULT_REGION
from validators.policy import Policy, load_policy
from validators.policy_file import PolicyError, scenarios


def policy_for(scenario: str, region: str) -> Policy:
    """Return the policy in force for a scenario in a region.

    Raises:
        PolicyUnavailableError: there is none, or it cannot be used; says which there are.
    """
    try:
        return load_policy(scenario, region)
    except PolicyError as error:
        raise PolicyUnavailableError(str(error), advice="") from error


def load_all() -> None:
    """Load the policies of all scenarios, so that nobody waits for it later and a wrong one stops the start.

    Raises:
        PolicyUnavailableError: one of them cannot be used.
    """
    for scenario in scenarios():
        policy_for(scenario, DEFAULT_REGION)
