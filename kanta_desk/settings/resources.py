"""Finds what is not code: ``resources/`` of the checkout, or its copy inside the wheel."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from kanta_desk.errors import SettingsUnreadable

_PACKAGE = Path(__file__).resolve().parent.parent
_MAX_TOML = 4 * 1024 * 1024
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """The path of a resource, such as ``resource("icons", "lock.svg")``.

    Raises:
        SettingsUnreadable: if it is not there, which means a broken installation.
    """
    for place in _PLACES:
        if (path := place.joinpath(*parts)).exists():
            return path
    raise SettingsUnreadable("/".join(("resources", *parts)), "missing")


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a dictionary; the caller turns it into values at its own door.

    Raises:
        SettingsUnreadable: with the file's name and the line of the fault.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_TOML + 1)
        if len(data) > _MAX_TOML:
            raise SettingsUnreadable(path.name, f"larger than {_MAX_TOML} bytes")
        return tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    except (OSError, ValueError) as error:  # not TOML, not UTF-8, or a number beyond bounds
        raise SettingsUnreadable(path.name, str(error)) from None
    except RecursionError:
        raise SettingsUnreadable(path.name, "nested too deep") from None
