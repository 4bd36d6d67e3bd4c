"""Looks at documents for a plan: what the archive shows of them now, each look through the gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kanta_desk.desk.browsing import told_documents
from kanta_desk.desk.gate import Gate, Ticket
from kanta_desk.errors import Cancelled, DocumentNotFound, VersionChanged
from kanta_desk.invalidation.planning import make_plan, obstacle
from kanta_desk.invalidation.reasons import reason_of
from kanta_desk.model.documents import (
    DocumentMetadata,
    SearchCriteria,
    SearchMode,
    VersionHistory,
)
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import InvalidationPlan, Refused
from kanta_desk.model.people import WorkContext


class PlanMaker:
    """Makes plans of what may be invalidated; leaves an event for each document looked at."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[WorkContext | None], Ticket],
        clock: Callable[[], datetime],
    ) -> None:
        self._gate = gate
        self._ticket = ticket
        self._clock = clock

    def planned(
        self,
        plan_id: str,
        context: WorkContext,
        reason: str,
        text: str,
        oids: Sequence[Oid],
        on_progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        *,
        proposer: str = "",
        expected: dict[Oid, tuple[Oid, int]] | None = None,
    ) -> InvalidationPlan:
        """The plan for these documents; what cannot be in it is in ``refused``.

        ``expected`` are set and version of each, where a plan was made of them before.

        Raises:
            Cancelled, PlanInvalid, ReasonMissing; what the gate and the archive raise.
        """
        wanted: list[DocumentMetadata] = []
        refused: list[Refused] = []
        for number, oid in enumerate(dict.fromkeys(oids), 1):
            if cancelled():
                raise Cancelled
            found = self._looked_at(oid, context, (expected or {}).get(oid))
            if isinstance(found, Refused):
                refused.append(found)
            else:
                wanted.append(found)
            on_progress(number, len(oids))
        why, said = reason_of(reason, text)
        made = self._clock()
        ticket = self._ticket(context)
        return make_plan(
            plan_id,
            context,
            why,
            said,
            wanted,
            lambda number: self._gate.new_oid(ticket, number, made.year),
            made,
            refused=refused,
            proposer=proposer,
        )

    def _looked_at(
        self, oid: Oid, context: WorkContext, expected: tuple[Oid, int] | None
    ) -> DocumentMetadata | Refused:
        try:
            history = self.history(oid, context)
        except DocumentNotFound as error:
            return Refused(oid, error)
        meant = next(each for each in history.versions if each.document_oid == oid)
        if expected is not None and expected != (meant.set_id, meant.version):
            return Refused(oid, VersionChanged(oid.value))
        hindrance = obstacle(meant, history, context.register)
        return meant if hindrance is None else Refused(oid, hindrance)

    def history(self, oid: Oid, context: WorkContext) -> VersionHistory:
        """All versions of the set that a version belongs to, by one query."""
        criteria = SearchCriteria(document_oid=oid, mode=SearchMode.VERSIONS)
        asked = Subject(document_oid=oid.value)
        found = self._gate.ask(
            self._ticket(context),
            EventKind.VERSIONS,
            asked,
            lambda archive, call: archive.search(criteria, call),
            lambda result: told_documents(asked, result.documents),
        )
        meant = next((each for each in found.documents if each.document_oid == oid), None)
        if meant is None:
            raise DocumentNotFound(oid.value)
        versions = sorted(
            (each for each in found.documents if each.set_id == meant.set_id),
            key=lambda each: each.version,
        )
        return VersionHistory(meant.set_id, tuple(versions))
