"""The source as lines: bounded, and honest about what was left out or broken up."""

from __future__ import annotations

import pytest

from kanta_desk.desk import source_text
from kanta_desk.desk.source_text import LONGEST, SourceLine
from kanta_desk.desk.source_text import source_text as read


def test_lines_stand_as_they_came() -> None:
    source = read(b"\xef\xbb\xbf<a>\r\n  <b>\xc3\xa4</b>\n</a>")

    assert [line.text for line in source.lines] == ["<a>", "  <b>ä</b>", "</a>"]
    assert not source.is_cut
    assert not source.is_broken_up


def test_a_line_that_is_far_too_long_tells_how_much_of_it_is_not_shown() -> None:
    source = read(b"<a>\n" + b"A" * 5_000_000 + b"\n</a>")

    (shown,) = (line for line in source.lines if line.left_out)
    assert len(shown.text) + shown.left_out == 5_000_000
    assert len(shown.text) <= LONGEST


def test_a_text_without_lines_is_broken_before_its_tags_and_says_so() -> None:
    source = read(b'<?xml version="1.0"?><a>' + b'<b c="1">x</b><d/>' * 60 + b"</a>")

    assert source.is_broken_up
    lines = [line.text for line in source.lines]
    assert lines[:4] == ['<?xml version="1.0"?>', "<a>", '  <b c="1">x</b>', "  <d/>"]
    assert lines[-1] == "</a>"


def test_more_lines_than_can_be_shown_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_text, "MOST_LINES", 3)

    assert read(b"1\n2\n3\n4").is_cut
    assert not read(b"1\n2\n3").is_cut


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert read(b"a\xff\x00\x1b[2J").lines == (SourceLine("a\ufffd\ufffd\ufffd[2J"),)
