"""Addresses that an operator sets: of which kind they are, and how they are shown without the credentials in them."""

import re
from collections.abc import Callable
from typing import Annotated, Final

from pydantic import AfterValidator, SecretStr
from pydantic_core import PydanticCustomError

from pipeline.vault import VaultError, open_vault

HIDDEN: Final = "***"
_CREDENTIALS: Final = re.compile(r"(?<=://).*@", re.DOTALL)
_QUERY_VALUE: Final = re.compile(r"=[^&]*")


def without_credentials(address: str) -> str:
    """Return an address as it may be shown: no user, no password, no value of its query."""
    place, mark, query = _CREDENTIALS.sub(f"{HIDDEN}@", address).partition("?")
    return place + mark + _QUERY_VALUE.sub(f"={HIDDEN}", query)


def _of_kinds(what: str, *schemes: str) -> Callable[[SecretStr], SecretStr]:
    def check(value: SecretStr) -> SecretStr:
        scheme, colon, place = value.get_secret_value().partition("://")
        if value.get_secret_value() and not (scheme.partition("+")[0] in schemes and colon and place):
            raise PydanticCustomError("address", "not the address of {what}", {"what": what})
        return value

    return check


def _is_folder_or_bucket(value: str) -> str:
    scheme, colon, place = value.partition("://")
    if colon and not (scheme == "s3" and place.strip("/")):
        raise PydanticCustomError("address", "neither s3://bucket/prefix nor a folder")
    return value


def _is_web_address(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise PydanticCustomError("address", "not an address that begins with https:// or http://")
    return value


def _are_keys(value: SecretStr) -> SecretStr:
    try:
        open_vault(value.get_secret_value())
    except VaultError as error:
        raise PydanticCustomError("keys", "{problem}", {"problem": str(error)}) from None
    return value


DatabaseAddress = Annotated[
    SecretStr, AfterValidator(_of_kinds("PostgreSQL (postgresql://…) or SQLite (sqlite:///…)", "postgresql", "sqlite"))
]
BrokerAddress = Annotated[
    SecretStr,
    AfterValidator(_of_kinds("RabbitMQ (amqp://…) or Redis (redis://…)", "amqp", "amqps", "redis", "rediss")),
]
BlobsAddress = Annotated[str, AfterValidator(_is_folder_or_bucket)]
WebAddress = Annotated[str, AfterValidator(_is_web_address)]
EncryptionKeys = Annotated[SecretStr, AfterValidator(_are_keys)]
