"""What the key holder remembers of a log: how much there was, and what was lost of it.

It is no place outside the workstation, but another than the log's folder: who sets the folder back
and not the keyring is known. What is remembered never gets less by itself. Where a log comes back
shorter, or another, the loss is kept beside what goes on, until an auditor has acknowledged it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kanta_desk.accesslog.signing import Keys
from kanta_desk.model.events import LogHead, TreeName
from kanta_desk.model.logreport import SHORT_ROOT, Had

_NAME = "log-remembered"
_LOST = "-"
"""In place of a writer, in what is kept: the losses."""
_MOST_TREES = 30
"""Trees of one log that are remembered: a keyring's values are short."""
_MOST_LOST = 20
FORKED = -1
"""In place of what was left: as many events as there were, or more, but others."""
_UNKNOWN = -2

_UNREADABLE = (
    ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What a value that somebody else wrote can raise when it is read."""

Standing = Callable[[TreeName, int], tuple[int, bytes | None] | None]
"""How many events a tree holds now (0: it is not there), and its root at a size if it has that;
None where nobody can tell, because its file cannot be read."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What there was, and how many events were ``left`` of it when that was noticed."""

    had: Had
    left: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What each log of this key holder held when it was last told, by writer; and what was lost.

    A log that was deleted whole and begun anew has another writer; the old one stays remembered
    until somebody acknowledges the loss.
    """

    logs: Mapping[str, Mapping[str, Had]]
    lost: tuple[Lost, ...] = ()

    @classmethod
    def recalled(cls, keys: Keys | None) -> Memory:
        """What the holder remembers; nothing if it has nothing that can be read."""
        kept = keys.get(_NAME) if keys else None
        try:
            said = json.loads(kept or b"{}")
            lost = tuple(
                Lost(Had(str(writer), str(tree), int(size), str(root)), int(left))
                for writer, tree, size, root, left in said.pop(_LOST, ())
            )
            logs = {
                str(writer): {str(tree): _had(writer, tree, kept) for tree, kept in trees.items()}
                for writer, trees in said.items()
            }
        except _UNREADABLE:
            return cls({})
        return cls(logs, lost)

    def compared(self, writer: str, standing: Standing) -> Memory:
        """The same beside a log as it stands, before anything is added to it.

        What is shorter than it was, or another, becomes a loss; a loss that is whole again goes.
        """
        known = self.logs.get(writer, {})
        trees = {tree: had for tree, had in known.items() if _left(had, standing) is None}
        fresh = [had for tree, had in known.items() if tree not in trees]
        still = tuple(
            each
            for each in self.lost
            if each.had.writer != writer or _left(each.had, standing, unknown=each.left) is not None
        )
        return Memory({**self.logs, writer: trees}, _with(still, fresh, standing))

    def grown(self, writer: str, head: LogHead, standing: Standing) -> Memory:
        """The same with how much a log's newest trees hold now.

        It was ``compared`` before it grew. A tree that is not among the newest any more is asked
        for once more: the first event of the one after it vouches for it from then on.
        """
        newest = {
            str(each.tree): Had(writer, str(each.tree), each.size, each.root.hex()[:SHORT_ROOT])
            for each in head.trees[:_MOST_TREES]
        }
        before = self.logs.get(writer, {})
        gone = [
            had
            for tree, had in before.items()
            if tree not in newest or newest[tree].size < had.size
        ]
        unread = {had.tree: had for had in gone if _left(had, standing, _UNKNOWN) == _UNKNOWN}
        lost = _with(self.lost, gone, standing)
        return Memory({**self.logs, writer: unread | newest}, lost)

    def without(self, had: Had) -> Memory:
        """The same without a loss that was acknowledged."""
        return Memory(
            {
                writer: {tree: each for tree, each in trees.items() if not each.is_of(had)}
                for writer, trees in self.logs.items()
            },
            tuple(each for each in self.lost if not each.had.is_of(had)),
        )

    def keep(self, keys: Keys) -> None:
        """Tell the holder."""
        said: dict[str, Any] = {
            writer: {tree: _kept(had) for tree, had in trees.items()}
            for writer, trees in self.logs.items()
            if trees
        }
        if self.lost:
            said[_LOST] = [
                (each.had.writer, each.had.tree, each.had.size, each.had.root, each.left)
                for each in self.lost
            ]
        keys.put(_NAME, json.dumps(said, separators=(",", ":")).encode())


def _with(lost: tuple[Lost, ...], gone: Iterable[Had], standing: Standing) -> tuple[Lost, ...]:
    """Losses with those of what is not as it was; one that is known stays as it was noticed."""
    known = {each.had for each in lost}
    found = ((had, _left(had, standing)) for had in gone if had not in known)
    return (*lost, *(Lost(had, left) for had, left in found if left is not None))[:_MOST_LOST]


def _left(had: Had, standing: Standing, unknown: int | None = None) -> int | None:
    """How many events are left of a tree; None: all. ``unknown``: if nobody can tell."""
    register, _, year = had.tree.rpartition("/")
    try:
        found = standing(TreeName(register, int(year)), had.size)
    except ValueError:
        return 0
    if found is None:
        return unknown
    size, root = found
    if size < had.size:
        return size
    same = root is not None and (not had.root or root.hex().startswith(had.root))
    return None if same else FORKED


def _had(writer: str, tree: str, kept: Any) -> Had:
    """What is kept of one tree: the beginning of its root too, since version 2 of this value."""
    if isinstance(kept, int):
        return Had(writer, tree, kept)
    size, root = kept
    return Had(writer, tree, int(size), base64.b64decode(root, validate=True).hex())


def _kept(had: Had) -> object:
    if not had.root:
        return had.size
    return (had.size, base64.b64encode(bytes.fromhex(had.root)).decode())
