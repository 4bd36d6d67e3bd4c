"""One invalidation: exactly once, whatever is lost, refused, late or locked on the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    CardRemoved,
    KantaError,
    NeverSent,
    NotCarriedOut,
    Offline,
    OtherRegister,
    OutcomeUnknown,
    SessionLocked,
    VersionChanged,
)
from kanta_desk.invalidation.protocol import Ended, Target, carry_out, settle
from kanta_desk.model.documents import RecordState
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate, InvalidationPlan, Step
from kanta_desk.practice.organisation import COUNTY
from tests.helpers.invalidation import LIFE, NOW, MemoryArchive, NoKey, a_document, a_plan


def an_archive(plan: InvalidationPlan, **more: object) -> MemoryArchive:
    item = plan.items[0]
    return MemoryArchive([item.metadata], item.new_oid, **more)  # type: ignore[arg-type]


def run(
    plan: InvalidationPlan,
    archive: MemoryArchive,
    guard: Callable[[], None] = lambda: None,
    on_step: Callable[[Step], None] = lambda _: None,
    key: NoKey | None = None,
) -> Ended:
    return carry_out(plan, plan.items[0], archive, key or NoKey(), guard, lambda: NOW, on_step)


def target_of(plan: InvalidationPlan) -> Target:
    item = plan.items[0]
    return Target(item.oid, item.metadata.set_id, item.new_oid)


def settled(plan: InvalidationPlan, archive: MemoryArchive, age: timedelta = timedelta(), *,
            may_send: bool = True) -> Ended:  # fmt: skip
    frame = archive.kept[-1] if archive.kept else None
    made = NOW if archive.kept else None
    return settle(target_of(plan), frame, made, archive, lambda: None, NOW + age, may_send=may_send)


def test_all_steps_are_told_in_their_order() -> None:
    plan = a_plan()
    steps: list[Step] = []

    ended = run(plan, archive := an_archive(plan), on_step=steps.append)

    assert ended.fate is Fate.DONE
    assert steps == [
        Step.INTENDED, Step.RECHECKED, Step.SIGNED, Step.SENDING, Step.ANSWERED, Step.VERIFIED,
    ]  # fmt: skip
    assert archive.carried_out == 1


@pytest.mark.parametrize("remembers", [True, False])
@pytest.mark.parametrize(
    "sendings",
    list(itertools.product(("ok", "lost request", "lost answer", "late"), repeat=2)),
)
@pytest.mark.parametrize("queries", list(itertools.product(("ok", "lost"), repeat=3)))
def test_no_loss_invalidates_twice_or_is_believed_unasked(
    sendings: tuple[str, ...], queries: tuple[str, ...], remembers: bool
) -> None:
    plan = a_plan()
    archive = an_archive(
        plan, sendings=list(sendings), queries=["ok", *queries], remembers=remembers
    )

    ended = run(plan, archive)
    if ended.fate is Fate.UNSETTLED:
        archive.queries = []
        archive.arrive()
        ended = settled(plan, archive)

    assert archive.carried_out == 1
    assert ended.fate is Fate.DONE
    assert len(set(archive.sent)) == 1, "a retry sends the same bytes"


def test_what_the_archive_refuses_is_refused_whether_or_not_the_answer_came() -> None:
    for remembers in (True, False):
        plan = a_plan()
        archive = an_archive(plan, sendings=["STANDIN-19"], remembers=remembers)
        ended = run(plan, archive)
        assert (ended.fate, ended.answer) == (Fate.REFUSED, "STANDIN-19")
        assert archive.carried_out == 0


def test_a_refusal_of_the_second_sending_may_be_of_a_double_and_settles_nothing() -> None:
    """The first is on its way; an archive that remembers nothing calls the second one a double."""
    plan = a_plan()
    archive = an_archive(plan, sendings=["late", "DOUBLE"], remembers=False)

    ended = run(plan, archive)
    assert (ended.fate, ended.answer) == (Fate.UNSETTLED, "DOUBLE")

    archive.forget()
    archive.arrive()
    assert archive.carried_out == 1
    assert settled(plan, archive).fate is Fate.DONE


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"state": RecordState.INVALIDATED}, AlreadyInvalidated),
        ({"state": RecordState.REPLACED}, AlreadyReplaced),
        ({"version": 2}, VersionChanged),
        ({"active_controller": COUNTY.controller}, OtherRegister),
    ],
)
def test_a_document_that_changed_since_the_plan_stops_before_anything_is_signed(
    change: dict[str, object], error: type[KantaError]
) -> None:
    plan = a_plan()
    archive = an_archive(plan)
    archive.held = [replace(archive.held[0], **change)]  # type: ignore[arg-type]

    with pytest.raises(error):
        run(plan, archive)

    assert (archive.kept, archive.sent) == ([], [])


def test_a_newer_version_stops_it_too() -> None:
    plan = a_plan()
    archive = an_archive(plan)
    newer = replace(archive.held[0], document_oid=Oid("1.2.3"), version=2)
    archive.held = [archive.held[0], newer]

    with pytest.raises(AlreadyReplaced):
        run(plan, archive)


@pytest.mark.parametrize("guarded", range(1, 7))
def test_locked_at_any_look_nothing_more_goes_out(guarded: int) -> None:
    plan = a_plan()
    archive = an_archive(plan)
    looks = 0
    out_at_lock = -1

    def guard() -> None:
        nonlocal looks, out_at_lock
        looks += 1
        if looks == guarded:
            out_at_lock = len(archive.sent)
        if looks >= guarded:
            raise SessionLocked

    try:
        ended = run(plan, archive, guard)
    except SessionLocked:
        assert archive.sent == [], "it may raise only while nothing has been sent"
        ended = None

    if ended is not None and ended.fate is Fate.UNSETTLED:
        assert isinstance(ended.cause, SessionLocked)
        assert len(archive.sent) == out_at_lock
        assert settled(plan, archive).fate is Fate.DONE
    assert archive.carried_out == len(set(archive.sent))


def test_a_card_pulled_at_the_signature_sends_nothing() -> None:
    plan = a_plan()
    archive = an_archive(plan)

    def pulled() -> None:
        raise CardRemoved("reader")

    with pytest.raises(CardRemoved):
        run(plan, archive, key=NoKey(before=pulled))

    assert (archive.kept, archive.sent) == ([], [])


def test_what_was_never_signed_was_never_sent() -> None:
    plan = a_plan()
    ended = settled(plan, an_archive(plan))
    assert ended.fate is Fate.NOT_DONE
    assert isinstance(ended.error, NeverSent)


def test_another_person_may_ask_but_not_send() -> None:
    plan = a_plan()
    archive = an_archive(plan, sendings=["lost request", "lost request"])
    assert run(plan, archive).fate is Fate.UNSETTLED
    sent = len(archive.sent)

    ended = settled(plan, archive, may_send=False)

    assert ended.fate is Fate.UNSETTLED
    assert isinstance(ended.error, OutcomeUnknown)
    assert len(archive.sent) == sent


def test_only_a_request_too_old_to_be_carried_out_is_given_up() -> None:
    plan = a_plan()
    archive = an_archive(plan, sendings=["late", "late"])
    assert run(plan, archive).fate is Fate.UNSETTLED

    assert settled(plan, archive, LIFE, may_send=False).fate is Fate.UNSETTLED
    ended = settled(plan, archive, LIFE + timedelta(seconds=1))

    assert ended.fate is Fate.NOT_DONE
    assert isinstance(ended.error, NotCarriedOut)


def test_what_another_did_meanwhile_is_told_as_such() -> None:
    for state, error in (
        (RecordState.INVALIDATED, AlreadyInvalidated),
        (RecordState.VALID, AlreadyReplaced),
    ):
        plan = a_plan()
        archive = an_archive(plan, sendings=["lost request", "lost request"])
        run(plan, archive)
        other = replace(archive.held[0], document_oid=Oid("1.2.3"), version=2, state=state)
        archive.held = [archive.held[0], other]

        ended = settled(plan, archive)

        assert ended.fate is Fate.NOT_DONE
        assert isinstance(ended.error, error)


def test_an_archive_that_cannot_be_asked_leaves_it_open() -> None:
    plan = a_plan()
    archive = an_archive(plan, sendings=["lost request", "lost request"])
    run(plan, archive)
    archive.queries = ["lost"]

    with pytest.raises(Offline):
        settled(plan, archive)


def test_a_plan_names_each_document_once_and_for_good() -> None:
    documents = [a_document(n) for n in range(1, 4)]
    first, second = a_plan(*documents), a_plan(*documents)
    again = a_plan(*documents, plan_id=first.plan_id)

    assert len({item.message_id for item in (*first.items, *second.items)}) == 6
    assert again.digest == first.digest
    assert again.items == first.items
    assert second.digest != first.digest
