"""Importing through the gate: an administrator's act, logged with what was taken in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import orjson
import pytest

from kanta_desk.desk.checking import DocumentKnowledge, structures_of
from kanta_desk.desk.importing import Library
from kanta_desk.errors import ImportFaulty, RightMissing, SettingsUnreadable
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.imports import ImportKind, Origin
from kanta_desk.model.organisations import OwnFault
from kanta_desk.model.time import utc_now
from kanta_desk.practice.organisation import OWN, OWN_UNIT
from kanta_desk.practice.people import STAFF
from kanta_desk.settings.options import Organisation
from kanta_desk.settings.paths import Paths
from tests.helpers.imports import (
    CODES,
    STRUCTURE,
    TASKS,
    UNIT,
    a_structure,
    code_file,
    structure_files,
    unit_file,
)
from tests.helpers.small_desk import SmallDesk, small_desk

BAD = CODES + "22;X;Nimi;;;eilen;\n"


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDesk]:
    with small_desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def small(one: SmallDesk, tmp_path: Path) -> SmallDesk:
    """The desk with nothing imported yet."""
    one.library = Library.of(Paths.under(tmp_path / "installation"))
    return one


def test_what_is_taken_in_is_logged_with_its_hash_and_who(small: SmallDesk, tmp_path: Path) -> None:
    prepared = small.library.prepare(code_file(tmp_path))

    assert small.session().imports.take(prepared) == 3

    event = small.newest(EventKind.SETTINGS_CHANGE)
    assert event.phase is Phase.DONE
    assert event.result_count == 3
    assert prepared.preview.sha256 in event.subject.query
    assert TASKS in event.subject.query
    held = next(h for h in small.library.holdings() if h.origin)
    assert held.origin is not None
    assert held.origin.by == small.session().holder.name
    assert held.origin.file == f"{TASKS}.202601.csv"


def test_rows_at_fault_are_left_out_only_when_that_is_allowed(
    small: SmallDesk, tmp_path: Path
) -> None:
    prepared = small.library.prepare(code_file(tmp_path, BAD))
    session = small.session()

    with pytest.raises(ImportFaulty) as told:
        session.imports.take(prepared)

    assert told.value.fields["count"] == 1
    assert small.newest(EventKind.SETTINGS_CHANGE).error_code == ImportFaulty.code
    assert not any(h.origin for h in small.library.holdings())
    assert session.imports.take(prepared, without_faulty=True) == 3


def test_who_is_no_administrator_changes_nothing(small: SmallDesk, tmp_path: Path) -> None:
    prepared = small.library.prepare(code_file(tmp_path))

    with pytest.raises(RightMissing):
        small.session(STAFF).imports.take(prepared)

    assert not any(h.origin for h in small.library.holdings())


def test_what_ships_cannot_be_removed(small: SmallDesk) -> None:
    shipped = small.library.holdings()[0]

    with pytest.raises(SettingsUnreadable):
        small.session().imports.remove(shipped)


def test_the_library_finds_what_was_taken_in(small: SmallDesk, tmp_path: Path) -> None:
    imports = small.session().imports
    for path in (code_file(tmp_path), unit_file(tmp_path), structure_files(tmp_path)):
        imports.take(small.library.prepare(path))
    library = small.library

    assert library.unit_name(UNIT, date(2018, 1, 1)) == "Vanha asiakirjahallinto"
    assert [unit.name for unit in library.unit(Oid(UNIT))] == [
        "Vanha asiakirjahallinto",
        "Asiakirjahallinto",
    ]
    form = library.structure(Oid(STRUCTURE))
    assert form is not None
    assert form.head.title.fi == "Koeasiakirja"
    assert [c.name.fi for c in library.periods(TASKS, "20")] == ["Vammaispalvelut"]
    found = library.code_set(TASKS, library.today)
    assert found is not None
    assert found.version == "202601"


def test_the_own_organisation_is_compared_with_the_register(
    small: SmallDesk, tmp_path: Path
) -> None:
    own = Organisation(OWN.party, OWN.business_id, OWN_UNIT)
    assert small.library.own_findings(None) == ()
    (before,) = small.library.own_findings(own)

    small.session().imports.take(small.library.prepare(unit_file(tmp_path)))

    assert before.fault is OwnFault.NO_REGISTER
    assert small.library.own_findings(own) == ()


def test_checks_find_imported_structures_before_those_put_by_hand(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "installation")
    by_hand = paths.config / "structures"
    by_hand.mkdir(parents=True)
    (by_hand / f"{STRUCTURE}.json").write_bytes(orjson.dumps(a_structure(title="Käsin")))
    library = Library.of(paths)
    before = library.structure(Oid(STRUCTURE))

    prepared = library.prepare(structure_files(tmp_path))
    library.imports.take(prepared, Origin("a", "0", utc_now(), "Maija"))

    known = DocumentKnowledge(structures_of(paths)).structure(STRUCTURE)
    assert before is not None
    assert before.head.title.fi == "Käsin"
    assert known is not None
    assert known.form.head.title.fi == "Koeasiakirja"


def test_imports_are_the_same_for_all_modes_of_an_installation(tmp_path: Path) -> None:
    whole = Paths.under(tmp_path)
    test = Paths(whole.config, whole.data / "test", whole.cache / "test", part="test")

    assert test.imported == whole.imported
    assert {h.kind for h in Library.of(whole).holdings()} == {ImportKind.CODE_SET}
