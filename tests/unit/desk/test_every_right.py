"""Every verb against every role: each holder does what the role allows, and nothing else.

A verb that is added needs a line in ``CALLS``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from kanta_desk.desk.custody import DisposalPlan, Due, Month
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.session import Session
from kanta_desk.desk.verbs import verb_of
from kanta_desk.errors import (
    CardRemoved,
    DisposalRefused,
    PaperMissing,
    PlanInvalid,
    RightMissing,
    SecondPersonNeeded,
)
from kanta_desk.invalidation.reasons import reasons
from kanta_desk.model.deployment import ReportDetails, Ruling
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Phase
from kanta_desk.model.invalidation import Confirmation, InvalidationPlan
from kanta_desk.model.logreport import Depth, Had, KeptCheckpoint
from kanta_desk.model.people import Identity, Purpose, Register, Role
from kanta_desk.model.rights import Grant, Refusal
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import OWN, REGISTERS
from kanta_desk.practice.people import ARCHIVIST, SUBSTITUTE
from kanta_desk.rights.acts import ACTS, OWN_ACTS
from kanta_desk.rights.register import RightsRegister
from tests.helpers.deployment import document, expected, oid, plan
from tests.helpers.handed import SOMEWHERE, backed_up, handed_over, taken_in
from tests.helpers.imports import a_code_set, imported
from tests.helpers.rights import PEKKA, a_grant, a_table, grant
from tests.helpers.small_desk import SmallDesk, holder_of, small_desk

ME = holder_of(ARCHIVIST).identity
TODAY = date(2026, 11, 22)
ALWAYS = {"lock", "sign_out"}
"""What nobody is kept from: it ends one's own session, and asks no right."""


def mine(role: Role, **more: object) -> Grant:
    return grant(ME, role, register=OWN.register, **more)  # type: ignore[arg-type]


HOLDERS: dict[str, tuple[RightsRegister, frozenset[Role], Refusal]] = {
    role.value: (RightsRegister((mine(role),)), frozenset({role}), Refusal.ROLE) for role in Role
} | {
    "nobody": (RightsRegister(), frozenset(), Refusal.NO_RIGHT),
    "ended": (
        RightsRegister(
            (
                *(mine(role, valid_to=TODAY - timedelta(1)) for role in Role),
                # Time does not take away the last administrator: there is another one.
                grant(PEKKA, Role.ADMINISTRATOR, register=OWN.register),
            )
        ),
        frozenset(),
        Refusal.ENDED,
    ),
    "to come": (
        RightsRegister(tuple(mine(role, valid_from=TODAY + timedelta(1)) for role in Role)),
        frozenset(),
        Refusal.NOT_YET,
    ),
    "elsewhere": (
        RightsRegister(tuple(grant(ME, role, register=REGISTERS[1]) for role in Role)),
        frozenset(),
        Refusal.NO_RIGHT,
    ),
    "revoked": (
        RightsRegister(former=tuple(mine(role) for role in Role)),
        frozenset(),
        Refusal.REVOKED,
    ),
}
"""Whose rights, the roles that they give now, and how a refusal is explained."""


def verbs() -> dict[str, Callable[..., object]]:
    owners = {"": Session} | {f"{name}.": part for name, part in Session.parts.items()}
    return {
        f"{prefix}{name}": method
        for prefix, owner in owners.items()
        for name, method in inspect.getmembers(owner, inspect.isfunction)
        if hasattr(method, "__verb__")
    }


class Held:
    """Rights that a test hands over: all of them while it prepares, one holder's when it tries."""

    def __init__(self) -> None:
        self.now = EVERYTHING

    def grants_of(self, person: Identity, on: date) -> tuple[Grant, ...]:
        return self.now.grants_of(person, on)

    def registers_for(self, person: Identity, on: date) -> tuple[Register, ...]:
        return self.now.registers_for(person, on)

    def refusal(
        self, person: Identity, act: EventKind, register: Register, purpose: Purpose, on: date
    ) -> Refusal | None:
        return self.now.refusal(person, act, register, purpose, on)


EVERYTHING = RightsRegister(tuple(mine(role) for role in Role))
Act = Callable[[], object]

