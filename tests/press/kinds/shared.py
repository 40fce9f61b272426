"""How the wording of a kind is put together: its own rules, those of every kind, and those for a person within a sentence."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.press.wording import Wording

__all__ = ["person", "source_of", "wording_of"]

_HERE: Final = Path(__file__).parent
VOICES: Final = tuple(sorted(path for path in (_HERE / "voices").glob("*") if path.is_dir()))


def wording_of(name: str, *more: str, variant: str = "") -> Wording:
    """Return the wording of the file of that name, which may use the shared rules, more, and those of a variant's file.

    Every folder below ``voices`` is somebody else's way of putting things: its rules stand in place of those of the same name.
    """
    own = (*more, *((source_of(variant),) if variant else ()), source_of(name))
    voices = {voice.name: _in_voice(voice, own, (name, variant)) for voice in VOICES if _speaks(voice, name)}
    return Wording(source_of("shared"), *own, voices=voices)


def _speaks(voice: Path, name: str) -> bool:
    return (voice / f"{name}.txt").exists()


def _in_voice(voice: Path, own: tuple[str, ...], names: tuple[str, str]) -> Wording:
    shared = (source_of("shared"), *_texts(voice, ("shared",)))
    try:
        return Wording(*shared, *own, *_texts(voice, names))
    except ValueError as error:
        message = f"{voice.name}/{names[0]}.txt: {error}"
        raise ValueError(message) from error


def _texts(voice: Path, names: Iterable[str]) -> list[str]:
    files = [voice / f"{name}.txt" for name in names]
    return [file.read_text(encoding="utf-8") for file in files if file.exists()]


def person(name: str, number: str) -> str:
    """Return rules for somebody within a sentence, whose name and number are those facts: ``person`` and ``id_tail``."""
    return source_of("person").replace("<NAME>", f"<{name}>").replace("<NUMBER>", f"<{number}>")


def source_of(name: str) -> str:
    """Return the rules of the file of that name."""
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8")
