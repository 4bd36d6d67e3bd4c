"""The letter that goes to Kela with the report: a draft for the user's own mail program.

Kanta Desk sends no mail. It writes an RFC 5322 message marked ``X-Unsent``, which mail programs
open as a draft with the files in place; the archivist reads it, chooses the sender, and sends it.
Subject and text name the organisation and the test, never a client.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.outcome import result_of
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.deployment import ReportDetails, Verdict
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import finnish_date

_PDF = ("application", "pdf")
_MAX_SUBJECT = 160
_ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")

GREETING = Text("Hei,", "Hej,", "Hello,")
BODY = Text(
    "liitteenä on käyttöönottokokeen raportti.",
    "bifogat finns rapporten om driftsättningsprovet.",
    "please find attached the report of the deployment test.",
)
PRACTICE = Text(
    "HARJOITUS: tätä viestiä ei lähetetä. Aineisto on keksittyä.",
    "ÖVNING: detta meddelande ska inte sändas. Materialet är påhittat.",
    "PRACTICE: this message is not to be sent. The material is invented.",
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of the letter: its name and its bytes (PDF)."""

    name: str
    data: bytes


def mail_draft(
    verdict: Verdict,
    details: ReportDetails,
    address: str,
    files: Sequence[Attached],
    language: Language,
) -> bytes:
    """The draft as the bytes of an ``.eml`` file.

    Raises:
        InvalidIdentifier: if ``address`` is no e-mail address.
    """
    letter = EmailMessage(policy=SMTP)
    letter["To"] = _address(address)
    letter["Subject"] = subject(verdict, details, language)
    letter["X-Unsent"] = "1"
    letter.set_content(body(verdict, details, language))
    for file in files:
        letter.add_attachment(file.data, maintype=_PDF[0], subtype=_PDF[1], filename=file.name)
    return letter.as_bytes()


def mail_link(verdict: Verdict, details: ReportDetails, address: str, language: Language) -> str:
    """The same letter as a ``mailto:`` link, which cannot carry files.

    Raises:
        InvalidIdentifier: if ``address`` is no e-mail address.
    """
    said = quote(subject(verdict, details, language))
    text = quote(body(verdict, details, language).replace("\n", "\r\n"))
    return f"mailto:{quote(_address(address), safe='@')}?subject={said}&body={text}"


def subject(verdict: Verdict, details: ReportDetails, language: Language) -> str:
    """What the letter is about, on one line."""
    test_case = details.test_case or verdict.plan.test_case or verdict.plan.name
    said = " – ".join(filter(None, (words.TITLE.of(language), details.organisation, test_case)))
    return " ".join(said.split())[:_MAX_SUBJECT]


def body(verdict: Verdict, details: ReportDetails, language: Language) -> str:
    """The letter's text: whose test of what, its day and result."""
    system = " ".join(filter(None, (details.system, details.system_version)))
    told = (
        (words.ORGANISATION, details.organisation),
        (words.BUSINESS_ID, details.business_id),
        (words.CONTROLLER, details.controller),
        (words.SYSTEM, system),
        (words.VENDOR, details.vendor),
        (words.TEST_CASE, details.test_case),
        (words.TEST_DAY, finnish_date(details.test_day) if details.test_day else ""),
        (words.RESULT, result_of(verdict)[1].of(language)),
        (
            words.PRODUCTION_START,
            finnish_date(details.production_start) if details.production_start else "",
        ),
    )
    lines = [f"{name.of(language)}: {value}" for name, value in told if value]
    first = [PRACTICE.of(language), ""] if details.practice else []
    return "\n".join(
        (*first, GREETING.of(language), "", BODY.of(language), "", *lines, "", details.archivist)
    )


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        raise InvalidIdentifier("e-mail", "form")
    return text