CALLS: dict[str, Callable[[Session, Path], Act]] = {
    "change_context": lambda s, _: lambda: s.change_context(s.context),
    "search": lambda s, _: lambda: s.search(SearchCriteria(case_id="1")),
    "search_more": lambda s, _: partial(s.search_more, s.search(SearchCriteria(case_id="1"))),
    "metadata": lambda s, _: lambda: s.metadata(oid(1)),
    "versions": lambda s, _: lambda: s.versions(oid(1)),
    "open": lambda s, _: lambda: s.open(oid(1)),
    "copies.save": lambda s, folder: partial(s.copies.save, s.open(oid(1)), folder / "document"),
    "copies.print_out": lambda s, _: partial(s.copies.print_out, s.open(oid(1)), len),
    "copies.copy_text": lambda s, _: partial(s.copies.copy_text, s.open(oid(1)), "päätös"),
    "comparing.compare": lambda s, _: partial(
        s.comparing.compare, s.open(oid(1)), s.open(oid(1)), Language.FI
    ),
    "tests.run": lambda s, _: lambda: s.tests.run(plan(expected(1))),
    "tests.resume": lambda s, _: partial(
        s.tests.resume, s.tests.run(plan(expected(1)), cancelled=lambda: True).run_id
    ),
    "tests.rerun": lambda s, _: partial(s.tests.rerun, a_run(s)),
    "tests.verdict": lambda s, _: partial(s.tests.verdict, a_run(s)),
    "tests.changes": lambda s, _: partial(s.tests.changes, a_run(s), a_run(s)),
    "tests.choose": lambda s, _: partial(s.tests.choose, a_run(s), "A1", None, "koe"),
    "tests.decide": lambda s, _: partial(
        s.tests.decide, a_run(s), "A1", None, Ruling.ACCEPTED, "koe"
    ),
    "tests.mark_reported": lambda s, _: partial(s.tests.mark_reported, a_run(s), TODAY, "posti"),
    "tests.forget": lambda s, _: partial(s.tests.forget, a_run(s)),
    "reports.write": lambda s, folder: partial(
        s.reports.write, s.tests.run(plan(expected(1))), DETAILS, folder / "r.pdf", Language.FI
    ),
    "reports.write_signed": lambda s, folder: partial(
        s.reports.write_signed,
        s.tests.run(plan(expected(1))),
        DETAILS,
        folder / "r.pdf",
        Language.FI,
        lambda _: None,
    ),
    "reports.write_workbook": lambda s, folder: partial(
        s.reports.write_workbook,
        s.tests.run(plan(expected(1))),
        DETAILS,
        folder / "r.xlsx",
        Language.FI,
    ),
    "reports.write_json": lambda s, folder: partial(
        s.reports.write_json, s.tests.run(plan(expected(1))), folder / "v.json"
    ),
    "reports.write_letter": lambda s, folder: partial(
        s.reports.write_letter,
        s.tests.run(plan(expected(1))),
        DETAILS,
        [],
        folder / "r.eml",
        Language.FI,
    ),
    "log.search": lambda s, _: lambda: s.log.search(EventFilter()),
    "log.event": lambda s, _: partial(s.log.event, newest(s)),
    "log.reveal": lambda s, _: partial(s.log.reveal, newest(s), "koe"),
    "keeping.verify": lambda s, _: lambda: s.keeping.verify(depth=Depth.DAILY),
    "keeping.write_verification": lambda s, folder: partial(
        s.keeping.write_verification,
        s.keeping.verify(depth=Depth.DAILY),
        folder / "v.pdf",
        Language.FI,
    ),
    "log.save_proof": lambda s, folder: partial(s.log.save_proof, newest(s), folder),
    "log.save_growth": lambda s, folder: partial(s.log.save_growth, checkpoint(s).note, folder),
    "log.export": lambda s, folder: partial(
        s.log.export, EventFilter(), folder / "log.csv", Language.FI
    ),
    "keeping.back_up": lambda s, folder: lambda: s.keeping.back_up(folder / "copy"),
    "keeping.hand_over": lambda s, folder: lambda: s.keeping.hand_over(folder / "all", "koe"),
    "backups.made": lambda s, _: lambda: s.backups.made(),
    "backups.destroyed": lambda s, folder: partial(
        s.backups.destroyed, backed_up(s, folder), "koe"
    ),
    "takeover.take": lambda s, folder: partial(
        s.takeover.take, handed_over(folder), "koe", Language.FI
    ),
    "takeover.listed": lambda s, _: lambda: s.takeover.listed(),
    "takeover.search": lambda s, folder: partial(
        s.takeover.search, taken_in(s, folder), EventFilter()
    ),
    "takeover.event": lambda s, folder: partial(s.takeover.event, taken_in(s, folder), SOMEWHERE),
    "takeover.check": lambda s, folder: partial(s.takeover.check, taken_in(s, folder)),
    "keeping.kept": lambda s, _: lambda: s.keeping.kept(),
    "keeping.checkpoint": lambda s, _: lambda: s.keeping.checkpoint(),
    "keeping.anchor_page": lambda s, folder: partial(
        s.keeping.anchor_page, checkpoint(s), folder / "a.pdf", Language.FI
    ),
    "keeping.acknowledge": lambda s, _: partial(
        s.keeping.acknowledge, [Had("ab12", f"{s.context.register.key}/2026", 999)], "koe"
    ),
    "keeping.place_hold": lambda s, _: lambda: s.keeping.place_hold("koe", TODAY, user="1"),
    "keeping.lift_hold": lambda s, _: partial(
        s.keeping.lift_hold, s.keeping.place_hold("koe", TODAY, user="1").number, "koe"
    ),
    "keeping.disposals": lambda s, _: lambda: s.keeping.disposals(),
    "keeping.write_record": lambda s, folder: partial(
        s.keeping.write_record, newest(s), folder / "d.pdf", Language.FI
    ),
    "keeping.confirm_time": lambda s, _: lambda: s.keeping.confirm_time("koe"),
    "keeping.plan_disposal": lambda s, _: partial(s.keeping.plan_disposal, [too_young(s)]),
    "keeping.propose_disposal": lambda s, _: partial(
        s.keeping.propose_disposal, of_nothing(s), "koe"
    ),
    "keeping.dispose": lambda s, folder: partial(
        s.keeping.dispose, of_nothing(s), "koe", folder / "d.pdf", Language.FI
    ),
    "sealing.seal": lambda s, _: partial(s.sealing.seal, bytearray(b"1234")),
    "supervision.open_case": lambda s, _: lambda: s.supervision.open_case("koe"),
    "supervision.add_to_case": lambda s, _: partial(
        s.supervision.add_to_case, a_case(s), [newest(s)]
    ),
    "supervision.remove_from_case": lambda s, _: partial(
        s.supervision.remove_from_case,
        s.supervision.open_case("koe", [ref := newest(s)]).id,
        [ref],
    ),
    "supervision.set_case_due": lambda s, _: partial(
        s.supervision.set_case_due, a_case(s), date(2027, 1, 1)
    ),
    "supervision.decide_case": lambda s, _: partial(s.supervision.decide_case, a_case(s), "koe"),
    "supervision.reopen_case": lambda s, _: partial(
        s.supervision.reopen_case, s.supervision.decide_case(a_case(s), "koe").id, "koe"
    ),
    "rights.overview": lambda s, _: lambda: s.rights.overview(),
    "rights.export": lambda s, folder: lambda: s.rights.export(folder / "rights.csv"),
    "rights.report": lambda s, folder: lambda: s.rights.report(folder / "r.pdf", Language.FI),
    "rights.read_file": lambda s, folder: partial(s.rights.read_file, a_table(s, folder)),
    "rights.grant": lambda s, _: partial(s.rights.grant, a_grant(s, Role.VIEWER, next(NUMBERS))),
    "rights.revoke": lambda s, _: partial(
        s.rights.revoke, s.rights.grant(a_grant(s, Role.AUDITOR, next(NUMBERS))).id, "koe"
    ),
    "rights.import_file": lambda s, folder: partial(
        s.rights.import_file, a_table(s, folder, next(NUMBERS))
    ),
    "rights.set_two_persons": lambda s, _: partial(
        s.rights.set_two_persons, not s.rights.overview().two_persons
    ),
    "imports.take": lambda s, folder: partial(s.imports.take, a_code_set(s, folder)),
    "imports.remove": lambda s, folder: partial(s.imports.remove, imported(s, folder)),
    "invalidations.plan": lambda s, _: lambda: planned(s),
    "invalidations.dependants": lambda s, _: lambda: s.invalidations.dependants(oid(1)),
    "invalidations.propose": lambda s, _: partial(propose, s, planned(s)),
    "invalidations.take_up": lambda s, _: partial(s.invalidations.take_up, proposed_by_other(s)),
    "invalidations.withdraw": lambda s, _: partial(s.invalidations.withdraw, proposed_by_other(s)),
    "invalidations.run": lambda s, _: partial(run, s, planned(s)),
    "invalidations.settle": lambda s, _: lambda: s.invalidations.settle(),
    "invalidations.overview": lambda s, _: lambda: s.invalidations.overview(),
    "invalidations.report": lambda s, folder: (
        lambda: s.invalidations.report("1", folder / "r.pdf", Language.FI)
    ),
    "invalidations.receipt": lambda s, folder: (
        lambda: s.invalidations.receipt("1", folder / "r.pdf", Language.FI)
    ),
    "lock": lambda s, _: s.lock,
    "sign_out": lambda s, _: s.sign_out,
}
"""How each verb is called: what it needs is prepared with every right, the call itself is not."""

