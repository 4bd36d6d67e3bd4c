"""Writing a file whole or not at all: a full disk or a crash never leaves half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from kanta_desk.errors import FolderNotWritable


def write_whole(path: Path, content: bytes) -> Path:
    """Write ``content`` to ``path`` and return it; what was there is replaced at once or stays.

    The file can be read by its owner alone, where the system knows owners.

    Raises:
        FolderNotWritable: naming the folder; then nothing has changed.
    """
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".part", dir=path.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if draft is not None:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        raise FolderNotWritable(str(path.parent), error.strerror or "") from None
    return path


def sync_folder(folder: Path) -> None:
    """Put the names in ``folder`` on the disk: a power cut may otherwise take a new file with it.

    Raises:
        OSError: as the system says it.
    """
    if os.name == "nt":  # folders cannot be opened there; NTFS keeps names in its own journal
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
