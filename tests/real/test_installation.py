"""An installation set up by its files alone, and an archive that goes away and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kanta_desk.desk.assemble import assemble
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.desk.session import Session
from kanta_desk.errors import LogLocked, Offline, RightMissing, SettingsUnreadable
from kanta_desk.model.cards import CardPresence
from kanta_desk.model.deployment import CellState, Progress
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import Role
from kanta_desk.practice.card import PRACTICE_PIN1
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.people import ARCHIVIST, OPERATOR
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.plan import write_plan
from kanta_desk.practice.reader import SoftwareReader
from kanta_desk.practice.standin import StandIn
from kanta_desk.settings.paths import Paths
from tests.helpers.installation import configure, first_session
from tests.helpers.practice import PATIENCE, await_cards, holder_name, prepare, presence


@dataclass
class Place:
    """A machine with a reader, its folders, and an archive somewhere."""

    paths: Paths
    reader: SoftwareReader
    pki: PracticePki
    archive: StandIn
    plan: Path

    def configure(self) -> None:
        """Write options and rights as an administrator would."""
        configure(self.paths, self.pki, self.archive.url)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    pki = prepare(tmp_path)
    with StandIn(tmp_path / "archive", pki) as archive:
        yield Place(
            Paths.under(tmp_path / "desk").make(),
            SoftwareReader(),
            pki,
            archive,
            write_plan(tmp_path / "plan"),
        )


@pytest.fixture
def desk(place: Place) -> Iterator[Desk]:
    place.configure()
    opened = assemble(place.paths, source=place.reader)
    yield opened
    opened.close()


def signed_in(desk: Desk, place: Place) -> Session:
    if not place.reader.wait(None, 0).slots[0].present:
        place.reader.insert(ARCHIVIST.make(place.pki))
    state = await_cards(desk, lambda s: presence(s) is CardPresence.READY)
    assert state.best is not None
    assert state.best.card is not None
    if not desk.has_rights:
        return first_session(desk, OWN.register, PRACTICE_PIN1)
    (context,) = desk.contexts_for(state.best.card.holder)
    pin = bytearray(PRACTICE_PIN1, "ascii")
    return desk.submit(Lane.CARD, desk.sign_in, pin, context).result(PATIENCE)


def test_an_installation_works_from_its_files(desk: Desk, place: Place) -> None:
    session = signed_in(desk, place)

    assert desk.mode is Mode.TEST
    assert desk.practice is None
    found = session.search(SearchCriteria(client_id=read_plan(place.plan).documents[0].client_id))
    assert found.total > 0


def test_a_card_that_nobody_granted_anything_gets_nowhere(desk: Desk, place: Place) -> None:
    session = signed_in(desk, place)
    place.reader.insert(OPERATOR.make(place.pki))
    state = await_cards(desk, lambda s: "Tiina" in holder_name(s))
    assert state.best is not None
    assert state.best.card is not None
    assert desk.contexts_for(state.best.card.holder) == ()

    with pytest.raises(RightMissing):
        desk.submit(
            Lane.CARD, desk.sign_in, bytearray(PRACTICE_PIN1, "ascii"), session.context
        ).result(PATIENCE)


def test_an_archive_that_dies_in_a_run_ends_it_cleanly_and_the_next_run_is_whole(
    desk: Desk, place: Place
) -> None:
    session = signed_in(desk, place)
    plan = read_plan(place.plan)

    def die(progress: Progress) -> None:
        if progress.done == 5:
            place.archive.stop()

    verdict = session.tests.run(plan, die)

    assert not verdict.complete
    assert verdict.stopped_by == Offline.code
    done = [row for row in verdict.rows if row.state is not CellState.WAITING]
    assert 5 <= len(done) < len(plan.documents)
    with pytest.raises(Offline) as caught:
        session.search(SearchCriteria(client_id=plan.documents[0].client_id))
    assert caught.value.retriable
    archive = desk.submit(Lane.CARD, desk.diagnose).result()[-1]
    assert (archive.state, archive.code) == (CheckState.FAILED, Offline.code)
    assert archive.remedy is not None

    place.archive.start()

    assert session.tests.run(plan).complete


def test_an_act_that_a_crash_cut_short_is_settled_as_unknown_at_the_next_start(
    desk: Desk, place: Place
) -> None:
    session = signed_in(desk, place)

    class PowerCut(BaseException):
        """Ends the act as nothing else would: the outcome is not written either."""

    def cut(*_: object) -> None:
        raise PowerCut

    desk._log.settle = cut  # type: ignore[method-assign]
    with pytest.raises(PowerCut):
        session.search(SearchCriteria(case_id="1"))
    desk.close()

    again = assemble(place.paths, source=place.reader)
    try:
        assert again.settle_interrupted() == 1
        session = signed_in(again, place)
        found = session.log.search(EventFilter(kind=EventKind.SEARCH))
        assert [event.phase for event in found.first.events] == [Phase.UNKNOWN, Phase.INTENT]
        assert again.settle_interrupted() == 0
    finally:
        again.close()


def test_two_desks_never_write_the_same_log(desk: Desk, place: Place) -> None:
    with pytest.raises(LogLocked):
        assemble(place.paths, source=place.reader)


def test_an_installation_without_files_opens_and_says_what_is_missing(place: Place) -> None:
    desk = assemble(place.paths, source=place.reader)
    try:
        found = {r.id: r for r in desk.submit(Lane.CARD, desk.diagnose).result()}
    finally:
        desk.close()

    assert found["archive"].state is CheckState.WARNING
    assert found["archive"].remedy is not None


def test_a_fault_in_rights_written_by_hand_names_its_place_when_they_are_brought_in(
    place: Place,
) -> None:
    place.configure()
    rights = place.paths.rights
    rights.write_text(rights.read_text(encoding="utf-8").replace("archivist", "arkistonhoitaja"))
    desk = assemble(place.paths, source=place.reader)
    try:
        with pytest.raises(SettingsUnreadable) as caught:
            signed_in(desk, place)
        assert not desk.has_rights
    finally:
        desk.close()

    assert "rights.toml: grant 1, role" in str(caught.value.fields["place"])


def test_rights_written_by_hand_give_nothing_until_the_first_administrator_brings_them_in(
    desk: Desk, place: Place
) -> None:
    place.reader.insert(ARCHIVIST.make(place.pki))
    state = await_cards(desk, lambda s: presence(s) is CardPresence.READY)
    assert state.best is not None
    assert state.best.card is not None
    assert desk.contexts_for(state.best.card.holder) == ()
    assert [r.key for r in desk.registers_to_take_over] == [OWN.register.key]

    session = signed_in(desk, place)

    assert {r.grant.role for r in session.rights.overview().records} == {
        Role.ADMINISTRATOR,
        Role.ARCHIVIST,
        Role.AUDITOR,
    }
    assert desk.registers_to_take_over == ()
    assert (place.paths.config / "rights-old.toml").exists()


def test_everything_that_was_done_is_in_the_log_of_the_next_start(desk: Desk, place: Place) -> None:
    session = signed_in(desk, place)
    session.search(SearchCriteria(client_id=read_plan(place.plan).documents[0].client_id))
    desk.close()

    again = assemble(place.paths, source=place.reader)
    try:
        session = signed_in(again, place)
        found = session.log.search(EventFilter(kind=EventKind.SEARCH))
        assert [event.phase for event in found.first.events] == [Phase.DONE, Phase.INTENT]
        assert session.keeping.verify().intact
    finally:
        again.close()
