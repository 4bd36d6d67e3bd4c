"""Notes, the key that moves forward, checkpoints as the log grows, and anchors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.notes import Checkpoint, Link, Note, Seal, Why, split
from kanta_desk.accesslog.signing import (
    CHAIN_FILE,
    SigningKey,
    checked_chain,
    is_signed,
    read_chain,
)
from kanta_desk.accesslog.statement import CardStatement, HeadStatement
from kanta_desk.errors import LogUnavailable
from tests.helpers.events import Clock, fill
from tests.helpers.sealed_log import Place, session, signed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
POINT = Checkpoint(
    "kanta-desk/ab12/1.2.3/1/2026",
    300,
    bytes(range(32)),
    NOW,
    Why.HOUR,
    1,
    bytes(32),
    b"",
    "e",
    "K",
)


class Keys(dict[str, bytes]):
    """A holder in memory."""

    def put(self, name: str, key: bytes) -> None:
        self[name] = key

    def destroy(self, name: str) -> None:
        self.pop(name, None)


def opened(keys: Keys, folder: Path, now: datetime = NOW) -> SigningKey:
    return SigningKey.open(keys, folder, "ab12", now, bytes(32))


def test_a_note_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    key = opened(Keys(), tmp_path)
    note = key.sign(POINT)

    assert Note.parse(str(note)) == note
    assert is_signed(note, key.link.key)
    assert Checkpoint.parse(note.text) == replace(POINT, epoch=1, key=key.link.key)
    assert note.text.splitlines()[:3] == [
        POINT.origin,
        "300",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ]


def test_no_character_of_a_note_can_be_changed(tmp_path: Path) -> None:
    key = opened(Keys(), tmp_path)
    note = key.sign(POINT)
    whole = str(note)
    for at in range(0, len(whole), 3):
        other = whole[:at] + ("x" if whole[at] != "x" else "y") + whole[at + 1 :]
        try:
            read = Note.parse(other)
        except ValueError:
            continue
        assert read.text == note.text or not is_signed(read, key.link.key)
        assert read == note or not is_signed(read, key.link.key)


@pytest.mark.parametrize("kind", [Checkpoint, Link, Seal])
def test_other_texts_are_no_notes(kind: type[Checkpoint]) -> None:
    for text in ("", "\n", "a\n" * 11, POINT.text.replace("300", "0300"), POINT.text + "more\n"):
        with pytest.raises(ValueError, match=r"not|other"):
            kind.parse(text)
    with pytest.raises(ValueError, match="printable"):
        assert replace(POINT, software="a\nb").text


def test_each_key_is_vouched_for_by_the_one_before_and_then_destroyed(tmp_path: Path) -> None:
    keys = Keys()
    key = opened(keys, tmp_path)
    first = keys.copy()
    for hour in range(1, 4):
        key.move_on(NOW + timedelta(hours=hour), bytes(32))

    chain = checked_chain(read_chain(tmp_path / CHAIN_FILE))
    assert [link.epoch for link in chain.links] == [1, 2, 3, 4]
    assert (chain.breaks, chain.faults) == ((), ())
    held = next(iter(keys.values()))
    old = next(iter(first.values()))[8:40]
    assert old not in held
    assert opened(keys, tmp_path).link == key.link


def test_a_crash_between_link_and_key_is_settled_at_the_next_start(tmp_path: Path) -> None:
    keys = Keys()
    key = opened(keys, tmp_path)
    before = keys.copy()
    new = key.move_on(NOW, bytes(32))
    keys.update(before)
    with (tmp_path / CHAIN_FILE).open("a") as file:
        file.write("kanta-desk/ab12/keys\nepo")

    again = opened(keys, tmp_path)

    assert again.link == new
    again.move_on(NOW, bytes(32))
    chain = checked_chain(read_chain(tmp_path / CHAIN_FILE))
    assert len(chain.links) == 3
    assert (chain.breaks, chain.faults) == ((), ())


@pytest.mark.parametrize("lost", ["keys", "chain", "both set back"])
def test_a_lost_or_old_key_begins_a_chain_that_nothing_vouches_for(
    tmp_path: Path, lost: str
) -> None:
    keys = Keys()
    key = opened(keys, tmp_path)
    old = (tmp_path / CHAIN_FILE).read_bytes()
    key.move_on(NOW, bytes(32))
    key.move_on(NOW, bytes(32))
    match lost:
        case "keys":
            keys.clear()
        case "chain":
            (tmp_path / CHAIN_FILE).unlink()
        case _:
            (tmp_path / CHAIN_FILE).write_bytes(old)

    again = opened(keys, tmp_path)

    chain = checked_chain(read_chain(tmp_path / CHAIN_FILE))
    assert chain.links[-1] == again.link
    assert again.link.epoch == 4
    assert chain.breaks == (4,)


def test_checkpoints_come_every_256_events_each_hour_and_when_asked(tmp_path: Path) -> None:
    place, clock = Place(tmp_path), Clock(NOW)
    with session(place, clock) as (log, seals):
        fill(log, 600)
        seals.make(Why.SIGN_OUT)
        clock.now += timedelta(minutes=61)
        fill(log, 2)
        seals.make(Why.INVALIDATION)
        seals.make(Why.INVALIDATION)  # nothing new
    tree = place.folder.trees()[0]
    reader = place.folder.reader(tree)
    rows = reader.execute("SELECT note FROM checkpoint ORDER BY id").fetchall()
    reader.close()
    points = [Checkpoint.parse(Note.parse(note).text) for (note,) in rows]

    assert points[-1].size == 603
    assert max(b.size - a.size for a, b in pairwise(points)) <= 600
    assert [point.why for point in points][-2:] == [Why.SIGN_OUT, Why.INVALIDATION]
    assert points[-1].epoch > points[0].epoch
    assert points[-1].previous == Note.parse(rows[-2][0]).digest


def test_a_place_that_was_away_gets_what_it_missed(tmp_path: Path) -> None:
    place, clock = Place(tmp_path), Clock(NOW)
    folder = place.folder
    with session(place, clock) as (log, seals):
        fill(log, 3)
        seals.make()
        place.outside.rename(tmp_path / "away")
        fill(log, 3)
        seals.make()
        assert seals.anchors[0].waiting == 1
        assert seals.anchors[0].reason
        (tmp_path / "away").rename(place.outside)
        fill(log, 3)
        seals.make()
        assert (seals.anchors[0].waiting, seals.anchors[0].reason) == (0, "")
    kept = FolderPlace(place.outside).kept(folder.writer_id)
    sizes = [
        Checkpoint.parse(note.text).size
        for note in kept[f"kanta-desk/{folder.writer_id}/{folder.trees()[0]}"]
    ]
    assert sizes == [4, 7, 10]
    with pytest.raises(LogUnavailable):
        FolderPlace(tmp_path / "nowhere").kept(folder.writer_id)
    with pytest.raises(LogUnavailable):
        seals.make()


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_card_s_statement_holds_for_its_heads_and_no_others(tmp_path: Path, kind: str) -> None:
    key = opened(Keys(), tmp_path)
    heads = HeadStatement.of(f"1.2.3/1/2026 7 {'A' * 43}=\n", key.link)
    statement = signed(heads, NOW, kind)

    assert CardStatement.parse(statement.evidence) == statement
    assert statement.holds()
    assert heads.trees == {"1.2.3/1/2026": (7, bytes(32))}
    assert heads.key == (1, key.link.key)
    other = HeadStatement(heads.text.replace(" 7 ", " 8 "))
    assert not replace(statement, heads=other).holds()
    assert not replace(statement, signature=statement.signature[:-1] + b"\0").holds()
    assert not replace(statement, algorithm="none").holds()
    assert CardStatement.parse("") is None
    assert CardStatement.parse('{"message": "x"}') is None


def test_a_card_s_statement_is_read_however_much_stands_beside_it(tmp_path: Path) -> None:
    heads = HeadStatement.of(f"1.2.3/1/2026 7 {'A' * 43}=\n", opened(Keys(), tmp_path).link)
    statement = signed(heads, NOW)
    answers = "A" * 1_000_000

    assert CardStatement.parse(f'{statement.evidence[:-1]}, "answers": "{answers}"}}') == statement
    assert CardStatement.parse(f'{{"plan": "{answers}"}}') is None
    with pytest.raises(ValueError, match="too long"):
        CardStatement.parse(f'{statement.evidence[:-1]}, "answers": "{answers * 17}"}}')


def test_notes_are_told_apart_from_what_was_cut_short() -> None:
    note = "a\nb\n\n— k AA==\n"
    assert split(f"{note}\n{note}\n") == [note, note]
    assert split(f"{note}\nhalf a no\n\n{note}\n{note}") == [note, note]
    assert split("") == []


def test_signing_ends_with_the_log(tmp_path: Path) -> None:
    folder = Place(tmp_path).folder
    seals = Checkpoints(folder, Keys(), [], clock=Clock(), software="K")
    seals.close()
    seals.close()
    with pytest.raises(LogUnavailable):
        seals.statement()
