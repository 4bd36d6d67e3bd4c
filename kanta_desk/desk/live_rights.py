"""The rights as they stand at this moment, read from the access log and nowhere else.

At start every change of rights in the log is read, proved to be in its tree, and folded; after each
change the register is read again. So a right that was revoked is gone at the next act, of whoever
and wherever in a batch. ``rights.toml`` is written for people, and compared at start.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.retention import Resting
from kanta_desk.desk.logbook import is_proven
from kanta_desk.desk.resting import Gone, changes_gone, register_of, resting_on
from kanta_desk.errors import FolderNotWritable, LogDamaged, LogError, SettingsUnreadable
from kanta_desk.model.events import (
    CARRIED,
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Intent,
    LogHead,
    Outcome,
    Phase,
)
from kanta_desk.model.people import Identity, Purpose, Register, Role, WorkContext
from kanta_desk.model.rights import (
    ChangeKind,
    Deed,
    Grant,
    Refusal,
    RightsChange,
    RightsFault,
    RightsFinding,
)
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.acts import CLIENT_ACTS
from kanta_desk.rights.changes import encode, identified
from kanta_desk.rights.file import RightsFile, compare, save
from kanta_desk.rights.history import Book, Recorded, folded, together
from kanta_desk.rights.register import RightsRegister

_logger = logging.getLogger(__name__)
_CHANGES = EventFilter(kind=EventKind.RIGHTS_CHANGE, phase=Phase.DONE)
OLD = "rights-old.toml"
"""A file written by hand is kept under this name once the program writes its own."""
EDITED = "rights-edited.toml"
"""So is one that somebody changed past the program."""


class LiveRights:
    """Who may do what now; every thread may ask. ``path`` is the file for people, if there is one.

    ``practice``: whether the rights of the practice set are believed.
    """

    def __init__(
        self,
        log: AccessLog,
        purposes: Iterable[Purpose],
        clock: Callable[[], datetime],
        path: Path | None = None,
        *,
        practice: bool = False,
    ) -> None:
        self._log = log
        self._purposes = {purpose.code: purpose for purpose in purposes}
        self._clock = clock
        self._path = path
        self._practice = practice
        self._change = threading.RLock()
        self._books: dict[str, Book] = {}
        self._proved: set[EventRef] = set()
        self._now = RightsRegister()
        self._beside: tuple[RightsFinding, ...] = ()
        self._by_hand: tuple[Grant, ...] = ()
        self._unreadable: SettingsUnreadable | None = None
        self.refresh()
        self._compare()

    @property
    def today(self) -> date:
        """The day as Helsinki sees it."""
        return self._clock().astimezone(HELSINKI).date()

    def grants_of(self, person: Identity, on: date) -> tuple[Grant, ...]:
        """As ``RightsRegister.grants_of``, now."""
        return self._now.grants_of(person, on)

    def registers_for(self, person: Identity, on: date) -> tuple[Register, ...]:
        """As ``RightsRegister.registers_for``, now."""
        return self._now.registers_for(person, on)

    def roles(self, person: Identity, register: Register) -> str:
        """A person's roles in a register today, as the access log holds them."""
        held = self.grants_of(person, self.today)
        return ", ".join(sorted({g.role.value for g in held if g.register.key == register.key}))

    def refusal(
        self, person: Identity, act: EventKind, register: Register, purpose: Purpose, on: date
    ) -> Refusal | None:
        """As ``RightsRegister.refusal``, now, and for a purpose that the options know."""
        known = self._purposes.get(purpose.code)
        if known is None and act in CLIENT_ACTS:
            return Refusal.PURPOSE
        return self._now.refusal(person, act, register, known or purpose, on)

    def needs_two(self, register: Register) -> bool:
        """As ``RightsRegister.needs_two``, now."""
        return self._now.needs_two(register)

    def may_confirm(
        self, proposer: Identity, confirmer: Identity, context: WorkContext
    ) -> Refusal | None:
        """Why ``confirmer`` may not confirm an invalidation that ``proposer`` proposed; None: may.

        Another person is needed, and the right to invalidate of both, at this moment. The same
        identifier on a card of another kind is the same person.
        """
        if confirmer.value == proposer.value:
            return Refusal.SAME_PERSON
        for person in (confirmer, proposer):
            refusal = self.refusal(
                person, EventKind.INVALIDATION, context.register, context.purpose, self.today
            )
            if refusal is not None:
                return refusal
        return None

    @property
    def any(self) -> bool:
        """Whether any register has rights."""
        return bool(self._books)

    def archivists(self) -> int:
        """How many people have an archivist's right in some register today."""
        held = (grant for grant in self._now.grants if grant.role is Role.ARCHIVIST)
        return len({grant.person for grant in held if grant.holds(self.today)})

    def may_begin(self, person: Identity) -> bool:
        """Whether a person may become the first administrator of a register without rights: anyone
        at the very first, then only who administers one already."""
        return not self._books or any(
            person in self._now.administrators(key, self.today) for key in self._books
        )

    def book(self, register: Register) -> Book:
        """All that is known of one register's rights."""
        known = self._books.get(register.key)
        if known is not None:
            return known
        lost = (f for f in self._beside if f.register == register.key)
        return Book(register, findings=tuple(lost))

    def resting(self, register: Register) -> Resting:
        """What of a register's record of rights stays in the log, whatever is disposed of.

        Raises:
            LogError.
        """
        book = self.book(register)
        return resting_on(self._log, book, self.today, practice=self._practice)

    def by_hand(self, register: Register) -> tuple[Grant, ...]:
        """The grants of a file written by hand before the log held rights. They are not believed,
        and wait for the first administrator to bring them in.

        Raises:
            SettingsUnreadable: if the file has a fault, with its place.
        """
        if self._unreadable is not None:
            raise self._unreadable
        return tuple(grant for grant in self._by_hand if grant.register.key == register.key)

    @property
    def registers_by_hand(self) -> tuple[Register, ...]:
        """The registers of such a file that have no rights in the log yet."""
        found = {grant.register.key: grant.register for grant in self._by_hand}
        return tuple(register for key, register in found.items() if key not in self._books)

    def findings(self, register: Register) -> tuple[RightsFinding, ...]:
        """What is amiss with a register's record of rights, or with the file beside it."""
        beside = (f for f in self._beside if f.register in ("", register.key))
        return tuple(dict.fromkeys((*self.book(register).findings, *beside)))

    @contextmanager
    def changing(self, register: Register) -> Iterator[Book]:
        """Keep others from changing rights meanwhile; what was changed is in force at the end."""
        with self._change:
            try:
                yield self.book(register)
            finally:
                self.refresh()
                self._write_out()

    def seed(self, actor: Actor, context: WorkContext, grants: tuple[Grant, ...]) -> None:
        """Write the rights of the practice set for one register, if the log has none there yet."""
        with self.changing(context.register) as book:
            if book.number:
                return
            change = RightsChange(1, "", ChangeKind.PRACTICE, context.register, grants)
            self._log.record(
                Intent(EventKind.RIGHTS_CHANGE, actor, context),
                Outcome(Phase.DONE, evidence=encode(identified(change))),
            )

    def refresh(self) -> None:
        """Read all changes of rights from the log anew.

        Raises:
            LogError: if the log cannot be read: then nobody has any right until it can.
        """
        with self._change:
            changes: dict[str, list[Event]] = {}
            gone: dict[str, Gone] = {}
            try:
                gone = changes_gone(self._log)
                events = sorted(_events(self._log, _CHANGES), key=_place)
                for event in _vouched_for(self._log, events):
                    changes.setdefault(event.register_key, []).append(event)
            except LogError:
                self._now = RightsRegister()
                raise
            self._books = {
                key: folded(
                    Book(register_of(changes[key][0]) if key in changes else gone[key].register),
                    map(self._recorded, changes.get(key, ())),
                    practice=self._practice,
                    gone=gone[key].digests if key in gone else {},
                )
                for key in (*changes, *(gone.keys() - changes.keys()))
            }
            self._judge()

    def _recorded(self, event: Event) -> Recorded:
        """The change that an event holds; one that is not in the log's tree as it stands, entry
        and all, holds nothing that can be read."""
        if event.ref not in self._proved and not is_proven(self._log, event):
            return Recorded("", _deed_of(event), event.register_key)
        self._proved.add(event.ref)
        return Recorded(event.evidence, _deed_of(event), event.register_key)

    def _judge(self) -> None:
        """Set what decides from now on; a log that lost changes makes its register damaged."""
        lost = {f.register: f for f in self._beside if f.fault is RightsFault.LOST}
        self._books = {
            key: book.with_finding(lost[key]) if key in lost else book
            for key, book in self._books.items()
        }
        self._now = together(self._books.values())

    def _compare(self) -> None:
        if self._path is None:
            return
        try:
            old = RightsFile.load(self._path.with_name(OLD))
            file = RightsFile.load(self._path)
        except SettingsUnreadable as error:
            _logger.warning("the file of rights cannot be read: %s", error)
            place = str(error.fields["place"])
            self._unreadable = error
            self._beside = (RightsFinding(RightsFault.FILE, detail=place),)
            return
        self._by_hand = file.grants if file.by_hand else old.grants
        self._beside = compare(file, self._books.values())
        for finding in self._beside:
            _logger.warning("rights: %s in %s %s", finding.fault, finding.register, finding.detail)
        self._judge()
        if not self._beside and not file.by_hand:
            self._write_out()

    def _write_out(self) -> None:
        """Write the file for people; what another hand wrote there is kept beside it.

        A log that lost changes leaves the file as it is: it is the proof.
        """
        if self._path is None or not self._books:
            return
        faults = {finding.fault for finding in self._beside}
        if RightsFault.LOST in faults:
            return
        try:
            if faults:
                self._keep_as(self._path.with_name(EDITED))
            elif self._by_hand and not self._path.with_name(OLD).exists():
                self._keep_as(self._path.with_name(OLD))
            save(self._books.values(), self._path)
        except FolderNotWritable as error:
            _logger.warning("the file of rights cannot be written: %s", error)
            return
        self._beside = ()

    def _keep_as(self, other: Path) -> None:
        if self._path is not None and self._path.exists():
            with contextlib.suppress(OSError):
                self._path.replace(other)


