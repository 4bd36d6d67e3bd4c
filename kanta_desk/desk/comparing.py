"""Two opened documents compared: text, metadata, structured form, pages. Asks the archive nothing.

Each document's opening is a view of its own in the log; the comparison is one event more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kanta_desk.archive.pdf_pages import differing_regions, page_sizes
from kanta_desk.desk.aligning import align, align_values
from kanta_desk.desk.browsing import subject_of
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.reading import Reading
from kanta_desk.desk.structured import FormLine, Mark
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import BadDocument, Cancelled
from kanta_desk.model.comparison import (
    Change,
    Compared,
    DocumentComparison,
    PagePair,
    PartComparison,
    Row,
    Run,
)
from kanta_desk.model.documents import JSON, PDF, Document
from kanta_desk.model.events import EventKind
from kanta_desk.model.metadata import GROUP_LABELS
from kanta_desk.model.metadata_lines import field_lines
from kanta_desk.model.text import Language

OnPage = Callable[[int, int], None]
"""Told how many pages of how many have been compared."""


class Comparing:
    """The comparison of documents; ``opened`` is the ticket for the place where one was opened.

    Every method marked ``verb`` passes the gate, and leaves events in the access log.
    """

    def __init__(
        self, gate: Gate, opened: Callable[[Document, EventKind], Ticket], reading: Reading
    ) -> None:
        self._gate = gate
        self._opened = opened
        self._reading = reading

    @verb(EventKind.COMPARE)
    def compare(
        self,
        left: Document,
        right: Document,
        language: Language,
        on_page: OnPage = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> DocumentComparison:
        """Two documents that were opened in this session, beside each other.

        Raises:
            RightMissing: also if one of them was not opened in this session.
            Cancelled: if ``cancelled`` says so between two pages.
        """
        tickets = [self._opened(each, EventKind.COMPARE) for each in (left, right)]
        subject = replace(
            subject_of(left.metadata),
            documents=tuple(each.metadata.document_oid.value for each in (left, right)),
        )
        if tickets[0].context.register != tickets[1].context.register:
            self._gate.demand(tickets[1], EventKind.COMPARE, subject)
        return self._gate.do(
            tickets[0],
            EventKind.COMPARE,
            subject,
            lambda: _compared(left, right, self._reading, language, on_page, cancelled),
            lambda found: Told(found.differences),
        )


def _compared(
    left: Document,
    right: Document,
    reading: Reading,
    language: Language,
    on_page: OnPage,
    cancelled: Callable[[], bool],
) -> DocumentComparison:
    parts: list[PartComparison] = []
    not_read: list[Compared] = []
    if left.text and right.text:
        aligned = align(left.text, right.text)
        parts.append(
            PartComparison(Compared.TEXT, aligned.words, aligned.differences, aligned.rows)
        )
    else:
        not_read.append(Compared.TEXT)
    parts.append(_metadata(left, right, reading, language))
    for kind, media_type in ((Compared.STRUCTURE, JSON), (Compared.PAGES, PDF)):
        there = [bool(each.payload(media_type)) for each in (left, right)]
        if not any(there):
            lost = kind is Compared.STRUCTURE and (left.fault or right.fault)
            if lost and not not_read:  # its bytes did not come through on either side
                not_read.append(kind)
            continue
        try:
            if kind is Compared.STRUCTURE:
                parts.append(_structure(left, right, reading, language))
            elif all(there):
                parts.append(_pages(left, right, on_page, cancelled))
            else:
                not_read.append(kind)
        except BadDocument:
            not_read.append(kind)
    return DocumentComparison(left, right, tuple(parts), tuple(not_read))


def _metadata(
    left: Document, right: Document, reading: Reading, language: Language
) -> PartComparison:
    sides = [
        [line for _, lines in field_lines(each.metadata, names) for line in lines]
        for each in (left, right)
        for names in [reading.names(each.metadata, language)]
    ]
    rows, number, amount = [], 0, 0
    for ours, theirs in zip(*sides, strict=True):
        if not ours.in_one and not theirs.in_one:
            continue
        amount += 1
        key = ours.field.key
        same = getattr(left.metadata, key, None) == getattr(right.metadata, key, None)
        number += not same
        label, group = ours.field.label.of(language), GROUP_LABELS[ours.field.group].of(language)
        rows.append(_field(ours.in_one, theirs.in_one, same, number, label, group))
    return PartComparison(Compared.METADATA, amount, number, tuple(rows))


def _structure(
    left: Document, right: Document, reading: Reading, language: Language
) -> PartComparison:
    sides = [_values(each, reading, language) for each in (left, right)]
    rows, number = [], 0
    for path in _in_order(*sides):
        ours, theirs = (side.get(path) for side in sides)
        said, other = _in_one(ours), _in_one(theirs)
        same = ours is not None and theirs is not None and said == other
        number += not same
        line = ours or theirs
        label, group = (line.label, "") if line else ("", "")
        rows.append(_field(said, other, same, number, label, group))
    return PartComparison(Compared.STRUCTURE, len(rows), number, tuple(rows))


def _values(document: Document, reading: Reading, language: Language) -> dict[str, FormLine]:
    """The values of a structured form by their paths below its root, whose name is the kind of
    document; a value's label names what it is in."""
    if not document.payload(JSON):
        return {}
    form = reading.form(document, language)
    if form.is_cut:
        raise BadDocument("json", "too long to compare")
    values: dict[str, FormLine] = {}
    headings: list[str] = []
    for line in form.lines:
        del headings[line.depth :]
        headings += [""] * (line.depth - len(headings))
        if line.mark is Mark.HEADING:
            headings.append(line.label)
        elif line.mark is not Mark.MISSING:
            trail = " › ".join(filter(None, (*headings[1:], line.label)))
            path = "/".join(line.path.split("/")[2:])
            values[line.path if path in values else path] = replace(line, label=trail)
    return values


