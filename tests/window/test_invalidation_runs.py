"""Runs that pause, break off or take two persons; and how documents are handed over to the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.archive.profile import Key
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.session import Session
from kanta_desk.gui.documents.page import DocumentsPage
from kanta_desk.gui.invalidations.page import InvalidationsPage
from kanta_desk.gui.invalidations.wish import Wish
from kanta_desk.gui.tasks import drop_all
from kanta_desk.model.documents import RecordState, SearchCriteria
from kanta_desk.model.invalidation import Fate
from kanta_desk.practice.faults import Mishap
from tests.helpers.invalidation_page import (
    PIN2,
    Place,
    choice,
    confirm,
    consequences,
    fates,
    held_card,
    open_place,
    panel,
    press,
    shown,
    signed_in,
)
from tests.helpers.pages import shown_text
from tests.helpers.practice import PATIENCE
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")


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


def test_a_batch_is_paused_and_goes_on_with_pin2(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    oids = place.fresh(4)
    consequences(page, *oids)
    confirm(page)
    with held_card(place.desk):
        press(page.confirm.pin.submit)
        press(page.running.pause)
    settle(page)
    assert set(fates(page)) == {Fate.WAITING}
    assert "4 asiakirjaa on aloittamatta" in page.running.outcome.said
    assert place.sent(*oids) == 0

    assert not page.running.pin.submit.isEnabled(), "a signature takes PIN2 anew"
    page.running.pin.field.type_digits(PIN2)
    press(page.running.pin.submit)
    settle(page)

    assert set(fates(page)) == {Fate.DONE}
    assert place.sent(*oids) == 4


def test_the_rest_of_a_paused_batch_can_be_given_up(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    oids = place.fresh(2)
    consequences(page, *oids)
    confirm(page)
    with held_card(place.desk):
        press(page.confirm.pin.submit)
        press(page.running.pause)
    settle(page)
    press(page.running.give_up)
    settle(page)

    assert page.view is page.list
    assert page.list.waiting.isHidden()
    assert place.sent(*oids) == 0


def test_a_lost_answer_is_settled_by_asking_and_nothing_is_sent_twice(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    (oid,) = place.fresh()
    consequences(page, oid)
    confirm(page)
    place.standin.stage(Mishap.LOST_ANSWER, Key.INVALIDATION)
    place.standin.stage(Mishap.TWICE, Key.METADATA_QUERY)  # the look just before sending
    place.standin.stage(Mishap.SILENT, Key.METADATA_QUERY)  # the one that would make sure
    press(page.confirm.pin.submit)
    settle(page)
    assert fates(page) == [Fate.UNSETTLED]
    assert "1 asiakirja on selvittämättä" in page.running.outcome.said
    assert not page.running.pin.isVisible(), "first it must be known what became of it"
    place.standin.calm()
    press(page.running.settle)
    settle(page)

    assert fates(page) == [Fate.DONE]
    assert place.sent(oid) == 1


def test_a_lock_in_the_middle_leaves_what_is_to_be_settled_in_the_list(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    oids = place.fresh(3)
    consequences(page, *oids)
    confirm(page)
    met = place.standin.stage(Mishap.SILENT, Key.INVALIDATION)
    press(page.confirm.pin.submit)
    assert met.wait(PATIENCE)
    drop_all(page)
    page.wipe()
    place.desk.lock()
    assert place.desk.practice is not None
    pin = place.desk.practice.pin(place.desk.practice.cards[0])
    place.desk.submit(Lane.CARD, place.desk.unlock, pin).result(PATIENCE)
    place.standin.calm()

    page.entered()
    settle(page)
    assert "selvittämättä" in page.list.unsettled.said
    assert page.list.model.entry(0).fate is Fate.UNSETTLED
    assert "Keskeytynyt" in shown_text(page.list.waiting)
    assert "on selvitettävä ennen jatkamista" in shown_text(page.list.waiting)
    page.settle()
    settle(page)

    assert page.list.unsettled.isHidden()
    ours = {oid.value: oid for oid in oids}
    model = page.list.model
    told = [model.entry(row) for row in range(model.rowCount())]
    for entry in (each for each in told if each.document_oid in ours):
        assert (entry.fate is Fate.DONE) is (place.sent(ours[entry.document_oid]) == 1)


def test_what_broke_off_is_taken_up_and_brought_to_its_end(
    page: InvalidationsPage, place: Place, session: Session, qtbot: QtBot
) -> None:
    oids = place.fresh(2)
    consequences(page, *oids)
    confirm(page)
    with held_card(place.desk):
        press(page.confirm.pin.submit)
        page.running.paused.emit()
    settle(page)
    page.show_list()
    settle(page)
    assert "Keskeytynyt: mitätöity 0/2 asiakirjaa" in shown_text(page.list.waiting)

    press(choice(page, "0/2 asiakirjaa", "Jatka…"))
    settle(page)
    assert page.view is page.confirm
    confirm(page)
    press(page.confirm.pin.submit)
    settle(page)

    assert set(fates(page)) == {Fate.DONE}
    assert all(session.metadata(oid).state is RecordState.INVALIDATED for oid in oids)


@pytest.fixture
def two_persons(place: Place, session: Session) -> Iterator[None]:
    session.rights.set_two_persons(True)
    yield
    signed_in(place, "Maija").rights.set_two_persons(False)


@pytest.mark.usefixtures("two_persons")
def test_one_proposes_and_another_confirms_with_another_card(
    page: InvalidationsPage, place: Place, qtbot: QtBot
) -> None:
    oids = place.fresh(2)
    consequences(page, *oids)
    assert "mitätöintiin tarvitaan kaksi henkilöä" in shown_text(page.confirm)
    assert page.confirm.heading.text() == "Ehdota 2 asiakirjan mitätöintiä"
    assert "Ehdottajaksi kirjataan" in shown_text(page.confirm)
    assert "Mitätöijäksi kirjataan" not in shown_text(page.confirm)
    assert not page.confirm.pin.submit.isVisible()
    page.confirm.typed.setText("2")
    press(page.confirm.propose)
    settle(page)
    assert "Ehdotus tehty" in page.list.notice.said
    own = panel(page, "Ehdotus: mitätöidään 2 asiakirjaa")
    assert "Odottaa toista mitätöijää" in shown_text(own)
    buttons = own.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Peru ehdotus"]
    assert place.sent(*oids) == 0

    signed_in(place, "Veikko")
    second = shown(place, qtbot)
    press(choice(second, "Ehdotus", "Vahvista…"))
    settle(second)
    assert "Vahvistat toisen henkilön ehdotuksen" in shown_text(second.confirm)
    confirm(second)
    press(second.confirm.pin.submit)
    settle(second)

    assert set(fates(second)) == {Fate.DONE}
    second.show_list()
    settle(second)
    model = second.list.model
    told = [model.entry(row) for row in range(model.rowCount())]
    done = [each for each in told if each.document_oid in {oid.value for oid in oids}]
    assert [(each.user_name, each.proposer) for each in done] == [
        ("Veikko Varalla", "00990000017")
    ] * 2


def test_one_who_may_not_invalidate_is_told_why(place: Place, qtbot: QtBot) -> None:
    signed_in(place, "Heikki")
    page = shown(place, qtbot)

    page.take(Wish(place.fresh()))

    assert page.view is page.list
    assert "Et voi mitätöidä tässä rekisterissä" in page.list.notice.said
    assert "roolisi tässä rekisterissä ei kata tätä toimintoa" in page.list.notice.said


def test_a_document_and_a_selection_are_handed_over_from_the_documents_page(
    place: Place, session: Session, qtbot: QtBot
) -> None:
    page = DocumentsPage(place.desk)
    qtbot.addWidget(page)
    page.resize(1040, 700)
    page.show()
    page.entered()
    given: list[tuple[str, object]] = []
    page.handed.connect(lambda key, what: given.append((key, what)))
    stocked, *_ = place.fresh()
    page.search(SearchCriteria(document_oid=stocked))
    settle(page)
    page.table.selectRow(0)
    press(page.pane.invalidate)
    page.search(SearchCriteria(client_id=session.metadata(stocked).client_id))
    settle(page)
    page.table.selectAll()
    valid = [
        document.document_oid
        for document in map(page.model.document, range(page.model.rowCount()))
        if document.state is RecordState.VALID
    ]
    assert page.invalidate.text() == f"Mitätöi {len(valid)} asiakirjaa…"
    press(page.invalidate)

    (first_key, first), (_, many) = given
    assert (first_key, first) == (InvalidationsPage.key, Wish((stocked,)))
    assert isinstance(many, Wish)
    assert set(many.oids) == set(valid)


def test_what_cannot_be_invalidated_is_explained_on_the_documents_page(
    place: Place, qtbot: QtBot
) -> None:
    session = signed_in(place, "Heikki")
    page = DocumentsPage(place.desk)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    page.pane.show_metadata(session.metadata(*place.fresh()))

    assert not page.pane.invalidate.isEnabled()
    assert page.pane.invalidate.toolTip() == "roolisi tässä rekisterissä ei kata tätä toimintoa"
    signed_in(place, "Maija")
    page.entered()
    assert page.pane.invalidate.isEnabled()
