"""What of the log goes on paper: verification, disposal record, and the anchor page with its QR.

PDF/A in the house style, in the reader's language; the same as plain text for a verification.
"""

from __future__ import annotations

import base64
import io
from datetime import datetime

import segno

from kanta_desk.accesslog.disposal import DisposalRecord
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.model.logpapers import WORDS, Word
from kanta_desk.model.logreport import (
    DEPTH_NAMES,
    FAULT_NAMES,
    Acknowledged,
    LogFault,
    VerifyReport,
)
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_time
from kanta_desk.paper import parts, sheet
from kanta_desk.paper.parts import Column, Fact
from kanta_desk.paper.sheet import Mark, Sheet

_QR_SIDE = 70.0


def verification_text(report: VerifyReport, language: Language) -> str:
    """A verification as lines of text."""
    lines = [WORDS[Word.VERIFICATION].of(language), _time(report.started)]
    lines.append(_title(_RESULT[report.intact], language))
    lines += (f"{tree.tree}  {tree.size}  {tree.root}" for tree in report.trees)
    lines += (f"! {_told(fault, language)}" for fault in report.faults)
    for each in report.acknowledged:
        lines.append(f"* {_told(each.fault, language)}")
        lines.append(f"  {_answer(each, language)}")
    return "".join(f"{line}\n" for line in lines)


def verification_paper(
    report: VerifyReport, language: Language, *, practice: bool = False
) -> bytes:
    """A verification as PDF/A."""
    page = _begun(Word.VERIFICATION, language, report.ended, practice=practice)
    mark = Mark.GOOD if report.intact else Mark.BAD
    top = page.get_y()
    page.badge(sheet.RIGHT, top, _title(_RESULT[report.intact], language), mark)
    page.set_y(page.put(sheet.LEFT, top, 100, _title(Word.VERIFICATION, language), sheet.TITLE) + 6)
    _facts(
        page,
        language,
        (Word.TIME, f"{_time(report.started)} – {_time(report.ended)}"),
        (Word.DEPTH, DEPTH_NAMES[report.depth].of(language)),
        (Word.EVENTS, str(report.size)),
        (Word.ANCHORS, ", ".join(report.anchors)),
        (Word.UNREACHABLE, ", ".join(report.unreachable)),
    )
    parts.section(page, _title(Word.TREES, language))
    columns = [
        Column(_title(Word.TREE, language), 4.2),
        Column(_title(Word.EVENTS, language), 2.1),
        Column(_title(Word.CHECKED, language), 1.5),
        Column(_title(Word.CHECKPOINTS, language), 2.7),
        Column(_title(Word.CARDS, language), 2.2),
        Column(_title(Word.ROOT, language), 4.4, sheet.MONO_SMALL),
    ]
    rows = (
        (t.tree, str(t.size), str(t.checked), str(t.checkpoints), str(t.cards), t.root)
        for t in report.trees
    )
    parts.table(page, columns, rows)
    if report.faults:
        parts.section(page, _title(Word.FAULTS, language))
        for fault in report.faults:
            parts.paragraph(page, _told(fault, language))
    if report.acknowledged:
        parts.section(page, _title(Word.LOSSES, language))
        for each in report.acknowledged:
            parts.paragraph(page, _told(each.fault, language))
            parts.paragraph(page, _answer(each, language))
            page.gap(2)
    return bytes(page.output())


def disposal_paper(record: DisposalRecord, language: Language, *, practice: bool = False) -> bytes:
    """The hävittämispöytäkirja as PDF/A, with lines to sign on."""
    plan = record.plan
    page = _begun(Word.DISPOSAL, language, record.time, practice=practice)
    _headline(page, Word.DISPOSAL, language)
    _facts(
        page,
        language,
        (Word.TREE, str(plan.tree)),
        (Word.MONTHS, ", ".join(map(str, plan.months))),
        (Word.COUNT, str(plan.count)),
        (Word.HELD, str(plan.held)),
        (Word.BASIS, "703/2023 § 10"),
        (Word.TIME, _time(record.time)),
        (Word.EVENT, str(record.event)),
        (Word.RANGES, ", ".join(f"{first}–{last}" for first, last in plan.ranges[:40])),
        *_clocks(record, language),
    )
    parts.section(page, _title(Word.ROOT, language))
    root = base64.b64encode(plan.root).decode()
    parts.paragraph(page, f"{plan.size} {root}", sheet.MONO)
    page.gap(3)
    parts.paragraph(page, _title(Word.DISPOSAL_MEANS, language))
    if record.unreached:
        parts.section(page, _title(Word.BACKUPS, language))
        parts.paragraph(page, _title(Word.BACKUPS_MEAN, language))
        for place, time in record.unreached:
            parts.paragraph(page, f"{place} · {_time(time)}")
    parts.section(page, _title(Word.APPROVALS, language))
    for approval in record.approvals:
        said = f"{approval.actor.user_name} · {_time(approval.time)} · {approval.reason}"
        parts.paragraph(page, said)
    parts.lines_to_sign(
        page,
        [(_title(Word.SIGNATURE, language), each.actor.user_name) for each in record.approvals],
    )
    return bytes(page.output())


