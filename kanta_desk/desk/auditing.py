"""The access log in an auditor's hands: ``session.log``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kanta_desk.desk.gate import Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logbook import LogSearch, in_words, veiled
from kanta_desk.desk.logpart import LogPart, demanded, one
from kanta_desk.desk.verbs import verb
from kanta_desk.model.event_details import Grounds
from kanta_desk.model.events import Event, EventFilter, EventKind, EventRef, Subject
from kanta_desk.model.logreport import ProofState
from kanta_desk.model.text import Language


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One event in full, and what vouches for it; the client is veiled unless revealed."""

    event: Event
    proof: ProofState
    revealed: bool = False


class Auditing(LogPart):
    """Looking: searches, single events, what is written of them for others."""

    @verb(EventKind.LOG_SEARCH, Lane.LOG)
    def search(self, conditions: EventFilter) -> LogSearch:
        """Search the register in hand; its pages and counts belong to this one event."""
        of_register = replace(conditions, register=self._register)
        is_open = self._ticket().is_open
        return self._do(
            EventKind.LOG_SEARCH,
            Subject(client_id=conditions.client, query=in_words(conditions)),
            lambda: self._logbook.search(of_register, is_open),
            lambda found: Told(found.total),
        )

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def event(self, ref: EventRef) -> LogRecord:
        """One event in full, its client veiled.

        Raises:
            LookupError: if there is none.
            RightMissing: if it belongs to another register than the one in hand.
        """

        def read() -> LogRecord:
            return LogRecord(veiled(self._own(ref)), self._custody.proof_state(ref))

        return self._do(EventKind.LOG_VIEW, Subject(query=f"event:{ref}"), read, one)

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def reveal(self, ref: EventRef, reason: str) -> LogRecord:
        """One event with who the client is, for a reason that the log keeps.

        Raises:
            FieldMissing: without one.
            LookupError, RightMissing: as ``event``.
        """
        why = demanded(reason)

        def read() -> LogRecord:
            return LogRecord(self._own(ref), self._custody.proof_state(ref), revealed=True)

        return self._do(
            EventKind.LOG_VIEW,
            Subject(query=f"reveal:{ref} reason:{why}"),
            read,
            lambda found: Told(
                1,
                Subject(
                    client_id=found.event.subject.client_id,
                    client_name=found.event.subject.client_name,
                    query=f"reveal:{ref} reason:{why}",
                ),
            ),
            Grounds(reason=why),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def save_proof(self, ref: EventRef, folder: Path) -> tuple[Path, ...]:
        """Write the proof of an event, its annex, and beside them the program that checks them.

        The proof holds the event whole, its client included.

        Raises:
            LookupError: if there is no such event, or it was disposed of.
            FolderNotWritable: naming the folder.
            RightMissing: as ``event``.
        """

        def write() -> tuple[Path, ...]:
            self._own(ref)
            return self._custody.save_proof(ref, folder)

        return self._do(EventKind.LOG_EXPORT, Subject(query=f"proof:{ref}"), write, one)

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def save_growth(self, kept: str, folder: Path) -> tuple[Path, ...]:
        """Write the proof that the log begins, unchanged, with what a checkpoint signed.

        ``kept`` is the text of a checkpoint of the register in hand, as somebody outside keeps it.

        Raises:
            LookupError: if it is none.
            LogContradicted: if the log does not begin so: it was changed, or there are two.
            FolderNotWritable: naming the folder.
        """
        register = self._register
        return self._do(
            EventKind.LOG_EXPORT,
            Subject(query="growth"),
            lambda: self._custody.save_growth(register, kept, folder),
            one,
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def export(
        self, conditions: EventFilter, path: Path, language: Language, *, unmask: str = ""
    ) -> int:
        """Write what matches as CSV; how many events.

        ``unmask`` is the reason for which clients' identifiers are written whole; without one
        they, and the names, are not.

        Raises:
            FolderNotWritable: naming the folder.
        """
        of_register = replace(conditions, register=self._register)
        said = f"csv {in_words(conditions)} unmasked:{unmask.strip() or 'no'}"
        return self._do(
            EventKind.LOG_EXPORT,
            Subject(client_id=conditions.client, query=said),
            lambda: self._custody.export(
                of_register, path, language, unmasked=bool(unmask.strip())
            ),
            lambda count: Told(count),
        )
