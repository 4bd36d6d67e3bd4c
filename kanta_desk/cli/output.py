"""The one place that writes to the terminal.

Words go to standard output; where a program reads the answer (``--json``), that alone goes there
and words go to standard error. A console that lacks a character shows a question mark for it.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import threading
import time
import unicodedata
from pathlib import Path
from typing import Any, Self

import orjson
import typer

from kanta_desk.errors import FolderNotWritable


def make_safe() -> None:
    """Never fail because a console cannot show a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """A line of the answer, or several."""
    typer.echo(_harmless(text))


def note(text: str) -> None:
    """A line about the work: progress, a warning, an error."""
    typer.echo(_harmless(text), err=True)


class Progress:
    """How far some work is, on one line of standard error that is gone at the end.

    Shown only where that is a terminal. Leaving its block early, as Ctrl+C does, cancels the work.
    """

    _SECONDS = 0.2
    """Between two looks of the same line."""

    def __init__(self, name: str) -> None:
        self._name = _harmless(name)
        self._is_shown = sys.stderr.isatty()
        self._width = 0
        self._next = 0.0
        self._ended = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._width:
            typer.echo("\r" + " " * self._width + "\r", nl=False, err=True)

    def __call__(self, done: int, total: int) -> None:
        """Take how much of how much is done, from any thread."""
        now = time.monotonic()
        if not self._is_shown or self._ended.is_set() or (now < self._next and done < total):
            return
        self._next = now + self._SECONDS
        line = f"{self._name}: {done * 100 // max(total, 1)} % ({done}/{total})"
        typer.echo("\r" + line.ljust(self._width), nl=False, err=True)
        self._width = max(self._width, len(line))

    def cancelled(self) -> bool:
        """Whether nobody waits for the work any more."""
        return self._ended.is_set()


def machine(value: Any) -> None:
    """The answer for a program: UTF-8 JSON of plain values, or JSON bytes as they are."""
    data = (
        value
        if isinstance(value, bytes)
        else orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    )
    typer.echo(data, nl=False)


def make_folder(folder: Path) -> None:
    """Make a folder that the user named, before there is anything to write into it.

    Raises:
        FolderNotWritable: naming it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or "") from None
    if not os.access(folder, os.W_OK):
        raise FolderNotWritable(str(folder), os.strerror(errno.EACCES))


def write_file(path: Path, content: bytes) -> None:
    """Write a file that the user named.

    Raises:
        FolderNotWritable: naming its folder.
    """
    make_folder(path.parent)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FolderNotWritable(str(path.parent), error.strerror or "") from None


def _harmless(text: str) -> str:
    """Without control characters, which a document could use to command the terminal."""
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign)[0] != "C")