def _clocks(record: DisposalRecord, language: Language) -> list[tuple[Word, str]]:
    """The clocks by which the twelve years were counted, where the event tells them."""
    clocks = record.clocks
    if clocks is None:
        return []
    said = [f"{_title(Word.WALL, language)} {_time(clocks.now)}"]
    if clocks.signed:
        said.append(f"{_title(Word.SIGNED, language)} {_time(clocks.signed)}")
    if clocks.witness:
        said.append(f"{clocks.witness.source} {_time(clocks.witness.time)}")
    return [(Word.CLOCKS, ", ".join(said))]


def anchor_paper(
    note: Note, language: Language, made: datetime, *, practice: bool = False
) -> bytes:
    """A checkpoint to keep on paper, for example each month's last: its text, and as a QR code.

    Raises:
        ValueError: if the note is no checkpoint.
    """
    point = Checkpoint.parse(note.text)
    page = _begun(Word.ANCHOR, language, made, practice=practice)
    _headline(page, Word.ANCHOR, language)
    parts.paragraph(page, _title(Word.ANCHOR_MEANS, language))
    page.gap(3)
    _facts(
        page,
        language,
        (Word.TREE, point.origin),
        (Word.EVENTS, str(point.size)),
        (Word.TIME, _time(point.time)),
        (Word.ROOT, base64.b64encode(point.root).decode()),
    )
    drawn = io.BytesIO()
    segno.make(str(note), error="m", micro=False).save(drawn, kind="png", scale=6, border=4)
    page.image(drawn, x=sheet.LEFT, y=page.get_y(), w=_QR_SIDE, alt_text=point.origin)
    page.set_y(page.get_y() + _QR_SIDE + 4)
    for line in str(note).splitlines():
        parts.paragraph(page, line, sheet.MONO)
    parts.lines_to_sign(
        page, [(_title(Word.RECEIVED, language), ""), (_title(Word.SIGNATURE, language), "")]
    )
    return bytes(page.output())


_RESULT = {True: Word.INTACT, False: Word.NOT_INTACT}


def _begun(word: Word, language: Language, made: datetime, *, practice: bool) -> Sheet:
    title = _title(word, language)
    banner = MODE_BANNERS[Mode.PRACTICE].of(language) if practice else ""
    page = Sheet(title=title, subject=title, language=language.value, made=made, banner=banner)
    page.begin(f"{title} · {_time(made)}")
    return page


def _headline(page: Sheet, word: Word, language: Language) -> None:
    top, title = page.get_y(), _title(word, language)
    page.set_y(page.put(sheet.LEFT, top, sheet.WIDTH, title, sheet.TITLE) + 4)


def _facts(page: Sheet, language: Language, *pairs: tuple[Word, str]) -> None:
    parts.facts(page, [Fact(_title(word, language), value) for word, value in pairs], columns=1)


def _title(word: Word, language: Language) -> str:
    return WORDS[word].of(language)


def _told(fault: LogFault, language: Language) -> str:
    place = f"{fault.file} {fault.seq_from}–{fault.seq_to}" if fault.seq_to else fault.file
    detail = f" ({fault.detail})" if fault.detail else ""
    return f"{place}: {FAULT_NAMES[fault.kind].of(language)}{detail}"


def _answer(each: Acknowledged, language: Language) -> str:
    """Who answered for a loss, why, and how the log stood before and then."""
    had = each.fault.had
    was = f"{had.size} {had.root}".strip() if had else ""
    now = f"{each.has_size} {each.has_root}".strip()
    said = f"{_title(Word.ACKNOWLEDGED, language)} {each.event} · {_time(each.time)} · {each.by}"
    sizes = f"{_title(Word.WAS, language)} {was}, {_title(Word.NOW, language)} {now}"
    return f"{said}: {each.reason} ({sizes})"


def _time(moment: datetime) -> str:
    return finnish_time(moment, seconds=True)
