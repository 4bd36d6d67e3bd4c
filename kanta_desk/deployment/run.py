"""Runs a deployment test: finds, opens and judges the documents of a plan, row by row."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from kanta_desk.checks.registry import check_metadata, check_payloads
from kanta_desk.checks.rule import CheckContext
from kanta_desk.deployment import cells
from kanta_desk.deployment.content import content_cell, without_source
from kanta_desk.deployment.holdings import Holdings, Whereabouts
from kanta_desk.deployment.source import DocumentSource
from kanta_desk.deployment.sources import read_source
from kanta_desk.deployment.unexpected import unexpected_documents
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
    Progress,
    Verdict,
)
from kanta_desk.model.documents import Document
from kanta_desk.model.findings import Finding
from kanta_desk.model.identifiers import ClientId, Oid

# These meet every document alike, so they end the run; all else is one document's fault.
_ENDING = (Cancelled, Offline, TlsRefused, ArchiveUnavailable, RightsError, LogError, CardError)
_AFTER_ARCHIVED = (Aspect.REGISTER, Aspect.METADATA, Aspect.CONTENT)


class DeploymentRun:
    """One run over a plan. It keeps nothing between runs and asks the archive anew."""

    def __init__(
        self,
        plan: Plan,
        source: DocumentSource,
        context: CheckContext,
        clock: Callable[[], datetime],
    ) -> None:
        self._plan = plan
        self._source = source
        self._context = replace(context, test_clients_only=True)
        self._clock = clock

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Judge every document of the plan.

        Cancelling, a lost connection or a locked desk end the run between two acts: what is done
        stays, the rest waits, and ``Verdict.complete`` is false.
        """
        started = self._clock()
        done: dict[str, DocumentVerdict] = {}
        unexpected: list[Finding] = []
        stopped_by = ""

        def pause() -> None:
            if cancelled():
                raise Cancelled

        try:
            for client, expected in self._by_client():
                holdings = Holdings(self._source, self._named(), pause)
                claimed: set[Oid] = set()
                for row, oids in self._rows(holdings, client, expected, pause):
                    done[row.expected.key] = row
                    claimed |= oids
                    on_progress(Progress(len(done), len(self._plan.documents), row))
                unexpected += unexpected_documents(
                    holdings.current.values(), claimed, self._plan.test_day
                )
        except _ENDING as error:
            stopped_by = error.code
        return Verdict(
            plan=self._plan,
            run_id=uuid.uuid4().hex,
            started=started,
            ended=self._clock(),
            rows=tuple(done.get(row.key) or _waiting(row) for row in self._plan.documents),
            unexpected=tuple(unexpected),
            complete=not stopped_by,
            stopped_by=stopped_by,
        )

    def _by_client(self) -> Iterator[tuple[ClientId, list[ExpectedDocument]]]:
        groups: dict[ClientId, list[ExpectedDocument]] = {}
        for row in self._plan.documents:
            groups.setdefault(row.client_id, []).append(row)
        yield from groups.items()

    def _named(self) -> frozenset[Oid]:
        return frozenset(row.document_oid for row in self._plan.documents if row.document_oid)

    def _rows(
        self,
        holdings: Holdings,
        client: ClientId,
        expected: Sequence[ExpectedDocument],
        pause: Callable[[], None],
    ) -> Iterator[tuple[DocumentVerdict, set[Oid]]]:
        """Each row's verdict, with the documents that it lays claim to."""
        left = {row.key: row for row in expected}
        try:
            for where in holdings.find(client, expected):
                pause()
                row = where.pair.expected
                del left[row.key]
                yield self._judge(where, holdings), _claims(where)
        except _ENDING:
            raise
        except KantaError as error:  # the search failed: none of the rest can be judged
            for row in left.values():
                rest = cells.without_document(_AFTER_ARCHIVED, cells.NO_DOCUMENT)
                found = (cells.error_cell(Aspect.ARCHIVED, error), *rest)
                yield DocumentVerdict(row, found), set()

    def _judge(self, where: Whereabouts, holdings: Holdings) -> DocumentVerdict:
        expected, found = where.pair.expected, where.pair.found
        if found is None:
            rest = cells.without_document(_AFTER_ARCHIVED, cells.NO_DOCUMENT)
            return DocumentVerdict(expected, (cells.missing_cell(where), *rest))
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
        try:
            document = self._source.open(found.document_oid, holdings.asked(where.register))
        except _ENDING:
            raise
        except KantaError as error:
            rest = cells.without_document((Aspect.REGISTER, Aspect.METADATA), cells.NOT_OPENED)
            broken = cells.error_cell(Aspect.CONTENT, error)
            return replace(verdict, cells=(archived, *rest, broken))
        metadata = document.metadata
        findings = check_metadata(metadata, self._context)
        # The list tells what has become of a version; the document itself cannot know.
        listed = replace(metadata, state=found.state, archived=found.archived or metadata.archived)
        return replace(
            verdict,
            cells=(
                cells.archived_cell(expected, listed, document.sha256),
                cells.register_cell(expected, metadata, where, findings),
                cells.metadata_cell(expected, metadata, findings),
                self._content(expected, document),
            ),
            archived=listed.archived,
            sha256=document.sha256,
        )

    def _content(self, expected: ExpectedDocument, document: Document) -> Cell:
        findings = check_payloads(document, self._context)
        if expected.source is None:
            return without_source(findings)
        try:
            source = read_source(expected.source)
            return content_cell(expected.source.name, source, document, findings)
        except KantaError as error:
            return cells.error_cell(Aspect.CONTENT, error)


def _claims(where: Whereabouts) -> set[Oid]:
    pair = where.pair
    candidates = {candidate.document.document_oid for candidate in pair.candidates}
    return candidates | ({pair.found.document_oid} if pair.found else set())


def _waiting(row: ExpectedDocument) -> DocumentVerdict:
    return DocumentVerdict(
        row, tuple(Cell(aspect, CellState.WAITING, cells.WAITING) for aspect in Aspect)
    )
