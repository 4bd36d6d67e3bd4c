"""What the organisation's people noted of the joining tasks: one small JSON file, sendable.

It names staff and days, never a client.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.joining import Evidence, Sees, TaskNote
from kanta_desk.model.text import Text
from kanta_desk.settings.files import write_whole

FORMAT = "kanta-desk-joining-1"
MAX_NOTE = 2000
_MAX_FILE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class JoiningNotes:
    """The wanted start, None until somebody chose one; a note for each task that has one; and what
    the program last saw."""

    start: date | None = None
    tasks: Mapping[str, TaskNote] = field(default_factory=dict)
    seen: Mapping[Sees, Evidence] = field(default_factory=dict)

    def with_note(self, key: str, note: TaskNote) -> JoiningNotes:
        """The same with ``note`` on the task ``key``; its texts are cut to what a note may hold."""
        cut = TaskNote(note.done, note.owner.strip()[:MAX_NOTE], note.note.strip()[:MAX_NOTE])
        return replace(self, tasks={**self.tasks, key: cut})


def read_notes(path: Path) -> JoiningNotes:
    """Read ``path``; a file that is not there gives empty notes.

    Raises:
        SettingsUnreadable: naming the task at fault.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE + 1)
    except FileNotFoundError:
        return JoiningNotes()
    except OSError as error:
        raise SettingsUnreadable(path.name, error.strerror or "") from None
    if len(data) > _MAX_FILE:
        raise SettingsUnreadable(path.name, f"larger than {_MAX_FILE} bytes")
    place = path.name
    try:
        whole = orjson.loads(data)
        if whole["format"] != FORMAT:
            raise ValueError("format")
        start = _day(whole.get("start"))
        tasks = {}
        for key, value in whole.get("tasks", {}).items():
            place = f"{path.name}: {key}"
            tasks[str(key)] = _note(value)
        known = frozenset(Sees)
        seen = {Sees(k): _evidence(v) for k, v in whole.get("seen", {}).items() if k in known}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SettingsUnreadable(place, str(error)[:200]) from None
    return JoiningNotes(start, tasks, seen)


def write_notes(path: Path, notes: JoiningNotes) -> None:
    """Write the file whole.

    Raises:
        FolderNotWritable: naming the folder; then nothing has changed.
    """
    whole = {
        "format": FORMAT,
        "start": notes.start,
        "tasks": {
            key: {"done": note.done, "owner": note.owner, "note": note.note}
            for key, note in sorted(notes.tasks.items())
            if note != TaskNote()
        },
        "seen": {
            sees.value: {"done": e.done, "said": [e.said.fi, e.said.sv, e.said.en], "day": e.day}
            for sees, e in sorted(notes.seen.items())
        },
    }
    write_whole(path, orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def _note(value: Mapping[str, Any]) -> TaskNote:
    owner, said = value.get("owner", ""), value.get("note", "")
    if not isinstance(owner, str) or not isinstance(said, str):
        raise TypeError("owner or note")
    return TaskNote(_day(value.get("done")), owner[:MAX_NOTE], said[:MAX_NOTE])


def _evidence(value: Mapping[str, Any]) -> Evidence:
    fi, sv, en = (str(said)[:MAX_NOTE] for said in value["said"])
    return Evidence(bool(value["done"]), Text(fi, sv, en), date.fromisoformat(value["day"]))


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))
