"""The archive's client: the use cases over HL7 V3 Medical Records messages and HTTPS."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from lxml import etree

from kanta_desk.archive import xmlsig
from kanta_desk.archive.answers import (
    MetadataAnswer,
    read_document_answer,
    read_invalidation_answer,
    read_metadata_answer,
    read_outcome_answer,
)
from kanta_desk.archive.frames import (
    Query,
    continuation_query,
    document_query,
    envelope,
    metadata_query,
    outcome_query,
)
from kanta_desk.archive.gateway import Call
from kanta_desk.archive.invalidating import invalidation_frame, new_document_oid
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.errors import (
    AnswerNotOurs,
    ArchiveDenied,
    ArchiveUnavailable,
    BadAnswer,
    DocumentNotFound,
    NotTheArchive,
    RealPersonInTest,
)
from kanta_desk.model.documents import (
    Continuation,
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.time import utc_now
from kanta_desk.net.http import Answer, HttpClient, clock_skew

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class MedicalRecordsClient:
    """``archive.gateway.ArchiveGateway`` over one HTTPS connection pool; safe across threads."""

    def __init__(
        self,
        http: HttpClient,
        profile: MessageProfile,
        clock: Callable[[], datetime] = utc_now,
        *,
        artificial_only: bool = False,
    ) -> None:
        """``artificial_only``: no personal identity code that may be a real person's goes out."""
        self._artificial_only = artificial_only
        self._skew: float | None = None
        self._http = http
        self._profile = profile
        self._clock = clock

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """See ``ArchiveGateway.search``."""
        client = criteria.client_id
        if self._artificial_only and isinstance(client, Henkilotunnus) and not client.is_artificial:
            raise RealPersonInTest
        return self._page(criteria, self._metadata(Query(criteria), call), call.message_id, 1)

    def next_page(self, page: SearchResult, call: Call) -> SearchResult:
        """See ``ArchiveGateway.next_page``."""
        at = page.continuation
        if at is None:
            return SearchResult(page.criteria, (), page.total)
        limit = page.criteria.limit
        message = continuation_query(at, limit, call, self._profile, self._clock())
        data = self._post(message, Key.CONTINUATION)
        answer = read_metadata_answer(data, call.message_id, self._profile)
        return self._page(page.criteria, answer, at.query_id, at.start)

    def _page(
        self, criteria: SearchCriteria, answer: MetadataAnswer, query_id: str, start: int
    ) -> SearchResult:
        """A page that begins with result ``start``, and the way to the next one if there is one."""
        newest_first = sorted(
            answer.documents,
            key=lambda d: (d.created or _LONG_AGO, d.version, d.document_oid.value),
            reverse=True,
        )
        further = None
        if answer.remaining and newest_first and self._profile[Key.CONTINUATION]:
            further = Continuation(query_id, start + len(newest_first))
        return SearchResult(criteria, tuple(newest_first), answer.total, further)

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """See ``ArchiveGateway.metadata``.

        Raises:
            DocumentNotFound: if the register asked holds no such version.
        """
        for document in self._metadata(Query.of_document(oid), call).documents:
            if document.document_oid == oid:
                return document
        raise DocumentNotFound(oid.value)

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """See ``ArchiveGateway.versions``.

        Raises:
            DocumentNotFound: if the register asked holds no such set.
        """
        return self._history(set_id, call)

    def states(self, set_id: Oid, call: Call) -> VersionHistory:
        """See ``ArchiveGateway.states``."""
        return self._history(set_id, call, ("active_controller", "controller", "register"))

    def _history(self, set_id: Oid, call: Call, only: tuple[str, ...] = ()) -> VersionHistory:
        found = self._metadata(Query.of_set(set_id), call, only).documents
        versions = sorted((d for d in found if d.set_id == set_id), key=lambda d: d.version)
        if not versions:
            raise DocumentNotFound(set_id.value)
        return VersionHistory(set_id, tuple(versions))

    def document(self, oid: Oid, call: Call) -> Document:
        """See ``ArchiveGateway.document``.

        Raises:
            DocumentNotFound: if the register asked holds no such version.
            BadDocument: if what came cannot be read.
        """
        message = document_query(oid, call, self._profile, self._clock())
        data = self._post(message, Key.DOCUMENT_QUERY)
        document = read_document_answer(data, call.message_id, self._profile)
        if document is None:
            raise DocumentNotFound(oid.value)
        if document.metadata.document_oid != oid:
            raise AnswerNotOurs("answer: subject/clinicalDocument/id")
        return document

    def prepare(self, order: Order, call: Call) -> bytes:
        """See ``ArchiveGateway.prepare``."""
        frame = invalidation_frame(order, call, self._profile, self._clock())
        return etree.tostring(frame, encoding="utf-8", pretty_print=True)

    def sign(
        self,
        order: Order,
        call: Call,
        seal: Seal,
        certificate: bytes,
        signer: Callable[[bytes], bytes],
    ) -> SignedFrame:
        """See ``ArchiveGateway.sign``."""
        frame = invalidation_frame(order, call, self._profile, seal.time)
        return xmlsig.sign(frame, seal, certificate, signer)

    def invalidate(self, frame: bytes, call: Call) -> Acknowledged:
        """See ``ArchiveGateway.invalidate``."""
        data = self._post(envelope(frame), Key.INVALIDATION, again=False)
        return read_invalidation_answer(data, call.message_id, self._profile)

    def outcome(self, message_id: str, call: Call) -> Acknowledged | None:
        """See ``ArchiveGateway.outcome``."""
        if not self._profile[Key.OUTCOME_QUERY]:
            return None
        message = outcome_query(message_id, call, self._profile, self._clock())
        data = self._post(message, Key.OUTCOME_QUERY)
        return read_outcome_answer(data, message_id, call.message_id, self._profile)

    def new_oid(self, unit: Oid, number: int, year: int) -> Oid:
        """See ``ArchiveGateway.new_oid``."""
        return new_document_oid(self._profile, unit, number, year)

    @property
    def sends_reason(self) -> bool:
        """See ``ArchiveGateway.sends_reason``."""
        return bool(self._profile[Key.REASON_PATH])

    @property
    def message_life(self) -> timedelta:
        """See ``ArchiveGateway.message_life``."""
        return self._profile.message_life

    @property
    def clock_skew(self) -> float | None:
        """See ``ArchiveGateway.clock_skew``."""
        return self._skew

    def close(self) -> None:
        """Let connections go."""
        self._http.close()

    def _metadata(self, query: Query, call: Call, only: tuple[str, ...] = ()) -> MetadataAnswer:
        message = metadata_query(query, call, self._profile, self._clock())
        data = self._post(message, Key.METADATA_QUERY)
        return read_metadata_answer(data, call.message_id, self._profile, only)

    def _post(self, message: bytes, interaction: Key, *, again: bool = True) -> bytes:
        """``again``: whether the message may go out once more if its connection dies."""
        action = self._profile[Key.SOAP_ACTION].format(interaction=self._profile[interaction])
        answer = self._http.post(
            self._profile[Key.ENDPOINT],
            message,
            "text/xml; charset=utf-8",
            {"SOAPAction": f'"{action}"'},
            retry=again,
        )
        self._skew = clock_skew(answer, self._clock())
        return _body(answer)


def _body(answer: Answer) -> bytes:
    """The answer's XML; SOAP 1.1 sends its faults with status 500, so they are let through."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_xml = kind in _XML or (kind.endswith("+xml") and kind not in _PAGES)
    if is_xml and answer.status in (200, 500):
        return answer.body
    if answer.status >= 500:
        raise ArchiveUnavailable(f"HTTP {answer.status}")
    if answer.status in (401, 403) and kind not in _PAGES:
        raise ArchiveDenied(f"HTTP {answer.status}")
    if answer.status == 200 or kind in _PAGES or answer.status // 100 == 3:
        raise NotTheArchive(kind[:_SAID] or "–", answer.status)
    raise BadAnswer("http", f"status {answer.status}")


_XML = ("text/xml", "application/xml")
_PAGES = ("text/html", "application/xhtml+xml")
_SAID = 60
