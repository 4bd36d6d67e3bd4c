"""The draft of the letter to Kela, as a mail program reads it."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from kanta_desk.deployment.mail_draft import Attached, mail_draft, mail_link
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.text import Language
from tests.unit.deployment.test_report import DETAILS, verdict_of
from tests.unit.deployment.test_report import content as content  # a fixture

KELA = "kanta@kanta.fi"
PDF = Attached("raportti.pdf", b"%PDF-1.7 " + bytes(range(256)))


def read(raw: bytes) -> EmailMessage:
    letter = message_from_bytes(raw, policy=default)
    assert isinstance(letter, EmailMessage)
    return letter


def test_the_draft_is_unsent_and_holds_the_report_byte_for_byte(content: Path) -> None:
    letter = read(mail_draft(verdict_of(content), DETAILS, KELA, [PDF], Language.FI))

    assert (letter["To"], letter["X-Unsent"], letter["From"]) == (KELA, "1", None)
    (file,) = letter.iter_attachments()
    assert file.get_filename() == "raportti.pdf"
    assert file.get_content_type() == "application/pdf"
    assert file.get_content() == PDF.data
    assert letter["Subject"] == ("Käyttöönottokokeen raportti – Hoiva Esimerkki Oy – Testitapaus 3")
    text = letter.get_body()
    assert text is not None
    assert "Koepäivä: 20.11.2026" in text.get_content()
    assert "Tulos: Hyväksytty" in text.get_content()


@pytest.mark.parametrize("language", Language)
def test_no_client_is_named_in_the_letter(content: Path, language: Language) -> None:
    verdict = verdict_of(content, faults=True)
    raw = mail_draft(verdict, DETAILS, KELA, [], language)
    link = mail_link(verdict, DETAILS, KELA, language)

    for row in verdict.rows:
        for place in (raw.decode(), link):
            assert str(row.expected.client_id) not in place
            assert row.expected.client_id.masked not in place


def test_the_link_says_the_same(content: Path) -> None:
    parts = urlsplit(mail_link(verdict_of(content), DETAILS, KELA, Language.SV))
    asked = parse_qs(parts.query)

    assert (parts.scheme, parts.path) == ("mailto", KELA)
    assert asked["subject"][0].startswith("Rapport om driftsättningsprov – ")
    assert "Provdag: 20.11.2026\r\n" in asked["body"][0]


def test_a_test_case_of_many_lines_adds_no_header(content: Path) -> None:
    sly = replace(DETAILS, test_case="Koe\r\nBcc: muu@esimerkki.example\r\n\r\nteksti")
    letter = read(mail_draft(verdict_of(content), sly, KELA, [], Language.FI))

    assert letter["Bcc"] is None
    assert letter["Subject"].endswith("Koe Bcc: muu@esimerkki.example teksti")


def test_practice_is_said_first(content: Path) -> None:
    told = replace(DETAILS, practice=True)
    text = read(mail_draft(verdict_of(content), told, KELA, [], Language.FI)).get_body()

    assert text is not None
    assert text.get_content().startswith("HARJOITUS: tätä viestiä ei lähetetä.")


@pytest.mark.parametrize(
    "address", ["", "kanta", "kanta@", "a b@kanta.fi", "x@kanta.fi\nBcc: y@z.fi"]
)
def test_an_address_that_is_none_is_refused(content: Path, address: str) -> None:
    with pytest.raises(InvalidIdentifier):
        mail_draft(verdict_of(content), DETAILS, address, [], Language.FI)
