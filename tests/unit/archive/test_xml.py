"""The XML parser meets what is hostile and what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.archive.xml import MAX_BYTES, MAX_DEPTH, parse, text_of
from kanta_desk.errors import BadAnswer, BadDocument

LAUGHS = (
    b'<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><lolz>&c;</lolz>'
)


def test_an_external_entity_is_refused_and_its_file_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    xxe = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode()
    with pytest.raises(BadAnswer) as told:
        parse(xxe, "answer")
    assert "do not tell" not in str(told.value)


@pytest.mark.parametrize(
    "hostile",
    [
        LAUGHS,
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><a/>',
        b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>',
        LAUGHS.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
        b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-',
    ],
)
def test_document_types_and_other_encodings_are_refused(hostile: bytes) -> None:
    with pytest.raises(BadAnswer):
        parse(hostile, "answer")


def test_depth_is_bounded() -> None:
    assert parse(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "answer").tag == "a"
    for depth in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(BadAnswer):
            parse(b"<a>" * depth + b"</a>" * depth, "answer")


def test_a_hundred_megabytes_are_not_even_looked_at() -> None:
    assert MAX_BYTES < 100 * 1024 * 1024
    with pytest.raises(BadAnswer) as told:
        parse(b"<a>" + bytes(100 * 1024 * 1024), "answer")
    assert "larger" in str(told.value)


def test_one_huge_text_is_refused() -> None:
    with pytest.raises(BadAnswer):
        parse(b"<a>" + b"x" * 11_000_000 + b"</a>", "answer")


@pytest.mark.parametrize(
    "broken", [b"", b"  ", b"<a>", b"<a></b>", b"<a/><b/>", b"<a>\xff</a>", b"<a>&x;</a>", b"\x00"]
)
def test_what_is_not_well_formed_is_refused_with_its_place(broken: bytes) -> None:
    with pytest.raises(BadDocument) as told:
        parse(broken, "document", BadDocument)
    assert str(told.value.fields["place"]).startswith("document")


def test_an_error_tells_the_line_and_not_the_content() -> None:
    with pytest.raises(BadAnswer) as told:
        parse(b"<a>\n<secret-name>\n</a>", "answer")
    assert "line 3" in str(told.value)
    assert "secret" not in str(told.value)


def test_comments_and_instructions_are_dropped_but_text_is_whole() -> None:
    root = parse(b"<?xml version='1.0'?><a><?php x?>one<!-- two --> three</a>", "answer")
    assert text_of(root) == "one three"
    assert len(root) == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="UTF-16"?>'])
def test_another_encoding_is_named_as_what_is_wrong(encoding: str, declared: str) -> None:
    with pytest.raises(BadDocument) as told:
        parse(f"{declared}<a/>".encode(encoding), "document", BadDocument)
    assert told.value.fields["reason"] == "encoding is not UTF-8"
