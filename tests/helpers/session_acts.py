"""Each verb of a session, done once: what to call, and what must be there first.

A verb that is added needs a line in ``ACTS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kanta_desk.desk.planning import read_plan
from kanta_desk.desk.session import Session
from kanta_desk.invalidation.batch import Control
from kanta_desk.model.deployment import Plan, ReportDetails, Ruling, Verdict
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import Event, EventFilter, EventRef
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Confirmation, InvalidationPlan
from kanta_desk.model.people import Role
from kanta_desk.model.text import Language
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2
from tests.helpers.handed import SOMEWHERE, backed_up, handed_over, taken_in
from tests.helpers.imports import a_code_set, imported
from tests.helpers.rights import a_grant, a_table

PLAN: list[Path] = []
"""Where the practice plan of the desk under test is; its test puts it here."""


def the_plan() -> Plan:
    """The practice plan."""
    return read_plan(PLAN[0])


def events_of(session: Session) -> list[Event]:
    """All events of the log, oldest first, read beside the gate."""
    log = session._logbook._log
    page = log.search(EventFilter())
    found = list(page.events)
    while page.before is not None:
        page = log.search(EventFilter(), before=page.before)
        found += page.events
    return sorted(found, key=lambda event: (event.time, event.ref))


def some_document(session: Session) -> Oid:
    """One that is still valid: the desk is the same for all tests here, and some invalidate."""
    for client in dict.fromkeys(row.client_id for row in the_plan().documents):
        for found in session.search(SearchCriteria(client_id=client)).documents:
            return found.document_oid
    raise AssertionError("every document of the plan's clients has been invalidated")


DETAILS = ReportDetails("Hoiva Esimerkki Oy", "9999920-4", "Hoiva Esimerkki Oy", "1.2.246.10.1")


def a_verdict(session: Session) -> Verdict:
    """What the deployment test says of the plan's first document."""
    whole = the_plan()
    return session.tests.run(replace(whole, documents=whole.documents[:1]))


