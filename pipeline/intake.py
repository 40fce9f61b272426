"""What belongs to a revision: files in the manifest's order and slots, and what is taken over from the revision before."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pipeline.manifest import fold_name, free_name, slots_by_name
from pipeline.packet import Manifest
from pipeline.store.packets import StoredFile

NEVER_TAKEN_OVER: Final = frozenset({"submitted_at"})
"""A new submission has a reference time of its own: when it says nothing, the moment it is received."""


class Content(NamedTuple):
    """A stored content under the name it was uploaded with."""

    name: str
    sha256: str
    size_bytes: int


class ToldApart(NamedTuple):
    """A packet's contents, each under a name of its own, and the manifest with those names.

    ``names``: what each uploaded part is called from now on, in the order of the parts.
    """

    manifest: Manifest
    contents: tuple[Content, ...]
    names: tuple[str, ...]


def tell_apart(manifest: Manifest, parts: Sequence[Content], there: Sequence[Content] = ()) -> ToldApart:
    """Give files of one name names of their own: telephones call every photo image.jpg.

    The second becomes ``image (2).jpg``. Listed as often as it was sent, the first entry of the manifest is the first part, and
    so on; otherwise nobody can tell which of them an entry means, and it says no slot. The same content under the same name is
    one file. ``there``: what the packet has already.
    """
    taken = {fold_name(listed.name) for listed in manifest.files} | {part.name for part in (*parts, *there)}
    called: dict[tuple[str, str], str] = {(one.name, one.sha256): one.name for one in there}
    used = {one.name for one in there}
    names: list[str] = []
    for part in parts:
        key = (part.name, part.sha256)
        if key not in called:
            called[key] = part.name if part.name not in used else free_name(part.name, taken)
        used.add(called[key])
        taken.add(called[key])
        names.append(called[key])
    contents = {name: part._replace(name=name) for name, part in zip(names, parts, strict=True)}
    return ToldApart(_with_names(manifest, parts, names), tuple(contents.values()), tuple(names))


def _with_names(manifest: Manifest, parts: Sequence[Content], names: Sequence[str]) -> Manifest:
    """The manifest with the names that its files have now."""
    sent: dict[str, list[str]] = {}
    for part, name in zip(parts, names, strict=True):
        sent.setdefault(part.name, []).append(name)
    entries: dict[str, list[int]] = {}
    for position, listed in enumerate(manifest.files):
        entries.setdefault(fold_name(listed.name), []).append(position)
    files = list(manifest.files)
    for name, given in sent.items():
        positions = entries.get(name, []) if len(set(given)) > 1 else []
        called = given if len(given) == len(positions) else list(dict.fromkeys(given))
        is_told = len(called) == len(positions)
        for number, position in enumerate(positions):
            change = {"name": called[number]} if is_told else {"slot": None}
            files[position] = files[position].model_copy(update=change)
    return manifest.model_copy(update={"files": tuple(files)}) if files else manifest


def arrange(manifest: Manifest, contents: Iterable[Content]) -> list[StoredFile]:
    """Return the files of a packet: those that are listed first, in that order and in each of their slots."""
    slots = slots_by_name(manifest)
    order = {name: position for position, name in enumerate(slots)}
    return [
        StoredFile(content.name, slot, content.sha256, content.size_bytes)
        for content in sorted(contents, key=lambda content: order.get(content.name, len(order)))
        for slot in slots.get(content.name, (None,))
    ]


def lacking(manifest: Manifest, names: Iterable[str]) -> list[str]:
    """Return the listed names that are not among those given."""
    there = set(names)
    return [name for name in slots_by_name(manifest) if name not in there]


def follow_up(given: Manifest | None, earlier: Manifest) -> Manifest:
    """Return a new revision's manifest: what it leaves out is as it was in the revision before, but for the reference time."""
    said = set() if given is None else given.model_fields_set
    kept = {name: value for name, value in earlier if name not in said | NEVER_TAKEN_OVER}
    return (given or Manifest()).model_copy(update=kept)


def take_over(manifest: Manifest, contents: Sequence[Content], earlier: Sequence[StoredFile]) -> list[StoredFile]:
    """Return a new revision's files: what was uploaded now, and of the revision before what is listed and was not.

    With nothing uploaded and nothing listed all files are as they were: only something typed was corrected.
    """
    if not contents and not manifest.files:
        return list(earlier)
    missing = {fold_name(file.name) for file in manifest.files} - {content.name for content in contents}
    kept = {file.name: file for file in earlier if file.name in missing}
    files = arrange(manifest, [*contents, *(Content(file.name, file.sha256, file.size_bytes) for file in kept.values())])
    return [file if file.slot or file.name not in kept else kept[file.name] for file in files]
