"""The register of rights as a session's administrator and auditor use it: ``session.rights``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.verbs import verb
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.rights import Grant, RightsChange, RightsOverview
from kanta_desk.model.text import Language
from kanta_desk.rights import rules
from kanta_desk.rights.changes import encode, identified
from kanta_desk.rights.history import Book
from kanta_desk.rights.notices import expiring
from kanta_desk.rights.professionals import ProfessionalRegister, professional_registers
from kanta_desk.rights.report import RightsReport, write_report
from kanta_desk.rights.tables import TableRead, read_table, write_table

__all__ = ["Granting", "ProfessionalRegister", "professional_registers"]

T = TypeVar("T")


class Granting:
    """Every change is one event of the access log, which alone gives or takes a right.

    All acts are in the register in hand. The verbs that change raise, beside what the gate raises,
    ``GrantInvalid``, ``SelfGrant`` and ``LastAdministrator``; then nothing has changed.
    """

    def __init__(self, gate: Gate, ticket: Callable[[], Ticket], rights: LiveRights) -> None:
        self._gate = gate
        self._ticket = ticket
        self._rights = rights

    @verb(EventKind.RIGHTS_VIEW, Lane.LOG)
    def overview(self) -> RightsOverview:
        """All rights of the register, their history, what ends soon and what is amiss."""
        return self._view("overview", lambda view: view)

    @verb(EventKind.RIGHTS_VIEW, Lane.LOG)
    def export(self, path: Path) -> Path:
        """Write all rights, former ones included, as CSV.

        Raises:
            FolderNotWritable: naming the folder.
        """
        return self._view("export", lambda view: write_table(view.records, view.day, path))

    @verb(EventKind.RIGHTS_VIEW, Lane.LOG)
    def report(self, path: Path, language: Language, *, practice: bool = False) -> Path:
        """Write the report for the controller's own supervision (omavalvonta) as PDF/A.

        Raises:
            ReportFailed: if it cannot be written.
        """
        ticket = self._ticket()
        book = self._rights.book(ticket.context.register)
        details = RightsReport(ticket.actor.user_name, book.digest, practice)
        return self._view("report", lambda view: write_report(view, details, path, language))

    @verb(EventKind.RIGHTS_VIEW, Lane.LOG)
    def read_file(self, path: Path) -> TableRead:
        """What a CSV file of rights would bring in, and all that is at fault in it."""
        return self._view("read file", lambda _: self._read(path))

    @verb(EventKind.RIGHTS_CHANGE, Lane.LOG)
    def grant(self, grant: Grant, replaces: str = "") -> Grant:
        """Give a right; ``replaces`` is the id of one of the same person and role that ends now."""
        me = self._ticket().actor.identity
        change = self._changed(
            f"grant {grant.role.value} {grant.person.value}",
            lambda book: rules.granted(book, me, grant, self._rights.today, replaces),
        )
        return change.grants[0]

    @verb(EventKind.RIGHTS_CHANGE, Lane.LOG)
    def revoke(self, grant_id: str, reason: str) -> None:
        """Take a right away from the next act on."""
        self._changed(
            f"revoke {grant_id}",
            lambda book: rules.revoked(book, grant_id, reason, self._rights.today),
        )

    @verb(EventKind.RIGHTS_CHANGE, Lane.LOG)
    def import_file(self, path: Path) -> tuple[Grant, ...]:
        """Bring in the rights of a file that are not in force yet: all of them, or none.

        Raises:
            RightsFileFault: naming the first row and column at fault; ``read_file`` tells all.
        """
        me = self._ticket().actor.identity

        def change(book: Book) -> RightsChange:
            read = self._read(path)
            if read.faults:
                raise read.faults[0]
            return rules.imported(book, me, read.fresh, self._rights.today)

        return self._changed("import", change).grants

    @verb(EventKind.RIGHTS_CHANGE, Lane.LOG)
    def set_two_persons(self, wanted: bool) -> None:
        """Set whether an invalidation takes two persons: one proposes, another confirms."""
        self._changed(
            f"two persons {'on' if wanted else 'off'}",
            lambda book: rules.two_persons(book, wanted),
        )

    def _changed(self, said: str, build: Callable[[Book], RightsChange]) -> RightsChange:
        ticket = self._ticket()
        with self._rights.changing(ticket.context.register) as book:
            return self._gate.do(
                ticket,
                EventKind.RIGHTS_CHANGE,
                Subject(query=said),
                lambda: identified(build(book)),
                lambda change: Told(
                    len(change.grants) + len(change.revoked), evidence=encode(change)
                ),
            )

    def _read(self, path: Path) -> TableRead:
        book = self._rights.book(self._ticket().context.register)
        return read_table(path, book, self._rights.today)

    def _view(self, said: str, act: Callable[[RightsOverview], T]) -> T:
        return self._gate.do(
            self._ticket(),
            EventKind.RIGHTS_VIEW,
            Subject(query=said),
            lambda: act(self._overview()),
        )

    def _overview(self) -> RightsOverview:
        register, today = self._ticket().context.register, self._rights.today
        book = self._rights.book(register)
        return RightsOverview(
            register=book.register,
            day=today,
            records=book.records,
            changes=book.changes,
            expiring=expiring(book, today),
            two_persons=book.two_persons,
            findings=self._rights.findings(register),
        )
