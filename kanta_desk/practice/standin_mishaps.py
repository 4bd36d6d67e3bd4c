"""What can be made to go wrong with the stand-in's answers, to practise and to test with."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import NOTICE

XML: Final = "text/xml; charset=utf-8"
SLOW_SECONDS: Final = 5.0
WRONG_CLOCK: Final = timedelta(hours=3)
_HUGE: Final = 100 * 1024 * 1024
_PIECE: Final = 1024 * 1024
_PAGE: Final = (
    "<!DOCTYPE html><html><head><title>Proxy</title></head>"
    f"<body><h1>403 Access denied</h1><p>{NOTICE}</p></body></html>"
).encode()


@dataclass(frozen=True, slots=True)
class Staged:
    """A mishap that waits for its message: any, or the next of one interaction.

    ``always``: it is met by every message, and stays.
    """

    mishap: Mishap
    interaction: str = ""
    always: bool = False
    met: threading.Event = field(default_factory=threading.Event)


def altered(mishap: Mishap, answer: bytes) -> Response | None:
    """The right ``answer`` as the mishap lets it come; None if it has nothing to do with it."""
    match mishap:
        case Mishap.WRONG_TYPE:
            return Response(answer, media_type="application/json")
        case Mishap.WRONG_ID:
            return Response(_readdressed(answer), media_type=XML)
        case Mishap.CORRUPT:
            return Response(_corrupted(answer), media_type=XML)
        case Mishap.WRONG_CLOCK:
            told = format_datetime(datetime.now(UTC) - WRONG_CLOCK, usegmt=True)
            return Response(answer, media_type=XML, headers={"date": told})
        case Mishap.HALF:
            return Half(answer)
        case _:
            return None


def instead(mishap: Mishap) -> Response | None:
    """What comes in place of any answer, for which nothing is done; None if one is made."""
    match mishap:
        case Mishap.SILENT:
            return Silence()
        case Mishap.BROKEN:
            return Response(b"<Envelope", media_type=XML)
        case Mishap.LOST_REQUEST:
            return Cut()
        case Mishap.HTML:
            return Response(_PAGE, media_type="text/html")
        case Mishap.SERVER_ERROR:
            return Response(_PAGE, 500, media_type="text/html")
        case Mishap.SOAP_FAULT:
            return Response(_fault(), 500, media_type=XML)
        case Mishap.HUGE:
            return StreamingResponse(_endless(), media_type=XML)
        case _:
            return None


async def wait_a_while() -> None:
    """As long as a slow server takes."""
    await asyncio.sleep(SLOW_SECONDS)


async def hung_up(request: Request) -> None:
    """Wait until the caller has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _readdressed(answer: bytes) -> bytes:
    """The answer, to a message that nobody sent."""
    return re.sub(
        rb'(<targetMessage><id root="[^"]*" extension=")[^"]*', rb"\g<1>another-message", answer
    )


def _corrupted(answer: bytes) -> bytes:
    """One letter of the longest text is another: what is in Base64 becomes something else."""
    longest = max(
        re.finditer(rb">([A-Za-z0-9+/=]{8,})<", answer), key=lambda m: len(m[1]), default=None
    )
    if longest is None:
        return answer.replace(b"</", b"<", 1)
    middle = (longest.start(1) + longest.end(1)) // 2
    return answer[:middle] + b"#" + answer[middle + 1 :]


def _fault() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        "<soap:Fault><faultcode>soap:Server</faultcode>"
        f"<faultstring>{NOTICE}</faultstring></soap:Fault></soap:Body></soap:Envelope>"
    ).encode()


async def _endless() -> AsyncIterator[bytes]:
    yield b'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    for _ in range(_HUGE // _PIECE):
        yield b"x" * _PIECE


class Dated:
    """Says in each answer when it was given, unless the answer itself does."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("date", format_datetime(datetime.now(UTC), usegmt=True))
            await send(message)

        await self._app(scope, receive, dated)


class Cut(Response):
    """Breaks the connection without a word."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"]["transport"].abort()


class Twice(Response):
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


class Silence(Response):
    """Keeps the caller waiting until it hangs up, or the server stops."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass


class Half(Response):
    """Promises the whole answer and sends half of it, which makes the server cut the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = bytes(self.body)
        length = str(len(body)).encode()
        headers = [(b"content-type", XML.encode()), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = {"type": "http.response.body", "body": body[: len(body) // 2], "more_body": False}
        await send(half)
