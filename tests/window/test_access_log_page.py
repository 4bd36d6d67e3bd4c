"""The Access log page on the practice desk: what was done is there, in full, and proven whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.errors import Cancelled
from kanta_desk.gui.accesslog.model import Column
from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.model.cards import CardsState
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice import people
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.practice import await_cards, practice_desk, sign_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

CLIENT = Henkilotunnus.parse("010181-900C")
ACTS = 60
SUBSTITUTE = f"{people.SUBSTITUTE.person.given_name} {people.SUBSTITUTE.person.surname}"
"""An archivist without the auditor's right."""


def holder_of(state: CardsState) -> str:
    """The name on the card in the best reader."""
    return state.best.card.holder.name if state.best and state.best.card else ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk where a client's documents were searched so often that the log has several pages."""
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        assert made.session is not None
        for _ in range(ACTS):
            found = made.session.search(SearchCriteria(client_id=CLIENT))
        made.session.open(found.documents[0].document_oid)
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AccessLogPage:
    made = AccessLogPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    made.entered()
    settle(made)
    return made


def column(page: AccessLogPage, at: Column) -> list[str]:
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def test_the_newest_events_are_shown_on_entering_and_counted(page: AccessLogPage) -> None:
    assert page.model.rowCount() > 2 * ACTS
    assert f"{page.model.rowCount()} tapahtumaa" in shown_text(page)
    assert page.model.index(0, Column.ACT).data() == "Haku käyttölokista"


def test_entering_again_asks_the_log_no_second_time(page: AccessLogPage, desk: Desk) -> None:
    assert desk.session is not None
    searches = EventFilter(kind=EventKind.LOG_SEARCH, phase=Phase.INTENT)
    before = desk.session.search_log(searches).total
    page.entered()
    settle(page)

    assert desk.session.search_log(searches).total == before + 1  # the look just now


def test_scrolling_to_the_end_fetches_the_oldest_event(page: AccessLogPage) -> None:
    page.table.scrollToBottom()
    page.table.viewport().repaint()
    settle(page)

    oldest = page.model.event_at(page.model.rowCount() - 1)
    assert oldest is not None
    assert oldest.kind is EventKind.SIGN_IN


def test_conditions_narrow_the_list(page: AccessLogPage) -> None:
    page.filter_bar.client.setText(str(CLIENT))
    page.filter_bar.kind.setCurrentIndex(page.filter_bar.kind.findText("Asiakirjan katselu"))
    page.filter_bar.phase.setCurrentIndex(page.filter_bar.phase.findText("toteutui"))
    page.filter_bar.submit()
    settle(page)

    assert page.model.rowCount() == 1
    assert column(page, Column.CLIENT) == ["010181-****"]
    assert str(CLIENT) not in "\n".join(column(page, Column.CLIENT))


def test_conditions_that_nothing_fits_say_what_to_do(page: AccessLogPage) -> None:
    page.filter_bar.user.setText("Olematon")
    page.filter_bar.submit()
    settle(page)

    assert not page.table.isVisible()
    assert "Poista jokin ehto" in shown_text(page)


def test_an_event_is_shown_in_full_and_the_look_is_logged(page: AccessLogPage, desk: Desk) -> None:
    assert desk.session is not None
    looks = EventFilter(kind=EventKind.LOG_VIEW, phase=Phase.DONE)
    before = desk.session.search_log(looks).total
    at = column(page, Column.ACT).index("Asiakirjan katselu")
    page.table.selectRow(at)
    assert not page.event_view.isVisible()
    page.show_event.click()
    settle(page)

    assert page.event_view.isVisible()
    assert str(CLIENT) in shown_text(page.event_view)
    assert desk.session.search_log(looks).total == before + 1


def test_an_outcome_leads_to_its_intent(page: AccessLogPage) -> None:
    at = next(
        row
        for row in range(page.model.rowCount())
        if (event := page.model.event_at(row)) and event.intent_seq is not None
    )
    outcome = page.model.event_at(at)
    assert outcome is not None
    page.open(outcome.seq)
    settle(page)
    page.event_view.intent.click()
    settle(page)

    assert f"tapahtuma {outcome.intent_seq}" in shown_text(page.event_view)
    assert "aie" in shown_text(page.event_view)


def test_the_log_is_verified_whole(page: AccessLogPage) -> None:
    page.verify()
    assert not page.verify_button.isEnabled()
    settle(page)

    assert "Loki on eheä" in shown_text(page)
    assert page.verify_button.isEnabled()


def test_a_verification_that_was_cancelled_says_so(page: AccessLogPage) -> None:
    page._not_verified(Cancelled())

    assert "Tarkastus peruttiin" in shown_text(page)


def test_wiping_leaves_nothing_of_the_log(page: AccessLogPage) -> None:
    page.filter_bar.client.setText(str(CLIENT))
    page.filter_bar.submit()
    settle(page)
    page.table.selectRow(0)
    page.show_event.click()
    settle(page)
    page.wipe()

    assert page.model.rowCount() == 0
    assert str(CLIENT) not in shown_text(page)
    assert not page.event_view.isVisible()
    page.entered()
    settle(page)
    assert page.model.rowCount() > 0


def test_the_sample_shows_an_event(page: AccessLogPage) -> None:
    page.show_sample()
    settle(page)

    assert page.event_view.isVisible()


def test_every_control_has_a_name(page: AccessLogPage) -> None:
    page.show_sample()
    settle(page)

    assert nameless(page) == []


def test_without_the_auditors_right_the_page_says_so_instead_of_an_empty_table(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with practice_desk(tmp_path) as desk:
        assert desk.practice is not None
        desk.practice.insert(SUBSTITUTE)
        await_cards(desk, lambda state: SUBSTITUTE in holder_of(state))
        sign_in(desk)
        page = AccessLogPage(desk)
        qtbot.addWidget(page)
        page.show()
        page.entered()
        settle(page)

        assert "Sinulla ei ole oikeutta katsella käyttölokia" in shown_text(page)
        assert not page.table.isVisible()
        assert not page.filter_bar.isVisible()
