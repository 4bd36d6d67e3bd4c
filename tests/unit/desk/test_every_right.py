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
from kanta_desk.errors import DisposalRefused, PaperMissing, RightMissing, SecondPersonNeeded
from kanta_desk.invalidation.reasons import reasons
from kanta_desk.model.deployment import ReportDetails
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Phase
from kanta_desk.model.invalidation import Confirmation, InvalidationPlan
from kanta_desk.model.logreport import Depth, KeptCheckpoint
from kanta_desk.model.people import Identity, Purpose, Register, Role
from kanta_desk.model.rights import Grant, Refusal
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import OWN, REGISTERS
from kanta_desk.practice.people import ARCHIVIST, SUBSTITUTE
from kanta_desk.rights.acts import ACTS, OWN_ACTS
from kanta_desk.rights.register import RightsRegister
from tests.helpers.deployment import document, expected, oid, plan
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
    "metadata": lambda s, _: lambda: s.metadata(oid(1)),
    "versions": lambda s, _: lambda: s.versions(oid(1)),
    "open": lambda s, _: lambda: s.open(oid(1)),
    "export": lambda s, folder: partial(s.export, s.open(oid(1)), folder / "document"),
    "verify": lambda s, _: lambda: s.verify(plan(expected(1))),
    "write_report": lambda s, folder: partial(
        s.write_report, s.verify(plan(expected(1))), DETAILS, folder / "r.pdf", Language.FI
    ),
    "log.search": lambda s, _: lambda: s.log.search(EventFilter()),
    "log.event": lambda s, _: partial(s.log.event, newest(s)),
    "log.reveal": lambda s, _: partial(s.log.reveal, newest(s), "koe"),
    "log.verify": lambda s, _: lambda: s.log.verify(depth=Depth.DAILY),
    "log.write_verification": lambda s, folder: partial(
        s.log.write_verification, s.log.verify(depth=Depth.DAILY), folder / "v.pdf", Language.FI
    ),
    "log.save_proof": lambda s, folder: partial(s.log.save_proof, newest(s), folder),
    "log.export": lambda s, folder: partial(
        s.log.export, EventFilter(), folder / "log.csv", Language.FI
    ),
    "log.back_up": lambda s, folder: lambda: s.log.back_up(folder / "copy"),
    "log.hand_over": lambda s, folder: lambda: s.log.hand_over(folder / "all", "koe"),
    "log.kept": lambda s, _: lambda: s.log.kept(),
    "log.checkpoint": lambda s, _: lambda: s.log.checkpoint(),
    "log.anchor_page": lambda s, folder: partial(
        s.log.anchor_page, checkpoint(s), folder / "a.pdf", Language.FI
    ),
    "log.place_hold": lambda s, _: lambda: s.log.place_hold("koe", TODAY, user="1"),
    "log.lift_hold": lambda s, _: partial(
        s.log.lift_hold, s.log.place_hold("koe", TODAY, user="1").number, "koe"
    ),
    "log.plan_disposal": lambda s, _: partial(s.log.plan_disposal, [too_young(s)]),
    "log.propose_disposal": lambda s, _: partial(s.log.propose_disposal, of_nothing(s), "koe"),
    "log.dispose": lambda s, folder: partial(
        s.log.dispose, of_nothing(s), "koe", folder / "d.pdf", Language.FI
    ),
    "sealing.seal": lambda s, _: partial(s.sealing.seal, bytearray(b"1234")),
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
    "invalidations.plan": lambda s, _: lambda: planned(s),
    "invalidations.dependants": lambda s, _: lambda: s.invalidations.dependants(oid(1)),
    "invalidations.propose": lambda s, _: partial(propose, s, planned(s)),
    "invalidations.take_up": lambda s, _: partial(s.invalidations.take_up, proposed_by_other(s)),
    "invalidations.withdraw": lambda s, _: partial(s.invalidations.withdraw, proposed_by_other(s)),
    "invalidations.run": lambda s, _: partial(run, s, planned(s)),
    "invalidations.settle": lambda s, _: lambda: s.invalidations.settle(),
    "invalidations.overview": lambda s, _: lambda: s.invalidations.overview(),
    "invalidations.receipt": lambda s, folder: (
        lambda: s.invalidations.receipt("1", folder / "r.pdf", Language.FI)
    ),
    "lock": lambda s, _: s.lock,
    "sign_out": lambda s, _: s.sign_out,
}
"""How each verb is called: what it needs is prepared with every right, the call itself is not."""

NOT_BY_ITSELF: dict[str, tuple[type[Exception], ...]] = {
    "invalidations.run": (AttributeError, SecondPersonNeeded),
    "sealing.seal": (AttributeError,),
    "invalidations.receipt": (PaperMissing,),
    "log.plan_disposal": (DisposalRefused,),
    "log.dispose": (DisposalRefused,),
}
"""What lets its holder through and then fails: there is no card to sign with here (or, after
``set_two_persons``, no other person), nothing that was invalidated, and no log so old that it may
be disposed of."""


def newest(session: Session) -> EventRef:
    return session.log.search(EventFilter()).first.events[0].ref


def checkpoint(session: Session) -> KeptCheckpoint:
    session.log.checkpoint()
    return session.log.kept().checkpoints[0]


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
