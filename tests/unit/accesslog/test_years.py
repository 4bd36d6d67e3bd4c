"""A file, a tree and numbers of its own for each register and year."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.proof import holds
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import EventFilter, EventKind, EventRef, LogHead, Outcome, Phase
from tests.helpers.events import (
    CLIENT,
    CONTEXT,
    DONE,
    REGISTER,
    Clock,
    act,
    fill,
    log_folder,
    open_log,
)

OTHER = replace(CONTEXT, register=replace(REGISTER, code=replace(REGISTER.code, value="2")))


def at(seq: int, year: int = 2026) -> EventRef:
    return EventRef(REGISTER.key, year, seq)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "accesslog"


class TestRegistersAndYears:
    """A file, a tree and numbers of its own for each register and year."""

    @pytest.fixture
    def clock(self) -> Clock:
        return Clock(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))

    def test_each_year_begins_with_the_heads_of_what_was_before(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 300)
            intent = log.intend(act(client_id=CLIENT))
            before = log.head()
            clock.now = datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
            settled = log.settle(intent, DONE)
            fill(log, 300)

            assert (intent, settled) == (at(302), at(2, 2027))
            assert log.event(settled).intent_ref == intent
            opening = log.event(at(1, 2027))
            assert opening.kind is EventKind.LOG_YEAR
            assert LogHead.parse(opening.evidence) == before
            assert [head.tree.year for head in log.head().trees] == [2027]
            assert log.count(EventFilter()) == 604
            assert all(holds(log.prove(at(seq))) for seq in (1, 256, 302))
            assert all(holds(log.prove(at(seq, 2027))) for seq in (1, 2, 256, 302))
            assert log.verify().intact
            head = log.head()
        with closing(open_log(folder, clock)) as log:
            assert log.head() == head

    def test_an_intent_left_open_over_the_turn_of_the_year_is_settled_later(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            lost = log.intend(act(client_id=CLIENT))
            clock.now = datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
            log.record(act(), DONE)
        with closing(open_log(folder, clock)) as log:
            (found,) = log.unsettled()
            assert (found.ref, found.subject.client_id) == (lost, CLIENT)
            log.settle(found.ref, Outcome(Phase.UNKNOWN))
            assert log.unsettled() == ()
        with closing(open_log(folder, clock)) as log:
            assert log.unsettled() == ()

    def test_a_clock_that_goes_back_a_year_does_not_lead_to_the_old_file(
        self, folder: Path, clock: Clock
    ) -> None:
        clock.now = datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
        with closing(open_log(folder, clock)) as log:
            log.record(act(), DONE)
            clock.now -= timedelta(days=2)

            assert log.record(act(), DONE) == at(3, 2027)

    def test_each_register_has_its_own_file_and_the_head_covers_all(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 3)
            other = log.record(replace(act(), context=OTHER), DONE)

            assert other == EventRef(OTHER.register.key, 2026, 2)
            assert LogHead.parse(log.event(replace(other, seq=1)).evidence).size == 4
            assert [head.size for head in log.head().trees] == [4, 2]
            assert len({path.parent for path in folder.glob("*/kayttoloki-*.db")}) == 2
            assert log.count(EventFilter(register=OTHER.register.key)) == 2

    def test_a_register_that_cannot_be_written_leaves_the_others_alone(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            log.record(act(), DONE)
            log_folder(folder).folder_of(OTHER.register.key).write_text("in the way")

            with pytest.raises(LogUnavailable):
                log.record(replace(act(), context=OTHER), DONE)

            assert log.record(act(), DONE) == at(3)

    def test_a_file_that_was_made_but_not_begun_is_begun(self, folder: Path, clock: Clock) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 5)
            log.folder.writer(at(1, 2027).tree).close()

        clock.now += timedelta(days=1)
        with closing(open_log(folder, clock)) as log:
            assert log.count(EventFilter()) == 6
            assert log.record(act(), DONE) == at(2, 2027)
            assert log.verify().intact

    def test_readers_that_were_there_before_see_the_new_year(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            log.record(act(), DONE)
            assert log.count(EventFilter()) == 2
            clock.now += timedelta(days=1)
            log.record(act(), DONE)
            shown = log.search(EventFilter()).events
            assert [event.ref for event in shown] == [at(2, 2027), at(1, 2027), at(2), at(1)]

    def test_a_log_that_was_searched_before_new_year_is_searched_whole_after_it(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 5)
            log.record(act(client_id="x", client_name="Aino Vanha"), DONE)
            assert log.count(EventFilter()) == 7
            assert log.count(EventFilter(client="uusinimi")) == 0
            clock.now = datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
            for more in (1, 2):
                log.record(act(client_id="x", client_name="Aino Uusinimi"), DONE)

                assert log.count(EventFilter()) == 8 + more
                found = log.search(EventFilter(client="uusinimi")).events
                assert [event.ref.year for event in found] == [2027] * more + [2026]
                assert log.facets(EventFilter()).total == 8 + more
