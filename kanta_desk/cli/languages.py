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
    for asked in _asked(arguments):
        if asked in tuple(Language):
            return Language(asked)
    return of_system(environment)


def in_front(arguments: Sequence[str]) -> list[str]:
    """``arguments`` with ``--lang`` moved to the front, so that it may stand anywhere."""
    moved, rest = [], list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    place = 0
    while place < end:
        taken = 2 if rest[place] == OPTION else 1 if rest[place].startswith(f"{OPTION}=") else 0
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


def _asked(arguments: Sequence[str]) -> list[str]:
    front = in_front(arguments)
    return [
        value.removeprefix(f"{OPTION}=")
        for before, value in zip(["", *front], front, strict=False)
        if before == OPTION or value.startswith(f"{OPTION}=")
    ]
