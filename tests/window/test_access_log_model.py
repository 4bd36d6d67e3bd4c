"""The log's table with plain values: its true length, its pages by key, what it shows masked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kanta_desk.desk.auditing import LogRecord
from kanta_desk.desk.logbook import veiled
from kanta_desk.gui.accesslog.event_view import EventNames, EventView
from kanta_desk.gui.accesslog.filter_bar import FilterBar
from kanta_desk.gui.accesslog.model import Column, EventsModel, shortened
from kanta_desk.gui.accesslog.pages import CACHED_PAGES, Fetched, Shelf, fetch
from kanta_desk.model.event_details import Change, ClockReading, Grounds
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventPage,
    EventRef,
    Phase,
    Subject,
)
from kanta_desk.model.logreport import ProofState
from kanta_desk.model.time import HELSINKI
from tests.helpers.pages import nameless, shown_text

pytestmark = pytest.mark.usefixtures("app")

CLIENT = "010181-900C"
BEGINNING = datetime(2026, 11, 20, 8, tzinfo=UTC)


def ref(seq: int) -> EventRef:
    return EventRef("1.2.246.10.99999204.19.0/1", 2026, seq)


def event(seq: int, **changes: object) -> Event:
    whole = Event(
        ref=ref(seq),
        event_id=f"id-{seq}",
        time=BEGINNING + timedelta(seconds=seq),
        kind=EventKind.VIEW,
        phase=Phase.DONE,
        actor=Actor("90000001", "Maija Arkistonhoitaja", "archivist", "sosiaalityöntekijä"),
        controller_oid="1.2.246.10.99999204.19.0",
        controller_name="Hoiva Esimerkki Oy",
        register="1",
        purpose="12",
        subject=Subject(CLIENT, "Tessa Testinen", "1.2.246.10.99999204.11.2026.100531", 1),
        error_code="",
        result_count=1,
        workstation="TYO-1",
        os_user="maija",
        software="Kanta Desk",
        request_id="",
        intent_ref=ref(seq - 1),
        leaf_hash="ab" * 32,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def record(seq: int, **changes: object) -> LogRecord:
    return LogRecord(event(seq, **changes), ProofState(BEGINNING, 300, card=True), revealed=True)


@dataclass
class PlainSearch:
    """A search over events in memory, newest first, that counts what it is asked."""

    events: tuple[Event, ...]
    size: int = 10
    asked: list[tuple[EventRef, int]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.events)

    @property
    def first(self) -> EventPage:
        return self._after(0, self.size)

    def page(self, before: EventRef, limit: int) -> EventPage:
        self.asked.append((before, limit))
        at = next(at for at, event in enumerate(self.events) if event.ref == before)
        return self._after(at + 1, limit)

    def _after(self, at: int, limit: int) -> EventPage:
        page = self.events[at : at + limit]
        more = at + limit < len(self.events)
        return EventPage(page, page[-1].ref if more else None)


def search(total: int, size: int = 10) -> PlainSearch:
    return PlainSearch(tuple(event(3 * number) for number in range(total, 0, -1)), size)


def answering(made: PlainSearch) -> EventsModel:
    """A model whose pages come at once."""
    model = EventsModel(lambda code: f"tarkoitus {code}")
    model.wanted.connect(
        lambda page, at, key: model.put(fetch(made, model.page_size, page, at, key))
    )
    model.show(made)
    return model


def test_the_events_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(answering(search(25)))


def test_the_table_is_as_long_as_the_log_says_before_anything_was_fetched() -> None:
    made = search(1_000)
    model = EventsModel(str)
    model.show(made)

    assert model.rowCount() == 1_000
    assert made.asked == []
    assert model.index(0, Column.TIME).data().startswith("20.11.2026")
    assert model.index(999, Column.TIME).data() == "noudetaan…"


@pytest.mark.parametrize("size", [1, 7, 10, 100])
def test_every_row_holds_its_own_event_wherever_one_looks_first(size: int) -> None:
    made = search(95, size)
    model = answering(made)

    for row in (94, 3, 50, 10, 9, 11, 88):
        model.index(row, Column.TIME).data()
        shown = model.event_at(row)
        assert shown is not None
        assert shown.seq == made.events[row].seq


def test_a_jump_walks_in_strides_and_a_step_takes_one_page() -> None:
    made = search(1_000)
    model = answering(made)
    model.index(900, Column.TIME).data()
    assert len(made.asked) == 1

    model.index(910, Column.TIME).data()
    assert made.asked[-1] == (made.events[909].ref, 10)


def test_only_the_newest_wish_waits_while_a_page_is_on_its_way(qtbot: QtBot) -> None:
    made = search(1_000)
    model = EventsModel(str)
    asked: list[tuple[int, int, int]] = []
    model.wanted.connect(lambda *wish: asked.append(wish))
    model.show(made)

    for row in (100, 200, 300, 400):
        model.index(row, Column.TIME).data()
    assert [page for page, _, _ in asked] == [10]

    model.put(fetch(made, 10, *asked[0]))
    assert [page for page, _, _ in asked] == [10, 40]


def test_a_page_of_an_earlier_search_is_not_taken() -> None:
    made = search(100)
    model = EventsModel(str)
    model.show(made)
    model.put(Fetched(5, made.events[50:60], {}))

    assert model.event_at(50) is None


def test_a_page_that_failed_can_be_asked_for_again() -> None:
    model = EventsModel(str)
    asked: list[int] = []
    model.wanted.connect(lambda page, *_: asked.append(page))
    model.show(search(100))
    model.index(50, Column.TIME).data()
    model.failed()
    model.index(50, Column.TIME).data()

    assert asked == [5, 5]


def test_few_pages_are_kept_at_once() -> None:
    made = search(1_000)
    shelf = Shelf(made)
    for number in range(1, 100):
        at, key = shelf.nearest(number)
        shelf.put(fetch(made, 10, number, at, key))

    at_hand = [number for number in range(100) if not shelf.lacks(number)]
    assert at_hand == [0, *range(100 - CACHED_PAGES, 100)]
    assert shelf.event(995) == made.events[995]


def test_a_log_that_became_shorter_leaves_rows_empty_and_ends() -> None:
    made = search(100)
    shelf = Shelf(made)
    made.events = made.events[:35]
    at, key = shelf.nearest(8)

    assert fetch(made, 10, 8, at, key).events == ()


def test_an_empty_search_has_no_rows() -> None:
    model = answering(search(0))

    assert model.rowCount() == 0


def test_a_row_tells_what_the_desk_shows_of_an_event() -> None:
    model = answering(PlainSearch((veiled(event(1)),)))

    row = [model.index(0, column).data() for column in Column]
    assert row[Column.CLIENT] == "010181-****"
    assert row[Column.USER] == "Maija Arkistonhoitaja"
    assert row[Column.ACT] == "Asiakirjan katselu"
    assert row[Column.PHASE] == "toteutui"
    assert row[Column.PURPOSE] == "tarkoitus 12"
    assert row[Column.RESULT] == "1"
    assert CLIENT not in "".join(row)


def test_a_list_answer_says_how_many_documents_it_told() -> None:
    told = Subject(documents=("1.2.1", "1.2.2"))
    model = answering(PlainSearch((event(5, subject=told),)))

    assert model.index(0, Column.DOCUMENT).data() == "2 asiakirjaa"


def test_an_oid_is_shortened_to_its_end() -> None:
    assert shortened("1.2.246.10.99999204.11.2026.100531") == "…11.2026.100531"
    assert shortened("1.2.3") == "1.2.3"


@pytest.fixture
def view(qtbot: QtBot) -> EventView:
    made = EventView(EventNames(lambda code: f"nimi {code.value}", lambda code: f"t {code}"))
    qtbot.addWidget(made)
    return made


def test_an_event_in_full_shows_the_client_and_the_hash(view: EventView) -> None:
    view.show_record(record(1_234, evidence="{}", error_code="KD-5002"))

    text = shown_text(view)
    assert "arkistonhoitaja" in text
    for word in (CLIENT, "Tessa Testinen", "TYO-1", "2026/1234", "KD-5002", "nimi 1", "t 12"):
        assert word in text
    assert "ab" * 32 in text.replace(" ", "")
    assert nameless(view) == []


def test_an_event_in_full_shows_what_is_told_only_seldom(view: EventView) -> None:
    whole = event(5)
    seldom = replace(
        whole,
        actor=replace(whole.actor, task="auditor", card_id="9246017700"),
        subject=replace(
            whole.subject,
            client_flags=("turvakielto",),
            category="EHDS-1",
            process="5",
            origin="paikallinen",
        ),
        error_text="host=arkisto.example",
        result_count=250,
        shown_count=100,
        dwell_ms=61_000,
        answer_ref="vastaus-1",
        on_behalf="1.2.246.10.99999300.19.0",
        system_oid="1.2.246.10.8",
        grounds=Grounds("asia", "A-17", "auki", True, "P-2", "S-3", "epäily", True),
        change=Change("valid", "invalidated", "11", "90000002"),
        clock=ClockReading(7, 60, "moved 400 s"),
    )
    view.show_record(LogRecord(seldom, ProofState(BEGINNING, 300, card=True), revealed=True))
    shown = shown_text(view)

    for told in (
        "lokin valvoja", "9246017700", "turvakielto", "EHDS-1", "nimi 5", "paikallinen",
        "host=arkisto.example", "250", "100", "61", "vastaus-1", "1.2.246.10.99999300.19.0",
        "1.2.246.10.8", "asia A-17 auki", "P-2", "S-3", "epäily", "mitätöity", "90000002",
        "moved 400 s · UTC+1",
    ):  # fmt: skip
        assert told in shown, told
    assert not nameless(view)


def test_a_kind_and_a_phase_of_a_later_version_are_shown_by_their_codes(view: EventView) -> None:
    view.show_record(record(5, kind=EventKind("TULEVA_LAJI"), phase=Phase("hyväksyttiin")))

    assert "TULEVA_LAJI" in shown_text(view)
    assert "hyväksyttiin" in shown_text(view)


def test_an_outcome_leads_to_its_intent(view: EventView, qtbot: QtBot) -> None:
    view.show_record(record(10))

    with qtbot.waitSignal(view.intent_wanted) as wanted:
        view.intent.click()
    assert wanted.args == [ref(9)]
    view.show_record(record(9, intent_ref=None))
    assert view.intent.isHidden()


def test_wiping_forgets_the_event(view: EventView) -> None:
    view.show_record(record(10))
    view.wipe()

    assert view.isHidden()
    assert CLIENT not in shown_text(view)


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    made = FilterBar()
    qtbot.addWidget(made)
    made.show()
    return made


def submitted(bar: FilterBar) -> list[EventFilter]:
    sent: list[EventFilter] = []
    bar.submitted.connect(sent.append)
    bar.submit()
    return sent


def test_no_conditions_ask_for_everything(bar: FilterBar) -> None:
    assert submitted(bar) == [EventFilter()]


def test_conditions_are_read_as_the_log_wants_them(bar: FilterBar) -> None:
    bar.user.setText("  arkistonhoitaja ")
    bar.client.setText("010594y9032")
    bar.document.setText(" 1.2.246.10.99999204.11.2026.1 ")
    bar.kind.setCurrentIndex(bar.kind.findText("Vienti"))
    bar.phase.setCurrentIndex(bar.phase.findText("epäonnistui"))
    bar.since.setText("1.11.2026")
    bar.until.setText("2.11.2026")

    assert submitted(bar) == [
        EventFilter(
            user="arkistonhoitaja",
            client="010594Y9032",
            document="1.2.246.10.99999204.11.2026.1",
            kind=EventKind.EXPORT,
            phase=Phase.FAILED,
            time_from=datetime(2026, 11, 1, tzinfo=HELSINKI),
            time_to=datetime(2026, 11, 3, tzinfo=HELSINKI),
        )
    ]
    assert isinstance(bar.conditions().kind, EventKind)


@pytest.mark.parametrize(
    ("field_name", "typed"),
    [
        ("client", "010181-900D"),
        ("document", "jokin asiakirja"),
        ("since", "eilen"),
        ("until", "31.2.2026"),
    ],
)
def test_a_condition_that_cannot_be_is_told_and_nothing_is_sent(
    bar: FilterBar, field_name: str, typed: str
) -> None:
    getattr(bar, field_name).setText(typed)

    assert submitted(bar) == []
    assert bar.said


def test_a_clients_name_is_a_condition_as_it_is(bar: FilterBar) -> None:
    bar.client.setText("Testinen")

    assert submitted(bar) == [EventFilter(client="Testinen")]


def test_days_in_the_wrong_order_are_told(bar: FilterBar) -> None:
    bar.since.setText("2.11.2026")
    bar.until.setText("1.11.2026")

    assert submitted(bar) == []
    assert "loppupäivän jälkeen" in bar.said
