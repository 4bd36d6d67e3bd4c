"""The report on rights for the controller's own supervision (omavalvonta): PDF/A, three languages.

Law 703/2023 §14 makes the controller and the producer answer for rights of access and their
supervision; this is the paper that shows how they stand on a day, and how they came about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.people import IDENTIFIER_KIND_NAMES, ROLE_NAMES
from kanta_desk.model.rights import (
    GRANT_STATE_NAMES,
    GrantRecord,
    GrantState,
    PastChange,
    RightsOverview,
)
from kanta_desk.model.rights_words import basis_words, change_words, days, noticed
from kanta_desk.model.terms import rights as words
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date, finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import (
    Column,
    Fact,
    facts,
    lines_to_sign,
    paragraph,
    section,
    table,
    write_whole,
)
from kanta_desk.paper.sheet import LEFT, WIDTH, Sheet

_ROOM = 28.0
"""What a table's head and its first row take."""


@dataclass(frozen=True, slots=True)
class RightsReport:
    """What the report says beside the rights: who draws it up, the last change's hash."""

    author: str
    digest: str
    practice: bool = False


def write_report(
    view: RightsOverview,
    details: RightsReport,
    path: Path,
    language: Language,
    made: datetime | None = None,
) -> Path:
    """Write the report to ``path`` and return it; ``made`` is an aware moment, now if not given.

    Raises:
        ReportFailed: if the file cannot be written.
    """
    return write_whole(report_pdf(view, details, language, made or datetime.now(UTC)), path)


def report_pdf(
    view: RightsOverview, details: RightsReport, language: Language, made: datetime
) -> bytes:
    """The report as the bytes of a PDF/A-2b."""
    controller = view.register.controller
    page = Sheet(
        title=f"{words.TITLE.of(language)} · {controller.name}",
        subject=words.TITLE.of(language),
        language=language.value,
        made=made,
        banner=MODE_BANNERS[Mode.PRACTICE].of(language) if details.practice else "",
    )
    page.begin(words.GENERATED.filled(language, time=finnish_time(made)))
    y = page.put(LEFT, page.get_y(), WIDTH, controller.name, sheet.LABEL)
    y = page.put(LEFT, y + 0.6, WIDTH, words.TITLE.of(language), sheet.TITLE)
    page.set_y(page.put(LEFT, y + 0.8, WIDTH, words.PURPOSE.of(language), sheet.BODY) + 3)
    facts(page, _facts(view, details, language))
    section(page, words.NOTICED.of(language))
    for line in noticed(view, language) or (words.NOTHING.of(language),):
        paragraph(page, line)
    page.gap(5)
    valid = [r for r in view.records if r.state(view.day) is GrantState.VALID]
    others = [r for r in view.records if r.state(view.day) is not GrantState.VALID]
    _rights(page, words.VALID.of(language), valid, view, language)
    if others:
        _rights(page, words.FORMER.of(language), others, view, language)
    _history(page, view, language)
    lines_to_sign(
        page,
        ((words.PLACE_AND_DAY.of(language), ""), (words.SIGNATURE.of(language), details.author)),
    )
    return bytes(page.output())


def _facts(view: RightsOverview, details: RightsReport, language: Language) -> Iterator[Fact]:
    register = view.register
    valid = [r for r in view.records if r.state(view.day) is GrantState.VALID]
    people = len({record.grant.person for record in valid})
    counted = (words.RIGHTS.filled(language, len(valid)), words.PEOPLE.filled(language, people))
    yield Fact(words.CONTROLLER.of(language), register.controller.name)
    yield Fact(words.CONTROLLER_OID.of(language), register.controller.oid.value, sheet.MONO)
    name = f"{register.code.display} ({register.code.value})".strip()
    yield Fact(words.REGISTER.of(language), name)
    yield Fact(words.DAY.of(language), f"{finnish_date(view.day)} · {', '.join(counted)}")
    two = words.TWO_ON if view.two_persons else words.TWO_OFF
    yield Fact(words.TWO.of(language), two.of(language))
    yield Fact(words.AUTHOR.of(language), details.author)
    yield Fact(words.CHANGES.of(language), str(len(view.changes)))
    yield Fact(words.HEAD.of(language), details.digest, sheet.MONO)


def _rights(
    page: Sheet, title: str, records: list[GrantRecord], view: RightsOverview, language: Language
) -> None:
    section(page, title, _ROOM)
    columns = (
        Column(words.WHO.of(language), 24),
        Column(words.ROLE.of(language), 20),
        Column(words.BASIS.of(language), 28),
        Column(words.TIME.of(language), 16),
        Column(words.GRANTED.of(language), 21),
        Column(words.STATE.of(language), 20),
    )
    table(page, columns, (tuple(_row(record, view, language)) for record in records))


def _row(record: GrantRecord, view: RightsOverview, language: Language) -> Iterator[str]:
    grant = record.grant
    kind = IDENTIFIER_KIND_NAMES[grant.person.kind].of(language)
    yield f"{grant.name} {kind} {grant.person.value}"
    yield ROLE_NAMES[grant.role].of(language)
    yield basis_words(grant.basis, language)
    yield days(grant, language).replace("–", "– ")  # so that it may break there
    yield f"{finnish_date(record.granted.at)} {record.granted.name}"
    state = GRANT_STATE_NAMES[record.state(view.day)].of(language)
    if record.revoked is None:
        yield state
        return
    reason = words.REASON.filled(language, reason=record.reason)
    yield f"{state} {finnish_date(record.revoked.at)} {record.revoked.name}. {reason}"


def _history(page: Sheet, view: RightsOverview, language: Language) -> None:
    section(page, words.HISTORY.of(language), _ROOM)
    columns = (
        Column(words.NUMBER.of(language), 6),
        Column(words.WHEN.of(language), 16),
        Column(words.BY.of(language), 24),
        Column(words.CHANGE.of(language), 54),
    )
    names = {record.grant.id: record.grant for record in view.records}

    def row(past: PastChange) -> tuple[str, str, str, str]:
        return (
            str(past.change.number),
            finnish_time(past.deed.at),
            f"{past.deed.name} {past.deed.by.value}",
            change_words(past, names, language),
        )

    table(page, columns, (row(past) for past in view.changes))
