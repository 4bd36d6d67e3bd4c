"""The papers of a deployment test, written from the practice set and read with other tools."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from kanta_desk.archive.pdfa import pdf_facts
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.planning import known_details, read_plan
from kanta_desk.desk.reporting import Part
from kanta_desk.desk.session import Session
from kanta_desk.errors import Cancelled, PinWrong, ReportFailed
from kanta_desk.model.deployment import ReportDetails, Ruling, Verdict
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.text import Language
from kanta_desk.practice.card import PRACTICE_PIN2
from tests.helpers.practice import await_cards, holder_name, practice_desk, sign_in


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture(scope="module")
def session(desk: Desk) -> Session:
    assert desk.practice is not None
    await_cards(desk, lambda state: "Maija" in holder_name(state))
    return sign_in(desk)


@pytest.fixture(scope="module")
def verdict(desk: Desk, session: Session) -> Verdict:
    assert desk.practice_plan is not None
    plan = read_plan(desk.practice_plan)
    return session.tests.run(replace(plan, documents=plan.documents[:2]))


@pytest.fixture
def details(desk: Desk, session: Session, verdict: Verdict) -> ReportDetails:
    return known_details(desk.options, session, verdict)


def pin2() -> bytearray:
    return bytearray(PRACTICE_PIN2, "ascii")


def test_a_signed_report_is_valid_to_another_tool_and_still_archivable(
    session: Session, verdict: Verdict, details: ReportDetails, tmp_path: Path
) -> None:
    path = tmp_path / "raportti.pdf"
    given: list[bytearray] = []

    def ask(_: object) -> bytearray:
        given.append(pin2())
        return given[0]

    assert session.reports.write_signed(verdict, details, path, Language.FI, ask) == path

    said = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True
    ).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "Signer Certificate Common Name: " in said
    facts = pdf_facts(path.read_bytes())
    assert (facts.part, facts.conformance) == ("2", "B")
    assert not facts.unembedded
    assert set(given[0]) == {0}


def test_without_pin2_nothing_is_written(
    session: Session, verdict: Verdict, details: ReportDetails, tmp_path: Path
) -> None:
    with pytest.raises(Cancelled):
        session.reports.write_signed(
            verdict, details, tmp_path / "r.pdf", Language.FI, lambda _: None
        )
    with pytest.raises(PinWrong):
        session.reports.write_signed(
            verdict, details, tmp_path / "r.pdf", Language.FI, lambda _: bytearray(b"000000")
        )
    assert list(tmp_path.iterdir()) == []


def test_report_and_annex_can_be_papers_of_their_own(
    session: Session, verdict: Verdict, details: ReportDetails, tmp_path: Path
) -> None:
    sizes = {
        part: pdf_facts(
            session.reports.write(
                verdict, details, tmp_path / f"{part.value}.pdf", Language.SV, part
            ).read_bytes()
        )
        for part in Part
    }
    assert all((facts.part, facts.conformance) == ("2", "B") for facts in sizes.values())


def test_the_letter_carries_the_report_that_was_written(
    session: Session, verdict: Verdict, details: ReportDetails, tmp_path: Path
) -> None:
    report = session.reports.write(verdict, details, tmp_path / "raportti.pdf", Language.FI)
    letter = tmp_path / "kirje.eml"

    session.reports.write_letter(verdict, details, [report], letter, Language.FI)

    read = message_from_bytes(letter.read_bytes(), policy=default)
    assert read["To"] == "kanta@kanta.fi"
    (file,) = read.iter_attachments()  # type: ignore[attr-defined]
    assert file.get_content() == report.read_bytes()
    with pytest.raises(ReportFailed):
        session.reports.write_letter(
            verdict, details, [tmp_path / "poissa.pdf"], letter, Language.FI
        )


def test_the_verdict_for_programs_names_result_rows_and_metadata(
    session: Session, verdict: Verdict, tmp_path: Path
) -> None:
    whole = json.loads(session.reports.write_json(verdict, tmp_path / "v.json").read_bytes())

    assert whole["format"] == "kanta-desk-verdict-1"
    assert whole["run_id"] == verdict.run_id
    assert [row["key"] for row in whole["rows"]] == [row.expected.key for row in verdict.rows]


def test_each_paper_is_in_the_log_with_its_form_and_its_documents(
    session: Session, verdict: Verdict, details: ReportDetails, tmp_path: Path
) -> None:
    session.reports.write_workbook(verdict, details, tmp_path / "r.xlsx", Language.FI)

    event = session._logbook._log.search(EventFilter()).events[0]
    assert (event.kind, event.phase) == (EventKind.REPORT, Phase.DONE)
    assert event.subject.query == f"{verdict.plan.name} {verdict.run_id} xlsx"
    assert event.subject.documents == tuple(
        row.document_oid.value for row in verdict.rows if row.document_oid
    )


def test_a_test_that_passed_is_due_until_it_is_marked_as_reported(
    session: Session, desk: Desk
) -> None:
    assert desk.practice_plan is not None
    plan = read_plan(desk.practice_plan)
    one = replace(plan, name="Läpäisevä koe", documents=plan.documents[:1])
    verdict = session.tests.run(one)
    for key, aspect in verdict.undecided:
        verdict = session.tests.decide(verdict.run_id, key, aspect, Ruling.ACCEPTED, "sovittu")
    assert verdict.passed

    (due,) = [each for each in session.tests.due_reports() if each.run.plan_name == one.name]
    assert (due.run.run_id, due.test_day) == (verdict.run_id, plan.test_day)
    session.tests.mark_reported(verdict.run_id, date(2026, 11, 21), "sähköposti")

    assert one.name not in {each.run.plan_name for each in session.tests.due_reports()}
    done = {task.task.key: task.evidence for task in desk.joining.project().tasks if task.done}
    assert "test-held" in done
    assert done["test-reported"] is not None
    assert "21.11.2026" in done["test-reported"].said.fi
