"""The stand-in archive as an ASGI application: one SOAP endpoint and a health page."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from lxml import etree
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.identifiers import Oid
from kanta_desk.practice.organisation import ACCESS, NOTICE
from kanta_desk.practice.standin_answer import (
    accepted,
    document_answer,
    metadata_answer,
    outcome_answer,
    refusal,
)
from kanta_desk.practice.standin_invalidation import read_invalidation
from kanta_desk.practice.standin_query import (
    MAX_MESSAGE,
    Head,
    Refused,
    read_asked_message,
    read_frame,
    read_wanted,
)
from kanta_desk.practice.standin_store import Action, Conflict, Store

XML = "text/xml; charset=utf-8"
UNAVAILABLE = "STANDIN-09"


class Mishap(StrEnum):
    """What can be made to go wrong with a message, to practise and to test with."""

    UNAVAILABLE = "unavailable"  # acknowledged AR
    SILENT = "silent"  # no answer at all, and nothing is done
    HALF = "half"  # done, and cut in the middle of the answer
    BROKEN = "broken"  # an answer that is not XML, and nothing is done
    LOST_REQUEST = "lost request"  # the connection breaks before the message is read
    LOST_ANSWER = "lost answer"  # done, and the connection breaks before the answer
    LATE_REQUEST = "late request"  # done only when the caller has hung up
    LATE_ANSWER = "late answer"  # done at once, but answered to nobody: the caller has hung up
    TWICE = "twice"  # the message comes twice, and so does the answer
    DEATH_BEFORE = "death before"  # the server dies before it writes
    DEATH_AFTER = "death after"  # the server dies between writing and answering


@dataclass(frozen=True, slots=True)
class Staged:
    """A mishap that waits for its message: any, or the next of one interaction."""

    mishap: Mishap
    interaction: str = ""
    met: threading.Event = field(default_factory=threading.Event)


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
        issues = CodeSets.load().set_of(CodeSystem.PROCESS_ISSUE)
        self._said: Mapping[str, str] = (
            {c.value: c.name.fi for c in issues.concepts.values()} if issues else {}
        )
        self.asgi = Starlette(
            routes=[
                Route(profile[Key.ENDPOINT], self._message, methods=["POST"]),
                Route(profile[Key.HEALTH], self._health),
            ]
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
        peer: str = request.state.peer
        match mishap:
            case Mishap.SILENT:
                return _Silence()
            case Mishap.BROKEN:
                return Response(b"<Envelope", media_type=XML)
            case Mishap.LOST_REQUEST:
                return _Cut()
            case Mishap.DEATH_BEFORE:
                self._die()
                return _Cut()
            case Mishap.LATE_REQUEST:
                await _hung_up(request)
        unavailable = mishap is Mishap.UNAVAILABLE
        answer = await asyncio.to_thread(self.answer, body, peer, unavailable=unavailable)
        match mishap:
            case Mishap.HALF:
                return _Half()
            case Mishap.LOST_ANSWER:
                return _Cut()
            case Mishap.DEATH_AFTER:
                self._die()
                return _Cut()
            case Mishap.LATE_ANSWER:
                return _Silence()
            case Mishap.TWICE:
                return _Twice(await asyncio.to_thread(self.answer, body, peer))
        return Response(answer, media_type=XML)

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
                    self._staged.remove(staged)
                    return staged
        return None

    def answer(self, body: bytes, peer: str, *, unavailable: bool = False) -> bytes:
        """The answer to a message that came through the certificate of ``peer``."""
        head, controller, outcome, documents = Head(), "", "AA", 0
        invalidated = False
        try:
            head, frame = read_frame(body, self._profile)
            if unavailable:
                outcome = UNAVAILABLE
                return refusal(head, "AR", UNAVAILABLE, self._said[UNAVAILABLE], self._profile)
            if head.interaction == self._profile[Key.INVALIDATION]:
                controller, invalidated = self._invalidate(head, frame, peer)
                documents = 1
                return accepted(head, self._profile)
            if head.interaction == self._profile[Key.OUTCOME_QUERY]:
                return self._fate(head, frame)
            whole = head.interaction == self._profile[Key.DOCUMENT_QUERY]
            if not whole and head.interaction != self._profile[Key.METADATA_QUERY]:
                raise Refused("STANDIN-01")
            wanted, limit = read_wanted(frame, self._profile)
            controller = wanted.controller
            if not self._may(head, controller) or not head.purpose:
                raise Refused(self._profile[Key.ISSUE_DENIED])
            if whole and not wanted.oid:
                raise Refused("STANDIN-03")
            found, total = self._store.find(wanted, limit)
            if whole:
                found = [d for d in found if d.oid == wanted.oid]
                documents = len(found)
                return document_answer(head, found, self._profile)
            documents = len(found)
            return metadata_answer(head, found, total, self._profile)
        except (Refused, Conflict) as refused:
            outcome = refused.code
            return refusal(head, "AE", outcome, self._said.get(outcome, ""), self._profile)
        finally:
            if not invalidated:  # that row was written together with what it tells of
                self._store.log(
                    replace(_action(head, peer), controller=controller, outcome=outcome,
                            documents=documents)
                )  # fmt: skip

    def _invalidate(self, head: Head, frame: etree._Element, peer: str) -> tuple[str, bool]:
        """Carry out an invalidation; whose register it was in, and whether this message did it."""
        asked, before = read_invalidation(
            frame, head, self._profile, self._authorities, self._store, datetime.now(UTC)
        )
        controller = before.controller.oid.value
        if not self._may(head, controller) or not head.purpose:
            raise Refused(self._profile[Key.ISSUE_DENIED])
        action = replace(_action(head, peer), controller=controller)
        return controller, self._store.invalidate(asked, action)

    def _fate(self, head: Head, frame: etree._Element) -> bytes:
        asked = read_asked_message(frame, self._profile)
        issue = self._store.fate(asked)
        return outcome_answer(head, asked, issue, self._said.get(issue or "", ""), self._profile)

    def _may(self, head: Head, controller: str) -> bool:
        return any(
            organisation.value == head.organisation and Oid(controller) in controllers
            for organisation, controllers in ACCESS.items()
        )


def _action(head: Head, peer: str) -> Action:
    return Action(
        peer, head.message_id, head.interaction, head.user, head.organisation, "", head.purpose,
        "AA", 0,
    )  # fmt: skip


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


class _Cut(Response):
    """Breaks the connection without a word."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"]["transport"].abort()


class _Twice(Response):
    """Says the same thing twice: the second answer is to nothing that was asked."""

    def __init__(self, answer: bytes) -> None:
        super().__init__(answer, media_type=XML)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)
        length = f"{len(self.body)}".encode()
        scope["state"]["transport"].write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: "
            + length
            + b"\r\n\r\n"
            + bytes(self.body)
        )


class _Silence(Response):
    """Keeps the caller waiting until it hangs up, or the server stops."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass


class _Half(Response):
    """Promises more than it sends, which makes the server cut the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", XML.encode()), (b"content-length", b"5000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"<soap:Envelope", "more_body": False})
