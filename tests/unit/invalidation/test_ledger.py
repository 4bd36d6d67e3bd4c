"""What the log keeps of invalidations, read back: records, the ledger, verdicts, papers."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pypdfium2 as pdfium
import pytest

from kanta_desk.archive import xmlsig
from kanta_desk.archive.invalidating import invalidation_frame
from kanta_desk.archive.requests import Order, Seal
from kanta_desk.errors import AlreadyInvalidated, PaperMissing, PlanInvalid
from kanta_desk.invalidation.ledger import read_ledger
from kanta_desk.invalidation.receipt import batch_pdf, receipt_pdf
from kanta_desk.invalidation.records import (
    OutcomeRecord,
    item_text,
    outcome_text,
    plan_text,
    read_item_text,
    read_outcome_text,
    read_plan_text,
    read_signed_text,
    signed_text,
)
from kanta_desk.invalidation.verdicts import documents_of_verdict
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.events import Actor, Event, EventKind, EventRef, Phase, Subject
from kanta_desk.model.invalidation import FATE_NAMES, Fate
from kanta_desk.model.text import Language
from tests.helpers.archive import ACTOR, a_call, profile
from tests.helpers.cards import issued
from tests.helpers.invalidation import CONTEXT, NOW, a_document, a_plan, signer_of

PLAN = a_plan(a_document(1), a_document(2))
ITEM = PLAN.items[0]


class Log:
    """Events as a log would hold them, one after another."""

    def __init__(self, about: DocumentMetadata = ITEM.metadata) -> None:
        self.events: list[Event] = []
        self.about = about

    def add(
        self,
        kind: EventKind,
        phase: Phase,
        request_id: str,
        evidence: str = "",
        of: Event | None = None,
        actor: Actor = ACTOR,
        error: str = "",
    ) -> Event:
        seq = len(self.events) + 1
        register = CONTEXT.register
        event = Event(
            ref=EventRef(register.key, 2026, seq),
            event_id=str(seq),
            time=NOW + timedelta(seconds=seq),
            kind=kind,
            phase=phase,
            actor=actor,
            controller_oid=register.controller.oid.value,
            controller_name=register.controller.name,
            register=register.code.value,
            purpose=CONTEXT.purpose.code,
            subject=Subject(
                client_id="010181-900C",
                document_oid=self.about.document_oid.value,
                document_version=1,
                set_id=self.about.set_id.value,
            ),
            error_code=error,
            result_count=None,
            workstation="",
            os_user="",
            software="",
            request_id=request_id,
            intent_ref=of.ref if of else None,
            leaf_hash="",
            evidence=evidence,
        )
        self.events.append(event)
        return event


def frame() -> bytes:
    card = issued()
    order = Order(ITEM.metadata, ITEM.new_oid, PLAN.reason, PLAN.text)
    unsigned = invalidation_frame(order, a_call(message_id=ITEM.message_id), profile(), NOW)
    seal = Seal("9:abc", PLAN.digest, NOW)
    return xmlsig.sign(unsigned, seal, card.signature, signer_of(card)).data


def test_records_come_back_as_they_went() -> None:
    plan = read_plan_text(plan_text(PLAN, proposed=True))
    assert (plan.plan_id, plan.digest, plan.proposed) == (PLAN.plan_id, PLAN.digest, True)
    assert plan.items == tuple((i.oid, i.metadata.set_id, 1) for i in PLAN.items)
    item = read_item_text(item_text(PLAN, ITEM))
    assert (item.new_oid, item.reason, item.text) == (ITEM.new_oid.value, "KOE", PLAN.text)
    assert read_signed_text(signed_text(b"<a/>" * 1000)) == b"<a/>" * 1000
    record = OutcomeRecord(Fate.REFUSED, "STANDIN-19", 2, "123")
    assert read_outcome_text(outcome_text(record)) == record


def hostile() -> Iterator[str]:
    yield from ("", "{}", "[]", "null", "nonsense", '{"plan": 1}', "AAAA", "ä")
    yield base64.b64encode(zlib.compress(b"0" * (9 * 1024 * 1024))).decode()
    yield base64.b64encode(zlib.compress(b"x" * 1000)[:20]).decode()
    yield base64.b64encode(zlib.compress(orjson.dumps({"plan": "x", "items": [["a"]]}))).decode()


@pytest.mark.parametrize("text", hostile_texts := list(hostile()), ids=range(len(hostile_texts)))
def test_what_is_no_record_is_a_value_error_and_nothing_worse(text: str) -> None:
    for read in (read_plan_text, read_item_text, read_outcome_text):
        with pytest.raises(ValueError, match="record"):
            read(text)


def test_an_item_is_followed_from_its_intent_to_its_outcome() -> None:
    log = Log()
    intent = log.add(EventKind.INVALIDATION, Phase.INTENT, ITEM.message_id, item_text(PLAN, ITEM))
    (entry,) = read_ledger(log.events).entries()
    assert (entry.fate, entry.signed) == (Fate.UNSETTLED, None)

    signed = frame()
    log.add(EventKind.SIGNATURE, Phase.DONE, ITEM.message_id, signed_text(signed))
    (attempt,) = read_ledger(log.events).unsettled
    assert attempt.frame == signed

    done = outcome_text(OutcomeRecord(Fate.DONE, "AA", 1, ACTOR.user_id))
    log.add(EventKind.INVALIDATION, Phase.DONE, ITEM.message_id, done, intent)
    ledger = read_ledger(log.events)
    assert ledger.unsettled == ()
    (entry,) = ledger.entries()
    assert (entry.fate, entry.new_oid) == (Fate.DONE, ITEM.new_oid.value)
    proven = ledger.proven(ITEM.message_id)
    assert proven is not None
    assert proven.signed is not None
    assert proven.signed.log_head == "9:abc"
    assert replace(proven, signed=None) == entry


def test_a_later_attempt_with_the_same_id_is_open_again() -> None:
    log = Log()
    first = log.add(EventKind.INVALIDATION, Phase.INTENT, ITEM.message_id, item_text(PLAN, ITEM))
    log.add(EventKind.INVALIDATION, Phase.FAILED, ITEM.message_id, "", first, error="KD-7002")
    assert read_ledger(log.events).unsettled == ()
    log.add(EventKind.INVALIDATION, Phase.INTENT, ITEM.message_id, item_text(PLAN, ITEM))
    (attempt,) = read_ledger(log.events).unsettled
    assert attempt.frame is None


def test_evidence_that_cannot_be_read_and_a_forged_frame_prove_nothing() -> None:
    log = Log()
    log.add(EventKind.INVALIDATION, Phase.INTENT, "x", "nonsense")
    log.add(EventKind.INVALIDATION, Phase.INTENT, ITEM.message_id, item_text(PLAN, ITEM))
    forged = frame().replace(b"9:abc", b"8:abc")
    log.add(EventKind.SIGNATURE, Phase.DONE, ITEM.message_id, signed_text(forged))
    proven = read_ledger(log.events).proven(ITEM.message_id)
    assert proven is not None
    assert proven.signed is None


def test_another_ones_signed_request_is_no_proof() -> None:
    """A genuine signature, shown for another document or under another plan."""
    other = PLAN.items[1]
    about_the_other = replace(ITEM, metadata=other.metadata)
    for plan, item, message_id in (
        (PLAN, other, other.message_id),
        (PLAN, replace(ITEM, new_oid=other.new_oid), ITEM.message_id),
        (replace(PLAN, digest="00" * 32), ITEM, ITEM.message_id),
        (PLAN, about_the_other, ITEM.message_id),
    ):
        log = Log(item.metadata)
        log.add(EventKind.INVALIDATION, Phase.INTENT, message_id, item_text(plan, item))
        log.add(EventKind.SIGNATURE, Phase.DONE, message_id, signed_text(frame()))
        proven = read_ledger(log.events).proven(message_id)
        assert proven is not None
        assert proven.signed is None


def test_a_plan_waits_until_it_is_over_and_a_run_that_goes_on_takes_its_place() -> None:
    log, kind = Log(), EventKind.INVALIDATION_PLAN
    log.add(kind, Phase.DONE, PLAN.plan_id, plan_text(PLAN, proposed=True))
    assert [p.record.plan_id for p in read_ledger(log.events).proposals] == [PLAN.plan_id]

    first = log.add(kind, Phase.INTENT, PLAN.plan_id, plan_text(PLAN, proposed=False))
    ledger = read_ledger(log.events)
    assert (len(ledger.proposals), len(ledger.interrupted)) == (0, 1)

    second = log.add(kind, Phase.INTENT, PLAN.plan_id, plan_text(PLAN, proposed=False))
    log.add(kind, Phase.CANCELLED, PLAN.plan_id, "", first)
    assert [p.event for p in read_ledger(log.events).interrupted] == [second]

    log.add(kind, Phase.DONE, PLAN.plan_id, "", second)
    ledger = read_ledger(log.events)
    assert (ledger.interrupted, ledger.proposals) == ((), ())


def test_a_plan_under_another_ones_id_is_not_believed() -> None:
    log = Log()
    log.add(EventKind.INVALIDATION_PLAN, Phase.INTENT, "x", plan_text(PLAN, proposed=False))
    log.add(EventKind.INVALIDATION_PLAN, Phase.DONE, PLAN.plan_id, plan_text(PLAN, proposed=False))
    assert read_ledger(log.events).plans == {}


@pytest.mark.parametrize("language", list(Language))
def test_a_batch_has_its_report_and_a_receipt_only_what_was_done(language: Language) -> None:
    whole = a_plan(*(a_document(number) for number in (1, 2, 3, 4)))
    done, failed, unsettled, waiting = whole.items
    log = Log()
    log.add(
        EventKind.INVALIDATION_PLAN, Phase.INTENT, whole.plan_id, plan_text(whole, proposed=False)
    )
    for item in (done, failed, unsettled):
        log.about = item.metadata
        begun = log.add(
            EventKind.INVALIDATION, Phase.INTENT, item.message_id, item_text(whole, item)
        )
        if item is done:
            said = outcome_text(OutcomeRecord(Fate.DONE, "AA", 1, ACTOR.user_id))
            log.add(EventKind.INVALIDATION, Phase.DONE, item.message_id, said, begun)
        elif item is failed:
            refused = outcome_text(OutcomeRecord(Fate.NOT_DONE, "", 0, ACTOR.user_id))
            ended = log.add(EventKind.INVALIDATION, Phase.FAILED, item.message_id, refused, begun)
            log.events[-1] = replace(ended, error_code=AlreadyInvalidated.code)
    made = datetime(2026, 11, 22, tzinfo=UTC)
    batch = read_ledger(log.events).batch(whole.plan_id)
    assert batch is not None
    assert batch.waiting == (waiting.oid,)
    document = pdfium.PdfDocument(batch_pdf(batch, "Rekisteri", language, made, practice=True))
    try:
        text = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert "1/4" in text
    assert AlreadyInvalidated.code in text
    for fate in (Fate.DONE, Fate.NOT_DONE, Fate.UNSETTLED, Fate.WAITING):
        assert f"1 {FATE_NAMES[fate].of(language)}" in " ".join(text.split())
    assert all(item.oid.value in text for item in whole.items)

    log = Log()
    log.add(EventKind.INVALIDATION, Phase.INTENT, ITEM.message_id, item_text(PLAN, ITEM))
    (entry,) = read_ledger(log.events).entries()
    for lacking in (entry, replace(entry, fate=Fate.DONE)):
        with pytest.raises(PaperMissing):
            receipt_pdf(lacking, language, made, practice=True)


def test_a_verdict_names_its_documents_and_nothing_else_will_do(tmp_path: Path) -> None:
    path = tmp_path / "verdict.json"
    rows = [{"document_oid": "1.2.3"}, {"document_oid": None}, {"document_oid": "1.2.3"}]
    whole = {"format": "kanta-desk-verdict-1", "complete": True, "rows": rows}
    path.write_bytes(orjson.dumps(whole))
    assert [oid.value for oid in documents_of_verdict(path)] == ["1.2.3"]
    for other in (
        b"",
        b"[]",
        orjson.dumps({**whole, "complete": False}),
        orjson.dumps({**whole, "format": "x"}),
        orjson.dumps({**whole, "rows": [{"document_oid": "x"}]}),
        orjson.dumps({"format": "kanta-desk-verdict-1", "complete": True}),
    ):
        path.write_bytes(other)
        with pytest.raises(PlanInvalid):
            documents_of_verdict(path)
    with pytest.raises(PlanInvalid):
        documents_of_verdict(tmp_path / "missing.json")
