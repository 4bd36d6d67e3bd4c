"""The Access log page on the practice desk: what was done is there, in full, and proven whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
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
from kanta_desk.model.time import HELSINKI
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
    return [page.events.model.index(row, at).data() for row in range(page.events.model.rowCount())]


def test_the_newest_events_are_shown_on_entering_and_counted(page: AccessLogPage) -> None:
    assert page.events.model.rowCount() > 2 * ACTS
    assert f"{page.events.model.rowCount()} tapahtumaa" in shown_text(page)
    assert page.events.model.index(0, Column.ACT).data() == "Haku käyttölokista"


def test_entering_again_asks_the_log_no_second_time(page: AccessLogPage, desk: Desk) -> None:
    assert desk.session is not None
    searches = EventFilter(kind=EventKind.LOG_SEARCH, phase=Phase.INTENT)
    before = desk.session.log.search(searches).total
    page.entered()
    settle(page)

    assert desk.session.log.search(searches).total == before + 1  # the look just now


def test_scrolling_to_the_end_fetches_the_oldest_event(page: AccessLogPage) -> None:
    page.events.table.scrollToBottom()
    page.events.table.viewport().repaint()
    settle(page)

    oldest = page.events.model.event_at(page.events.model.rowCount() - 1)
    assert oldest is not None
    assert oldest.kind is EventKind.LOG_YEAR


def test_conditions_narrow_the_list(page: AccessLogPage) -> None:
    page.events.filter_bar.client.setText(str(CLIENT))
    page.events.filter_bar.kind.setCurrentIndex(
        page.events.filter_bar.kind.findText("Asiakirjan katselu")
    )
    page.events.filter_bar.phase.setCurrentIndex(page.events.filter_bar.phase.findText("toteutui"))
    page.events.filter_bar.submit()
    settle(page)

    assert page.events.model.rowCount() == 1
    assert column(page, Column.CLIENT) == ["010181-****"]
    assert str(CLIENT) not in "\n".join(column(page, Column.CLIENT))


def test_conditions_that_nothing_fits_say_what_to_do(page: AccessLogPage) -> None:
    page.events.filter_bar.user.setText("Olematon")
    page.events.filter_bar.submit()
    settle(page)

    assert not page.events.table.isVisible()
    assert "Poista jokin ehto" in shown_text(page)


def test_an_event_is_shown_in_full_and_the_look_is_logged(page: AccessLogPage, desk: Desk) -> None:
    assert desk.session is not None
    looks = EventFilter(kind=EventKind.LOG_VIEW, phase=Phase.DONE)
    before = desk.session.log.search(looks).total
    at = column(page, Column.ACT).index("Asiakirjan katselu")
    page.events.table.selectRow(at)
    assert not page.events.event_view.isVisible()
    page.events.show_event.click()
    settle(page)

    assert page.events.event_view.isVisible()
    assert str(CLIENT) not in shown_text(page.events.event_view)
    assert desk.session.log.search(looks).total == before + 1


def test_the_client_is_shown_for_a_reason_that_the_log_keeps(
    page: AccessLogPage, desk: Desk
) -> None:
    at = column(page, Column.ACT).index("Asiakirjan katselu")
    page.events.table.selectRow(at)
    page.events.show_event.click()
    settle(page)
    view = page.events.event_view
    assert not view.reveal.isEnabled()

    view.reason.setText("Selvityspyyntö 12/2026")
    view.reveal.click()
    settle(page)

    assert str(CLIENT) in shown_text(view)
    assert not view.reason.isVisible()
    assert desk.session is not None
    last = desk.session.log.search(EventFilter(kind=EventKind.LOG_VIEW)).first.events[0]
    assert "Selvityspyyntö 12/2026" in last.subject.query


def test_the_line_and_the_fields_ask_for_the_same(page: AccessLogPage) -> None:
    page.events.query_line.line.setText(
        'type:"Document viewed" phase:done aika:2026-11 -user:virtanen'
    )
    page.events.query_line.submit()
    settle(page)

    bar = page.events.filter_bar
    assert (bar.kind.currentText(), bar.phase.currentText()) == ("Asiakirjan katselu", "toteutui")
    assert (bar.since.text(), bar.until.text()) == ("1.11.2026", "30.11.2026")
    assert page.events.model.rowCount() == 1
    assert page.events.query_line.line.text() == (
        'tyyppi:"Asiakirjan katselu" vaihe:toteutui aika:2026-11 -käyttäjä:virtanen'
    )

    bar.phase.setCurrentIndex(0)
    bar.submit()
    settle(page)
    assert page.events.query_line.line.text() == (
        'tyyppi:"Asiakirjan katselu" aika:2026-11 -käyttäjä:virtanen'
    )


def test_a_query_that_cannot_be_read_says_where_and_asks_nothing(page: AccessLogPage) -> None:
    before = page.events.model.rowCount()
    page.events.query_line.line.setText("asiakirja:1.2 tyyppi:hammaslanka")
    page.events.query_line.submit()
    settle(page)

    assert "merkki 22" in page.events.query_line.said
    assert page.events.query_line.line.cursorPosition() == 21
    assert page.events.model.rowCount() == before


def test_keywords_kinds_and_names_are_completed(page: AccessLogPage) -> None:
    line = page.events.query_line
    offered = []
    for typed in ("vaihe:aie käy", "tyyppi:mitä", "käyttäjä:arkis"):
        line.line.setText(typed)
        line.line.textEdited.emit(typed)  # as by the keyboard
        settle(page)
        offered.append(line._offered.stringList())

    assert "vaihe:aie käyttäjä:" in offered[0]
    assert "tyyppi:Mitätöinti" in offered[1]
    assert 'käyttäjä:"Maija Arkistonhoitaja"' in offered[2]


def test_a_facet_s_count_is_what_a_click_on_it_finds(page: AccessLogPage) -> None:
    row = next(r for r in page.events.facets.rows if r.toolTip() == "Haku")
    count = int(row.accessibleName().rpartition(": ")[2])
    row.click()
    settle(page)

    assert page.events.model.rowCount() == count
    assert "tyyppi:Haku" in page.events.query_line.line.text()


def test_a_month_falls_into_days_and_a_day_is_a_search(page: AccessLogPage) -> None:
    days = page.events.histogram.bars
    assert len(days) >= 28
    busy = next(bar for bar in days if bar.count)
    assert sum(bar.count for bar in days) >= page.events.model.rowCount()

    page.events.histogram.chosen.emit(busy.span)
    settle(page)

    assert busy.span.first is not None
    assert f"aika:{busy.span.first.isoformat()}" in page.events.query_line.line.text()
    assert page.events.all_times.isVisible()


def test_clock_times_of_the_line_stay_while_the_days_in_the_fields_are_the_same(
    page: AccessLogPage,
) -> None:
    line, fields = page.events.query_line, page.events.filter_bar
    line.line.setText("aika:2026-01-01T08:00..2026-12-31T16:30 -aika:2026-02")
    line.submit()
    settle(page)
    assert (fields.since.text(), fields.until.text()) == ("1.1.2026", "31.12.2026")
    fields.submit()
    settle(page)
    assert "aika:2026-01-01T08:00..2026-12-31T16:30" in line.line.text()
    assert "-aika:2026-02" in line.line.text()

    fields.until.setText("30.12.2026")
    fields.submit()
    settle(page)
    assert "aika:2026-01-01..2026-12-30" in line.line.text()


def test_a_search_is_saved_used_and_forgotten(page: AccessLogPage) -> None:
    line = page.events.query_line
    line.line.setText("tyyppi:Haku")
    line.submit()
    settle(page)
    page.events.save_search("Haut")
    settle(page)
    assert "Haut" in [action.text() for action in line._menu.actions()]

    line.line.setText("")
    line._menu.actions()[0].trigger()
    settle(page)
    assert line.line.text() == "tyyppi:Haku"

    page.events._forget_search("Haut")
    settle(page)
    assert "Haut" not in [action.text() for action in line._menu.actions()]


def test_a_proof_and_an_export_are_written_where_one_chooses(
    page: AccessLogPage, tmp_path: Path
) -> None:
    event = page.events.model.event_at(0)
    assert event is not None
    page.events.save_proof(event.ref, tmp_path)
    settle(page)
    assert "Todiste tallennettiin" in shown_text(page)
    assert (tmp_path / "kanta_proof.py").exists()

    page.events.export_to(tmp_path / "loki.csv")
    settle(page)
    written = (tmp_path / "loki.csv").read_text(encoding="utf-8")
    assert written.count("\n") > page.events.model.rowCount()
    assert str(CLIENT) not in written


def test_going_to_a_day_stands_at_its_newest_event(page: AccessLogPage) -> None:
    today = datetime.now(HELSINKI).date()
    page.events.jump_day.set_value(today)
    page.events.jump()
    settle(page)
    assert page.events.table.currentIndex().row() == 0

    page.events.jump_day.set_value(today - timedelta(days=400))
    page.events.jump()
    settle(page)
    assert "Niin vanhaa tapahtumaa ei ole" in shown_text(page)


def test_the_integrity_tab_tells_checkpoints_and_anchors(
    page: AccessLogPage, tmp_path: Path
) -> None:
    page.tabs.setCurrentWidget(page.integrity)
    settle(page)
    first = page.integrity.model.rowCount()
    assert first
    assert "Viimeisin ankkuri" in shown_text(page)

    page.integrity.sign()
    settle(page)
    assert page.integrity.model.rowCount() == first + 1
    page.integrity.write_page(tmp_path / "a.pdf")
    page.integrity.verify()
    settle(page)
    page.integrity.write_report(tmp_path / "v.pdf")
    settle(page)
    assert all((tmp_path / name).read_bytes()[:4] == b"%PDF" for name in ("a.pdf", "v.pdf"))
    assert nameless(page) == []


def test_without_an_anchor_the_page_warns(page: AccessLogPage) -> None:
    page.integrity._show_anchors(())

    assert "Työaseman ulkopuolella ei ole ankkuria" in shown_text(page)


def test_a_hold_is_placed_and_lifted(page: AccessLogPage) -> None:
    tab = page.retention
    page.tabs.setCurrentWidget(tab)
    settle(page)
    assert "Mitään ei voi vielä hävittää" in shown_text(tab)
    tab.place_hold()
    settle(page)
    assert "Puuttuu" in shown_text(tab)

    tab.hold_client.setText(str(CLIENT))
    tab.hold_reason.setText("Kantelu 5/2026")
    tab.place_hold()
    settle(page)
    assert "010181-****, · Kantelu".replace(",", "") in shown_text(tab)
    assert nameless(page) == []

    assert tab._kept is not None
    tab.lift_hold(tab._kept.holds[0].number, "Asia ratkaistu")
    settle(page)
    assert "Hävityskieltoja ei ole" in shown_text(tab)


def test_a_backup_is_made_into_an_empty_folder(page: AccessLogPage, tmp_path: Path) -> None:
    page.retention.back_up(tmp_path / "kopio")
    settle(page)

    assert "Kopioitiin" in shown_text(page.retention)
    assert list((tmp_path / "kopio").rglob("kayttoloki-*.db"))


def test_an_outcome_leads_to_its_intent(page: AccessLogPage) -> None:
    at = next(
        row
        for row in range(page.events.model.rowCount())
        if (event := page.events.model.event_at(row)) and event.intent_ref is not None
    )
    outcome = page.events.model.event_at(at)
    assert outcome is not None
    page.events.open(outcome.ref)
    settle(page)
    page.events.event_view.intent.click()
    settle(page)

    assert f"tapahtuma {outcome.intent_ref.short}" in shown_text(page.events.event_view)
    assert "aie" in shown_text(page.events.event_view)


def test_the_log_is_verified_whole(page: AccessLogPage) -> None:
    page.integrity.verify()
    assert not page.integrity.verify_button.isEnabled()
    settle(page)

    assert "Loki on eheä" in shown_text(page)
    assert page.integrity.verify_button.isEnabled()


def test_a_verification_that_was_cancelled_says_so(page: AccessLogPage) -> None:
    page.integrity._not_verified(Cancelled())

    assert "Tarkastus peruttiin" in shown_text(page)


def test_wiping_leaves_nothing_of_the_log(page: AccessLogPage) -> None:
    page.events.filter_bar.client.setText(str(CLIENT))
    page.events.filter_bar.submit()
    settle(page)
    page.events.table.selectRow(0)
    page.events.show_event.click()
    settle(page)
    page.wipe()

    assert page.events.model.rowCount() == 0
    assert str(CLIENT) not in shown_text(page)
    assert not page.events.event_view.isVisible()
    page.entered()
    settle(page)
    assert page.events.model.rowCount() > 0


def test_the_sample_shows_an_event(page: AccessLogPage) -> None:
    page.show_sample()
    settle(page)

    assert page.events.event_view.isVisible()


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
        assert not page.events.table.isVisible()
        assert not page.events.query_line.isVisible()
