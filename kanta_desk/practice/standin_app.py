"""The stand-in archive as an ASGI application: one SOAP endpoint and a health page."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Mapping
from enum import StrEnum

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
from kanta_desk.practice.standin_answer import document_answer, metadata_answer, refusal
from kanta_desk.practice.standin_query import (
    MAX_MESSAGE,
    Head,
    Refused,
    read_frame,
    read_wanted,
)
from kanta_desk.practice.standin_store import Action, Store

XML = "text/xml; charset=utf-8"
UNAVAILABLE = "STANDIN-09"


class Mishap(StrEnum):
    """What can be made to go wrong with the next message, to practise and to test with."""

    UNAVAILABLE = "unavailable"  # acknowledged AR
    SILENT = "silent"  # no answer at all
    HALF = "half"  # cut in the middle of the answer
    BROKEN = "broken"  # an answer that is not XML


class StandInApp:
    """What the stand-in answers, apart from how it listens."""

    def __init__(self, store: Store, profile: MessageProfile) -> None:
        self._store = store
        self._profile = profile
        issues = CodeSets.load().set_of(CodeSystem.PROCESS_ISSUE)
        self._said: Mapping[str, str] = (
            {c.value: c.name.fi for c in issues.concepts.values()} if issues else {}
        )
        self.mishaps: queue.SimpleQueue[tuple[Mishap, threading.Event]] = queue.SimpleQueue()
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
        mishap = self._next_mishap()
        match mishap:
            case Mishap.SILENT:
                return _Silence()
            case Mishap.HALF:
                return _Half()
            case Mishap.BROKEN:
                return Response(b"<Envelope", media_type=XML)
        answer = await asyncio.to_thread(
            self.answer, body, request.state.peer, unavailable=mishap is Mishap.UNAVAILABLE
        )
        return Response(answer, media_type=XML)

    def _next_mishap(self) -> Mishap | None:
        try:
            mishap, met = self.mishaps.get_nowait()
        except queue.Empty:
            return None
        met.set()
        return mishap

    def answer(self, body: bytes, peer: str, *, unavailable: bool = False) -> bytes:
        """The answer to a message that came through the certificate of ``peer``."""
        head, controller, outcome, documents = Head(), "", "AA", 0
        try:
            head, frame = read_frame(body, self._profile)
            if unavailable:
                outcome = UNAVAILABLE
                return refusal(head, "AR", UNAVAILABLE, self._said[UNAVAILABLE], self._profile)
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
        except Refused as refused:
            outcome = refused.code
            return refusal(head, "AE", outcome, self._said.get(outcome, ""), self._profile)
        finally:
            self._store.log(
                Action(
                    peer, head.message_id, head.interaction, head.user, head.organisation,
                    controller, head.purpose, outcome, documents,
                )
            )  # fmt: skip

    def _may(self, head: Head, controller: str) -> bool:
        return any(
            organisation.value == head.organisation and Oid(controller) in controllers
            for organisation, controllers in ACCESS.items()
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
