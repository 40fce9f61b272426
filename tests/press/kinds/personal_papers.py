"""个人声明 and the papers about somebody's person: 更正证明, 死亡证明, 亲属关系证明, 定居证明, 退籍证书."""

from collections.abc import Callable
from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import Facts, Value, day, from_papers, month, plain, text_of
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, wording_of
from tests.press.numbers import passport, serial
from tests.press.offices import make_consulate, make_police, make_village, office_of
from tests.press.world import World

__all__ = ["DEATH_CERTIFICATES", "EMIGRATION_PROOF", "KINSHIP_PROOF", "NATIONALITY_LOSS_PROOFS", "PERSONAL_STATEMENT"]

_BODIES: Final = Weighted(("letter", 50), ("table", 30), ("form", 20))
_PERSON: Final = {"name": 1.0, "id_number": 0.9}
_ISSUED: Final = {"issue_date": 0.92, "authority": 0.93}
_RELATIONS: Final = {
    "男男": ("父子", "父子", "兄弟", "祖孙"),
    "男女": ("夫妻", "父女", "兄妹", "夫妻"),
    "女男": ("夫妻", "母子", "姐弟", "母子"),
    "女女": ("母女", "姐妹", "母女", "祖孙"),
}


_FROM_THE_HOSPITAL: Final = """
title:
  4*居民死亡医学证明（推断）书
  [居民死亡医学证明书|死亡医学证明书|死亡证明书|死亡推断书|死亡证明]
ours:
  我院
done:
  []
"""
_FROM_THE_POLICE: Final = """
title:
  2*死亡注销户口证明
  2*死亡证明
  [户口注销证明（死亡）|居民死亡证明|注销户口证明（死亡）|死亡证明书]
ours:
  [我辖区|我所辖区]
done:
  [，户口已注销|，户口已于<cremated_on>注销|，已注销户口|]
"""
_FROM_THE_CREMATORIUM: Final = """
title:
  3*火化证明
  [遗体火化证明|火化证明书|遗体火化证]
ours:
  []
done:
  [，遗体已于<cremated_on>在我馆火化|，遗体已火化|，其遗体已于<cremated_on>火化]
"""


def _one_of(*offices: Callable[[World], str]) -> Callable[[World], Value]:
    return lambda world: plain(world.fill.choice(offices)(world))


def _police(world: World) -> str:
    return make_police(world.place, world.fill)


def _village(world: World) -> str:
    return make_village(world.place, world.fill)


def _of(kind: str) -> Callable[[World], str]:
    return lambda world: office_of(kind, world.place, world.fill)


PERSONAL_STATEMENT: Final = Kind(
    type="personal_statement",
    stated={"name": 1.0, "id_number": 0.9, "subject": 0.9, "issue_date": 0.92},
    facts={"subject": from_papers("subjects"), "talked_month": month(lambda world: world.end)},
    wording=wording_of("personal_statement", person("name", "id_number")),
    parties=(Party("name", "sign.name"),),
    bodies=Weighted(("letter", 72), ("form", 12), ("table", 8), ("intro and form", 8)),
    beside=("beside.phone",),
    said_once=frozenset(("subject",)),
    hints={"name": ("subject",)},
    is_sealed=False,
)


def _death_certificate(authority: Callable[[World], Value], words: str) -> Kind:
    return Kind(
        type="death_certificate",
        stated={**_PERSON, "died_on": 0.96, **_ISSUED},
        facts={
            "died_on": day(lambda world: world.end),
            "cremated_on": day(lambda world: world.issue),
            "authority": authority,
        },
        wording=wording_of("death_certificate", words, person("name", "id_number")),
        parties=(Party("authority", "sign.authority"),),
        bodies=_BODIES,
        beside=("beside.handler", "beside.phone"),
        letterhead="authority",
    )


DEATH_CERTIFICATES: Final = (
    _death_certificate(_one_of(_of("hospitals")), _FROM_THE_HOSPITAL),
    _death_certificate(_one_of(_police, _village), _FROM_THE_POLICE),
    _death_certificate(_one_of(_of("crematoria")), _FROM_THE_CREMATORIUM),
)

_KIN: Final[Facts] = {
    "relative": text_of(lambda world: world.agent.name),
    "relative_id": text_of(lambda world: world.agent_id),
    "relation": text_of(lambda world: world.fill.choice(_RELATIONS[world.person.sex + world.agent.sex])),
    "authority": _one_of(_police, _village, _village, _of("notaries"), _of("notaries")),
}

KINSHIP_PROOF: Final = Kind(
    type="kinship_proof",
    stated={**_PERSON, "relative": 1.0, "relative_id": 0.8, "relation": 0.97, **_ISSUED},
    facts=_KIN,
    wording=wording_of("kinship_proof", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=Weighted(("letter", 74), ("table", 16), ("form", 10)),
    beside=("beside.handler", "beside.phone"),
    letterhead="authority",
    never_blank=frozenset(("name", "relative")),
)

EMIGRATION_PROOF: Final = Kind(
    type="emigration_proof",
    stated={**_PERSON, "id_number": 0.6, "passport": 0.8, "country": 0.95, **_ISSUED},
    facts={
        "passport": text_of(lambda world: passport(world.fill)),
        "country": from_papers("countries"),
        "since": day(lambda world: world.start),
        "authority": _one_of(lambda world: make_consulate(world.fill), _police, lambda world: make_consulate(world.fill)),
    },
    wording=wording_of("emigration_proof", person("name", "id_number")),
    parties=(Party("authority", "sign.authority"),),
    bodies=_BODIES,
    letterhead="authority",
)

_LOSS: Final[Facts] = {
    "reason": from_papers("loss_reasons"),
    "lost_on": day(lambda world: world.end),
    "country_name": from_papers("countries"),
}


def _nationality_loss(authority: Callable[[World], Value], number: tuple[str, ...], variant: str) -> Kind:
    return Kind(
        type="nationality_loss_proof",
        stated={**_PERSON, "id_number": 0.8, "lost_on": 0.9, "reason": 0.7, "document_number": 0.6, **_ISSUED},
        facts={
            **_LOSS,
            "document_number": text_of(lambda world: f"{world.fill.choice(number)}{serial(world.fill, 8)}"),
            "authority": authority,
        },
        wording=wording_of("nationality_loss_proof", person("name", "id_number"), variant=variant),
        parties=(Party("authority", "sign.authority"),),
        bodies=_BODIES,
        beside=("beside.handler",),
        letterhead="authority",
        said_once=frozenset(("reason",)),
    )


NATIONALITY_LOSS_PROOFS: Final = (
    _nationality_loss(_one_of(_police), ("户销", "销户字第", ""), "nationality_loss_by_register"),
    _nationality_loss(lambda world: plain("国家移民管理局"), ("退籍字", "公境籍", "退"), "nationality_loss_by_state"),
)
