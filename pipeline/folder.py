"""A packet on disk: a folder with or without a manifest, or single files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from pipeline.errors import InputError, ManifestError
from pipeline.manifest import MAX_MANIFEST_BYTES, decoded_name, fold_name, free_name, parse_manifest, slots_by_name
from pipeline.nearest import shown
from pipeline.packet import MANIFEST_NAME, Manifest, Packet, PacketDefaults, PacketFile, build_packet

LEFT_BY_SYSTEMS: Final = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "@eadir"})
"""What operating systems, archivers and network drives put into folders on their own."""


def load_packet(paths: Sequence[Path], defaults: PacketDefaults) -> Packet:
    """Load one packet from its folder, its ``packet.json``, or its files.

    Raises:
        InputError: nothing there, not readable, or more than one packet.
        ManifestError: see ``manifest.parse_manifest``; a listed file that is not there; another scenario or region than the
            one that was asked for.
    """
    if len(paths) == 1 and paths[0].name == MANIFEST_NAME:
        return load_folder(paths[0].parent, defaults)
    if len(paths) == 1 and paths[0].is_dir():
        return load_folder(paths[0], defaults)
    for path in paths:
        if path.is_dir():
            raise InputError(f"{path} is a folder among several paths", "screen one packet at a time, many with `yushen batch`")
        if not path.is_file():
            raise InputError(f"{path} is not there" if not path.exists() else f"{path} is not a file")
    return build_packet(Manifest(), _files_by_name(paths), display_name(paths[0].stem), defaults)


def load_folder(folder: Path, defaults: PacketDefaults) -> Packet:
    """Load the packet of a folder. Files that its manifest does not list belong to it all the same, but for what systems leave.

    Raises:
        InputError, ManifestError: as ``load_packet``.
    """
    paths = list(files_below(folder))
    manifest_path = folder / MANIFEST_NAME
    manifest = _read_manifest(manifest_path) if manifest_path in paths else Manifest()
    _require_agreement(manifest, defaults, manifest_path)
    slots = slots_by_name(manifest)
    named = _named(folder, [path for path in paths if path != manifest_path]) | _passed_over(manifest, folder)
    _require_listed(manifest, named, manifest_path)
    if not named:
        raise InputError(f"{folder} holds no files", "put the applicant's files there")
    inner = next((path for path in named.values() if path.name == MANIFEST_NAME), None)
    if inner is not None:
        raise InputError(f"{folder} holds more than one packet ({display_name(str(inner))})", "screen them with `yushen batch`")
    order = {fold_name(name): position for position, name in enumerate(slots)}
    files = tuple(
        PacketFile(name=name, slot=slot, path=path)
        for name, path in sorted(named.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
        for slot in slots.get(name, (None,))
    )
    return build_packet(manifest, files, display_name(folder.resolve().name), defaults)


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and its subfolders in the order of their names, without what systems leave there.

    Raises:
        InputError: a folder that cannot be listed, a link that leads out of the folder, something that is not a file.
    """
    root = folder.resolve()
    for path in list_folder(folder):
        if not path.resolve().is_relative_to(root):
            raise InputError(f"{display_name(str(path))} is a link that leads out of the packet", "put the file itself there")
        if path.is_dir():
            if not path.is_symlink():
                yield from files_below(path)
        elif path.is_file():
            yield path
        else:
            raise InputError(f"{display_name(str(path))} is neither a file nor a folder", "remove it")


def list_folder(folder: Path) -> list[Path]:
    """Return what an applicant put into a folder, sorted by name.

    Raises:
        InputError: it is not there or cannot be listed.
    """
    try:
        return sorted(path for path in folder.iterdir() if not _is_left_by_a_system(path.name))
    except OSError as error:
        raise InputError(f"{display_name(str(folder))} cannot be read ({error.strerror})") from error


def display_name(name: str) -> str:
    """Return a name that can be printed and stored: in UTF-8 or GBK; bytes that are neither become U+FFFD."""
    encoded = os.fsencode(name)
    return decoded_name(encoded) or encoded.decode("utf-8", errors="replace")


def _is_left_by_a_system(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in LEFT_BY_SYSTEMS


def _named(folder: Path, paths: Sequence[Path]) -> dict[str, Path]:
    """Each file by its name in the packet. Two names may be one once they are folded: the second is told apart by a number."""
    named: dict[str, Path] = {}
    for path in paths:
        named[free_name(fold_name(display_name(path.relative_to(folder).as_posix())), named)] = path
    return named


def _passed_over(manifest: Manifest, folder: Path) -> dict[str, Path]:
    """What the manifest lists though systems leave such files on their own: it was uploaded, and is a file as any other."""
    root = folder.resolve()
    left = [one.name for one in manifest.files if any(map(_is_left_by_a_system, Path(one.name).parts))]
    listed = {fold_name(name): folder / name for name in left}
    return {name: path for name, path in listed.items() if path.is_file() and path.resolve().is_relative_to(root)}


def _files_by_name(paths: Sequence[Path]) -> tuple[PacketFile, ...]:
    names = [display_name(path.name) for path in paths]
    if len(set(names)) < len(names):
        names = [display_name(str(path)) for path in paths]
    named: dict[str, Path] = {}
    for name, path in zip(names, paths, strict=True):
        named[free_name(name, named)] = path
    return tuple(PacketFile(name=name, path=path) for name, path in named.items())


def _read_manifest(path: Path) -> Manifest:
    where = display_name(str(path))
    try:
        with path.open("rb") as file:
            return parse_manifest(file.read(MAX_MANIFEST_BYTES + 1), where)
    except OSError as error:
        raise InputError(f"{where} cannot be read ({error.strerror})") from error


def _require_agreement(manifest: Manifest, defaults: PacketDefaults, where: Path) -> None:
    for option, asked, said in (
        ("scenario", defaults.scenario, manifest.scenario),
        ("region", defaults.region, manifest.region),
    ):
        if asked and said and asked != said:
            raise ManifestError(
                f"{display_name(str(where))} names the {option} {shown(said)}, --{option} says {shown(asked)}",
                f"leave out --{option}, or correct packet.json",
            )


def _require_listed(manifest: Manifest, named: dict[str, Path], where: Path) -> None:
    for listed in manifest.files:
        if fold_name(listed.name) not in named:
            raise ManifestError(f"{display_name(str(where))}: files: {listed.name} is not in the folder")
