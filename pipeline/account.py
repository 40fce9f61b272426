"""What a portal knows of a social insurance account, and sends along: its status, arrears, unfinished matters, verification."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict

from validators.case import Account


class AccountState(BaseModel):
    """The account as the portal sees it. What is left out, or null, is not known. A text alone is the status."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    status: str = Field(default="", description="in the portal's words: 正常, 欠费, 有未办结业务, 未实名认证, 冻结 …")
    arrears: bool | float | None = Field(default=None, description="whether fees are owed, or how much (CNY)")
    unfinished: bool | Annotated[tuple[str, ...], Strict(strict=False)] | None = Field(
        default=None, description="whether matters are unfinished, or which"
    )
    verified: bool | None = Field(default=None, description="whether the holder's identity was verified (实名认证)")

    def __str__(self) -> str:
        """In one line, for the reviewer; empty where nothing is known."""
        owed = "" if self.arrears is None else f"欠费：{_plain(self.arrears)}"
        unfinished = "" if self.unfinished is None else f"未办结业务：{_plain(self.unfinished)}"
        verified = "" if self.verified is None else f"实名认证：{'已认证' if self.verified else '未认证'}"
        return "；".join(part for part in (self.status, owed, unfinished, verified) if part)

    def folded(self) -> Account:
        """The account as checks see it."""
        return Account(
            told=str(self),
            status=self.status,
            arrears=None if self.arrears is None else self.arrears > 0,
            unfinished=None if self.unfinished is None else bool(self.unfinished),
            verified=self.verified,
        )


def as_account(value: object) -> object:
    """What stands for an account: nothing for null, and a text, or a list of texts, as its status."""
    if value is None:
        return AccountState()
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return {"status": "、".join(value)}
    return {"status": value} if isinstance(value, str) else value


def _plain(value: bool | float | tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return "有" if value else "无"
    if isinstance(value, tuple):
        return "、".join(value) or "无"
    return f"{value:.2f}元" if value else "无"
