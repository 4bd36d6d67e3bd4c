"""Papers of invalidations: the receipt of one with its signature, and the report of a batch.

Both are PDF/A in the house style. A receipt is PDF/A-3: the signed request is attached to it, byte
for byte, and printed are the signature's value, its algorithm, the certificate and what was signed.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from datetime import datetime
from pathlib import Path

from kanta_desk.errors import PaperMissing
from kanta_desk.invalidation.ledger import Batch
from kanta_desk.invalidation.reasons import reasons
from kanta_desk.model.identifiers import masked
from kanta_desk.model.invalidation import (
    FATE_NAMES,
    Fate,
    InvalidationEntry,
    SignedRequest,
)
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.terms import invalidating as words
from kanta_desk.model.terms.errors import explain_code
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import Column, Fact, facts, paragraph, section, table, write_whole
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Mark, Sheet

ATTACHED = "pyynto.xml"
_MARKS = {
    Fate.DONE: Mark.GOOD,
    Fate.REFUSED: Mark.BAD,
    Fate.NOT_DONE: Mark.WARNING,
    Fate.UNSETTLED: Mark.WAITING,
    Fate.WAITING: Mark.NONE,
}


def write_receipt(
    entry: InvalidationEntry, path: Path, language: Language, made: datetime, *, practice: bool
) -> Path:
    """Write the receipt of an invalidation that was carried out, and return ``path``.

    Raises:
        PaperMissing: if it was not carried out, or its signature is not at hand.
        ReportFailed: if the file cannot be written.
    """
    return write_whole(receipt_pdf(entry, language, made, practice=practice), path)


def receipt_pdf(
    entry: InvalidationEntry, language: Language, made: datetime, *, practice: bool
) -> bytes:
    """The receipt as the bytes of a PDF/A-3b.

    Raises:
        PaperMissing: as ``write_receipt``.
    """
    signed = entry.signed
    if entry.fate is not Fate.DONE or signed is None or entry.settled is None:
        raise PaperMissing(entry.document_oid)
    page = _sheet(words.RECEIPT.of(language), entry.message_id, language, made, practice=practice)
    page.attach(ATTACHED, signed.frame, "application/xml", words.FRAME.of(language))
    _head(page, words.RECEIPT.of(language), words.DONE.of(language), Mark.GOOD)
    paragraph(page, words.RECEIPT_SAYS.of(language))
    page.gap(3)
    facts(page, _facts(entry, language), columns=1)
    section(page, words.STATEMENT.of(language), 14)
    said = words.STATEMENT_SAYS.filled(
        language, oid=entry.document_oid, version=entry.document_version, set_id=entry.set_id,
        new_oid=entry.new_oid, message=entry.message_id,
    )  # fmt: skip
    paragraph(page, said)
    page.gap(4)
    _signature(page, signed, language)
    return bytes(page.output())


def write_batch(
    batch: Batch, register: str, path: Path, language: Language, made: datetime, *, practice: bool
) -> Path:
    """Write the report of a batch, and return ``path``; ``register`` is what it is called.

    Raises:
        ReportFailed: if the file cannot be written.
    """
    return write_whole(batch_pdf(batch, register, language, made, practice=practice), path)


def batch_pdf(
    batch: Batch, register: str, language: Language, made: datetime, *, practice: bool
) -> bytes:
    """What became of each document of a batch, as the bytes of a PDF/A-2b."""
    title, record, event = words.BATCH.of(language), batch.plan.record, batch.plan.event
    counts = Counter(entry.fate for entry in batch.entries)
    counts[Fate.WAITING] += len(batch.waiting)
    done, whole = counts[Fate.DONE], counts.total()
    page = _sheet(title, record.plan_id, language, made, practice=practice, attachments=False)
    _head(page, title, f"{done}/{whole}", Mark.GOOD if done == whole else Mark.WARNING)
    paragraph(page, words.BATCH_SAYS.of(language))
    page.gap(3)
    told = " · ".join(f"{counts[f]} {FATE_NAMES[f].of(language)}" for f in Fate if counts[f])
    listed = [
        (words.FATE, told, sheet.BODY),
        (words.CONTROLLER, event.controller_name, sheet.BODY),
        (words.REGISTER, register, sheet.BODY),
        (words.REASON, _reason(record.reason, record.text, language), sheet.BODY),
        (words.INVALIDATOR, f"{event.actor.user_name} ({event.actor.user_id})", sheet.BODY),
        (words.PROPOSER, record.proposer, sheet.MONO),
        (words.CONFIRMED, finnish_time(event.time, seconds=True), sheet.BODY),
        (words.DIGEST, record.digest, sheet.MONO),
    ]
    facts(page, [Fact(t.of(language), v, style) for t, v, style in listed if v], columns=1)
    section(page, words.DOCUMENTS.of(language), 20)
    columns = (
        Column(words.CLIENT.of(language), 20, sheet.MONO_SMALL),
        Column(words.DOCUMENT.of(language), 44, sheet.MONO_SMALL),
        Column(words.FATE.of(language), 36),
        Column(words.SETTLED_AT.of(language), 22),
    )
    rows = [_row(entry, language) for entry in batch.entries]
    waits = FATE_NAMES[Fate.WAITING].of(language)
    rows += [("–", oid.value, waits, "–") for oid in batch.waiting]
    table(page, columns, rows)
    return bytes(page.output())


def _row(entry: InvalidationEntry, language: Language) -> tuple[str, str, str, str]:
    fate = FATE_NAMES[entry.fate].of(language)
    if entry.error_code:
        told = explain_code(entry.error_code, language)
        title = f"{told.title} " if told else ""
        fate = f"{fate}: {title}({entry.error_code})"
    settled = finnish_time(entry.settled, seconds=True) if entry.settled else "–"
    client = masked(entry.client_id) if entry.client_id else "–"
    return client, entry.document_oid, fate, settled


def _reason(code: str, text: str, language: Language) -> str:
    name = next((r.name.of(language) for r in reasons() if r.code == code), "")
    return " – ".join(filter(None, (name, text)))


def _sheet(
    title: str,
    subject: str,
    language: Language,
    made: datetime,
    *,
    practice: bool,
    attachments: bool = True,
) -> Sheet:
    page = Sheet(
        title=title,
        subject=subject,
        language=language.value,
        made=made,
        banner=MODE_BANNERS[Mode.PRACTICE].of(language) if practice else "",
        attachments=attachments,
    )
    page.begin(words.GENERATED.filled(language, time=finnish_time(made)))
    return page


def _head(page: Sheet, title: str, badge: str, mark: Mark) -> None:
    top = page.get_y()
    page.badge(RIGHT, top + 1, badge, mark)
    page.put(LEFT, top, WIDTH - 62, title, sheet.TITLE)
    page.set_y(top + 16)


def _facts(entry: InvalidationEntry, language: Language) -> list[Fact]:
    controller, _, register = entry.register_key.partition("/")
    settled = entry.settled or entry.time
    listed = [
        (words.DOCUMENT, entry.document_oid, sheet.MONO),
        (words.VERSION, str(entry.document_version), sheet.BODY),
        (words.SET, entry.set_id, sheet.MONO),
        (words.NEW_VERSION, entry.new_oid, sheet.MONO),
        (words.CONTROLLER, controller, sheet.MONO),
        (words.REGISTER, register, sheet.BODY),
        (words.CLIENT, masked(entry.client_id), sheet.MONO),
        (words.REASON, _reason(entry.reason_code, entry.reason_text, language), sheet.BODY),
        (words.INVALIDATOR, f"{entry.user_name} ({entry.user_id})", sheet.BODY),
        (words.PROPOSER, entry.proposer, sheet.MONO),
        (words.ASKED, finnish_time(entry.time, seconds=True), sheet.BODY),
        (words.VERIFIED_AT, finnish_time(settled, seconds=True), sheet.BODY),
        (words.MESSAGE, entry.message_id, sheet.MONO),
    ]
    return [Fact(label.of(language), value, style) for label, value, style in listed if value]


def _signature(page: Sheet, signed: SignedRequest, language: Language) -> None:
    section(page, words.SIGNATURE.of(language), 40)
    paragraph(page, words.HOW_TO_CHECK.of(language), sheet.SMALL)
    page.gap(2)
    facts(
        page,
        [
            Fact(words.SIGNED_AT.of(language), finnish_time(signed.time, seconds=True)),
            Fact(words.ALGORITHM.of(language), signed.algorithm, sheet.MONO),
            Fact(words.CERTIFICATE.of(language), _sha256(signed.certificate), sheet.MONO),
            Fact(words.FRAME.of(language), _sha256(signed.frame), sheet.MONO),
            Fact(words.LOG_HEAD.of(language), signed.log_head, sheet.MONO),
        ],
        columns=1,
    )
    for title, value in (
        (words.SIGNATURE_VALUE, signed.signature),
        (words.CERTIFICATE_WHOLE, signed.certificate),
    ):
        section(page, title.of(language), 10)
        paragraph(page, base64.b64encode(value).decode(), sheet.MONO_SMALL)
        page.gap(3)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
