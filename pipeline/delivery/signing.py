"""How a delivery is signed, so that a receiver knows it is ours, whole, fresh and not one it had before.

It follows Standard Webhooks 1.0 (https://www.standardwebhooks.com), so that a receiver may use one of its libraries, or the ten
lines of ``samples/webhook_receiver.py``:

- ``webhook-id``: the delivery's id, the same at every attempt. A receiver that has it already does nothing more.
- ``webhook-timestamp``: when this attempt was made, in seconds since 1970. A receiver refuses what is over five minutes off.
- ``webhook-signature``: ``v1,`` and the base64 of HMAC-SHA-256 over ``{id}.{timestamp}.{body}``. The key is the base64 that
  stands behind ``whsec_`` in the endpoint's secret. There may be several with spaces between; one that fits is enough.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import datetime
from typing import Final

from pipeline.store.deliveries import SECRET_PREFIX

ID: Final = "webhook-id"
TIMESTAMP: Final = "webhook-timestamp"
SIGNATURE: Final = "webhook-signature"
VERSION: Final = "v1"


def signed_headers(secret: str, message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """Return the three headers of a delivery attempted at a moment.

    Raises:
        ValueError: the secret is not ``whsec_`` and base64.
    """
    timestamp = int(at.timestamp())
    signed = f"{message_id}.{timestamp}.".encode() + body
    signature = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return {
        ID: message_id,
        TIMESTAMP: str(timestamp),
        SIGNATURE: f"{VERSION},{base64.b64encode(signature).decode()}",
    }


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("a webhook's secret is not base64") from error
