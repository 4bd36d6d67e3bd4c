"""Hot backup of the whole log: all that a machine needs to go on with it after this one has burnt.

The trees, those of logs that were taken in (``takeover``) among them, each copied through SQLite
or, where it is sealed, byte for byte with its seal; the chain of signing keys; the log's own name;
the bases beside it; the recovery copies of all keys. All are of one moment (``cut``) while the log
is being written, encrypted with the files' own keys. Each copy is read again and compared with its
tree. A backup is whole or not there: what a full disk or an error cut short is removed, and the
list of the heads, which makes it one, is written last.

Not in it: the workstation's signing key, which no copy may outlive. A log that goes on elsewhere
begins a new key, which a verification names until it has been acknowledged. ``putback`` restores.
Of years that were disposed of see ``backups``.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog.backups import LIST, BackupMade, note_backups, strike_off, write_manifest
from kanta_desk.accesslog.copying import copy_base, copy_tree, write
from kanta_desk.accesslog.cut import Cut, one_moment
from kanta_desk.accesslog.driver import Connection, connect, is_plain
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.imported import imported_folder, imported_in, replaced
from kanta_desk.accesslog.putback import HEADS, checked, restore
from kanta_desk.accesslog.rounds import FILE as ROUNDS
from kanta_desk.accesslog.sealing import seal_of
from kanta_desk.accesslog.sidekeys import BASES, kept_key, wrapped_of
from kanta_desk.accesslog.signing import CHAIN_FILE
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import LogHead, TreeName
from kanta_desk.model.time import utc_now
from kanta_desk.settings.files import sync_folder

__all__ = ["HEADS", "back_up", "filling", "restore"]


def back_up(
    folder: LogFolder,
    target: Path,
    on_progress: Callable[[int, int], None] = lambda *_: None,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> LogHead:
    """Copy the whole log to an empty folder ``target``; the heads of the copies.

    ``on_progress`` gets the files done and their number. The backup is on the log's list before
    the first key is copied to it.

    Raises:
        LogDamaged: if a copy does not match its tree: the log itself is damaged.
        LogUnavailable: if ``target`` is not empty, or cannot be written; nothing is
            left there then.
        LogKeyMissing, SecretStoreMissing: if a file cannot be read.
    """
    with filling(target), one_moment(folder) as cut:
        trees = tuple(cut.files)
        wrapped = tuple(tree for tree in trees if folder.wrapped_of(tree).exists())
        made = BackupMade(secrets.token_hex(8), str(target.absolute()), clock(), trees, wrapped)
        note_backups(folder, [made])
        try:
            told = _copied(folder, target, cut, on_progress)
            _written_list(folder, target)
            write_manifest(target, made)
            write(target / HEADS, told.text.encode())
        except BaseException:
            strike_off(folder, made.id)
            raise
    return told


@contextlib.contextmanager
def filling(target: Path) -> Iterator[None]:
    """A folder that is filled inside the block: empty before, and again if the block fails.

    Raises:
        LogUnavailable: if it is not empty, or cannot be made.
    """
    with explained(target.name):
        made = not target.exists()
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise LogUnavailable(target.name, "not empty")
    try:
        yield
    except BaseException:
        for path in target.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    path.unlink()
        if made:
            with contextlib.suppress(OSError):
                target.rmdir()
        raise


def _copied(
    folder: LogFolder, target: Path, cut: Cut, on_progress: Callable[[int, int], None]
) -> LogHead:
    copy, heads = replaced(folder, target), []
    write(target / ID_FILE, f"{folder.writer_id}\n".encode())
    if cut.chain:
        write(target / CHAIN_FILE, cut.chain)
    bases = [file for file in BASES if (folder.path / file).exists()]
    whole = len(cut.files) + len(bases)
    for done, (tree, file) in enumerate(cut.files.items()):
        on_progress(done, whole)
        _copy_tree(folder, copy, tree, file)
        if (head := checked(copy, tree)) is not None:
            heads.append(head)
    for done, base in enumerate(bases, len(cut.files)):
        on_progress(done, whole)
        _copy_base(folder, target, base)
    with explained(target.name):
        imported = imported_in(folder)
    for each in imported:
        place = imported_folder(copy, each.number)
        place.path.mkdir(mode=0o700, parents=True)
        each.wrap_all()
        with one_moment(each) as static:  # nobody writes there
            _copied(each, place.path, static, lambda *_: None)
    if (rounds := folder.path / ROUNDS).exists():
        write(target / ROUNDS, rounds.read_bytes())
    with explained(target.name):
        sync_folder(target)
    on_progress(whole, whole)
    return LogHead(tuple(heads))


def _written_list(folder: LogFolder, target: Path) -> None:
    with explained(LIST):
        write(target / LIST, (folder.path / LIST).read_bytes())


def _copy_tree(folder: LogFolder, copy: LogFolder, tree: TreeName, file: Connection) -> None:
    path = copy.file_of(tree)
    with explained(path.name):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_tree(folder, tree, file, path)
        for source, place in (
            (seal_of(folder, tree), seal_of(copy, tree)),
            (folder.wrapped_of(tree), copy.wrapped_of(tree)),
        ):
            if source.exists():
                write(place, source.read_bytes())
        sync_folder(path.parent)


def _copy_base(folder: LogFolder, target: Path, base: str) -> None:
    """One that nobody can read any more stays where it is: it is no part of the log."""
    source = folder.path / base
    with explained(base):
        key = None if is_plain(source) else kept_key(folder, base)
        if key is None and not is_plain(source):
            return
        with contextlib.closing(connect(source, key)) as file:
            copy_base(file, target / base, key)
        if (wrapped := wrapped_of(folder, base)).exists():
            write(target / wrapped.name, wrapped.read_bytes())
