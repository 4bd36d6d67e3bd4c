"""Documents made to do harm: each an error with a place, in bounded memory, and nothing fetched."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from kanta_desk.archive.payloads import safe_xhtml, xhtml_text
from kanta_desk.errors import ArchiveError
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from tests.helpers.hostile_documents import HOSTILE, external, read

MOST_MB = 400
SMALL = [name for name in HOSTILE if "MB" not in name]


@pytest.mark.parametrize("name", SMALL)
def test_each_is_refused_with_a_place_and_a_remedy(name: str) -> None:
    feed, make = HOSTILE[name]

    with pytest.raises(ArchiveError) as told:
        feed(make())

    assert told.value.fields["place"]
    assert told.value.fields["reason"]
    assert len(str(told.value)) < 400, "never with the content"
    assert explain(told.value, Language.FI).remedy


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for a process's memory")
@pytest.mark.parametrize("name", [name for name in HOSTILE if "MB" in name])
def test_the_large_ones_take_bounded_memory(name: str) -> None:
    from tests.helpers.memory import fed_apart

    _, megabytes, ended = fed_apart(*HOSTILE[name])

    assert ended.startswith("KD-50")
    assert megabytes <= MOST_MB


@contextmanager
def listening() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked of it."""
    listener = socket.create_server(("127.0.0.1", 0))
    asked: list[bytes] = []

    def run() -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                if (said := connection.recv(100)) == b"stop":
                    return
                asked.append(said)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", asked
    finally:
        with socket.create_connection(listener.getsockname()) as last:
            last.sendall(b"stop")
        thread.join()
        listener.close()


def test_no_document_makes_the_program_ask_anybody_for_anything() -> None:
    with listening() as (url, asked):
        with suppress(ArchiveError):
            read(external(url))
        for page in (
            f'<!DOCTYPE div SYSTEM "{url}"><div/>',
            f'<?xml-stylesheet href="{url}"?><div><p>a</p></div>',
            f'<div xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{url}"/></div>',
            f'<div><img src="{url}"/><link href="{url}"/><iframe src="{url}"/></div>',
            f'<div style="background: url({url})"><object data="{url}"/></div>',
            f'<div xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            f' xsi:schemaLocation="urn:a {url}"><p>b</p></div>',
        ):
            with suppress(ArchiveError):
                xhtml_text(page.encode())
            with suppress(ArchiveError):
                assert url not in safe_xhtml(page.encode())
    assert asked == []
