"""What helps an auditor's own work: names to complete from, saved searches and cases.

``session.supervision``. All of it is in the side database, which may change, unlike the log, and
is no evidence. To read it, to name and to save are no acts of the log, but only for who may search
it. What is done to a case is one: who opened it, on which events, until when, what was found, all
stays in the log, whatever becomes of the side database.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from kanta_desk.accesslog.sidebase import Case, CaseEvent, CaseState, SavedSearch
from kanta_desk.desk.gate import Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logpart import LogPart
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import EventMissing, FieldMissing
from kanta_desk.model.events import EventKind, EventRef, Subject

__all__ = ["Case", "CaseEvent", "CaseState", "SavedSearch", "Supervision"]


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

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def open_case(
        self, title: str, events: Sequence[EventRef] = (), due: date | None = None
    ) -> Case:
        """Begin to look into something: what, by which events, and until when; its number.

        Raises:
            FieldMissing: without a title.
            EventMissing, RightMissing: if an event is not there, or not of the register in hand.
        """
        said = _given(title, "title")

        def act() -> Case:
            case = Case(
                0,
                self._register,
                said,
                CaseState.OPEN,
                self._ticket().actor.user_name,
                self._custody.now,
                due.isoformat() if due else "",
                events=_told(self._present(events), ""),
            )
            return self._custody.side.open_case(case)

        return self._do(
            EventKind.LOG_CASE,
            Subject(query="case open"),
            act,
            lambda case: _outcome(
                case, "open", title=case.title, due=case.due, events=_names(events)
            ),
        )

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def add_to_case(self, number: int, events: Sequence[EventRef], note: str = "") -> Case:
        """Put events to an open case, with why; one that is there gets the new note.

        Raises:
            FieldMissing: without an event.
            LookupError: if no case of that number is open.
            EventMissing, RightMissing: as ``open_case``.
        """
        if not events:
            raise FieldMissing("event")

        def change(case: Case) -> Case:
            added = _told(self._present(events), note.strip())
            kept = (each for each in case.events if each.event not in _names(events))
            return replace(case, events=(*kept, *added))

        return self._change(number, "add", change, events=_names(events), note=note.strip())

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def remove_from_case(self, number: int, events: Sequence[EventRef], note: str = "") -> Case:
        """Take events off an open case; why stays in the log.

        Raises:
            FieldMissing: without an event.
            LookupError: if no case of that number is open.
            EventMissing: if an event is not of the case.
        """
        if not events:
            raise FieldMissing("event")

        def change(case: Case) -> Case:
            held = {each.event for each in case.events}
            for ref in events:
                if str(ref) not in held:
                    raise EventMissing(ref.short)
            kept = tuple(each for each in case.events if each.event not in _names(events))
            return replace(case, events=kept)

        return self._change(number, "remove", change, events=_names(events), note=note.strip())

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def set_case_due(self, number: int, due: date | None) -> Case:
        """Set the day an open case is due, or none.

        Raises:
            LookupError: if no case of that number is open.
        """
        day = due.isoformat() if due else ""
        return self._change(number, "due", lambda case: replace(case, due=day), due=day)

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def decide_case(self, number: int, decision: str) -> Case:
        """Close a case with what was found.

        Raises:
            FieldMissing: without a decision.
            LookupError: if no case of that number is open.
        """
        found = _given(decision, "decision")
        return self._change(
            number,
            "decide",
            lambda case: replace(case, state=CaseState.DECIDED, decision=found),
            decision=found,
        )

    @verb(EventKind.LOG_CASE, Lane.LOG)
    def reopen_case(self, number: int, reason: str) -> Case:
        """Look again into what was decided.

        Raises:
            FieldMissing: without a reason.
            LookupError: if no case of that number is decided.
        """
        return self._change(
            number,
            "reopen",
            lambda case: replace(case, state=CaseState.OPEN),
            CaseState.DECIDED,
            reason=_given(reason, "reason"),
        )

    def _change(
        self,
        number: int,
        name: str,
        change: Callable[[Case], Case],
        state: CaseState = CaseState.OPEN,
        **said: object,
    ) -> Case:
        """Change a case that is in ``state``; ``said`` is what the log holds of it."""

        def act() -> Case:
            for case in self._custody.side.cases(self._register):
                if case.id == number and case.state is state:
                    self._custody.side.change_case(change(case))
                    return next(
                        each
                        for each in self._custody.side.cases(self._register)
                        if each.id == number
                    )
            raise LookupError(f"no such case {number}")

        return self._do(
            EventKind.LOG_CASE,
            Subject(query=f"case {name} {number}"),
            act,
            lambda case: _outcome(case, name, **said),
        )

    def _present(self, events: Sequence[EventRef]) -> Sequence[EventRef]:
        """The events, all of which are in the register in hand."""
        for ref in events:
            try:
                self._own(ref)
            except LookupError:
                raise EventMissing(ref.short) from None
        return events

    def _demand_search(self) -> None:
        self._gate.demand(self._ticket(), EventKind.LOG_SEARCH)


def _given(value: str, name: str) -> str:
    """A field without the blanks around it.

    Raises:
        FieldMissing: if nothing is left.
    """
    if not value.strip():
        raise FieldMissing(name)
    return value.strip()


def _names(events: Sequence[EventRef]) -> list[str]:
    return sorted(map(str, events))


def _told(events: Sequence[EventRef], note: str) -> tuple[CaseEvent, ...]:
    return tuple(CaseEvent(str(ref), note) for ref in sorted(set(events)))


def _outcome(case: Case, act: str, **said: object) -> Told:
    """What the log holds of an act on a case: what was said, without what is empty."""
    told = {name: value for name, value in said.items() if value}
    evidence = {"case": case.id, "act": act, **told}
    if act == "due":
        evidence["due"] = case.due  # that there is none is what was said
    return Told(1, evidence=json.dumps(evidence, ensure_ascii=False))
