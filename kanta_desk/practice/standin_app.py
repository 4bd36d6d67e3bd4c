"""The stand-in archive as an ASGI application: one SOAP endpoint and a health page."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.identifiers import Oid
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import ACCESS, NOTICE
from kanta_desk.practice.standin_answer import (
    accepted,
    document_answer,
    metadata_answer,
    outcome_answer,
    refusal,
)
from kanta_desk.practice.standin_invalidation import read_invalidation
from kanta_desk.practice.standin_mishaps import (
    XML,
    Cut,
    Dated,
    Silence,
    Staged,
    Twice,
    altered,
    hung_up,
    instead,
    wait_a_while,
)
from kanta_desk.practice.standin_query import (
    MAX_MESSAGE,
    Head,
    Refused,
    read_asked_message,
    read_continuation,
    read_frame,
    read_wanted,
)
from kanta_desk.practice.standin_store import Action, Conflict, Store

UNAVAILABLE = "STANDIN-09"


_OPEN_QUERIES = 64
_REFUSALS: Mapping[Mishap | None, tuple[str, tuple[str, ...]]] = {
    Mishap.UNAVAILABLE: ("AR", (UNAVAILABLE,)),
    Mishap.REJECTED: ("AE", ("4Y00007",)),
    Mishap.DENIED: ("AE", ("5Y00009",)),
    Mishap.UNKNOWN_ISSUES: ("AE", ("9Z99998", "9Z99999", "4Y00007")),
}


@dataclass(slots=True)
class _Note:
    """What the action log will tell of a message; ``written``: it tells it already."""

    head: Head
    controller: str = ""
    outcome: str = "AA"
    documents: int = 0
    written: bool = False

    def action(self, peer: str) -> Action:
        """The row."""
        head = self.head
        return Action(
            peer, head.message_id, head.interaction, head.user, head.organisation,
            self.controller, head.purpose, self.outcome, self.documents,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _OpenQuery:
    """A query that can be gone on with: by whom, in whose register, and all that it found."""

    organisation: str
    controller: str
    oids: tuple[str, ...] = field(repr=False)


class StandInApp:
    """What the stand-in answers, apart from how it listens.

    ``authorities`` (DER) are those whose certificates may sign requests; without any, no request
    to change something is believed. ``die`` ends the server at once, as a power cut would.
    """

    def __init__(
        self,
        store: Store,
        profile: MessageProfile,
        authorities: Sequence[bytes] = (),
        die: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._profile = profile
        self._authorities = tuple(authorities)
        self._die = die
        self._staged: deque[Staged] = deque()
        self._staging = threading.Lock()
        self._open: dict[str, _OpenQuery] = {}
        self._asking = threading.Lock()
        self._acts: Mapping[str, Callable[[_Note, etree._Element, str], bytes]] = {
            profile[Key.METADATA_QUERY]: self._metadata,
            profile[Key.CONTINUATION]: self._continuation,
            profile[Key.DOCUMENT_QUERY]: self._document,
            profile[Key.INVALIDATION]: self._invalidation,
            profile[Key.OUTCOME_QUERY]: self._outcome,
        }
        issues = CodeSets.load().set_of(CodeSystem.PROCESS_ISSUE)
        self._said: Mapping[str, str] = (
            {c.value: c.name.fi for c in issues.concepts.values()} if issues else {}
        )
        self.asgi = Dated(
            Starlette(
                routes=[
                    Route(profile[Key.ENDPOINT], self._message, methods=["POST"]),
                    Route(profile[Key.HEALTH], self._health),
                ]
            )
        )

    async def _health(self, request: Request) -> Response:
        return JSONResponse(
            {
                "service": NOTICE,
                "state": "ok",
                "profile": self._profile.name,
                "documents": self._store.count(),
                "peer": request.state.peer,
            }
        )

    async def _message(self, request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_MESSAGE:
                return Response(NOTICE, 413)
        peer = request.state.peer
        staged = self._next_staged(body)
        if staged is None:
            return Response(await asyncio.to_thread(self.answer, body, peer), media_type=XML)
        try:
            return await self._with_mishap(staged.mishap, body, request)
        finally:
            staged.met.set()

    async def _with_mishap(self, mishap: Mishap, body: bytes, request: Request) -> Response:
        if (response := instead(mishap)) is not None:
            return response
        match mishap:
            case Mishap.DEATH_BEFORE:
                self._die()
                return Cut()
            case Mishap.LATE_REQUEST:
                await hung_up(request)
            case Mishap.SLOW:
                await wait_a_while()
        peer: str = request.state.peer
        answer = await asyncio.to_thread(self.answer, body, peer, refused=mishap)
        match mishap:
            case Mishap.LOST_ANSWER:
                return Cut()
            case Mishap.DEATH_AFTER:
                self._die()
                return Cut()
            case Mishap.LATE_ANSWER:
                return Silence()
            case Mishap.TWICE:
                return Twice(await asyncio.to_thread(self.answer, body, peer))
        return altered(mishap, answer) or Response(answer, media_type=XML)

    def stage(self, staged: Staged) -> None:
        """Let a message meet with a mishap; several are met one after another."""
        with self._staging:
            self._staged.append(staged)

    def calm(self) -> None:
        """Forget what was staged and has not happened."""
        with self._staging:
            self._staged.clear()

    def _next_staged(self, body: bytes) -> Staged | None:
        with self._staging:
            for staged in self._staged:
                if f"<{staged.interaction}".encode() in body:
                    if not staged.always:
                        self._staged.remove(staged)
                    return staged
        return None

    def answer(self, body: bytes, peer: str, *, refused: Mishap | None = None) -> bytes:
        """The answer to a message that came through the certificate of ``peer``; ``refused``: it
        is refused without being looked at, if the mishap is one of refusal."""
        note = _Note(Head())
        try:
            note.head, frame = read_frame(body, self._profile)
            if (told := _REFUSALS.get(refused)) is not None:
                kind, codes = told
                note.outcome = codes[0]
                return self._refusal(note.head, kind, codes)
            act = self._acts.get(note.head.interaction)
            if act is None:
                raise Refused("STANDIN-01")
            return act(note, frame, peer)
        except (Refused, Conflict) as reason:
            note.outcome = reason.code
            return self._refusal(note.head, "AE", (reason.code,))
        finally:
            if not note.written:
                self._store.log(note.action(peer))

    def _metadata(self, note: _Note, frame: etree._Element, peer: str) -> bytes:
        wanted, limit = read_wanted(frame, self._profile)
        self._demand_right(note, wanted.controller)
        query = _OpenQuery(note.head.organisation, wanted.controller, self._store.matching(wanted))
        self._keep_open(note.head.message_id, query)
        return self._page(note, query, 1, limit)

    def _continuation(self, note: _Note, frame: etree._Element, peer: str) -> bytes:
        query_id, start, limit = read_continuation(frame, self._profile)
        with self._asking:
            query = self._open.get(query_id)
        if query is None or query.organisation != note.head.organisation:
            raise Refused("STANDIN-06")
        self._demand_right(note, query.controller)
        return self._page(note, query, start, limit)

    def _page(self, note: _Note, query: _OpenQuery, start: int, limit: int) -> bytes:
        oids = query.oids[start - 1 : start - 1 + limit]
        found = self._store.load(oids)
        note.documents = len(found)
        remaining = max(0, len(query.oids) - (start - 1) - len(oids))
        total = len(query.oids) - (len(oids) - len(found))
        return metadata_answer(note.head, found, total, remaining, self._profile)

    def _document(self, note: _Note, frame: etree._Element, peer: str) -> bytes:
        wanted, _ = read_wanted(frame, self._profile)
        self._demand_right(note, wanted.controller)
        if not wanted.oid:
            raise Refused("STANDIN-03")
        matching = self._store.matching(wanted)
        found = self._store.load(oid for oid in matching if oid == wanted.oid)
        note.documents = len(found)
        return document_answer(note.head, found, self._profile)

    def _invalidation(self, note: _Note, frame: etree._Element, peer: str) -> bytes:
        """Carry out an invalidation, whose row in the action log is written together with it."""
        now = datetime.now(UTC)
        asked, before = read_invalidation(
            frame, note.head, self._profile, self._authorities, self._store, now
        )
        self._demand_right(note, before.controller.oid.value)
        note.documents = 1
        note.written = self._store.invalidate(asked, note.action(peer))
        return accepted(note.head, self._profile)

    def _outcome(self, note: _Note, frame: etree._Element, peer: str) -> bytes:
        asked = read_asked_message(frame, self._profile)
        issue = self._store.fate(asked)
        said = self._said.get(issue or "", "")
        return outcome_answer(note.head, asked, issue, said, self._profile)

    def _refusal(self, head: Head, kind: str, codes: Sequence[str]) -> bytes:
        issues = [(code, self._said.get(code, f"Koodi {code}")) for code in codes]
        return refusal(head, kind, issues, self._profile)

    def _keep_open(self, query_id: str, query: _OpenQuery) -> None:
        """Let a query be gone on with, in place of the oldest where there are many."""
        with self._asking:
            self._open.pop(query_id, None)
            self._open[query_id] = query
            while len(self._open) > _OPEN_QUERIES:
                del self._open[next(iter(self._open))]

    def _demand_right(self, note: _Note, controller: str) -> None:
        note.controller = controller
        if not self._may(note.head, controller) or not note.head.purpose:
            raise Refused(self._profile[Key.ISSUE_DENIED])

    def _may(self, head: Head, controller: str) -> bool:
        return any(
            organisation.value == head.organisation and Oid(controller) in controllers
            for organisation, controllers in ACCESS.items()
        )
