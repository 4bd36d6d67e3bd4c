"""The list of backups that were made of a log, and the keys that are taken out of them at disposal.

A backup must be of use when the machine has burnt, so it holds the keys of its files, wrapped for
the organisation. That is also how a year that was disposed of could be read again: by whoever has
an old backup and the organisation's private key. So the log keeps a list of its backups, and a
disposal takes the wrapped key of the tree out of each that can be reached then. Those that cannot
are named to whoever disposes, and in the record: people must destroy them. What the list does not
know (a copy of a backup made by other means, one made before there was a list) nobody can reach:
such copies are only as far from being read as the organisation's private key is kept safe.
A backup without wrapped keys needs none of this: the key that opened it is destroyed with the year.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.errors import FolderNotWritable, LogUnavailable
from kanta_desk.model.events import TreeName
from kanta_desk.settings.files import sync_folder, write_whole

LIST = "varmuuskopiot.json"
"""In the log's folder: the backups made of it."""
MANIFEST = "varmuuskopio.json"
"""In each backup: which it is."""

_FORM = "kanta-desk backups 1"
_FORM_OF_ONE = "kanta-desk backup 1"
_MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup: its random name, where it was put and when, the trees in it, and those of them
    whose key lies in it, wrapped."""

    id: str
    place: str
    time: datetime
    trees: tuple[TreeName, ...]
    wrapped: tuple[TreeName, ...]


class BackupFolder(LogFolder):
    """A backup, as a log: without the trees that were disposed of since it was made."""

    def trees(self) -> list[TreeName]:
        """As ``LogFolder``."""
        gone = forgotten_in(self.path)
        return [tree for tree in super().trees() if tree not in gone]


def backups_of(folder: LogFolder) -> tuple[BackupMade, ...]:
    """The backups that the log knows of, the oldest first.

    Raises:
        LogUnavailable: if the list cannot be read.
    """
    try:
        said = _read(folder.path / LIST, _FORM)
        return () if said is None else tuple(_parsed(each) for each in said["backups"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise LogUnavailable(LIST, "cannot be read") from None


def note_backups(folder: LogFolder, made: Iterable[BackupMade]) -> None:
    """Put backups on the list, in place of those of the same name; on the disk when this returns.

    Raises:
        LogUnavailable: if it cannot be read or written.
    """
    known = {each.id: each for each in backups_of(folder)}
    known |= {each.id: each for each in made}
    _keep(folder, known.values())


def strike_off(folder: LogFolder, backup: str) -> None:
    """Take a backup off the list: it was never finished, or people have destroyed it.

    Raises:
        LogUnavailable: as ``note_backups``.
    """
    _keep(folder, (each for each in backups_of(folder) if each.id != backup))


def write_manifest(target: Path, made: BackupMade) -> None:
    """Tell in a backup's folder which backup it is.

    Raises:
        LogUnavailable: if it cannot be written.
    """
    _write(target / MANIFEST, {"form": _FORM_OF_ONE, **_plain(made), "forgotten": []})


def manifest_of(place: Path) -> BackupMade | None:
    """Which backup lies at a place, with the trees whose keys it still holds; None if none does."""
    try:
        said = _read(place / MANIFEST, _FORM_OF_ONE)
        return None if said is None else replace(_parsed(said), place=str(place.absolute()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def forgotten_in(place: Path) -> frozenset[TreeName]:
    """The trees of a backup that were disposed of since, so that nobody can read its copy."""
    try:
        said = _read(place / MANIFEST, _FORM_OF_ONE) or {}
        return frozenset(_tree(name) for name in said.get("forgotten", []))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return frozenset()


def forget_in_backups(folder: LogFolder, tree: TreeName) -> tuple[BackupMade, ...]:
    """Take a tree's wrapped key out of every backup that can be reached; those that could not be.

    After the tree's own key was destroyed. What a backup's medium keeps of an overwritten file is
    beyond this. May be called again: what is done is not done twice.

    Raises:
        LogUnavailable: if the list cannot be read or written.
    """
    known = backups_of(folder)
    left: list[BackupMade] = []
    changed: list[BackupMade] = []
    for made in known:
        if tree not in made.wrapped:
            continue
        if _forget(folder, made, tree):
            rest = tuple(each for each in made.wrapped if each != tree)
            changed.append(replace(made, wrapped=rest))
        else:
            left.append(made)
    if changed:
        note_backups(folder, changed)
    return tuple(left)


def _forget(folder: LogFolder, made: BackupMade, tree: TreeName) -> bool:
    """Whether the key is out of the backup now."""
    place = Path(made.place)
    there = manifest_of(place)
    if there is None or there.id != made.id:
        return False
    copy = LogFolder(place, None).wrapped_of(tree)
    try:
        if copy.exists():
            with copy.open("r+b") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(0)
                file.write(bytes(size))
                file.flush()
                os.fsync(file.fileno())
            copy.unlink()
            sync_folder(copy.parent)
        gone = sorted({*forgotten_in(place), tree})
        rest = tuple(each for each in there.wrapped if each != tree)
        said = {"form": _FORM_OF_ONE, **_plain(replace(there, wrapped=rest))}
        _write(place / MANIFEST, {**said, "forgotten": [str(each) for each in gone]})
    except (OSError, LogUnavailable):
        return False
    return True


def _keep(folder: LogFolder, made: Iterable[BackupMade]) -> None:
    ordered = sorted(made, key=lambda each: each.time)
    _write(folder.path / LIST, {"form": _FORM, "backups": [_plain(each) for each in ordered]})


def _plain(made: BackupMade) -> dict[str, Any]:
    return {
        "id": made.id,
        "place": made.place,
        "time": made.time.isoformat(),
        "trees": [str(tree) for tree in made.trees],
        "wrapped": [str(tree) for tree in made.wrapped],
    }


def _parsed(said: dict[str, Any]) -> BackupMade:
    time = datetime.fromisoformat(said["time"])
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    trees, wrapped = (tuple(_tree(name) for name in said[key]) for key in ("trees", "wrapped"))
    return BackupMade(str(said["id"]), str(said["place"]), time, trees, wrapped)


def _tree(name: str) -> TreeName:
    register, _, year = name.rpartition("/")
    return TreeName(register, int(year))


def _read(path: Path, form: str) -> dict[str, Any] | None:
    """What a file of this form says; None if there is no file.

    Raises:
        OSError, ValueError: if it cannot be read, or is another's.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    said = json.loads(text)
    if not isinstance(said, dict) or said.get("form") != form:
        raise ValueError("another form")
    return said


def _write(path: Path, said: dict[str, Any]) -> None:
    try:
        write_whole(path, json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n")
    except FolderNotWritable as refusal:
        raise LogUnavailable(path.name, str(refusal.fields["reason"])) from None
