"""A receiver takes what we signed, once, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.delivery.signing import signed_headers
from samples.webhook_receiver import TOLERANCE_S, Inbox, is_ours

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER_SECRET = "whsec_" + "A" * 32
AT = datetime.fromtimestamp(1614265330, tz=UTC)
BODY = b'{"test": 2432232314}'
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"


def test_the_signature_is_the_one_of_standard_webhooks() -> None:
    """Known answer from the convention's own libraries (standardwebhooks, test of ``sign``)."""
    headers = signed_headers(SECRET, ID, BODY, AT)
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("secret", "body", "late_s", "is_taken"),
    [
        (SECRET, BODY, 0, True),
        (SECRET, BODY, TOLERANCE_S, True),
        (SECRET, BODY, TOLERANCE_S + 1, False),
        (SECRET, BODY, -TOLERANCE_S - 1, False),
        (SECRET, BODY + b" ", 0, False),
        (OTHER_SECRET, BODY, 0, False),
    ],
)
def test_a_receiver_takes_only_what_is_signed_whole_and_fresh(secret: str, body: bytes, late_s: int, is_taken: bool) -> None:
    headers = signed_headers(SECRET, ID, BODY, AT)
    assert is_ours(secret, headers, body, (AT + timedelta(seconds=late_s)).timestamp()) is is_taken


@pytest.mark.parametrize("header", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_receiver_refuses_what_lacks_a_header_or_has_another(header: str) -> None:
    headers = signed_headers(SECRET, ID, BODY, AT)
    assert not is_ours(SECRET, {key: value for key, value in headers.items() if key != header}, BODY, AT.timestamp())
    assert not is_ours(SECRET, headers | {header: "1614265331"}, BODY, AT.timestamp())


def test_what_comes_again_is_kept_once() -> None:
    inbox = Inbox(SECRET)
    for seconds in (0, 60):
        at = AT + timedelta(seconds=seconds)
        assert inbox.take(signed_headers(SECRET, ID, BODY, at), BODY, at.timestamp()) == 204
    assert inbox.take(signed_headers(OTHER_SECRET, ID, BODY, AT), BODY, AT.timestamp()) == 401
    assert (inbox.bodies, inbox.repeated, inbox.refused) == ({ID: BODY}, 1, 1)


def test_a_secret_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="not base64"):
        signed_headers("whsec_???", ID, BODY, AT)