NOT_BY_ITSELF: dict[str, tuple[type[Exception], ...]] = {
    "invalidations.run": (CardRemoved, SecondPersonNeeded),
    "reports.write_signed": (CardRemoved,),
    "sealing.seal": (CardRemoved,),
    "invalidations.report": (PlanInvalid,),
    "invalidations.receipt": (PaperMissing,),
    "keeping.plan_disposal": (DisposalRefused,),
    "keeping.dispose": (DisposalRefused,),
    "keeping.write_record": (LookupError,),
    "keeping.acknowledge": (LookupError,),
}
"""What lets its holder through and then fails: there is no card to sign with here (or, after
``set_two_persons``, no other person), nothing that was invalidated, and no log so old that it may
be disposed of."""


def a_case(session: Session) -> int:
    return session.supervision.open_case("koe").id


def newest(session: Session) -> EventRef:
    return session.log.search(EventFilter()).first.events[0].ref


def checkpoint(session: Session) -> KeptCheckpoint:
    session.keeping.checkpoint()
    return session.keeping.kept().checkpoints[0]


def too_young(session: Session) -> Due:
    return Due(newest(session).tree, Month(2026, 11))


def of_nothing(session: Session) -> DisposalPlan:
    due = too_young(session)
    return DisposalPlan(due.tree, (due.month,), (), 0, 0, (), 1, bytes(32))


