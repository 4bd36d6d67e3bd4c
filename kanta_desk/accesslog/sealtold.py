"""What the log itself tells of the seals of its years: each is an event in the register's next one.

A seal is a text beside the file, which anybody can take away. The event holds it whole, so that it
is missed, and can be put back. A disposal breaks the seal and makes a new one: from its intent on
another seal may be there, and none while it is under way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.notes import Note, Seal
from kanta_desk.model.events import Event, EventKind, EventRef, Phase, TreeName

_KINDS = (EventKind.LOG_YEAR_SEAL, EventKind.LOG_DISPOSAL)


@dataclass(frozen=True, slots=True)
class ToldSeal:
    """The last seal of a year that its log tells of, as text.

    ``replaced``: a disposal of the year was begun since. ``going_on`` are the disposals without an
    outcome.
    """

    text: str
    event: EventRef
    replaced: bool = False
    going_on: frozenset[EventRef] = frozenset()

    @property
    def is_demanded(self) -> bool:
        """Whether there must be a seal now."""
        return not self.going_on


def told_seals(files: Iterable[tuple[TreeName, Connection]], writer: str) -> dict[str, ToldSeal]:
    """By the sealed ``TreeName`` as text; ``files`` may come in any order.

    Raises:
        driver.Error: as SQLite says it.
    """
    told: dict[str, ToldSeal] = {}
    kinds = ", ".join(f"'{kind.value}'" for kind in _KINDS)
    for name, connection in sorted(files, key=lambda each: each[0]):
        rows = connection.execute(
            f"SELECT entry, leaf_hash FROM event WHERE kind IN ({kinds}) ORDER BY seq"  # noqa: S608
        )
        for entry, leaf in rows:
            try:
                _take(told, decode(entry, leaf, name), writer)
            except (LookupError, TypeError, ValueError):
                continue
    return told


def _take(told: dict[str, ToldSeal], event: Event, writer: str) -> None:
    if event.kind == EventKind.LOG_YEAR_SEAL:
        said = Seal.parse(Note.parse(event.evidence).text)
        tree = said.origin.removeprefix(f"kanta-desk/{writer}/")
        # A register tells of its own years, and of those alone.
        if tree.rpartition("/")[0] == event.ref.register:
            told[tree] = ToldSeal(event.evidence, event.ref)
    elif event.phase is Phase.INTENT:
        tree = json.loads(event.evidence)["disposal"]
        if before := told.get(tree):
            going_on = before.going_on | {event.ref}
            told[tree] = replace(before, replaced=True, going_on=going_on)
    else:
        for tree, before in told.items():
            told[tree] = replace(before, going_on=before.going_on - {event.intent_ref})
