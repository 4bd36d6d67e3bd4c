"""What tests of imports share: exports as the code service writes them, and a small structure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from kanta_desk.desk.importing import Prepared
from kanta_desk.desk.session import Session
from kanta_desk.model.imports import Holding, ImportKind

TASKS = "1.2.246.537.6.1221"
UNITS = "1.2.246.537.6.202"
STRUCTURE = "1.2.246.537.6.1506.99001.2026.1.15"

CODES = """CodeId;Abbreviation;LongName;A:Nimi ruotsiksi;ParentId;BeginningDate;ExpiringDate
10;LS;Lastensuojelu;Barnskydd;;1.1.2017;31.12.2099
20;VP;Vammaispalvelut;;;1.1.2017;31.12.2025
21;VE;"Vammaisten erityispalvelut; uusi";;20;2026-01-01;
"""
"""Three codes: one for good, one that has ended, one below it that has begun."""

OWN, UNIT = "1.2.246.10.99999204.10.0", "1.2.246.10.99999204.10.9"

REGISTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<arb:result xmlns:arb="urn::codeservice"><arb:document><header>Produced by a test</header><body>
<termsystem id="{UNITS}.2008" begindate="1900-01-01T00:00:01" expirationdate="2100-12-31T23:59:59">
<attribute type="longname" datatype="ST" language="fi">Organisaatiot</attribute>
<termitementry id="{OWN}" language="fi" begindate="1900-01-01T00:00:01"
 expirationdate="2100-12-31T23:59:59">
<attribute type="status" datatype="ST">1</attribute>
<attribute type="longname" datatype="ST" language="fi">Hoiva Esimerkki Oy</attribute>
<attribute type="abbreviation" datatype="ST" language="fi">Hoiva</attribute>
<attribute type="parentid" datatype="ST" language="fi"></attribute>
<attribute type="officestreetaddress" datatype="ST" language="fi">Esimerkkitie 1</attribute>
<attribute type="postnumber" datatype="ST" language="fi">00990</attribute>
<attribute type="postoffice" datatype="ST" language="fi">ESIMERKKILÄ</attribute>
<attribute type="Y-Tunnus" datatype="ST">9999920-4</attribute>
<attribute type="Sektori" datatype="ST">2 yksityinen</attribute>
</termitementry>
<termitementry id="{UNIT}" begindate="2015-03-01T00:00:00" expirationdate="2019-12-31T23:59:59">
<attribute type="longname" language="fi">Vanha asiakirjahallinto</attribute>
<attribute type="parentid">{OWN}</attribute>
</termitementry>
<termitementry id="{UNIT}" begindate="2020-01-01T00:00:00" expirationdate="2100-12-31T23:59:59">
<attribute type="longname" language="fi">Asiakirjahallinto</attribute>
<attribute type="parentid">{OWN}</attribute>
</termitementry>
</termsystem></body></arb:document></arb:result>"""
"""Two units, one of which had another name, in the form of a published export."""


def code_file(folder: Path, text: str = CODES, name: str = f"{TASKS}.202601.csv") -> Path:
    """An export of a code set, named by its OID."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def unit_file(folder: Path, text: str = REGISTER) -> Path:
    """An export of the organisation register."""
    path = folder / "register.xml"
    path.write_text(text, encoding="utf-8")
    return path


def named(fi: str, sv: str = "", **more: Any) -> dict[str, Any]:
    """Annotations as Sosmeta writes them."""
    texts = [{"lang": "fi", "value": fi}, *([{"lang": "sv", "value": sv}] if sv else [])]
    return {"sosmeta": {"name": texts, **more}}


def said(text: str, language: str = "fi") -> list[dict[str, str]]:
    """One annotation in one language."""
    return [{"lang": language, "value": text}]


def a_structure(oid: str = STRUCTURE, title: str = "Koeasiakirja") -> dict[str, Any]:
    """A small structure in the form that THL publishes."""
    role = named(
        "Rooli",
        "Roll",
        representation=said("Koodi"),
        classification=said("Koodistopalvelin: Sosiaalihuolto - Rooli 1.2.246.537.6.1284"),
        classificationOid=said("1.2.246.537.6.1284", ""),
        acceptedValues=[{"lang": "", "value": code} for code in ("31", "1", "32")],
        valueSet=said("1 = Isä, \n31 = Huoltaja, 32 = Edunvalvoja"),
        rowNumber=3,
    )
    parts = {part: {"type": "string"} for part in ("system", "code", "display")}
    person = {
        "type": "object",
        "additionalProperties": False,
        "required": ["sukunimi"],
        "properties": {
            "rooli": {"type": "object", "additionalProperties": False, "properties": parts} | role,
            "sukunimi": {"type": "string", "minLength": 1}
            | named("Sukunimi", "Efternamn", representation=said("Nimi"), rowNumber=2),
        },
    } | named("Asiakas", "Klient", title=said("Hakija"), rowNumber=1)
    document = {
        "type": "object",
        "additionalProperties": False,
        "required": ["asiakas"],
        "properties": {
            "lopuksi": {"type": "boolean"}
            | named("Lopuksi", representation=said("Kytkin"), rowNumber=9, hiddenField=True),
            "asiakas": {"type": "array", "minItems": 1, "items": person},
        },
    } | named(title, "Provhandling")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"'{title}' JSON schema",
        "type": "object",
        "additionalProperties": False,
        "required": ["koeasiakirja"],
        "sosmeta": {"oid": oid, "status": "Valmis", "documentType": "Päätös"},
        "properties": {"koeasiakirja": document},
    }


def structure_files(folder: Path, oids: Iterable[str] = (STRUCTURE,)) -> Path:
    """A folder of structures, each named by its OID."""
    there = folder / "rakenteet"
    there.mkdir()
    for oid in oids:
        (there / f"{oid}.json").write_bytes(orjson.dumps(a_structure(oid)))
    return there


PUBLISHED = Path(__file__).parents[3] / "shared" / "data" / "sosmeta"
"""THL's published structures, where they lie beside the project."""


def structures_at_hand(folder: Path) -> Path:
    """The folder of the published structures, or one with ours where they are not there."""
    return PUBLISHED if PUBLISHED.is_dir() else structure_files(folder)


def a_code_set(session: Session, folder: Path) -> Prepared:
    """A code set that waits to be taken in."""
    return session._around.library.prepare(code_file(folder))


def imported(session: Session, folder: Path) -> Holding:
    """A code set that was taken in."""
    session.imports.take(a_code_set(session, folder))
    return next(
        each
        for each in session._around.library.holdings()
        if each.kind is ImportKind.CODE_SET and each.origin is not None
    )
