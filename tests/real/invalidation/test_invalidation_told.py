"""Invalidating from the desk to the stand-in archive and back: what is told, shown and on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kanta_desk.archive import xmlsig
from kanta_desk.archive.invalidating import identifiers_in
from kanta_desk.desk.session import Session
from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    DocumentNotFound,
    LogDamaged,
    PaperMissing,
    PlanInvalid,
)
from kanta_desk.invalidation.batch import Control
from kanta_desk.model.documents import RecordState
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate
from kanta_desk.model.text import Language
from tests.helpers.invalidation_place import (
    Place,
    carried_out,
    confirmed,
    pin2,
    run,
    state_of,
)


def test_a_document_is_invalidated_logged_and_has_its_receipt(
    place: Place, session: Session, tmp_path: Path
) -> None:
    (oid,) = place.fresh()
    report = run(session, [oid])

    (result,) = report.results
    assert (result.fate, report.stopped_by) == (Fate.DONE, "")
    assert state_of(session, oid) is RecordState.INVALIDATED
    history = session.versions(oid)
    assert [v.document_oid for v in history.versions] == [oid, result.item.new_oid]
    assert carried_out(place, oid) == 1

    entry = session.invalidations.overview().entries[0]
    assert (entry.document_oid, entry.fate) == (oid.value, Fate.DONE)
    assert entry.message_id == result.item.message_id
    assert entry.reason_code == "KOE"
    assert entry.user_id == session.holder.identifier
    events = session._logbook.events_of(
        (EventKind.INVALIDATION, EventKind.SIGNATURE), session.context.register.key
    )
    of_this = [(e.kind, e.phase) for e in events if e.request_id == entry.message_id]
    assert of_this == [
        (EventKind.INVALIDATION, Phase.INTENT),
        (EventKind.SIGNATURE, Phase.DONE),
        (EventKind.INVALIDATION, Phase.DONE),
    ]

    path = session.invalidations.receipt(entry.message_id, tmp_path / "kuitti.pdf", Language.FI)
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        attached = bytes(pdf.get_attachment(0).get_data())
    finally:
        pdf.close()
    for said in (oid.value, entry.new_oid, entry.message_id, session.holder.name, "HARJOITUS"):
        assert said in text.replace("\r\n", "\n"), said
    proven = xmlsig.verify(attached)
    assert {entry.message_id, oid.value, entry.new_oid} <= identifiers_in(proven.data)


def test_what_cannot_be_invalidated_is_told_and_left_out(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    done = run(session, place.fresh()).plan.items[0].oid
    unknown = Oid("1.2.246.10.99999204.11.2026.1")

    plan = session.invalidations.plan([oid, done, unknown], "KOE")

    assert [item.oid for item in plan.items] == [oid]
    assert {r.oid: type(r.error) for r in plan.refused} == {
        done: AlreadyInvalidated,
        unknown: DocumentNotFound,
    }


def test_a_document_changed_after_the_plan_is_not_invalidated(
    place: Place, session: Session
) -> None:
    (oid,) = place.fresh()
    plan = session.invalidations.plan([oid], "KOE")
    run(session, [oid])

    report = session.invalidations.run(plan, confirmed(plan), pin2)

    assert isinstance(report.results[0].error, AlreadyInvalidated | AlreadyReplaced)
    assert carried_out(place, oid) == 1


def test_the_report_of_a_batch_tells_of_each_document_however_often_it_was_broken_off(
    place: Place, session: Session, tmp_path: Path
) -> None:
    oids = place.fresh(8)
    control = Control()
    first = run(
        session, oids, control=control,
        on_progress=lambda p: control.pause() if p.done == 2 else None,
    )  # fmt: skip
    plan_id = first.plan.plan_id
    session.invalidations.report(plan_id, tmp_path / "kesken.pdf", Language.FI)
    rest = session.invalidations.take_up(plan_id)
    session.invalidations.run(rest, confirmed(rest), pin2)
    session.invalidations.report(plan_id, tmp_path / "valmis.pdf", Language.EN)

    broken_off, whole = (text_of(tmp_path / name) for name in ("kesken.pdf", "valmis.pdf"))
    for text in (broken_off, whole):
        assert all(oid.value in text for oid in oids)
        assert session.holder.name in text
    assert f"{first.count(Fate.DONE)}/8" in broken_off
    assert "odottaa" in broken_off
    assert "8/8" in whole
    with pytest.raises(PlanInvalid):
        session.invalidations.report("no-such-plan", tmp_path / "x.pdf", Language.FI)
    assert not (tmp_path / "x.pdf").exists()


def test_a_receipt_is_given_only_of_what_was_done(
    place: Place, session: Session, tmp_path: Path
) -> None:
    with pytest.raises(PaperMissing):
        session.invalidations.receipt("no-such-message", tmp_path / "x.pdf", Language.FI)
    assert not list(tmp_path.iterdir())


def test_a_receipt_is_not_given_by_a_log_that_was_rewritten(
    place: Place, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (oid,) = place.fresh()
    (result,) = run(session, [oid]).results
    log = session._logbook._log
    honest = log.prove
    monkeypatch.setattr(log, "prove", lambda ref: replace(honest(ref), entry=b"[1,1,0]"))

    with pytest.raises(LogDamaged):
        session.invalidations.receipt(result.item.message_id, tmp_path / "x.pdf", Language.FI)
    assert not list(tmp_path.iterdir())


def test_what_depends_on_a_document_is_shown(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    told = session.invalidations.dependants(oid)
    assert [v.document_oid for v in told.history.versions] == [oid]
    assert told.same_case == ()


def text_of(path: Path) -> str:
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()
