"""What every place outside should hold by now: the newest notes of each tree and of the keys."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Note
from kanta_desk.accesslog.signing import CHAIN_FILE, read_chain
from kanta_desk.model.events import CARRIED

_MOST = 50
"""Of each tree: the newest vouch for those before them."""


def newest_notes(folder: LogFolder) -> dict[str, list[Note]]:
    """The newest notes by origin, the oldest first; trees without one are left out.

    Raises:
        LogError: if the chain or a file cannot be read.
    """
    writer = folder.writer_id
    found = {f"kanta-desk/{writer}/keys": read_chain(folder.path / CHAIN_FILE)[-_MOST:]}
    for tree in folder.trees():
        if tree.register == CARRIED:
            continue
        with explained(str(tree)), contextlib.closing(folder.reader(tree)) as reader:
            rows = reader.execute(
                "SELECT note FROM checkpoint ORDER BY id DESC LIMIT ?", (_MOST,)
            ).fetchall()
        if rows:
            found[f"kanta-desk/{writer}/{tree}"] = _notes(note for (note,) in reversed(rows))
    return found


def _notes(texts: Iterable[str]) -> list[Note]:
    notes = []
    for text in texts:
        with contextlib.suppress(ValueError):
            notes.append(Note.parse(text))
    return notes
