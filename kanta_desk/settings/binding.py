"""Which mode's data a folder holds, so that practice, test and production are never mixed.

The first mode that is used on a machine gets the data folder itself, as it was before there could
be several connections; every other mode gets a folder of its own below it. What a folder belongs to
is written in it, and holds for ever.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.resources import read_toml

FILE = "mode.toml"
_MARK = "# Whose data this folder holds. Do not change it, and do not copy it elsewhere.\n"


def paths_of(paths: Paths, mode: Mode) -> Paths:
    """The folders of one mode, made and marked; ``paths`` are those of the whole installation.

    Raises:
        SettingsUnreadable: if a folder belongs to another mode, or it cannot be told to which.
        FolderNotWritable: naming the folder.
    """
    found = found_paths(paths.make(), mode).make()
    if _bound(found.data) is None:
        write_whole(found.data / FILE, f'{_MARK}mode = "{mode.value}"\n'.encode())
    return found


def found_paths(paths: Paths, mode: Mode) -> Paths:
    """As ``paths_of``, but nothing is made or written.

    Raises:
        SettingsUnreadable: as ``paths_of``.
    """
    if _bound(paths.data) in (mode, None):
        return paths
    own = replace(
        paths, data=paths.data / mode.value, cache=paths.cache / mode.value, part=mode.value
    )
    if _bound(own.data) not in (mode, None):
        raise SettingsUnreadable(f"{mode.value}/{FILE}", "the data of another mode")
    return own


def _bound(folder: Path) -> Mode | None:
    """The mode that a folder belongs to; None for one that belongs to none yet."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return Mode(str(read_toml(path).get("mode")))
    except ValueError:
        raise SettingsUnreadable(FILE, "mode") from None
