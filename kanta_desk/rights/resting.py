"""On which changes the rights in force rest: those are kept beyond the log's twelve years.

A right rests on the change that gave it, on what made whoever gave it an administrator, back to the
first one, and on every revocation of what those changes gave: without it a right that was taken
away would come back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kanta_desk.model.people import Identity, Role
from kanta_desk.model.rights import ChangeKind, GrantRecord, GrantState, PastChange
from kanta_desk.rights.changes import digest, encode
from kanta_desk.rights.history import Book, Recorded, folded

_UNGRANTED = (ChangeKind.FIRST, ChangeKind.PRACTICE)
"""Changes that need no administrator."""


def resting(book: Book, on: date, *, practice: bool = False) -> frozenset[int]:
    """The numbers of the changes that the rights of a day, and those to come, rest on.

    All of them where the register's history does not hold, or would not without the others.
    """
    everything = frozenset(past.change.number for past in book.changes)
    if book.damaged:
        return everything
    needed = _Resting(book, on).numbers
    return needed if _holds_alone(book, needed, on, practice=practice) else everything


class _Resting:
    """The search for them, from the rights in force back."""

    def __init__(self, book: Book, on: date) -> None:
        self._by_number = {past.change.number: past for past in book.changes}
        self._given: dict[str, int] = {}
        self._revoked: dict[str, list[int]] = {}
        self._administering: dict[Identity, list[int]] = {}
        for past in book.changes:
            self._enter(past)
        waiting = [self._given[r.grant.id] for r in book.records if _counts(r, on)]
        rules = [p.change.number for p in book.changes if p.change.two_persons is not None]
        waiting += rules[-1:]
        found: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._rests_on(self._by_number[number])
        self.numbers = frozenset(found)

    def _enter(self, past: PastChange) -> None:
        number = past.change.number
        for grant in past.change.grants:
            self._given[grant.id] = number
            if grant.role is Role.ADMINISTRATOR:
                self._administering.setdefault(grant.person, []).append(number)
        for each in past.change.revoked:
            self._revoked.setdefault(each.grant_id, []).append(number)

    def _rests_on(self, past: PastChange) -> Iterator[int]:
        change = past.change
        for grant in change.grants:
            yield from self._revoked.get(grant.id, ())
        for each in change.revoked:
            if each.grant_id in self._given:
                yield self._given[each.grant_id]
        if change.kind not in _UNGRANTED:
            earlier = self._administering.get(past.deed.by, ())
            yield from (number for number in earlier if number < change.number)


def _counts(record: GrantRecord, on: date) -> bool:
    """Time alone does not end an administrator's right: the last one keeps it."""
    if record.revoked is not None:
        return False
    return record.grant.role is Role.ADMINISTRATOR or record.state(on) is not GrantState.ENDED


def _holds_alone(book: Book, needed: frozenset[int], on: date, *, practice: bool) -> bool:
    """Whether the changes give the same rights, and follow one another, without the others."""
    gone, kept = {}, []
    for past in book.changes:
        text = encode(past.change)
        if past.change.number in needed:
            kept.append(Recorded(text, past.deed, book.register.key))
        else:
            gone[past.change.number] = digest(text)
    missing = {number: "" for number in book.gone}
    if missing:  # their digests stand in the changes that follow them
        for past in book.changes:
            if past.change.number - 1 in missing:
                missing[past.change.number - 1] = past.change.previous
        if book.number in missing:
            missing[book.number] = book.digest
    alone = folded(Book(book.register), kept, practice=practice, gone=gone | missing)
    return _decides(alone, on) == _decides(book, on)


def _decides(book: Book, on: date) -> object:
    in_force = frozenset(record for record in book.records if _counts(record, on))
    return in_force, book.two_persons, book.number, book.digest, book.damaged
