"""The one place that writes to the terminal.

Words go to standard output; where a program reads the answer (``--json``), that alone goes there
and words go to standard error. A console that lacks a character shows a question mark for it.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

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
