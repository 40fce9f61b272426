"""The policy that a packet is judged under."""

from pipeline.errors import PolicyUnavailableError
from validators.policy import Policy, load_policy
from validators.policy_file import PolicyError


def policy_for(scenario: str, region: str) -> Policy:
    """Return the policy in force for a scenario in a region.

    Raises:
        PolicyUnavailableError: there is none, or it cannot be used; says which there are.
    """
    try:
        return load_policy(scenario, region)
    except PolicyError as error:
        raise PolicyUnavailableError(str(error), advice="") from error
