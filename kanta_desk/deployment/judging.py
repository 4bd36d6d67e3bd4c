"""Judges one row of a plan: opens the document that stands for it and fills its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kanta_desk.checks.registry import check_metadata, check_payloads
from kanta_desk.checks.rule import CheckContext
from kanta_desk.deployment import absence, cells
from kanta_desk.deployment.content import content_cell, without_source
from kanta_desk.deployment.holdings import Holdings, Whereabouts
from kanta_desk.deployment.kinds import KindOfTest
from kanta_desk.deployment.sources import source_of
from kanta_desk.errors import (
    ArchiveUnavailable,
    Cancelled,
    CardError,
    KantaError,
    LogError,
    Offline,
    RightsError,
    TlsRefused,
)
from kanta_desk.model.deployment import (
    Aspect,
    Cell,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    TestKind,
)
from kanta_desk.model.documents import Document, DocumentMetadata
from kanta_desk.model.identifiers import Oid

# These meet every document alike, so they end the run; all else is one document's fault.
ENDING = (Cancelled, Offline, TlsRefused, ArchiveUnavailable, RightsError, LogError, CardError)
AFTER_ARCHIVED = (Aspect.REGISTER, Aspect.METADATA, Aspect.CONTENT)


@dataclass(frozen=True, slots=True)
class Judge:
    """What every row of a run is judged by. ``sample`` are the keys of the rows that are opened
    where a kind of test reads a sample alone; None: all are."""

    plan: Plan
    kind: KindOfTest
    context: CheckContext
    sample: frozenset[str] | None = None

    def absent(self, row: ExpectedDocument, holdings: Holdings) -> DocumentVerdict:
        """The verdict of a row that must not be found; asks the archive."""
        try:
            return absence.absence_row(row, holdings, self.plan.test_day)
        except ENDING:
            raise
        except KantaError as error:
            return failed_row(row, error)

    def row(self, where: Whereabouts, holdings: Holdings) -> DocumentVerdict:
        """The verdict of a row whose document was looked for; asks the archive.

        Raises:
            KantaError: what ends the run (``ENDING``), and nothing else.
        """
        expected, found = where.pair.expected, where.pair.found
        if found is None:
            return self._kept_out(self._missing(where), where, holdings)
        verdict = DocumentVerdict(
            expected,
            (),
            document_oid=found.document_oid,
            paired_by=where.pair.reason,
            archived=found.archived,
        )
        archived = cells.archived_cell(expected, found)
        if not cells.may_be_opened(expected, found):
            register, content = cells.without_document(
                (Aspect.REGISTER, Aspect.CONTENT), cells.NO_DOCUMENT
            )
            return replace(verdict, cells=(archived, register, cells.stranger_cell(), content))
        if self.sample is not None and expected.key not in self.sample:
            told = self._described(where, found)
            content = Cell(Aspect.CONTENT, CellState.NOT_NEEDED, cells.NOT_SAMPLED)
            return self._kept_out(
                replace(verdict, cells=(archived, *told, content)), where, holdings
            )
        try:
            document = holdings.source.open(found.document_oid, where.register)
        except ENDING:
            raise
        except KantaError as error:
            rest = cells.without_document((Aspect.REGISTER, Aspect.METADATA), cells.NOT_OPENED)
            broken = cells.error_cell(Aspect.CONTENT, error)
            return replace(verdict, cells=(archived, *rest, broken))
        return self._kept_out(self._opened(verdict, where, found, document), where, holdings)

    def _missing(self, where: Whereabouts) -> DocumentVerdict:
        rest = cells.without_document(AFTER_ARCHIVED, cells.NO_DOCUMENT)
        return DocumentVerdict(
            where.pair.expected,
            (cells.missing_cell(where), *rest),
            candidates=cells.candidates_of(where),
        )

    def _opened(
        self,
        verdict: DocumentVerdict,
        where: Whereabouts,
        found: DocumentMetadata,
        document: Document,
    ) -> DocumentVerdict:
        metadata = document.metadata
        # The list tells what has become of a version; the document itself cannot know.
        listed = replace(metadata, state=found.state, archived=found.archived or metadata.archived)
        return replace(
            verdict,
            cells=(
                cells.archived_cell(verdict.expected, listed, document.sha256),
                *self._described(where, metadata),
                self._content(verdict.expected, document),
            ),
            archived=listed.archived,
            sha256=document.sha256,
        )

    def _described(self, where: Whereabouts, metadata: DocumentMetadata) -> tuple[Cell, Cell]:
        """REGISTER and METADATA, of which each finding belongs to one."""
        expected = where.pair.expected
        findings = (
            *check_metadata(metadata, self.context),
            *self.kind.metadata(self.plan, expected, metadata),
        )
        return (
            cells.register_cell(expected, metadata, where, findings),
            cells.metadata_cell(expected, metadata, findings),
        )

    def _content(self, expected: ExpectedDocument, document: Document) -> Cell:
        findings = (
            *check_payloads(document, self.context),
            *self.kind.content(tuple(p.media_type for p in document.payloads)),
        )
        try:
            source = source_of(expected)
            if source is None:
                return without_source(findings)
            return content_cell(source, document, findings)
        except KantaError as error:
            return replace(cells.error_cell(Aspect.CONTENT, error), findings=findings)

    def _kept_out(
        self, verdict: DocumentVerdict, where: Whereabouts, holdings: Holdings
    ) -> DocumentVerdict:
        """The verdict with what is found in registers where the document must not be."""
        expected, found = where.pair.expected, where.pair.found
        try:
            looked = absence.kept_out(
                expected, found, holdings, self.plan.test_day, self._own_register(expected)
            )
            register = absence.with_absence(verdict.cell(Aspect.REGISTER), looked)
        except ENDING:
            raise
        except KantaError as error:
            register = cells.error_cell(Aspect.REGISTER, error)
        changed = tuple(
            register if cell.aspect is Aspect.REGISTER else cell for cell in verdict.cells
        )
        return replace(verdict, cells=changed)

    def _own_register(self, expected: ExpectedDocument) -> Iterator[Oid]:
        """The producer's own, where it stores by right into another's."""
        pair = self.plan.pair
        by_right = self.kind.kind is TestKind.REGISTER_USE
        if by_right and pair and pair.producer and pair.producer != expected.controller:
            yield pair.producer


def failed_row(row: ExpectedDocument, error: KantaError) -> DocumentVerdict:
    """The verdict of a row whose search failed."""
    rest = cells.without_document(AFTER_ARCHIVED, cells.NO_DOCUMENT)
    return DocumentVerdict(row, (cells.error_cell(Aspect.ARCHIVED, error), *rest))


def claims_of(row: DocumentVerdict) -> set[Oid]:
    """The documents that a row lays claim to: its own, or those it may mean."""
    claimed = {candidate.document_oid for candidate in row.candidates}
    return claimed | ({row.document_oid} if row.document_oid else set())
