"""授权委托书: a firm's, signed by its head and sealed, or a person's own."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Facts, Value, day, plain
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.words import words
from tests.press.world import World

__all__ = ["AUTHORIZATION_BY_FIRM", "AUTHORIZATION_BY_PERSON"]


def _matter(world: World) -> Value:
    """A matter, sometimes for somebody named."""
    text = world.fill.choice(words("matters", "matters"))
    dice = world.fill.random()
    if dice < 0.16:
        other = world.another()
        word = world.fill.choice(("身份证号", "身份证号码", "公民身份号码", "身份证号：", "身份证："))
        told = f"（{word}{world.id_of(other)}）" if world.fill.random() < 0.5 else ""
        text = f"员工{other.name}{told}的{world.fill.choice(words('matters', 'staff_matters'))}"
    elif dice < 0.24:
        text = f"{text}及{world.fill.choice(words('matters', 'matters'))}"
    elif dice < 0.3:
        text = f"{text}，提交并签收相关材料"
    return plain(text)


_AGENT: Final[Facts] = {
    "agent_name": lambda world: plain(world.agent.name),
    "agent_id": lambda world: plain(world.agent_id),
    "matter": _matter,
    "valid_from": day(lambda world: world.validity[0]),
    "valid_until": day(lambda world: world.validity[1]),
    "issue_date": day(lambda world: world.issue, at_the_foot=True),
    "sex": lambda world: plain(world.agent.sex),
    "mr": lambda world: plain(world.agent.mr),
    "birth": day(lambda world: world.agent_birth),
    "age": lambda world: plain(str((world.issue - world.agent_birth).days // 365)),
    "office": lambda world: plain(world.office),
}

AUTHORIZATION_BY_FIRM: Final = Kind(
    type="authorization_letter",
    stated={
        "principal": 0.99,
        "agent_name": 1.0,
        "agent_id": 0.88,
        "matter": 1.0,
        "valid_from": 0.55,
        "valid_until": 0.66,
        "issue_date": 0.94,
        "legal_rep": 0.55,
        "principal_uscc": 0.28,
    },
    facts={
        **_AGENT,
        "principal": lambda world: plain(world.employer.name),
        "principal_uscc": lambda world: plain(world.uscc),
        "legal_rep": lambda world: plain(world.head.name),
        "head_id": lambda world: plain(world.id_of(world.head)),
    },
    wording=wording_of("authorization_by_firm", person("agent_name", "agent_id")),
    parties=(Party("principal", "sign.principal"), Party("agent_name", "sign.agent")),
    bodies=Weighted(("letter", 56), ("form", 14), ("table", 10), ("intro and form", 10), ("form and letter", 10)),
    beside=("beside.legal_rep", "beside.phone", "beside.address"),
    letterhead="principal",
    second_signs=0.5,
    said_once=frozenset(("matter", "valid_from", "valid_until", "legal_rep", "principal_uscc")),
)

AUTHORIZATION_BY_PERSON: Final = Kind(
    type="authorization_letter",
    stated={
        "principal": 1.0,
        "agent_name": 1.0,
        "agent_id": 0.88,
        "matter": 1.0,
        "valid_from": 0.4,
        "valid_until": 0.5,
        "issue_date": 0.94,
        "legal_rep": 0.0,
        "principal_uscc": 0.0,
    },
    facts={
        **_AGENT,
        "principal": lambda world: plain(world.person.name),
        "principal_id": lambda world: plain(world.person_id),
        "principal_sex": lambda world: plain(world.person.sex),
        "principal_phone": lambda world: plain(world.another_phone()),
        "principal_address": lambda world: plain(world.another_address()),
    },
    wording=wording_of("authorization_by_person", person("agent_name", "agent_id")),
    parties=(Party("principal", "sign.principal"), Party("agent_name", "sign.agent")),
    bodies=Weighted(("letter", 60), ("form", 12), ("table", 6), ("intro and form", 8), ("form and letter", 14)),
    beside=("beside.phone", "beside.witness"),
    second_signs=0.6,
    said_once=frozenset(("matter", "valid_from", "valid_until")),
    is_sealed=False,
)