def _in_order(ours: dict[str, FormLine], theirs: dict[str, FormLine]) -> Iterator[str]:
    """All paths: ours in their order, and those of theirs alone after what stands before them."""
    rest = iter(theirs)
    waiting = next(rest, None)
    for path in ours:
        yield path
        if path == waiting:
            waiting = next(rest, None)
            while waiting is not None and waiting not in ours:
                yield waiting
                waiting = next(rest, None)
    seen = set(ours)
    while waiting is not None:
        if waiting not in seen:
            yield waiting
        waiting = next(rest, None)


def _in_one(line: FormLine | None) -> str:
    if line is None:
        return ""
    return f"{line.value} ({line.note})" if line.note else line.value


def _field(left: str, right: str, same: bool, number: int, label: str, group: str) -> Row:
    """One field's row; ``number`` is that of its difference, if it has one."""
    if same:
        return Row((Run(left),), (Run(right),), label, group)
    if left and right and left != right:
        return Row(*align_values(left, right, number), label, group)
    if left == right:  # what differs does not show in the words
        change = Change.CHANGED
        return Row((Run(left, change, number),), (Run(right, change, number),), label, group)
    ours = (Run(left, Change.REMOVED, number),) if left else ()
    theirs = (Run(right, Change.INSERTED, number),) if right else ()
    return Row(ours, theirs, label, group)


def _pages(
    left: Document, right: Document, on_page: OnPage, cancelled: Callable[[], bool]
) -> PartComparison:
    ours, theirs = (
        payload.data for each in (left, right) if (payload := each.payload(PDF)) is not None
    )
    counts = len(page_sizes(ours)), len(page_sizes(theirs))
    pages = []
    for index in range(max(counts)):
        if cancelled():
            raise Cancelled
        if index < min(counts):
            regions = () if ours == theirs else differing_regions(ours, theirs, index)
            pages.append(PagePair(index, regions))
        else:
            only = Change.REMOVED if counts[0] > counts[1] else Change.INSERTED
            pages.append(PagePair(index, only=only))
        on_page(index + 1, max(counts))
    differing = sum(page.differs for page in pages)
    return PartComparison(Compared.PAGES, len(pages), differing, pages=tuple(pages))
