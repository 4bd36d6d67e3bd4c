"""A register's log of another controller's Kanta Desk is taken in: byte for byte, or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kanta_desk.accesslog import takeover
from kanta_desk.accesslog.backup import back_up, restore
from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.handover import hand_over
from kanta_desk.accesslog.imported import PLACE, imported_folder, imported_in
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.reading import LogReader
from kanta_desk.accesslog.takeover import Imported, compare_with, take_in
from kanta_desk.errors import HandoverRefused, LogDamaged, LogUnavailable
from kanta_desk.model.events import CARRIED, EventFilter, EventKind, EventRef
from kanta_desk.model.text import Language
from tests.helpers.events import CLIENT, REGISTER, fill, log_folder, open_log
from tests.helpers.oldlog import old_entries, write_old_log
from tests.helpers.sealed_log import Place
from tests.helpers.worn_log import OLD, worn


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The other controller's log, of which months were disposed of."""
    return worn(tmp_path_factory.mktemp("other"))


@pytest.fixture(scope="module")
def handed(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What it handed over."""
    target = tmp_path_factory.mktemp("handed") / "log"
    hand_over(place.folder, REGISTER.key, target)
    return target


@pytest.fixture
def own(tmp_path: Path) -> LogFolder:
    """The log that it is taken into."""
    with closing(open_log(tmp_path / "own")) as log:
        fill(log, 4)
    return log_folder(tmp_path / "own")


def reader(folder: LogFolder, taken: Imported) -> LogReader:
    return LogReader(imported_folder(folder, taken.number))


def test_its_entries_are_the_same_bytes_and_are_searched_like_one_s_own(
    handed: Path, place: Place, own: LogFolder
) -> None:
    taken = take_in(handed, own, Language.EN)

    assert taken.heads.size == 638
    assert Imported.parse(taken.evidence) == taken
    there = imported_folder(own, taken.number)
    for tree in place.folder.trees():
        rows = "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event ORDER BY seq"
        nodes = "SELECT * FROM node WHERE level >= 8 ORDER BY 1, 2"
        with (
            closing(place.folder.reader(tree)) as original,
            closing(there.reader(tree)) as copy,
        ):
            for sql in (rows, nodes, "SELECT seq_from, seq_to, note FROM pruned ORDER BY 1",
                        "SELECT size, note FROM checkpoint ORDER BY id"):  # fmt: skip
                assert copy.execute(sql).fetchall() == original.execute(sql).fetchall()
    log, original_log = reader(own, taken), LogReader(place.folder)
    for conditions in (
        EventFilter(register=REGISTER.key),
        EventFilter(register=REGISTER.key, client=CLIENT),
        EventFilter(register=REGISTER.key, user="Maija", kind=EventKind.VIEW),
    ):
        found, facets = log.survey(conditions)
        assert (found.total, facets) == (
            (wanted := original_log.survey(conditions))[0].total,
            wanted[1],
        )
        assert found.first.events == wanted[0].first.events
        assert found.total
    assert holds(log.prove(EventRef(OLD.register, OLD.year, 600)))
    compare_with(taken, own)


def test_one_s_own_log_does_not_change_and_stays_intact(handed: Path, own: LogFolder) -> None:
    with closing(open_log(own.path)) as log:
        before = log.head(), log.count(EventFilter())
    take_in(handed, own, Language.FI)
    with closing(open_log(own.path)) as log:
        assert (log.head(), log.count(EventFilter())) == before
        assert log.verify().intact


def test_nothing_of_it_lies_unencrypted(handed: Path, own: LogFolder) -> None:
    take_in(handed, own, Language.FI)
    content = b"".join(
        path.read_bytes() for path in (own.path / PLACE).rglob("*") if path.is_file()
    )
    for word in (CLIENT, "Maija", "KATSELU", "CREATE TABLE"):
        assert word.encode() not in content


def test_the_common_log_of_the_old_form_is_taken_in_with_this_register_s_events_only(
    tmp_path: Path, own: LogFolder
) -> None:
    tree = write_old_log(tmp_path / "old", old_entries(400))
    with closing(open_log(tmp_path / "old")) as log:
        fill(log, 3)
    hand_over(log_folder(tmp_path / "old"), REGISTER.key, tmp_path / "out")

    taken = take_in(tmp_path / "out", own, Language.EN)

    heads = {head.tree.register: head for head in taken.heads.trees}
    assert (heads[CARRIED].size, heads[CARRIED].root) == (tree.size, tree.root)
    with closing(open_log(tmp_path / "old")) as log:
        wanted = EventFilter(register=REGISTER.key)
        assert reader(own, taken).count(wanted) == log.count(wanted)
        own_number = log.search(wanted, limit=100).events[-1].ref
    assert own_number.register == CARRIED
    proof = reader(own, taken).prove(own_number)
    assert holds(proof)
    assert proof.root == tree.root
    compare_with(taken, own)


def text(path: Path, old: str, new: str) -> None:
    kept = path.read_text(encoding="utf-8")
    assert old in kept
    path.write_text(kept.replace(old, new, 1), encoding="utf-8")


def emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


HARM: dict[str, tuple[Callable[[Path], object], str]] = {
    "an entry": (
        lambda f: text(f / "2026.jsonl", "Maija", "Kaija"),
        "was changed",
    ),
    "a node": (lambda f: (f / "2013.solmut.txt").unlink(), "is missing and was not disposed of"),
    "the chain": (lambda f: (f / "avainketju.txt").write_text(""), "not in the chain"),
    "a year": (lambda f: text(f / "juuret.txt", f"{REGISTER.key}/2013 620", "x"), ""),
    "the list": (lambda f: (f / "luovutus.json").write_text("[" * 10_000), ""),
    "the register": (
        lambda f: text(f / "luovutus.json", REGISTER.key, "../../../etc"),
        "not a register's log",
    ),
    "the workstation": (lambda f: text(f / "luovutus.json", '"writer": "', '"writer": "../'), ""),
    "everything": (emptied, ""),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_does_not_hold_is_refused_with_the_reason_and_leaves_nothing(
    handed: Path, own: LogFolder, tmp_path: Path, harm: str
) -> None:
    folder = Path(shutil.copytree(handed, tmp_path / "harmed"))
    change, reason = HARM[harm]
    change(folder)

    with pytest.raises(HandoverRefused) as caught:
        take_in(folder, own, Language.EN)

    assert reason in str(caught.value.fields["reason"])
    assert not [path for path in (own.path / PLACE).rglob("*") if path.is_file()]


def test_no_room_halfway_leaves_neither_files_nor_keys(
    handed: Path, own: LogFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = iter((True, False))

    def load_until_full(*given: object) -> object:
        if not next(loads):
            raise LogUnavailable("levy", "full")
        return load(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(takeover, "load", load_until_full)
    keys = own.path.with_name("own-keys.json")
    before = set(json.loads(keys.read_bytes()))

    with pytest.raises(LogUnavailable, match="full"):
        take_in(handed, own, Language.EN)

    assert not [path for path in (own.path / PLACE).rglob("*") if path.is_file()]
    assert set(json.loads(keys.read_bytes())) == before


def test_one_s_own_log_is_refused(place: Place, handed: Path) -> None:
    with pytest.raises(HandoverRefused, match="own"):
        take_in(handed, place.folder, Language.EN)


def test_what_a_crash_left_is_done_anew(handed: Path, own: LogFolder) -> None:
    taken = take_in(handed, own, Language.EN)
    there = imported_folder(own, taken.number)
    there.file_of(OLD).unlink()

    assert take_in(handed, own, Language.EN) == taken
    compare_with(taken, own)


def test_a_change_after_the_taking_in_is_found(handed: Path, own: LogFolder) -> None:
    taken = take_in(handed, own, Language.EN)
    there = imported_folder(own, taken.number)
    there.file_of(OLD).chmod(0o600)
    with closing(there.writer(OLD)) as file:
        file.execute("DROP TRIGGER event_no_update")
        file.execute("UPDATE event SET entry = replace(entry, 'Maija', 'Mauno') WHERE seq = 600")
    with pytest.raises(LogDamaged, match="/600"):
        compare_with(taken, own)
    there.file_of(OLD).unlink()
    with pytest.raises(LogDamaged, match="missing"):
        compare_with(taken, own)


def test_a_backup_holds_what_was_taken_in_and_brings_it_back(
    handed: Path, own: LogFolder, tmp_path: Path
) -> None:
    taken = take_in(handed, own, Language.EN)
    back_up(own, tmp_path / "copy")
    shutil.rmtree(own.path)

    restore(LogFolder(tmp_path / "copy", own.keys), log_folder(own.path))

    again = log_folder(own.path)
    assert [each.number for each in imported_in(again)] == [taken.number]
    compare_with(taken, again)


def test_the_evidence_of_another_act_is_none_of_an_import() -> None:
    for said in ("", "[]", "{}", json.dumps({"imported": "1"})):
        with pytest.raises(ValueError, match=r"."):
            Imported.parse(said)
