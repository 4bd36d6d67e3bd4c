"""Retention in the window: a clock nobody confirmed, holds by session and span, old records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.gui.accesslog.retention import RetentionTab
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Intent, Outcome, Phase
from tests.helpers.events import act
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A practice desk at work."""
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> RetentionTab:
    made = RetentionTab(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    made.entered()
    settle(made)
    return made


def test_a_hold_by_session_and_span_is_placed_and_shown(tab: RetentionTab) -> None:
    tab.hold_session.setText("istunto-9")
    tab.hold_first.setText("1.2.2013")
    tab.hold_last.setText("28.2.2013")
    tab.hold_reason.setText("Kantelu 7/2026")
    tab.place_hold()
    settle(tab)

    assert tab._kept is not None
    hold = tab._kept.holds[-1]
    assert (hold.session, hold.time_from, hold.time_to) == (
        "istunto-9",
        datetime(2013, 1, 31, 22, tzinfo=UTC),
        datetime(2013, 2, 28, 22, tzinfo=UTC),
    )
    assert "istunto-9, 1.2.2013–28.2.2013 · Kantelu 7/2026" in shown_text(tab)
    assert tab.hold_first.text() == ""
    assert nameless(tab) == []
    tab.lift_hold(hold.number, "Ratkaistu")
    settle(tab)


def test_a_span_that_is_no_day_places_no_hold(tab: RetentionTab) -> None:
    tab.hold_session.setText("istunto-9")
    tab.hold_last.setText("huomenna")
    tab.hold_reason.setText("Kantelu")
    tab.place_hold()
    settle(tab)

    assert "Kirjoita ajan päivät muodossa" in shown_text(tab)
    assert tab._kept is not None
    assert tab._kept.holds == ()


def test_a_clock_that_leapt_is_told_and_confirmed_with_a_reason(
    tab: RetentionTab, desk: Desk
) -> None:
    assert desk.session is not None
    assert not tab.clock_line.isVisible()
    assert tab._kept is not None
    leap = (datetime(2013, 2, 10, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC))
    tab.show_kept(replace(tab._kept, time=replace(tab._kept.time, leap=leap)))

    assert "hyppäsi päivästä 10.2.2013 päivään 22.11.2026" in shown_text(tab)
    tab.clock_line.confirm()
    settle(tab)
    assert "Puuttuu" in shown_text(tab)
    tab.clock_line.reason.setText("Työasema oli varastossa")
    tab.clock_line.confirm()
    settle(tab)

    assert "Kellonaika on vahvistettu lokiin" in shown_text(tab)
    asked = EventFilter(kind=EventKind.LOG_CLOCK, phase=Phase.DONE)
    assert desk.session.log.search(asked).total == 1


def test_a_record_is_written_again_from_the_log(
    tab: RetentionTab, desk: Desk, tmp_path: Path
) -> None:
    assert desk.session is not None
    tab.past.read()
    settle(tab)
    assert "Mitään ei ole hävitetty" in shown_text(tab)
    event = _disposed(desk)

    tab.past.read()
    settle(tab)
    assert "1/2013 · 300 tapahtumaa · Maija Arkistonhoitaja" in shown_text(tab)
    assert nameless(tab) == []
    tab.past.write(event, tmp_path / "p.pdf")
    settle(tab)

    assert "Pöytäkirja kirjoitettiin" in shown_text(tab)
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    tab.wipe()
    assert "300" not in shown_text(tab)


def _disposed(desk: Desk) -> EventRef:
    """The events of a disposal, as the log would hold them."""
    assert desk.session is not None
    log, context = desk.session._logbook._log, desk.session.context
    evidence = (
        f'{{"disposal":"{context.register.key}/2013","months":["2013-01"],"ranges":[[2,301]],'
        '"count":300,"held":0,"holds":[],"size":301,"root":"","approvals":[{"user":"1",'
        '"name":"Maija Arkistonhoitaja","reason":"12 v","time":"2026-11-22T10:00:00+00:00"}]}'
    )
    asked = act(EventKind.LOG_DISPOSAL)
    event = log.intend(Intent(asked.kind, asked.actor, context, evidence=evidence))
    log.settle(event, Outcome(Phase.DONE, result_count=300))
    return event
