"""The log as CSV: what a spreadsheet shows is what the entries say, and nothing in it runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kanta_desk.accesslog.entry import Station, decode, encode, first_event
from kanta_desk.accesslog.export import BYTE_ORDER_MARK, HEADINGS, write_csv
from kanta_desk.model.event_details import Change, ClockReading, Grounds
from kanta_desk.model.events import (
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    Subject,
    TreeName,
)
from kanta_desk.model.text import Language
from tests.helpers.events import CLIENT, CONTEXT, MAIJA, REGISTER

LATER = {heading.fi for heading in HEADINGS[22:]}
DICOM = ("DICOM-tapahtuma", "Toimi (CRUDE)")
STATION = Station("TYO-1", "maija", "Kanta Desk 0.1.0")
SUBJECT = Subject(
    client_id=CLIENT,
    client_name="Matti Mäkinen",
    document_oid="1.2.246.10.99999204.11.1",
    document_version=2,
    document_type="1000",
    service_task="10",
    query="mode:basic",
)


def entry(
    subject: Subject = SUBJECT,
    now: datetime = datetime(2026, 11, 22, 12, 3, 5, 123_000, UTC),
    name: str = MAIJA.user_name,
) -> bytes:
    intent = Intent(
        EventKind.VIEW, replace(MAIJA, user_name=name, title="geronomi"), CONTEXT, subject
    )
    done = Outcome(Phase.FAILED, "KD-5003", 3)
    return encode(first_event(intent, done, STATION, EventRef(REGISTER.key, 2026, 17), now))


def written(*entries: bytes, language: Language = Language.FI, unmasked: bool = False) -> str:
    file = io.StringIO(newline="")
    assert write_csv(entries, file, language, unmasked=unmasked) == len(entries)
    return file.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))


def test_every_field_of_an_event_stands_under_its_heading() -> None:
    (row,) = rows(written(entry()))
    assert row == {
        "Numero": "17",
        "Aika": "2026-11-22T14:03:05.123+02:00",
        "Tapahtuma": "Asiakirjan katselu",
        "Vaihe": "epäonnistui",
        "Käyttäjä": "Maija Arkistonhoitaja",
        "Käyttäjän tunniste": "99900011122",
        "Rooli": "arkistonhoitaja",
        "Nimike": "geronomi",
        "Yksikkö": "",
        "Asiakas": "M. M.",
        "Asiakkaan tunniste": "010181-****",
        "Asiakirja": "1.2.246.10.99999204.11.1",
        "Versio": "2",
        "Asiakirjatyyppi": "1000",
        "Palvelutehtävä": "10",
        "Käyttötarkoitus": "1",
        "Hakuehdot": "mode:basic",
        "Tuloksia": "3",
        "Virhekoodi": "KD-5003",
        "Rekisterinpitäjä": "Hoiva Esimerkki Oy",
        "Työasema": "TYO-1",
        "Istunto": "istunto-1",
        "Yksikön tunniste": "1.2.246.10.99999990.10.1",
        "Ohjelma": "Kanta Desk 0.1.0",
        "DICOM-tapahtuma": "110110",
        "Toimi (CRUDE)": "R",
    } | dict.fromkeys(LATER - {"Yksikön tunniste", "Ohjelma", *DICOM}, "")


def test_what_an_event_tells_only_seldom_stands_under_its_heading_too() -> None:
    event = replace(
        decode(entry(), bytes(32), TreeName(REGISTER.key, 2026)),
        actor=replace(MAIJA, task="auditor", certificate_serial="3b02", card_id="9246"),
        subject=replace(
            SUBJECT,
            client_flags=("turvakielto", "kuollut"),
            category="EHDS-1",
            process="5",
            origin="paikallinen",
        ),
        error_text="host=arkisto",
        shown_count=2,
        dwell_ms=0,
        answer_ref="v-1",
        on_behalf="1.2.9",
        system_oid="1.2.8",
        grounds=Grounds("asia", "A-1", "", True, "P-1", "S-1", "=HUOLI", True),
        change=Change("valid", "invalidated", "11", "999"),
        clock=ClockReading(7, 0, "moved 400 s"),
        intent_ref=EventRef(REGISTER.key, 2025, 3),
    )

    (row,) = rows(written(encode(event)))

    assert {name: row[name] for name in LATER} == {
        "Työtehtävä": "lokin valvoja",
        "Yksikön tunniste": "1.2.246.10.99999990.10.1",
        "Varmenne": "3b02",
        "Kortin tunniste": "9246",
        "Kenen lukuun": "1.2.9",
        "Rekisterinkäyttöoikeus": "kyllä P-1",
        "Asiakkaan merkinnät": "turvakielto, kuollut",
        "Tietoluokka": "EHDS-1",
        "Palveluprosessi": "5",
        "Tiedon lähde": "paikallinen",
        "Asiayhteys": "asia · A-1",
        "Erityinen syy": "S-1",
        "Perustelu": "'=HUOLI",
        "Hätäkäyttö": "kyllä",
        "Näytettyjä": "2",
        "Katselun kesto (ms)": "0",
        "Virheen selite": "host=arkisto",
        "Muutos": "valid · invalidated · 11 · 999",
        "Kello": "7 · 0 · moved 400 s",
        "Järjestelmä": "1.2.8",
        "Ohjelma": "Kanta Desk 0.1.0",
        "Pyynnön tunniste": "",
        "Vastauksen tunniste": "v-1",
        "Aie": f"{REGISTER.key}/2025/3",
        "DICOM-tapahtuma": "110110",
        "Toimi (CRUDE)": "R",
    }


def test_a_kind_and_a_phase_that_are_not_known_are_written_by_their_codes() -> None:
    newer = replace(
        decode(entry(), bytes(32), TreeName(REGISTER.key, 2026)),
        kind=EventKind("TULEVA_LAJI"),
        phase=Phase("hyväksyttiin"),
    )

    (row,) = rows(written(encode(newer)))

    assert (row["Tapahtuma"], row["Vaihe"]) == ("TULEVA_LAJI", "hyväksyttiin")
    assert (row["DICOM-tapahtuma"], row["Toimi (CRUDE)"]) == ("", "")


def test_the_file_opens_in_a_finnish_spreadsheet() -> None:
    text = written(entry())
    assert text.startswith(BYTE_ORDER_MARK + "Numero;")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("language", list(Language))
def test_headings_and_kinds_are_in_the_language_asked_for(language: Language) -> None:
    (row,) = rows(written(entry(), language=language))
    assert list(row) == [heading.of(language) for heading in HEADINGS]
    assert row[HEADINGS[2].of(language)] in {
        "Asiakirjan katselu", "Visning av handling", "Document viewed",
    }  # fmt: skip


def test_clients_are_masked_unless_whole_identifiers_are_asked_for() -> None:
    assert CLIENT not in written(entry())
    assert CLIENT in written(entry(), unmasked=True)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+358401234567", "-2+3", "@SUM(A1)", "＝1+1", '=HYPERLINK("http://x";"y")', "=a;=b"],
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    subject = replace(SUBJECT, client_name=text, query=text)
    (row,) = rows(written(entry(subject, name=text), unmasked=True))
    assert row["Asiakas"] == row["Hakuehdot"] == row["Käyttäjä"] == f"'{text}"


@pytest.mark.parametrize("text", ['a;"b"', 'say "yes"', "a;b", "line\u2028break", "a'b"])
def test_separators_and_quotes_in_a_name_stay_in_their_cell(text: str) -> None:
    (row,) = rows(written(entry(replace(SUBJECT, client_name=text)), unmasked=True))
    assert row["Asiakas"] == text
    assert row["Istunto"] == "istunto-1"


def test_times_are_finnish_in_summer_too() -> None:
    (row,) = rows(written(entry(now=datetime(2026, 7, 1, 21, 30, 0, 5_000, UTC))))
    assert row["Aika"] == "2026-07-02T00:30:00.005+03:00"


@pytest.mark.parametrize("text", [b"{}", b"[]", b"not json", b'[1,2,[],"late"]'])
def test_what_is_not_an_entry_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="not an entry of the access log"):
        written(text)
