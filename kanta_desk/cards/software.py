"""Reader software installed beside the program: data, from ``resources/cards/software.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource


@dataclass(frozen=True, slots=True)
class ReaderProgram:
    """A program and the files by which it is known to be installed."""

    name: str
    files: tuple[Path, ...]

    @property
    def installed(self) -> bool:
        """Whether one of its files is there."""
        return any(file.exists() for file in self.files)


@cache
def reader_programs() -> tuple[ReaderProgram, ...]:
    """The programs that the installation knows of.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    path = resource("cards", "software.toml")
    try:
        return tuple(
            ReaderProgram(str(row["name"]), tuple(Path(str(each)) for each in row["files"]))
            for row in read_toml(path)["program"]
        )
    except (KeyError, TypeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None
