"""What belongs to a revision."""

from collections.abc import Sequence

import pytest

from pipeline.intake import Content, arrange, follow_up, lacking, take_over, tell_apart
from pipeline.packet import Manifest
from pipeline.store.packets import StoredFile

A, B, C = (Content(name, f"sha-{name}", 1) for name in "abc")


def manifest(*files: tuple[str, str | None], **said: object) -> Manifest:
    listed = {"files": [{"name": name, "slot": slot} for name, slot in files]} if files else {}
    return Manifest.model_validate({**listed, **said})


def stored(content: Content, slot: str | None = None) -> StoredFile:
    return StoredFile(content.name, slot, content.sha256, content.size_bytes)


def test_files_stand_in_the_manifests_order_and_in_each_of_their_slots() -> None:
    listed = manifest(("b", "id_card"), ("a", "business_license"), ("b", "agent_id"))
    assert arrange(listed, [A, C, B]) == [stored(B, "id_card"), stored(B, "agent_id"), stored(A, "business_license"), stored(C)]


def test_what_is_listed_and_not_there() -> None:
    assert lacking(manifest(("a", None), ("d\\e", None)), ["a"]) == ["d/e"]


def test_a_new_manifest_keeps_what_it_leaves_out_but_the_reference_time() -> None:
    earlier = manifest(("a", None), packet_id="7", region="x", submitted_at="2024-06-10T10:00:00Z", declared={"uscc": "1"})
    given = manifest(("b", None), declared={"uscc": "2"})
    told = follow_up(given, earlier)
    assert (told.packet_id, told.region, told.submitted_at, told.declared.uscc) == ("7", "x", None, "2")
    assert [file.name for file in told.files] == ["b"]
    assert follow_up(None, earlier) == earlier.model_copy(update={"submitted_at": None})


@pytest.mark.parametrize(
    ("listed", "uploaded", "earlier", "expected"),
    [
        pytest.param(
            [("a", "id_card"), ("b", None)], [B], [stored(A), stored(B)], [stored(A, "id_card"), stored(B)], id="mended"
        ),
        pytest.param([("b", None)], [B], [stored(A), stored(B)], [stored(B)], id="no longer listed"),
        pytest.param([("a", None)], [C], [stored(A, "id_card")], [stored(A, "id_card"), stored(C)], id="the slot as it was"),
        pytest.param([], [B], [stored(A)], [stored(B)], id="all sent anew"),
        pytest.param([], [], [stored(A), stored(B, "id_card")], [stored(A), stored(B, "id_card")], id="only typing"),
        pytest.param([("a", None), ("d", None)], [], [stored(A)], [stored(A)], id="listed, sent by nobody"),
    ],
)
def test_taking_over(
    listed: list[tuple[str, str | None]],
    uploaded: Sequence[Content],
    earlier: Sequence[StoredFile],
    expected: Sequence[StoredFile],
) -> None:
    assert take_over(manifest(*listed), uploaded, earlier) == list(expected)


FIRST, SECOND, THIRD = (Content("image.jpg", sha, 1) for sha in ("1", "2", "3"))
NUMBERED = ("image.jpg", "image (2).jpg")


def slots(*parts: Content, listed: Sequence[tuple[str, str | None]]) -> dict[str, str | None]:
    """Which slot each content of some parts gets."""
    told, contents, _ = tell_apart(manifest(*listed), parts)
    return {file.sha256: file.slot for file in arrange(told, contents)}


def test_photos_that_a_telephone_calls_the_same_are_told_apart_in_their_order() -> None:
    listed = [("image.jpg", "business_license"), ("image.jpg", "legal_rep_id")]
    assert slots(FIRST, SECOND, listed=listed) == {"1": "business_license", "2": "legal_rep_id"}
    assert tell_apart(manifest(), [FIRST, SECOND]).names == NUMBERED


def test_nobody_guesses_which_of_two_photos_one_entry_means() -> None:
    assert slots(FIRST, SECOND, listed=[("image.jpg", "business_license")]) == {"1": None, "2": None}
    listed = [("image.jpg", "business_license"), ("image.jpg", "legal_rep_id")]
    assert slots(FIRST, SECOND, THIRD, listed=listed) == {"1": None, "2": None, "3": None}


def test_the_same_photo_sent_twice_is_one_file() -> None:
    listed = [("image.jpg", "legal_rep_id"), ("image.jpg", "agent_id")]
    told, contents, names = tell_apart(manifest(*listed), [FIRST, FIRST])
    assert (contents, names) == ((FIRST,), ("image.jpg", "image.jpg"))
    assert [file.slot for file in arrange(told, contents)] == ["legal_rep_id", "agent_id"]


def test_a_number_that_is_taken_is_not_given_twice() -> None:
    other = Content("image (2).jpg", "9", 1)
    assert tell_apart(manifest(), [FIRST, SECOND, other]).names == ("image.jpg", "image (3).jpg", "image (2).jpg")
    assert tell_apart(manifest(("image (2).jpg", None)), [FIRST, SECOND]).names == ("image.jpg", "image (3).jpg")
    assert tell_apart(manifest(), [SECOND], [FIRST]).names == ("image (2).jpg",)
    assert tell_apart(manifest(), [FIRST], [FIRST]).names == ("image.jpg",)