ACTS: dict[str, Callable[[Session, Path], object]] = {
    "change_context": lambda s, _: s.change_context(s.context),
    "search": lambda s, _: s.search(SearchCriteria(client_id=the_plan().documents[0].client_id)),
    "search_more": lambda s, _: s.search_more(
        s.search(SearchCriteria(client_id=the_plan().documents[0].client_id, limit=1))
    ),
    "metadata": lambda s, _: s.metadata(some_document(s)),
    "versions": lambda s, _: s.versions(s.metadata(some_document(s)).set_id),
    "open": lambda s, _: s.open(some_document(s)),
    "copies.save": lambda s, folder: s.copies.save(s.open(some_document(s)), folder / "d.xml"),
    "copies.print_out": lambda s, _: s.copies.print_out(s.open(some_document(s)), len),
    "copies.copy_text": lambda s, _: s.copies.copy_text(s.open(some_document(s)), "päätös"),
    "comparing.compare": lambda s, _: s.comparing.compare(
        s.open(some_document(s)), s.open(some_document(s)), Language.FI
    ),
    "tests.run": lambda s, _: s.tests.run(the_plan(), cancelled=lambda: False),
    "tests.resume": lambda s, _: s.tests.resume(
        s.tests.run(the_plan(), cancelled=lambda: True).run_id
    ),
    "tests.rerun": lambda s, _: s.tests.rerun(a_verdict(s).run_id),
    "tests.verdict": lambda s, _: s.tests.verdict(a_verdict(s).run_id),
    "tests.changes": lambda s, _: s.tests.changes(a_verdict(s).run_id, a_verdict(s).run_id),
    "tests.choose": lambda s, _: s.tests.choose(
        (v := a_verdict(s)).run_id, v.rows[0].expected.key, None, "koe"
    ),
    "tests.decide": lambda s, _: s.tests.decide(
        (v := a_verdict(s)).run_id, v.rows[0].expected.key, None, Ruling.ACCEPTED, "koe"
    ),
    "tests.mark_reported": lambda s, _: s.tests.mark_reported(
        a_verdict(s).run_id, date(2026, 11, 22), "sähköposti"
    ),
    "tests.forget": lambda s, _: s.tests.forget(a_verdict(s).run_id),
    "reports.write": lambda s, folder: s.reports.write(
        a_verdict(s), DETAILS, folder / "report.pdf", Language.FI
    ),
    "reports.write_signed": lambda s, folder: s.reports.write_signed(
        a_verdict(s),
        DETAILS,
        folder / "signed.pdf",
        Language.FI,
        lambda _: bytearray(PRACTICE_PIN2, "ascii"),
    ),
    "reports.write_workbook": lambda s, folder: s.reports.write_workbook(
        a_verdict(s), DETAILS, folder / "report.xlsx", Language.FI
    ),
    "reports.write_json": lambda s, folder: s.reports.write_json(
        a_verdict(s), folder / "verdict.json"
    ),
    "reports.write_letter": lambda s, folder: s.reports.write_letter(
        a_verdict(s), DETAILS, [], folder / "letter.eml", Language.FI
    ),
    "log.search": lambda s, _: s.log.search(EventFilter()),
    "log.event": lambda s, _: s.log.event(newest(s)),
    "log.reveal": lambda s, _: s.log.reveal(newest(s), "koe"),
    "keeping.verify": lambda s, _: s.keeping.verify(),
    "keeping.write_verification": lambda s, folder: s.keeping.write_verification(
        s.keeping.verify(), folder / "verification.pdf", Language.FI
    ),
    "log.save_proof": lambda s, folder: s.log.save_proof(newest(s), folder),
    "log.save_growth": lambda s, folder: s.log.save_growth(
        s.keeping.kept().checkpoints[0].note, folder
    ),
    "log.export": lambda s, folder: s.log.export(EventFilter(), folder / "log.csv", Language.FI),
    "keeping.back_up": lambda s, folder: s.keeping.back_up(folder / "copy"),
    "keeping.hand_over": lambda s, folder: s.keeping.hand_over(folder / "all", "koe"),
    "backups.made": lambda s, _: s.backups.made(),
    "backups.destroyed": lambda s, folder: s.backups.destroyed(backed_up(s, folder), "koe"),
    "takeover.take": lambda s, folder: s.takeover.take(handed_over(folder), "koe", Language.FI),
    "takeover.listed": lambda s, _: s.takeover.listed(),
    "takeover.search": lambda s, folder: s.takeover.search(taken_in(s, folder), EventFilter()),
    "takeover.event": lambda s, folder: s.takeover.event(taken_in(s, folder), SOMEWHERE),
    "takeover.check": lambda s, folder: s.takeover.check(taken_in(s, folder)),
    "keeping.kept": lambda s, _: s.keeping.kept(),
    "keeping.checkpoint": lambda s, _: s.keeping.checkpoint(),
    "keeping.anchor_page": lambda s, folder: s.keeping.anchor_page(
        s.keeping.kept().checkpoints[0], folder / "anchor.pdf", Language.FI
    ),
    "sealing.seal": lambda s, _: s.sealing.seal(bytearray(PRACTICE_PIN1, "ascii")),
    "keeping.disposals": lambda s, _: s.keeping.disposals(),
    "keeping.confirm_time": lambda s, _: s.keeping.confirm_time("koe"),
    "keeping.place_hold": lambda s, _: s.keeping.place_hold("koe", date(2027, 1, 1), user="1"),
    "keeping.lift_hold": lambda s, _: s.keeping.lift_hold(
        s.keeping.place_hold("koe", date(2027, 1, 1), user="1").number, "koe"
    ),
    "supervision.open_case": lambda s, _: s.supervision.open_case("koe"),
    "supervision.add_to_case": lambda s, _: s.supervision.add_to_case(a_case(s), [newest(s)]),
    "supervision.remove_from_case": lambda s, _: s.supervision.remove_from_case(
        s.supervision.open_case("koe", [ref := newest(s)]).id, [ref]
    ),
    "supervision.set_case_due": lambda s, _: s.supervision.set_case_due(
        a_case(s), date(2027, 1, 1)
    ),
    "supervision.decide_case": lambda s, _: s.supervision.decide_case(a_case(s), "koe"),
    "supervision.reopen_case": lambda s, _: s.supervision.reopen_case(
        s.supervision.decide_case(a_case(s), "koe").id, "koe"
    ),
    "rights.overview": lambda s, _: s.rights.overview(),
    "rights.export": lambda s, folder: s.rights.export(folder / "rights.csv"),
    "rights.report": lambda s, folder: s.rights.report(folder / "rights.pdf", Language.FI),
    "rights.read_file": lambda s, folder: s.rights.read_file(
        s.rights.export(folder / "rights.csv")
    ),
    "rights.grant": lambda s, _: s.rights.grant(a_grant(s, Role.VIEWER)),
    "rights.revoke": lambda s, _: s.rights.revoke(
        s.rights.grant(a_grant(s, Role.AUDITOR)).id, "koe"
    ),
    "rights.import_file": lambda s, folder: s.rights.import_file(a_table(s, folder)),
    "rights.set_two_persons": lambda s, _: [
        s.rights.set_two_persons(wanted) for wanted in (True, False)
    ],
    "imports.take": lambda s, folder: s.imports.take(a_code_set(s, folder)),
    "imports.remove": lambda s, folder: s.imports.remove(imported(s, folder)),
    "invalidations.plan": lambda s, _: a_plan_of_one(s),
    "invalidations.dependants": lambda s, _: s.invalidations.dependants(some_document(s)),
    "invalidations.propose": lambda s, _: proposed(s),
    "invalidations.take_up": lambda s, _: s.invalidations.take_up(interrupted(s)),
    "invalidations.withdraw": lambda s, _: s.invalidations.withdraw(proposed(s)),
    "invalidations.run": lambda s, _: invalidated(s),
    "invalidations.settle": lambda s, _: s.invalidations.settle(),
    "invalidations.overview": lambda s, _: s.invalidations.overview(),
    "invalidations.report": lambda s, folder: s.invalidations.report(
        s.invalidations.overview().entries[0].plan_id if invalidated(s) else "",
        folder / "report.pdf",
        Language.FI,
    ),
    "invalidations.receipt": lambda s, folder: s.invalidations.receipt(
        invalidated(s), folder / "receipt.pdf", Language.FI
    ),
    "lock": lambda s, _: s.lock(),
    "sign_out": lambda s, _: s.sign_out(),
}


def a_plan_of_one(session: Session) -> InvalidationPlan:
    """A plan to invalidate one document."""
    return session.invalidations.plan([some_document(session)], "KOE")


def proposed(session: Session) -> str:
    """The id of a plan that waits for a second person."""
    plan = a_plan_of_one(session)
    session.invalidations.propose(plan, Confirmation(plan.digest, 1))
    return plan.plan_id


def invalidated(session: Session, control: Control | None = None) -> str:
    """The message id of an invalidation that was carried out."""
    plan = a_plan_of_one(session)
    pin2 = bytearray(PRACTICE_PIN2, "ascii")
    session.invalidations.run(plan, Confirmation(plan.digest, 1), lambda _: pin2, control)
    return plan.items[0].message_id


def interrupted(session: Session) -> str:
    """The id of a plan that was paused before its first document."""
    paused = Control()
    paused.pause()
    invalidated(session, paused)
    return session.invalidations.overview().interrupted[0].plan_id


def a_case(session: Session) -> int:
    """The number of a case that is open."""
    return session.supervision.open_case("koe").id


def newest(session: Session) -> EventRef:
    """The log's newest event."""
    return session.log.search(EventFilter()).first.events[0].ref
