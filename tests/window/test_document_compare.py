"""Two documents side by side in the window, on the practice desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.gui.documents.compare import ComparePane
from kanta_desk.gui.documents.compare_rows import Words, sides
from kanta_desk.model.comparison import Change, Compared, Row, Run
from kanta_desk.model.documents import PDF, DocumentMetadata, RecordState, SearchMode
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.query import recognise
from tests.helpers.pages import nameless, shown_text, signed_in, visible_text
from tests.helpers.window import settle

WITH_VERSIONS = "140338-902B"
WITH_PDF = ("110585-916L", "010594Y9032")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def session(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot, app: QApplication) -> ComparePane:
    made = ComparePane(desk)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def found(session: Session, client: str) -> tuple[DocumentMetadata, ...]:
    criteria = replace(recognise(client).criteria(), mode=SearchMode.VERSIONS)
    return session.search(criteria).documents


def two_versions(session: Session) -> tuple[Oid, Oid]:
    documents = found(session, WITH_VERSIONS)
    old = next(d for d in documents if d.state is RecordState.REPLACED)
    new = next(d for d in documents if d.set_id == old.set_id and d is not old)
    return old.document_oid, new.document_oid


def total(session: Session, kind: EventKind) -> int:
    return session.log.search(EventFilter(kind=kind, phase=Phase.DONE)).total


def compare(pane: ComparePane, left: Oid, right: Oid) -> None:
    pane.compare(left, right)
    settle(pane)


def test_two_versions_are_opened_and_compared_with_an_event_each(
    pane: ComparePane, session: Session
) -> None:
    views, comparisons = total(session, EventKind.VIEW), total(session, EventKind.COMPARE)
    compare(pane, *two_versions(session))

    assert total(session, EventKind.VIEW) == views + 2
    assert total(session, EventKind.COMPARE) == comparisons + 1
    assert "kohtaa eroaa" in pane.summary
    assert "teksti (" in pane.summary
    assert "korvattu" in visible_text(pane)
    assert "voimassa" in visible_text(pane)


def test_the_same_document_is_the_same_and_what_was_compared_is_told(
    pane: ComparePane, session: Session
) -> None:
    old, _ = two_versions(session)
    compare(pane, old, old)

    assert "Samat" in pane.summary
    for part in ("teksti (", "kuvailutiedot (", "rakenteinen muoto ("):
        assert part in pane.summary
    assert not pane.after.isEnabled()


def test_differences_are_gone_through_one_by_one_and_around(
    pane: ComparePane, session: Session
) -> None:
    compare(pane, *two_versions(session))
    assert pane.shown is not None
    part = pane.shown.part(Compared.TEXT)
    assert part is not None

    seen = []
    for _ in range(part.differences + 1):
        pane.step(1)
        seen.append(pane._where.text())
    assert seen[0] == seen[-1] == f"Ero 1/{part.differences}"
    assert len(set(seen)) == part.differences
    pane.step(-1)
    assert pane._where.text() == seen[-2]


def test_fields_that_are_the_same_can_be_left_out(pane: ComparePane, session: Session) -> None:
    compare(pane, *two_versions(session))
    pane.tabs.setCurrentWidget(pane.readers[Compared.METADATA])
    whole = pane.readers[Compared.METADATA].browser.toPlainText()
    pane.only.setChecked(True)

    short = pane.readers[Compared.METADATA].browser.toPlainText()
    assert "Asiakirjan versio" in short
    assert "kenttää samoja" in short
    assert len(short) < len(whole) / 2


def test_pages_are_compared_by_text_and_by_picture(pane: ComparePane, session: Session) -> None:
    left, right = (
        next(
            d.document_oid
            for d in found(session, client)
            if session.open(d.document_oid).payload(PDF)
        )
        for client in WITH_PDF
    )
    compare(pane, left, right)
    pane.tabs.setCurrentWidget(pane.pages)
    settle(pane)

    assert pane.pages.differing
    assert pane.pages.pair.drawn == 2
    assert "näyttää erilaiselta" in visible_text(pane.pages)
    pane.step(1)
    assert pane.pages.page == pane.pages.differing[0]


def test_a_document_that_is_not_there_is_told(pane: ComparePane, session: Session) -> None:
    old, _ = two_versions(session)
    compare(pane, old, Oid("1.2.246.10.99999204.11.2026.1"))

    assert "KD-5002" in shown_text(pane)
    assert pane.shown is None


def test_wiping_leaves_nothing_of_either(pane: ComparePane, session: Session) -> None:
    compare(pane, *two_versions(session))
    name = str(found(session, WITH_VERSIONS)[0].client_name)
    assert name in shown_text(pane)
    pane.wipe()

    assert name not in shown_text(pane)
    assert WITH_VERSIONS not in shown_text(pane)
    assert pane.tabs.count() == 0


def test_every_control_has_a_name(pane: ComparePane, session: Session) -> None:
    compare(pane, *two_versions(session))

    assert nameless(pane) == []


ROWS = (
    Row((Run("sama"),), (Run("sama"),)),
    Row((Run("a <b>"), Run("vanha", Change.CHANGED, 1)), (Run("uusi", Change.CHANGED, 1),)),
    Row((Run("pois", Change.REMOVED, 2),), ()),
    Row((), (Run("lisää", Change.INSERTED, 3),)),
)
WORDS = Words("Vasen", "Oikea", same_rows="… {count} samaa")


def test_differences_differ_in_colour_and_in_form() -> None:
    (part,) = sides(ROWS, WORDS, only_differing=False).parts

    assert '<span class="changed">vanha</span>' in part.html
    assert '<span class="removed">pois</span>' in part.html
    assert "a &lt;b&gt; <span" in part.html
    for sign in ("≠", "−", "+"):
        assert f">{sign}</span>" in part.html


def test_every_difference_has_its_place_in_some_part() -> None:
    many = tuple(
        Row((Run(f"a{n}", Change.CHANGED, n),), (Run(f"b{n}", Change.CHANGED, n),))
        for n in range(1, 400)
    )
    made = sides(many, WORDS, only_differing=True)

    assert len(made.parts) > 3
    assert set(made.places) == set(range(1, 400))
    assert all(f'name="d{n}"' in made.parts[at].html for n, at in made.places.items())


def test_rows_that_are_the_same_are_counted_where_they_are_left_out() -> None:
    (part,) = sides((ROWS[0], ROWS[0], *ROWS[1:]), WORDS, only_differing=True).parts

    assert "… 2 samaa" in part.html
    assert ">sama<" not in part.html