def _place(event: Event) -> tuple[int, int, datetime]:
    """Where an event stands in its register's log, whatever its clock said; the clock only orders
    registers whose first changes have the same number."""
    return event.ref.year, event.ref.seq, event.time


def _deed_of(event: Event) -> Deed:
    return Deed(event.actor.identity, event.actor.user_name, event.time)


def _vouched_for(log: AccessLog, events: list[Event]) -> list[Event]:
    """The events less those carried over from the old form that nothing vouches for.

    The old form signed nothing. So a change out of it counts only if its register's log, when it
    first began, named the tree that was carried over as it is now; or, where that has not begun
    yet, if all others did.
    """
    if not any(event.ref.register == CARRIED for event in events):
        return events
    openings = _openings(log)
    counted = []
    for event in events:
        if event.ref.register == CARRIED:
            own = openings.get(event.register_key)
            heads = openings.values() if own is None else (own,)
            if not all(_names(head, log, event) for head in heads):
                _logger.warning("rights: nothing vouches for %s", event.ref)
                continue
        counted.append(event)
    return counted


def _names(heads: LogHead, log: AccessLog, event: Event) -> bool:
    head = heads.of(event.ref.tree)
    try:
        proof = log.prove(event.ref)
    except (LookupError, LogDamaged):
        return False
    return head is not None and (head.size, head.root) == (proof.size, proof.root)


def _openings(log: AccessLog) -> dict[str, LogHead]:
    """What each register's log named when it first began."""
    found: dict[str, LogHead] = {}
    years = _events(log, EventFilter(kind=EventKind.LOG_YEAR))
    for event in sorted(years, key=lambda event: event.ref):
        if event.ref.register != CARRIED and event.ref.register not in found:
            try:
                heads = LogHead.parse(event.evidence) if is_proven(log, event) else LogHead()
            except ValueError:
                heads = LogHead()
            found[event.ref.register] = heads
    return found


def _events(log: AccessLog, conditions: EventFilter) -> Iterator[Event]:
    page = log.search(conditions)
    yield from page.events
    while page.before is not None:
        page = log.search(conditions, before=page.before)
        yield from page.events
