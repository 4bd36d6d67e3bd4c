"""What leaves the program of a document: the right bytes, their hash, and an event each."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.archive.pdf import pdf_text
from kanta_desk.desk.copies import Copies, CopyForm, forms_of
from kanta_desk.desk.document_paper import document_pdf
from kanta_desk.desk.session import Session
from kanta_desk.errors import BadDocument, FolderNotWritable, PrintingFailed, RightMissing
from kanta_desk.model.documents import JSON, PDF, XHTML, Document
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import OWN
from tests.helpers.deployment import document as archived
from tests.helpers.deployment import oid
from tests.helpers.events import Clock
from tests.helpers.opened import display, document, pages, xhtml
from tests.helpers.small_desk import SmallDesk, small_desk

NAMES = FieldNames(Language.FI, lambda code: code.display)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    (tmp_path / "desk").mkdir()
    with small_desk(tmp_path / "desk") as made:
        made.archive.documents.append(archived(1, controller=OWN.controller))
        yield made


@pytest.fixture
def session(desk: SmallDesk) -> Session:
    return desk.session()


def test_the_original_is_saved_byte_for_byte_with_its_hash(
    session: Session, desk: SmallDesk, tmp_path: Path
) -> None:
    opened = session.open(oid(1))

    saved = session.copies.save(opened, tmp_path / "a.xml", digest=True)

    assert saved.path.read_bytes() == opened.original
    assert saved.sha256 == hashlib.sha256(opened.original).hexdigest()
    assert saved.digest == tmp_path / "a.xml.sha256"
    event = desk.newest(EventKind.EXPORT)
    assert event.phase is Phase.DONE
    assert event.subject.query == "form:original"
    assert saved.sha256 in event.evidence
    assert event.purpose


def test_the_checksum_is_what_sha256sum_reads(session: Session, tmp_path: Path) -> None:
    session.copies.save(session.open(oid(1)), tmp_path / "a.xml", digest=True)

    done = subprocess.run(
        ["sha256sum", "--check", "a.xml.sha256"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_only_forms_that_the_document_has_are_offered() -> None:
    both = document((XHTML, xhtml("<p>a</p>")), (JSON, b"{}"))

    assert forms_of(both) == tuple(CopyForm)
    assert forms_of(document((PDF, pages(["a"])))) == (CopyForm.ORIGINAL, CopyForm.PDF)
    assert forms_of(document((JSON, b"{}"))) == (CopyForm.ORIGINAL, CopyForm.JSON)


@pytest.mark.parametrize(
    ("form", "kind"), [(CopyForm.PDF, PDF), (CopyForm.JSON, JSON), (CopyForm.XHTML, XHTML)]
)
def test_a_payload_is_saved_as_it_is(form: CopyForm, kind: str) -> None:
    copies = Copies(None, None, None, None)  # type: ignore[arg-type]

    assert copies._bytes(document((kind, b"as it is")), form, Language.FI) == b"as it is"
    with pytest.raises(BadDocument):
        copies._bytes(document(("text/plain", b"x")), CopyForm.JSON, Language.FI)


def test_what_cannot_be_written_is_logged_as_failed(
    session: Session, desk: SmallDesk, tmp_path: Path
) -> None:
    with pytest.raises(FolderNotWritable):
        session.copies.save(session.open(oid(1)), tmp_path / "not there" / "a.xml")

    assert desk.newest(EventKind.EXPORT).phase is Phase.FAILED


def test_a_print_is_done_when_the_printer_took_it(session: Session, desk: SmallDesk) -> None:
    opened = session.open(oid(1))

    def refuse(_: bytes) -> int:
        raise PrintingFailed

    assert session.copies.print_out(opened, lambda pdf: pdf.count(b"%PDF-")) == 1
    assert desk.newest(EventKind.PRINT).result_count == 1
    with pytest.raises(PrintingFailed):
        session.copies.print_out(opened, refuse)
    assert desk.newest(EventKind.PRINT).phase is Phase.FAILED


def test_copied_text_comes_back_only_after_the_log_knows(session: Session, desk: SmallDesk) -> None:
    assert session.copies.copy_text(session.open(oid(1)), "päätös") == "päätös"
    event = desk.newest(EventKind.CLIPBOARD)
    assert (event.phase, event.result_count) == (Phase.DONE, 6)
    assert "päätös" not in repr(event)


def test_a_document_of_another_session_does_not_leave(desk: SmallDesk, tmp_path: Path) -> None:
    opened = desk.session().open(oid(1))

    with pytest.raises(RightMissing):
        desk.session().copies.save(opened, tmp_path / "a.xml")
    assert not (tmp_path / "a.xml").exists()


def paper(shown: Document, *, practice: bool = True) -> str:
    return pdf_text(document_pdf(shown, NAMES, Clock()(), practice=practice))


def test_a_display_form_on_paper_says_whose_and_which_it_is() -> None:
    shown = display(
        "<h1>Päätös</h1><p>Myönnetään 14 tuntia.</p><ol><li>yksi</li><li>kaksi</li></ol>"
    )

    text = paper(shown)
    assert "HARJOITUS" in text
    assert str(shown.metadata.document_oid) in text.replace("\n", "")
    for said in ("Päätös", "Myönnetään 14 tuntia.", "1.", "kaksi", str(shown.metadata.client_id)):
        assert said in text
    assert "HARJOITUS" not in paper(shown, practice=False)


def test_nothing_in_a_display_form_runs_on_paper() -> None:
    shown = display(
        '<script>alert(1)</script><p>näkyy</p><img src="file:///etc/passwd" alt="kuva"/>'
        '<object data="http://127.0.0.1:9/">sisällä</object><a href="javascript:x()">linkki</a>'
    )

    text = paper(shown)
    assert "näkyy" in text
    assert "linkki" in text
    assert "alert" not in text
    made = document_pdf(shown, NAMES, Clock()(), practice=True)
    assert not any(word in made for word in (b"/JavaScript", b"/URI", b"/Launch", b"127.0.0.1"))


def test_a_table_longer_than_a_page_goes_on_with_every_row() -> None:
    rows = "".join(f"<tr><td>rivi {n}</td><td>arvo</td></tr>" for n in range(120))
    long = f"<tr><td>pitkä</td><td>{'sana ' * 3_000}loppu</td></tr>"

    text = paper(display(f"<table>{rows}{long}</table>"))
    assert all(f"rivi {n}" in text for n in range(120))
    assert "loppu" in text
