"""What helps an auditor's own work: names to complete from, saved searches and cases.

``session.supervision``. All of it is in the side database, which may change, unlike the log, and
is no evidence. So these are no acts of the log, but only for who may search it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kanta_desk.accesslog.sidebase import Case, CaseState, SavedSearch
from kanta_desk.desk.logpart import LogPart
from kanta_desk.errors import EventMissing, FieldMissing
from kanta_desk.model.events import EventKind, EventRef

__all__ = ["Case", "CaseState", "SavedSearch", "Supervision"]


class Supervision(LogPart):
    """Saved searches, and cases: what is looked into, by which events, until when."""

    def names(self, typed: str) -> tuple[str, ...]:
        """Names of users to complete what was typed."""
        self._demand_search()
        return self._custody.side.names(typed)

    def searches(self) -> tuple[SavedSearch, ...]:
        """The searches saved for the register in hand."""
        self._demand_search()
        return self._custody.side.searches(self._register)

    def save_search(self, name: str, query: str) -> None:
        """Save a search in the query language, in place of one of the same name.

        Raises:
            FieldMissing: if the name or the search is empty.
        """
        self._demand_search()
        if not (name.strip() and query.strip()):
            raise FieldMissing("name")
        by = self._ticket().actor.user_name
        saved = SavedSearch(self._register, name.strip(), query.strip(), by, self._custody.now)
        self._custody.side.save_search(saved)

    def forget_search(self, name: str) -> None:
        """Forget a saved search."""
        self._demand_search()
        self._custody.side.forget_search(self._register, name)

    def cases(self) -> tuple[Case, ...]:
        """What is or was looked into in the register in hand, the newest first."""
        self._demand_search()
        return self._custody.side.cases(self._register)

    def open_case(
        self, title: str, events: Sequence[EventRef] = (), due: date | None = None
    ) -> Case:
        """Begin to look into something: what, by which events, and until when; its number.

        Raises:
            FieldMissing: without a title.
            EventMissing, RightMissing: if an event is not there, or not of the register in hand.
        """
        self._demand_search()
        if not title.strip():
            raise FieldMissing("title")
        for ref in events:
            try:
                self._own(ref)
            except LookupError:
                raise EventMissing(ref.short) from None
        case = Case(
            0,
            self._register,
            title.strip(),
            CaseState.OPEN,
            self._ticket().actor.user_name,
            self._custody.now,
            due.isoformat() if due else "",
            events=tuple(sorted(map(str, events))),
        )
        return self._custody.side.open_case(case)

    def decide_case(self, number: int, decision: str) -> Case:
        """Close a case with what was found.

        Raises:
            FieldMissing: without a decision.
            LookupError: if no case of that number is open.
        """
        for case in self.cases():
            if case.id == number and case.state == CaseState.OPEN:
                if not decision.strip():
                    raise FieldMissing("decision")
                decided = replace(case, state=CaseState.DECIDED, decision=decision.strip())
                self._custody.side.change_case(decided)
                return decided
        raise LookupError(f"no open case {number}")

    def _demand_search(self) -> None:
        self._gate.demand(self._ticket(), EventKind.LOG_SEARCH)
