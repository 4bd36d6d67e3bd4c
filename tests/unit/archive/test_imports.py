"""Imports: what would change is told first, and what was taken in stands before what shipped."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.imports import Imports, Prepared
from kanta_desk.archive.structures import Structures
from kanta_desk.errors import ImportSystemMissing, ImportUnreadable, InvalidIdentifier
from kanta_desk.model.codes import Code
from kanta_desk.model.imports import ChangeKind, Holding, ImportKind, Origin, RowFault
from kanta_desk.model.text import Language
from tests.helpers.imports import (
    CODES,
    OWN,
    REGISTER,
    STRUCTURE,
    TASKS,
    UNIT,
    UNITS,
    a_structure,
    code_file,
    structure_files,
    unit_file,
)

TODAY = date(2026, 11, 22)
ORIGIN = Origin("a.csv", "00" * 32, datetime(2026, 11, 22, 10, tzinfo=UTC), "Maija")
FI = Language.FI


class Shelf:
    """All imports of a folder, with what looks things up in them."""

    def __init__(self, folder: Path) -> None:
        self.codes = CodeSets.load(imported=folder)
        self.structures = Structures(folder / "structures")
        self.imports = Imports(folder, self.codes, self.structures)

    def prepare(self, path: Path, system: str = "", version: str = "") -> Prepared:
        return self.imports.prepare(path, TODAY, system, version)

    def take(self, path: Path, system: str = "", version: str = "") -> Prepared:
        prepared = self.prepare(path, system, version)
        self.imports.take(prepared, ORIGIN)
        return prepared

    def held(self, kind: ImportKind) -> list[Holding]:
        return [each for each in self.imports.holdings() if each.kind is kind and each.origin]

    def name(self, code: str, on: date, system: str = TASKS) -> str:
        return self.codes.name_of(Code(code, system), on, FI)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data" / "imported")


def test_what_would_change_is_told_and_nothing_is_changed(shelf: Shelf, tmp_path: Path) -> None:
    preview = shelf.prepare(code_file(tmp_path)).preview

    assert (preview.system, preview.version, preview.replaces) == (TASKS, "202601", "snapshot")
    assert preview.count == 3
    kinds = {change.key: change.kind for change in preview.changes}
    assert kinds["15"] is ChangeKind.REMOVED
    assert kinds["21"] is ChangeKind.ADDED
    assert kinds["20"] is ChangeKind.ENDED
    assert kinds["10"] is ChangeKind.CHANGED
    assert preview.total(ChangeKind.REMOVED) == 5
    assert preview.changes[0].kind is ChangeKind.REMOVED
    assert shelf.name("21", TODAY).startswith("tuntematon koodi")
    assert not shelf.imports.folder.exists()


def test_an_imported_set_stands_before_the_shipped_one(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(code_file(tmp_path))

    assert shelf.name("21", TODAY) == "Vammaisten erityispalvelut; uusi"
    assert shelf.name("20", TODAY) == "Vammaispalvelut (ei voimassa)"
    assert shelf.name("20", date(2025, 6, 1)) == "Vammaispalvelut"
    assert "tuntematon koodi 15" in shelf.name("15", TODAY)
    assert shelf.codes.knows(Code("15", TASKS)) is False
    assert shelf.codes.valid(Code("20", TASKS), TODAY) is False
    (held,) = shelf.held(ImportKind.CODE_SET)
    assert (held.origin, held.count, held.version) == (ORIGIN, 3, "202601")


def test_names_in_other_languages_stay_where_the_finnish_one_did(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.take(code_file(tmp_path))

    code = Code("20", TASKS)
    assert shelf.codes.name_of(code, date(2025, 1, 1), Language.EN) == "Disability services"
    assert shelf.codes.name_of(code, date(2025, 1, 1), Language.SV) == "Funktionshinderservice"


def test_another_program_s_start_reads_what_was_imported(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(code_file(tmp_path))
    shelf.take(unit_file(tmp_path))

    again = Shelf(shelf.imports.folder)

    assert again.name("21", TODAY) == "Vammaisten erityispalvelut; uusi"
    assert again.name(UNIT, TODAY, UNITS) == "Asiakirjahallinto"


def test_each_version_has_its_own_days(shelf: Shelf, tmp_path: Path) -> None:
    for version, first, last, name in (
        ("2020", "1.1.2020", "31.12.2023", "Vanha nimi"),
        ("2024", "1.1.2024", "", "Uusi nimi"),
    ):
        head = f"Koodisto;{TASKS}.{version}\nAlkupvm;{first}\nLoppupvm;{last}\n"
        text = f"{head}\nKoodi;Nimi\n10;{name}\n"
        if version == "2020":
            text += "11;Poistunut\n"
        shelf.take(code_file(tmp_path, text, f"v{version}.csv"))

    assert shelf.name("10", date(2022, 5, 1)) == "Vanha nimi"
    assert shelf.name("10", TODAY) == "Uusi nimi"
    assert shelf.name("10", TODAY, f"{TASKS}.2020") == "Vanha nimi (ei voimassa)"
    assert shelf.name("11", TODAY) == "Poistunut (ei voimassa)"
    assert shelf.codes.valid(Code("11", TASKS), TODAY) is False
    assert len(shelf.held(ImportKind.CODE_SET)) == 2


def test_a_code_is_called_as_on_the_day(shelf: Shelf, tmp_path: Path) -> None:
    text = "Koodi;Nimi;Alkupvm;Loppupvm\n1;Vanha;1.1.2010;31.12.2019\n1;Uusi;1.1.2020;\n"
    shelf.take(code_file(tmp_path, text))

    assert shelf.name("1", date(2015, 1, 1)) == "Vanha"
    assert shelf.name("1", TODAY) == "Uusi"
    assert shelf.name("1", date(2009, 1, 1)) == "Uusi (ei voimassa)"


def test_the_same_file_again_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(code_file(tmp_path))

    assert not shelf.prepare(code_file(tmp_path)).preview.changes


def test_a_removed_import_gives_way_to_what_ships(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(code_file(tmp_path))
    (held,) = shelf.held(ImportKind.CODE_SET)

    shelf.imports.remove(held)

    assert shelf.name("15", TODAY) == "Päihde- ja riippuvuustyön erityiset palvelut"
    assert not shelf.held(ImportKind.CODE_SET)


def test_a_code_system_has_to_be_known(shelf: Shelf, tmp_path: Path) -> None:
    path = code_file(tmp_path, CODES, "koodit.csv")
    with pytest.raises(ImportSystemMissing):
        shelf.prepare(path)
    with pytest.raises(InvalidIdentifier):
        shelf.prepare(path, "palvelutehtävät")

    preview = shelf.prepare(path, TASKS, "2026").preview
    assert (preview.system, preview.version) == (TASKS, "2026")
    assert shelf.prepare(path, TASKS).preview.version == "2026-11-22"


def test_rows_of_several_systems_are_refused(shelf: Shelf, tmp_path: Path) -> None:
    text = "Koodi;Nimi;Koodisto\n1;A;1.2.246.537.6.1221\n2;B;1.2.246.537.6.1222\n"
    with pytest.raises(ImportUnreadable) as told:
        shelf.prepare(code_file(tmp_path, text, "a.csv"))
    assert told.value.fields["reason"] == "mixed"


def test_a_version_cannot_lead_out_of_the_folder(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(ImportUnreadable):
        shelf.prepare(code_file(tmp_path), version="../../x")


def test_rows_at_fault_are_counted_and_the_rest_can_be_taken(shelf: Shelf, tmp_path: Path) -> None:
    preview = shelf.prepare(code_file(tmp_path, CODES + "22;X;;;;eilen;\n23;;;;;;\n")).preview

    assert (preview.count, preview.left_out, preview.problem_count) == (4, 1, 2)
    assert [p.fault for p in preview.problems] == [RowFault.BAD_DATE, RowFault.NO_NAME]


def test_an_oid_reads_as_a_name_as_of_the_day(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.name(UNIT, TODAY, UNITS) == UNIT
    preview = shelf.take(unit_file(tmp_path)).preview

    assert (preview.kind, preview.count, preview.version) == (ImportKind.ORGANISATIONS, 2, "2008")
    assert shelf.name(UNIT, date(2018, 1, 1), UNITS) == "Vanha asiakirjahallinto"
    assert shelf.name(UNIT, TODAY, f"{UNITS}.2008") == "Asiakirjahallinto"
    assert shelf.name(UNIT, date(2014, 1, 1), UNITS) == "Asiakirjahallinto (ei voimassa)"
    assert shelf.name("1.2.3", TODAY, UNITS) == "tuntematon organisaatio 1.2.3"
    assert shelf.codes.knows(Code("1.2.3", UNITS)) is False
    unit = shelf.codes.organisations.find(OWN, TODAY)
    assert unit is not None
    assert unit.address == "Esimerkkitie 1, 00990 ESIMERKKILÄ"
    assert (unit.short, unit.business_id, unit.sector) == ("Hoiva", "9999920-4", "2 yksityinen")


def test_what_changes_in_the_register_is_told(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(unit_file(tmp_path))
    text = REGISTER.replace("Hoiva Esimerkki Oy", "Hoiva Uusi Oy")

    (change,) = shelf.prepare(unit_file(tmp_path, text)).preview.changes

    assert (change.kind, change.key) == (ChangeKind.CHANGED, OWN)
    assert "Hoiva Esimerkki Oy" in change.before
    assert "Hoiva Uusi Oy" in change.after


def test_structures_come_from_a_file_a_folder_or_a_zip(shelf: Shelf, tmp_path: Path) -> None:
    other = STRUCTURE.replace("99001", "99002")
    folder = structure_files(tmp_path, (STRUCTURE, other))
    packed = tmp_path / "rakenteet.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"../../{path.name}")
    one = folder / f"{STRUCTURE}.json"

    assert [shelf.prepare(p).preview.count for p in (one, folder, packed)] == [1, 2, 2]
    shelf.take(packed)

    assert shelf.structures.find(other) is not None
    held = shelf.held(ImportKind.STRUCTURES)
    assert [h.system for h in held] == [STRUCTURE, other]
    assert held[0].origin == ORIGIN
    assert not (tmp_path / "data" / f"{STRUCTURE}.json").exists()
    assert not shelf.prepare(folder).preview.changes
    shelf.imports.remove(held[0])
    assert shelf.structures.find(STRUCTURE) is None


def test_a_structure_that_differs_is_told_and_one_that_cannot_be_read_too(
    shelf: Shelf, tmp_path: Path
) -> None:
    folder = structure_files(tmp_path)
    shelf.take(folder)
    changed = orjson.dumps(a_structure(STRUCTURE, "Muutettu"))
    (folder / f"{STRUCTURE}.json").write_bytes(changed)
    (folder / "muu.json").write_bytes(b'{"a": 1}')

    preview = shelf.prepare(folder).preview

    assert [change.kind for change in preview.changes] == [ChangeKind.CHANGED]
    (problem,) = preview.problems
    assert (problem.fault, problem.file) == (RowFault.UNREADABLE, "muu.json")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.json", b"[]", "structure"),
        ("a.json", b"{" * 100, "structure"),
        ("a.zip", b"PK no zip", "zip"),
        ("none.json", None, "form"),
        ("none.csv", None, "No such file or directory"),
    ],
)
def test_a_file_that_holds_nothing_to_take_is_refused(
    shelf: Shelf, tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ImportUnreadable) as told:
        shelf.prepare(tmp_path / name)
    assert told.value.fields["reason"] == reason


def test_a_zip_that_grows_too_large_is_read_no_further(shelf: Shelf, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", b" " * (6 * 1024 * 1024))
    with pytest.raises(ImportUnreadable) as told:
        shelf.prepare(bomb)
    assert told.value.fields["reason"] == "zip"


def test_a_damaged_import_is_listed_as_such_and_keeps_nothing_closed(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.take(code_file(tmp_path))
    shelf.take(unit_file(tmp_path))
    for path in shelf.imports.folder.rglob("*.*"):
        if path.is_file():
            path.write_bytes(b'{"format": 1}\n[')
    again = Shelf(shelf.imports.folder)

    faulty = [each for each in again.imports.holdings() if each.fault]

    assert {each.kind for each in faulty} == {ImportKind.CODE_SET, ImportKind.ORGANISATIONS}
    assert again.name("15", TODAY) == "Päihde- ja riippuvuustyön erityiset palvelut"
    assert again.name(UNIT, TODAY, UNITS) == UNIT


def test_everything_shipped_is_listed_with_its_evidence(shelf: Shelf) -> None:
    held = shelf.imports.holdings()

    assert len(held) == len(shelf.codes.shipped)
    assert all(each.evidence and each.count for each in held)
