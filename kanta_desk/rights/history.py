"""The history of rights, folded from the changes that the access log holds.

Nothing but this gives a right. Each change must follow the one before it, and whoever made it must
have administered the register at that moment; from the first one that does not hold on, nothing
that gives is believed, what takes away is, and the register counts as damaged. Changes that were
disposed of after twelve years, because no right rests on them any more (``resting``), are known by
number and digest from the disposals: over those, and no others, one change may follow another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kanta_desk.model.people import Register, Role
from kanta_desk.model.rights import (
    ChangeKind,
    Deed,
    Grant,
    GrantRecord,
    PastChange,
    Revocation,
    RightsChange,
    RightsFault,
    RightsFinding,
)
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.changes import decode, digest
from kanta_desk.rights.register import RightsRegister


@dataclass(frozen=True, slots=True)
class Recorded:
    """One change as an event of the access log holds it, in the register ``register_key``."""

    text: str
    deed: Deed
    register_key: str


_NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Book:
    """The rights in one register: all grants ever, in the order of granting, and all changes.

    ``gone`` are the numbers of changes that were disposed of, with the grants they gave.
    """

    register: Register
    records: tuple[GrantRecord, ...] = ()
    changes: tuple[PastChange, ...] = ()
    two_persons: bool = False
    digest: str = ""
    findings: tuple[RightsFinding, ...] = ()
    gone: frozenset[int] = frozenset()

    @property
    def number(self) -> int:
        """How many changes there were."""
        return len(self.changes) + len(self.gone)

    @property
    def damaged(self) -> bool:
        """Whether the history does not hold."""
        return bool(self.findings)

    def record(self, grant_id: str) -> GrantRecord | None:
        """The grant of this id, revoked or not."""
        return next((r for r in self.records if r.grant.id == grant_id), None)

    def as_register(self) -> RightsRegister:
        """What decides, of this register alone."""
        key = self.register.key
        return RightsRegister(
            tuple(r.grant for r in self.records if r.revoked is None),
            tuple(r.grant for r in self.records if r.revoked is not None),
            frozenset({key} if self.damaged else ()),
            frozenset({key} if self.two_persons else ()),
        )

    def plus(self, recorded: Recorded, *, practice: bool = False) -> Book:
        """The book after one more change; one that does not hold leaves a finding."""
        return folded(self, (recorded,), practice=practice)

    def with_finding(self, finding: RightsFinding) -> Book:
        """The book with one more thing amiss, if it is not known yet."""
        known = finding in self.findings
        return self if known else replace(self, findings=(*self.findings, finding))


def folded(
    book: Book,
    changes: Iterable[Recorded],
    *,
    practice: bool = False,
    gone: Mapping[int, str] = _NOTHING,
) -> Book:
    """The book after more changes, in their order; in time that grows with their number alone.

    ``gone``: the digests of changes that were disposed of, by their numbers.
    """
    fold = _Fold(book, gone, practice=practice)
    for recorded in changes:
        fold.take(recorded)
    return fold.book()


class _Fold:
    """A book while it is being written: its grants by id, and who administers at hand."""

    def __init__(self, book: Book, gone: Mapping[int, str], *, practice: bool) -> None:
        self._practice = practice
        self._gone = gone
        self._passed = set(book.gone)
        self._register = book.register
        self._records = {record.grant.id: record for record in book.records}
        self._administering = {
            record.grant.id: record.grant
            for record in book.records
            if record.revoked is None and record.grant.role is Role.ADMINISTRATOR
        }
        self._changes = list(book.changes)
        self._two_persons = book.two_persons
        self._digest = book.digest
        self._findings = dict.fromkeys(book.findings)

    @property
    def _number(self) -> int:
        return len(self._changes) + len(self._passed)

    def _pass_over(self, upto: int) -> None:
        """Count the changes before ``upto`` that were disposed of and come next."""
        while (at := self._number + 1) < upto and at in self._gone:
            self._passed.add(at)
            self._digest = self._gone[at]

    def book(self) -> Book:
        """The book as far as it is written."""
        self._pass_over(max(self._gone, default=0) + 1)
        return Book(
            self._register,
            tuple(self._records.values()),
            tuple(self._changes),
            self._two_persons,
            self._digest,
            tuple(self._findings),
            frozenset(self._passed),
        )

    def take(self, recorded: Recorded) -> None:
        """Write one more change; one that does not hold leaves a finding."""
        try:
            change = decode(recorded.text)
        except ValueError as error:
            self._find(RightsFault.UNREADABLE, str(error))
            return
        self._pass_over(change.number)
        if not (
            change.number == self._number + 1
            and change.previous == self._digest
            and change.register.key == recorded.register_key == self._register.key
        ):
            self._find(RightsFault.CHAIN, f"change {change.number}")
        elif not self._entitled(change, recorded.deed):
            self._find(RightsFault.NOT_ENTITLED, f"change {change.number}")
        self._revoke(change.revoked, recorded.deed)
        if self._findings:  # what takes away is believed, and nothing that gives
            self._two_persons = self._two_persons or bool(change.two_persons)
        else:
            self._register = change.register
            self._give(change.grants, recorded.deed)
            if change.two_persons is not None:
                self._two_persons = change.two_persons
        self._changes.append(PastChange(change, recorded.deed))
        self._digest = digest(recorded.text)

    def _entitled(self, change: RightsChange, deed: Deed) -> bool:
        if change.kind is ChangeKind.PRACTICE:
            return self._practice and not self._number
        if change.kind is ChangeKind.FIRST:
            first = change.grants[0] if change.grants else None
            return (
                not self._number
                and first is not None
                and (first.person, first.role) == (deed.by, Role.ADMINISTRATOR)
            )
        day = deed.at.astimezone(HELSINKI).date()
        administrators = RightsRegister(tuple(self._administering.values())).administrators(
            self._register.key, day
        )
        return deed.by in administrators and all(
            each.grant_id in self._records and self._records[each.grant_id].revoked is None
            for each in change.revoked
        )

    def _revoke(self, revoked: Iterable[Revocation], deed: Deed) -> None:
        for each in revoked:
            record = self._records.get(each.grant_id)
            if record is not None and record.revoked is None:
                self._records[each.grant_id] = replace(record, revoked=deed, reason=each.reason)
                self._administering.pop(each.grant_id, None)

    def _give(self, grants: Iterable[Grant], deed: Deed) -> None:
        for grant in grants:
            self._records[grant.id] = GrantRecord(grant, deed)
            if grant.role is Role.ADMINISTRATOR:
                self._administering[grant.id] = grant

    def _find(self, fault: RightsFault, detail: str) -> None:
        self._findings.setdefault(RightsFinding(fault, self._register.key, detail))


def together(books: Iterable[Book]) -> RightsRegister:
    """What decides, of all registers."""
    parts = [book.as_register() for book in books]
    return RightsRegister(
        tuple(grant for part in parts for grant in part.grants),
        tuple(grant for part in parts for grant in part.former),
        frozenset(key for part in parts for key in part.damaged),
        frozenset(key for part in parts for key in part.two_persons),
    )
