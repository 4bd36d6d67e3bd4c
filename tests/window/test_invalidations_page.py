"""The Invalidations page: from documents to the consequences, to PIN2, to what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kanta_desk.desk.invalidating import reasons
from kanta_desk.desk.session import Session
from kanta_desk.gui.invalidations.items import Column
from kanta_desk.gui.invalidations.page import InvalidationsPage
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.language import say
from kanta_desk.gui.tasks import drop_all
from kanta_desk.model.events import EventFilter, EventKind
from kanta_desk.model.invalidation import Fate
from tests.helpers.invalidation_page import (
    PIN2,
    Place,
    confirm,
    consequences,
    fates,
    open_place,
    press,
    shown,
    signed_in,
)
from tests.helpers.pages import nameless, shown_text, visible_text
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

CLIENT = "010181-900C"
ASKED = 2  # versions and case


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with open_place(tmp_path_factory.mktemp("invalidations")) as made:
        yield made


@pytest.fixture
def session(place: Place) -> Session:
    return signed_in(place, "Maija")


@pytest.fixture
def page(place: Place, session: Session, qtbot: QtBot) -> Iterator[InvalidationsPage]:
    made = shown(place, qtbot)
    yield made
    drop_all(made)


def test_the_page_of_consequences_says_what_where_and_who(
    page: InvalidationsPage, place: Place
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    said = shown_text(page.confirm)

    assert "Mitätöidään 1 asiakirja lopullisesti" in said
    assert "Mitätöintiä ei voi perua." in said
    assert oid.value in said
    assert "Hoiva Esimerkki Oy (1.2.246.10.99999204.19.0)" in said
    assert "Maija Arkistonhoitaja (ammattikortti, 00990000017)" in said
    assert "Syy jää vain omaan käyttölokiin; sitä ei lähetetä." in said
    assert "OmaKannassa" in said
    assert "1 versio, joka mitätöityy" in said
    assert page.confirm.pin.submit.text() == "Mitätöi 1 asiakirja"
    assert page.confirm.pin._label.text() == "Allekirjoitustunnusluku (PI&N2)"


def test_the_client_is_masked_until_one_asks(page: InvalidationsPage, place: Place) -> None:
    consequences(page, *place.fresh())
    plan = page.confirm.plan
    assert plan is not None
    client = plan.items[0].metadata.client_id
    assert client is not None
    assert str(client) not in shown_text(page)

    page.confirm.facts.reveal.setChecked(True)

    assert str(client) in shown_text(page)


def test_nothing_that_cannot_be_undone_has_the_focus_or_can_be_pressed_at_once(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    focused = QApplication.focusWidget()

    assert focused is page.confirm._scroll
    assert not page.confirm.pin.submit.isEnabled()
    assert not page.confirm.pin.submit.isDefault()
    page.confirm.pin.field.type_digits(PIN2)
    assert not page.confirm.pin.submit.isEnabled(), "not before the id was looked at"
    page.confirm.typed.setText("0000")
    assert not page.confirm.pin.submit.isEnabled()


def test_enter_goes_on_field_by_field_and_never_signs(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    page.confirm.typed.setFocus()
    QTest.keyClicks(page.confirm.typed, oid.value[-4:])
    QTest.keyClick(page.confirm.typed, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.confirm.pin.field
    QTest.keyClicks(page.confirm.pin.field, PIN2.decode())
    QTest.keyClick(page.confirm.pin.field, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is page.confirm.pin.submit
    assert page.view is page.confirm
    QTest.keyClick(page.confirm.pin.submit, Qt.Key.Key_Space)
    settle(page)
    assert fates(page) == [Fate.DONE]
    assert place.sent(oid) == 1


def test_escape_leaves_and_sends_nothing(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    QTest.keyClick(page.confirm.pin.field, Qt.Key.Key_Escape)
    settle(page)

    assert page.view is page.list
    assert page.confirm.pin.field.text() == ""
    assert place.sent(oid) == 0


def test_exactly_what_will_be_sent_is_shown(page: InvalidationsPage, place: Place) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    page.confirm.exactly.click()
    plan = page.confirm.plan
    assert plan is not None

    frame = page.confirm.frame.toPlainText()

    assert oid.value in frame
    assert plan.items[0].new_oid.value in frame
    assert plan.items[0].message_id in frame
    assert place.sent(oid) == 0


def test_a_reason_that_needs_words_is_not_taken_without(
    page: InvalidationsPage, place: Place
) -> None:
    page.take(Wish(place.fresh()))
    other = next(each for each in reasons() if each.code == "MUU")
    assert not page.asking.go_on.isEnabled()
    page.asking.choice._choose(say(other.name), other)
    assert not page.asking.go_on.isEnabled()

    page.asking.words.setText("kaksi samaa")

    assert page.asking.go_on.isEnabled()


def test_a_document_is_invalidated_listed_and_has_its_receipt(
    page: InvalidationsPage, place: Place, qtbot: QtBot, tmp_path: Path
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)

    assert page.view is page.running
    assert page.running.heading.text() == "1 asiakirja mitätöity"
    assert visible_text(page.running).count("mitätöity") == 1, "once is enough"
    assert page.running.table.isColumnHidden(Column.FATE)
    assert page.running.receipt.isVisible()
    press(page.running.leave)
    settle(page)
    entry = page.list.model.entry(0)
    assert (entry.document_oid, entry.fate, entry.user_name) == (
        oid.value,
        Fate.DONE,
        "Maija Arkistonhoitaja",
    )
    page.list.table.selectRow(0)
    assert page.list.detail.save.isVisible()
    page.write_receipt(entry.message_id, tmp_path / "kuitti.pdf", and_open=False)
    settle(page)
    assert (tmp_path / "kuitti.pdf").read_bytes().startswith(b"%PDF")
    assert page.list.notice.said.startswith("Kuitti kirjoitettiin")


def test_a_wrong_pin2_sends_nothing_and_shows_the_tries_left(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    page.confirm.pin.field.clear()
    page.confirm.pin.field.type_digits(b"111111")
    press(page.confirm.pin.submit)
    settle(page)
    qtbot.waitUntil(lambda: page.confirm.pin.tries_shown == "4 yritystä jäljellä")

    assert page.view is page.confirm
    assert page.confirm.error.isVisible()
    assert page.confirm.confirmed, "what was typed before it stays"
    leave = page.confirm.leave  # the last of the page: the PIN's field is above it
    qtbot.waitUntil(lambda: leave.visibleRegion().boundingRect() == leave.rect())
    assert place.sent(oid) == 0
    page.confirm.pin.field.type_digits(PIN2)
    press(page.confirm.pin.submit)
    settle(page)
    assert fates(page) == [Fate.DONE]


def test_what_cannot_be_invalidated_is_left_out_with_the_reason_and_the_remedy(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    gone, *others = place.fresh(3)
    consequences(page, gone)
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)
    press(page.running.leave)
    settle(page)

    consequences(page, gone, *others)
    said = shown_text(page.confirm)

    assert page.confirm.pin.submit.text() == "Mitätöi 2 asiakirjaa"
    assert "1 asiakirja jätettiin pois: Asiakirja on jo mitätöity" in said
    assert "2 pyyntöä" in page.confirm.once.text()
    assert page.confirm.table.isVisible()


def test_a_batch_is_counted_by_type_and_client(page: InvalidationsPage, place: Place) -> None:
    consequences(page, *place.fresh(3))
    said = shown_text(page.confirm.facts)

    assert "1 asiakas: " in said
    assert "(3)" in said
    assert page.confirm.model.rowCount() == 3


def test_the_report_of_a_batch_is_saved_after_the_run_and_from_any_of_its_documents(
    page: InvalidationsPage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(("ajon.pdf", "luettelon.pdf"))

    def choose(*asked: object) -> tuple[str, str]:
        assert str(asked[2]).startswith("raportti-")
        return str(tmp_path / next(names)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    consequences(page, *place.fresh(3))
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)
    press(page.running.report)
    settle(page)
    assert page.running.saved.said.startswith("Raportti kirjoitettiin")

    press(page.running.leave)
    settle(page)
    page.list.table.selectRow(0)
    press(page.list.detail.report)
    settle(page)
    assert page.list.notice.said.startswith("Raportti kirjoitettiin")
    for path in (tmp_path / "ajon.pdf", tmp_path / "luettelon.pdf"):
        assert path.read_bytes().startswith(b"%PDF")


def test_the_list_is_filtered_by_outcome_and_words(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)
    press(page.running.leave)
    settle(page)
    everything = page.list.model.rowCount()
    assert everything > 1

    page.list.sought.setText(f"{oid.value} maija")
    assert page.list.model.rowCount() == 1
    page.list.sought.setText("ei löydy mistään")
    assert page.list.model.rowCount() == 0
    assert "Mikään ei sovi ehtoihin" in shown_text(page.list)
    page.list.sought.clear()
    assert page.list.model.rowCount() == everything


@pytest.mark.parametrize("step", ["list", "reason", "consequences", "outcome"])
def test_every_control_has_a_name(
    page: InvalidationsPage, place: Place, qtbot: QtBot, step: str
) -> None:
    walk: dict[str, Callable[[], None]] = {
        "reason": lambda: page.take(Wish(place.fresh())),
        "consequences": lambda: consequences(page, *place.fresh(2)),
        "outcome": lambda: _outcome(page, place, qtbot),
    }
    walk.get(step, lambda: None)()

    assert nameless(page) == []


def _outcome(page: InvalidationsPage, place: Place, qtbot: QtBot) -> None:
    consequences(page, *place.fresh())
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)


def test_a_wiped_page_keeps_nothing_of_client_documents_or_pin(
    page: InvalidationsPage, place: Place
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    page.confirm.facts.reveal.setChecked(True)
    page.confirm.exactly.click()

    page.wipe()

    held = shown_text(page)
    assert oid.value not in held
    assert CLIENT not in held
    assert page.confirm.pin.field.text() == ""
    assert bytes(page.confirm.pin.field._digits) == b""


def test_looking_at_the_consequences_leaves_its_events_and_no_invalidation(
    page: InvalidationsPage, place: Place, session: Session
) -> None:
    (oid,) = place.fresh()
    before = session.log.search(EventFilter(kind=EventKind.INVALIDATION)).total
    looked = session.log.search(EventFilter(kind=EventKind.VERSIONS)).total
    consequences(page, oid)

    assert session.log.search(EventFilter(kind=EventKind.INVALIDATION)).total == before
    assert session.log.search(EventFilter(kind=EventKind.VERSIONS)).total >= looked + ASKED
