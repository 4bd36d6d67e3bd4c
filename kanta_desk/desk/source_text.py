"""A document's bytes as they came, made fit to be looked through line by line.

Nothing is interpreted: bytes that are no text are shown as U+FFFD, what is far too long for a
line is left out with its length told, and a text without lines is broken before its tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MOST_LINES = 20_000
LONGEST = 1_000
_SHOWN = 160
_DENSE = 400
"""Where the mean line is longer, the text was not written to be read."""
_LOOKED_AT = 65_536
_LONG_WORD = re.compile(r"[^\s<>]{400,}")
_PIECES = re.compile(r"<[^>]*>|[^<]+")
_INDENT = "  "
_DEEPEST = 30
_NO_TEXT = (*range(9), 11, 12, *range(14, 32), 127, 0x2028, 0x2029)
_CONTROLS = dict.fromkeys(_NO_TEXT, "\ufffd")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line; ``left_out`` letters that followed are not shown."""

    text: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines shown; ``is_cut``: there are more; ``is_broken_up``: the breaks are ours."""

    lines: tuple[SourceLine, ...]
    is_cut: bool = False
    is_broken_up: bool = False


def source_text(data: bytes) -> SourceText:
    """The bytes as lines, at most ``MOST_LINES`` of at most ``LONGEST`` letters."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    is_dense = _is_dense(text[:_LOOKED_AT])
    lines = _broken_up(text) if is_dense else iter(text.split("\n"))
    shown = tuple(islice(map(_line, lines), MOST_LINES))
    return SourceText(shown, next(lines, None) is not None, is_dense)


def _is_dense(text: str) -> bool:
    """Whether there are tags in lines too long to read; Base64 in one line is no reason."""
    said = _LONG_WORD.sub("", text)
    return "<" in text and len(said) > _DENSE * (text.count("\n") + 1)


def _line(text: str) -> SourceLine:
    left_out = 0
    if len(text) > LONGEST:
        text, left_out = text[:_SHOWN], len(text) - _SHOWN
    return SourceLine(text.translate(_CONTROLS), left_out)


def _broken_up(text: str) -> Iterator[str]:
    """Each tag on a line of its own, but an element that holds only text stays on one."""
    depth, held = 0, ""
    for found in _PIECES.finditer(text):
        piece = found[0].strip()
        if not piece:
            continue
        if not piece.startswith("<"):
            held += piece
        elif piece.startswith("</"):
            depth = max(depth - 1, 0)
            if held:
                yield held + piece
                held = ""
            else:
                yield _INDENT * min(depth, _DEEPEST) + piece
        else:
            if held:
                yield held
            held = _INDENT * min(depth, _DEEPEST) + piece
            if piece.endswith(("/>", "?>", "-->")):
                yield held
                held = ""
            else:
                depth += 1
    if held:
        yield held
