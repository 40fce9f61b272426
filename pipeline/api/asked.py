"""What routes take from a request besides its body: ids, priority, a place in a listing."""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Final

from fastapi import Header, Path, Query

from pipeline.api.problems import ProblemError
from pipeline.api.shapes import SERVER_ID
from pipeline.store.packets import Stored
from pipeline.store.tables import Priority

NO_CONTROLS: Final = r"^[^\x00-\x1f\x7f]*$"
MAX_TEXT: Final = 256

PacketId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="our id of the packet", examples=[SERVER_ID])]
DeliveryId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", examples=[SERVER_ID])]
FileName = Annotated[str, Path(min_length=1, max_length=255, examples=["yyzz.jpg"])]
PriorityAsked = Annotated[
    Priority, Header(alias="Yushen-Priority", description="`backlog` for what can wait until everything live is judged")
]
Slot = Annotated[str | None, Query(description="Where the files belong, if the manifest does not say.", examples=["id_card"])]
Text = Annotated[str | None, Query(max_length=MAX_TEXT, pattern=NO_CONTROLS)]
Cursor = Annotated[str | None, Query(max_length=128, description="`next` of the page before")]


def cursor_of(last: Stored) -> str:
    """Return where a listing goes on after a packet."""
    return base64.urlsafe_b64encode(f"{last.packet.created_at.isoformat()} {last.packet.id}".encode()).decode().rstrip("=")


def place_of(cursor: str | None) -> tuple[datetime, str] | None:
    """Return the last packet before a cursor; None for the beginning.

    Raises:
        ProblemError: it is none of our cursors.
    """
    if cursor is None:
        return None
    try:
        moment, _, packet_id = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").partition(" ")
        place = datetime.fromisoformat(moment), packet_id
    except (binascii.Error, ValueError):
        raise ProblemError("invalid", "the cursor is none of ours") from None
    if place[0].tzinfo is None or not packet_id.isalnum():
        raise ProblemError("invalid", "the cursor is none of ours")
    return place
