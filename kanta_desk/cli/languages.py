"""In which language a command speaks: ``--lang``, else the system's, else Finnish."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping, Sequence

from kanta_desk.model.text import Language

OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NAMES = {
    "fi": Language.FI,
    "finnish": Language.FI,
    "sv": Language.SV,
    "swedish": Language.SV,
    "en": Language.EN,
    "english": Language.EN,
}


def chosen(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language for ``arguments``; one that is not known is left for the command to refuse."""
    for asked in values_of(OPTION, arguments):
        if asked in tuple(Language):
            return Language(asked)
    return of_system(environment)


def in_front(arguments: Sequence[str], options: Sequence[str] = (OPTION,)) -> list[str]:
    """``arguments`` with ``--lang`` (or others) moved to the front, so that it may stand
    anywhere."""
    moved, rest = [], list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    place = 0
    while place < end:
        name, given, _ = rest[place].partition("=")
        taken = 0 if name not in options else 1 if given else 2
        if taken:
            moved += rest[place : place + taken]
            del rest[place : place + taken]
            end -= taken
        else:
            place += 1
    return moved + rest


def of_system(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the user's locale if it is one of the three, else Finnish."""
    said = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    if not said and sys.platform == "win32":
        said = locale.getlocale()[0] or ""
    return _NAMES.get(
        said.replace("-", "_").partition("_")[0].partition(".")[0].lower(), Language.FI
    )


def values_of(option: str, arguments: Sequence[str]) -> list[str]:
    """What was given for an option that may stand anywhere."""
    front = in_front(arguments, (option,))
    return [
        value.removeprefix(f"{option}=")
        for before, value in zip(["", *front], front, strict=False)
        if before == option or value.startswith(f"{option}=")
    ]