def planned(session: Session) -> InvalidationPlan:
    return session.invalidations.plan([oid(1)], reasons()[0].code, "koe")


def propose(session: Session, plan: InvalidationPlan) -> None:
    session.invalidations.propose(plan, Confirmation(plan.digest, len(plan.items)))


def proposed_by_other(_: Session) -> str:
    other = COLLEAGUE[0]
    plan = planned(other)
    propose(other, plan)
    return plan.plan_id


def run(session: Session, plan: InvalidationPlan) -> object:
    confirmation = Confirmation(plan.digest, len(plan.items))
    return session.invalidations.run(plan, confirmation, lambda *_: None)


COLLEAGUE: list[Session] = []
"""A session of another person, who has every right that it takes."""
NUMBERS = count(990100001)
DETAILS = ReportDetails("Hoiva Esimerkki Oy", "9999920-4", "Hoiva Esimerkki Oy", "1.2.246.10.1")


def a_run(session: Session) -> str:
    return session.tests.run(plan(expected(1))).run_id


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDesk]:
    with small_desk(tmp_path_factory.mktemp("desk")) as opened:
        opened.archive.documents.append(document(1, controller=OWN.controller))
        COLLEAGUE[:] = [opened.session(SUBSTITUTE)]
        yield opened


def test_every_verb_is_tried() -> None:
    assert set(CALLS) == set(verbs())


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("name", verbs())
def test_a_holder_does_what_the_role_allows_and_nothing_else(
    desk: SmallDesk, tmp_path: Path, name: str, holder: str
) -> None:
    held = Held()
    session = desk.session(gate=Gate(desk.archive, desk.log, held, desk.clock))
    act = CALLS[name](session, tmp_path)
    held.now, roles, why = HOLDERS[holder]
    kind = verb_of(verbs()[name]).kind
    own = kind in OWN_ACTS and bool(roles)
    allowed = name in ALWAYS or own or any(kind in ACTS[role] for role in roles)
    asked = len(desk.archive.calls)

    if allowed and name in NOT_BY_ITSELF:
        with pytest.raises(NOT_BY_ITSELF[name]):
            act()
        return
    if allowed:
        act()
        return
    assert session.refusal(kind) is why
    with pytest.raises(RightMissing) as caught:
        act()

    assert caught.value.fields["reason"] == why
    assert len(desk.archive.calls) == asked, "the archive was asked"
    last = desk.newest(EventKind(str(caught.value.fields["act"])))
    assert (last.phase, last.error_code) == (Phase.FAILED, RightMissing.code)
    assert last.actor.user_id == ME.value
