"""The organisation's own data against the register."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.imports import Imports
from kanta_desk.archive.organisations import Organisations, own_findings
from kanta_desk.archive.structures import Structures
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid, Ytunnus
from kanta_desk.model.imports import Origin
from kanta_desk.model.organisations import OwnFault
from tests.helpers.imports import OWN, REGISTER, UNIT, unit_file

TODAY = date(2026, 11, 22)
PARTY, OFFICE = Party(Oid(OWN), "Hoiva Esimerkki Oy"), Party(Oid(UNIT), "Asiakirjahallinto")


def registers(folder: Path, text: str = REGISTER) -> Organisations:
    codes = CodeSets.load(imported=folder)
    imports = Imports(folder, codes, Structures())
    prepared = imports.prepare(unit_file(folder, text), TODAY)
    imports.take(prepared, Origin("r.xml", "0", datetime(2026, 1, 1, tzinfo=UTC), "Maija"))
    return codes.organisations


def faults(of: Organisations, *, party: Party = PARTY, number: str = "9999920-4") -> list[str]:
    found = own_findings(of, party, Ytunnus.parse(number), OFFICE, TODAY)
    return [f"{each.oid} {each.fault} {each.value}".strip() for each in found]


def test_what_agrees_gives_no_finding(tmp_path: Path) -> None:
    assert not faults(registers(tmp_path))
    assert not faults(registers(tmp_path), party=Party(Oid(OWN), "hoiva  esimerkki OY"))


def test_without_a_register_nothing_is_claimed() -> None:
    assert faults(Organisations()) == [f"{OWN} {OwnFault.NO_REGISTER}"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (">Hoiva Esimerkki Oy<", ">Toinen Oy<", f"{OWN} {OwnFault.OTHER_NAME} Toinen Oy"),
        ("9999920-4", "1234567-1", f"{OWN} {OwnFault.OTHER_BUSINESS_ID} 1234567-1"),
        (">Asiakirjahallinto<", ">Arkisto<", f"{UNIT} {OwnFault.OTHER_NAME} Arkisto"),
        (
            'begindate="2020-01-01T00:00:00" expirationdate="2100',
            'begindate="2020-01-01T00:00:00" expirationdate="2024',
            f"{UNIT} {OwnFault.NOT_VALID} Asiakirjahallinto",
        ),
        (f'id="{OWN}"', 'id="1.2.246.10.1.10.0"', f"{OWN} {OwnFault.NOT_THERE}"),
    ],
)
def test_what_differs_is_told_with_what_the_register_says(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert told in faults(registers(tmp_path, REGISTER.replace(old, new)))


def test_a_unit_of_another_organisation_is_told(tmp_path: Path) -> None:
    mine = Party(Oid("1.2.246.10.12345671.10.0"), "Muu Oy")
    text = REGISTER.replace(f'id="{OWN}"', f'id="{mine.oid}"').replace(
        "Hoiva Esimerkki Oy", "Muu Oy"
    )
    text = text.replace("9999920-4", "1234567-1")
    found = faults(registers(tmp_path, text), party=mine, number="1234567-1")
    assert found == [f"{UNIT} {OwnFault.NOT_BELOW} Muu Oy"]


def test_a_unit_may_lead_to_the_organisation_over_several_levels(tmp_path: Path) -> None:
    between = "1.2.246.10.99999204.10.5"
    level = (
        f'<termitementry id="{between}"><attribute type="longname">Väli</attribute>'
        f'<attribute type="parentid">{OWN}</attribute></termitementry></termsystem>'
    )
    text = REGISTER.replace(f'parentid">{OWN}', f'parentid">{between}')
    assert not faults(registers(tmp_path, text.replace("</termsystem>", level)))
