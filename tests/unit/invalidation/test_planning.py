"""Plans, their digest and what is confirmed; reasons; the statement that a person reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanta_desk.errors import AlreadyReplaced, ConfirmationDiffers, PlanInvalid, ReasonMissing
from kanta_desk.invalidation.planning import demand_confirmed
from kanta_desk.invalidation.reasons import reason_of, reasons
from kanta_desk.invalidation.statement import statement
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Confirmation, InvalidationPlan, Refused
from kanta_desk.model.terms import invalidating as words
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import COUNTY, PURPOSES
from kanta_desk.practice.people import ARCHIVIST
from tests.helpers.invalidation import CONTEXT, a_document, a_plan
from tests.helpers.small_desk import holder_of

PLAN = a_plan(a_document(1), a_document(2))


def confirmed(plan: InvalidationPlan) -> Confirmation:
    return Confirmation(plan.digest, len(plan.items))


@pytest.mark.parametrize(
    "changed",
    [
        replace(PLAN, items=PLAN.items[:1]),
        replace(PLAN, items=PLAN.items[::-1]),
        replace(PLAN, text="muu"),
        replace(PLAN, context=replace(CONTEXT, register=COUNTY.register)),
        replace(PLAN, context=replace(CONTEXT, purpose=PURPOSES[1])),
        replace(PLAN, items=(replace(PLAN.items[0], new_oid=Oid("1.2.3")), PLAN.items[1])),
        replace(PLAN, items=(replace(PLAN.items[0], message_id="x"), PLAN.items[1])),
        replace(
            PLAN,
            items=(replace(PLAN.items[0], metadata=a_document(1, version=2)), PLAN.items[1]),
        ),
        replace(PLAN, reason=reasons()[1]),
    ],
)
def test_what_is_sent_is_to_the_last_identifier_what_was_confirmed(
    changed: InvalidationPlan,
) -> None:
    demand_confirmed(PLAN, confirmed(PLAN))
    with pytest.raises(ConfirmationDiffers):
        demand_confirmed(changed, confirmed(PLAN))


def test_a_forged_digest_in_the_plan_does_not_help() -> None:
    forged = replace(PLAN, items=PLAN.items[:1])
    with pytest.raises(ConfirmationDiffers):
        demand_confirmed(forged, Confirmation(forged.digest, 1))


def test_a_plan_needs_documents_and_each_but_once() -> None:
    with pytest.raises(PlanInvalid):
        a_plan(a_document(1), a_document(1))
    with pytest.raises(PlanInvalid):
        demand_confirmed(replace(PLAN, items=()), Confirmation(PLAN.digest, 0))


def test_a_reason_is_known_and_says_enough() -> None:
    assert reason_of("KOE") == (reasons()[0], "")
    assert reason_of("MUU", " kaksi \n riviä ")[1] == "kaksi riviä"
    for code, text in (("MUU", "  "), ("TUNTEMATON", "x"), ("", "")):
        with pytest.raises(ReasonMissing):
            reason_of(code, text)


@pytest.mark.parametrize("language", list(Language))
def test_the_statement_says_how_many_that_it_is_for_good_and_which(language: Language) -> None:
    refused = (Refused(Oid("1.2.3.4"), AlreadyReplaced("1.2.3.4")),)
    told = statement(
        replace(PLAN, refused=refused),
        language,
        holder_of(ARCHIVIST),
        name_of=lambda code: f"{language}: {code.value}",
        reason_sent=False,
        unverified=True,
    )
    text = "\n".join(told.lines())
    assert "2" in told.heading
    for item in PLAN.items:
        for said in (item.oid.value, item.new_oid.value, item.message_id):
            assert said in text
    assert PLAN.digest in text
    assert "1.2.3.4" in text
    assert "010181-****" in text
    assert "010181-900C" not in text
    register = CONTEXT.register.code.value
    assert dict(told.facts)[words.REGISTER.of(language)] == f"{language}: {register}"
    assert dict(told.people)[words.CLIENTS.of(language)] == "1"
    assert holder_of(ARCHIVIST).name in text
    reminder = "\n".join(told.reminder())
    for said in (told.heading, words.FOREVER.of(language), words.REFUSED.filled(language, 1)):
        assert said in reminder
        assert said in text
