"""A register that is handed over: whoever gets the folder can check it with what is in it."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.handover import ABOUT, CHECKER, hand_over
from kanta_desk.accesslog.prooffile import VERIFIER
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import CARRIED, EventKind, TreeName
from kanta_desk.settings.resources import resource
from tests.helpers.events import DONE, REGISTER, Clock, act, fill, log_folder, open_log
from tests.helpers.oldlog import old_entries, write_old_log
from tests.helpers.sealed_log import Place, card, session
from tests.helpers.worn_log import worn

Says = tuple[int, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Years of events, a month of the first disposed of, one sealed, cards' signatures."""
    return worn(tmp_path_factory.mktemp("handed"))


@pytest.fixture(scope="module")
def whole(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is handed over of it."""
    target = tmp_path_factory.mktemp("out") / "log"
    hand_over(place.folder, REGISTER.key, target)
    return target


@pytest.fixture
def handed(whole: Path, tmp_path: Path) -> Path:
    """A copy, to do harm to."""
    return Path(shutil.copytree(whole, tmp_path / "log"))


def check(folder: Path, *words: str, language: str = "en") -> Says:
    """The program in the folder, as somebody else runs it: what it exits with, and says."""
    done = subprocess.run(
        [sys.executable, "-I", folder / CHECKER, folder, *words, "--language", language],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_all_of_it_is_checked_after_a_disposal(whole: Path, place: Place) -> None:
    anchors, root = str(place.outside), whole.parent / "root.der"
    root.write_bytes(card("ec")[2])

    status, said = check(whole, "--anchors", anchors, "--root", str(root))

    assert status == 0, said
    proved, unproved = said.split("THIS IS NOT PROVED:")
    assert "2013: all 620 events lead to the root" in proved.replace(f"{REGISTER.key}/", "")
    assert "580 events were disposed of by acts that the log holds" in proved
    assert "The key chain is whole" in proved
    assert "The card “Arkistonhoitaja Maija” signed the log 2 times" in proved
    assert "comes from the given root “Esimerkki CA”" in proved
    assert "the year was sealed" in proved
    assert "checkpoints that were kept elsewhere are of this log" in proved
    assert "every event was recorded" in unproved


@pytest.mark.parametrize(("language", "word"), [("fi", "TODISTETTU"), ("sv", "BEVISAT")])
def test_it_speaks_the_reader_s_language(whole: Path, language: str, word: str) -> None:
    status, said = check(whole, language=language)
    assert status == 0
    assert word in said


def test_its_programs_are_as_they_are_here_and_its_text_names_the_right_one(whole: Path) -> None:
    for program in (CHECKER, VERIFIER):
        assert (whole / program).read_bytes() == resource("verifier", program).read_bytes()
    said = (whole / ABOUT).read_text(encoding="utf-8")
    assert said.count(f"python3 {CHECKER} .") == 3
    assert f"python3 {VERIFIER}" not in said


def test_checking_leaves_the_folder_as_it_was(handed: Path) -> None:
    before = sorted(path.name for path in handed.iterdir())
    assert check(handed)[0] == 0
    assert sorted(path.name for path in handed.iterdir()) == before


def test_without_the_other_program_beside_it_it_says_so_and_takes_no_other(
    handed: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (handed / VERIFIER).rename(elsewhere / VERIFIER)
    done = subprocess.run(
        [sys.executable, handed / CHECKER, handed],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(elsewhere), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"The file {VERIFIER} is not in the folder {handed}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_for_single_proofs_says_which_one_checks_a_folder(whole: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", whole / VERIFIER, whole, "--language", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert f"a folder is checked by {CHECKER}" in done.stderr


def test_the_program_needs_nothing_of_ours_and_an_old_python_reads_it(whole: Path) -> None:
    tree = ast.parse((whole / CHECKER).read_text(encoding="utf-8"), feature_version=(3, 9))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    imported = {alias.name for node in found for alias in node.names}
    assert imported <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))


def lines(path: Path, change: Callable[[list[str]], object]) -> None:
    kept = path.read_text(encoding="utf-8").splitlines()
    change(kept)
    path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")


def text(path: Path, old: str, new: str) -> None:
    kept = path.read_text(encoding="utf-8")
    assert old in kept
    path.write_text(kept.replace(old, new, 1), encoding="utf-8")


def rehashed(folder: Path, year: str, at: int, old: str, new: str) -> None:
    """An entry rewritten with its leaf hash, as somebody would who knows the form."""
    kept = (folder / f"{year}.jsonl").read_text(encoding="utf-8").splitlines()
    assert old in kept[at]
    kept[at] = kept[at].replace(old, new)
    (folder / f"{year}.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    hashes = (folder / f"{year}.sha256").read_text().splitlines()
    seq = hashes[at].split()[0]
    hashes[at] = f"{seq} {leaf_hash(kept[at].encode()).hex()}"
    (folder / f"{year}.sha256").write_text("\n".join(hashes) + "\n")


def last_point_gone(folder: Path) -> None:
    path = folder / "2013.txt"
    notes = path.read_text(encoding="utf-8").split("\n\n")
    path.write_text("\n\n".join(notes[2:]), encoding="utf-8")


def gone_with_its_hash(folder: Path) -> None:
    for ending in ("jsonl", "sha256"):
        lines(folder / f"2026.{ending}", lambda kept: kept.pop(3))


HARM: dict[str, Callable[[Path], object]] = {
    "an entry": lambda f: text(f / "2026.jsonl", "Maija", "Kaija"),
    "an entry and its hash": lambda f: rehashed(f, "2026", 4, "Maija", "Kaija"),
    "an entry gone": lambda f: lines(f / "2026.jsonl", lambda kept: kept.pop(3)),
    "an entry and its hash gone": gone_with_its_hash,
    "an entry more": lambda f: lines(f / "2026.jsonl", lambda kept: kept.append(kept[-1])),
    "two changed places": lambda f: lines(
        f / "2026.sha256", lambda kept: kept.insert(3, kept.pop(4))
    ),
    "a node": lambda f: lines(
        f / "2013.solmut.txt", lambda kept: kept.__setitem__(0, kept[0][:-4] + "0000")
    ),
    "all nodes": lambda f: (f / "2013.solmut.txt").unlink(),
    "the ranges": lambda f: (f / "2013.havitetty.jsonl").unlink(),
    "a range made wider": lambda f: text(f / "2013.havitetty.jsonl", '"to": 581', '"to": 590'),
    "a range of another act": lambda f: text(f / "2013.havitetty.jsonl", "/2026/", "/2026/1"),
    "the head": lambda f: text(f / "juuret.txt", "/2013 620 ", "/2013 621 "),
    "a checkpoint's words": lambda f: text(f / "2026.txt", "\nwhy: ", "\nwhy:  "),
    "a checkpoint gone": last_point_gone,
    "the chain": lambda f: text(f / "avainketju.txt", "since: 2013-01", "since: 2012-01"),
    "no chain": lambda f: (f / "avainketju.txt").write_text(""),
    "the seal": lambda f: text(f / "2013.sinetti.txt", "\n620\n", "\n619\n"),
    "a year gone": lambda f: lines(
        f / "juuret.txt", lambda kept: kept.remove(next(k for k in kept if "/2013 " in k))
    ),
    "another's entries": lambda f: text(f / "luovutus.json", REGISTER.key, f"{REGISTER.key}1"),
    "another workstation": lambda f: text(f / "luovutus.json", '"writer": "', '"writer": "0'),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_was_changed_is_found(handed: Path, harm: str) -> None:
    HARM[harm](handed)
    status, said = check(handed)
    assert status == 1, said
    assert "Traceback" not in said


def test_a_log_cut_short_is_found_by_what_was_kept_elsewhere(place: Place, tmp_path: Path) -> None:
    """Whole in itself: only the anchors know that there was more."""
    other = place.copied(tmp_path / "later")
    clock = Clock(datetime(2026, 11, 23, tzinfo=UTC))
    with session(other, clock) as (log, _):
        fill(log, 10)
    hand_over(place.folder, REGISTER.key, tmp_path / "earlier")

    status, said = check(tmp_path / "earlier", "--anchors", str(other.outside))

    assert status == 1
    assert "but a checkpoint kept elsewhere is of" in said
    assert check(tmp_path / "earlier")[0] == 0


@pytest.mark.parametrize("harm", ["luovutus.json", "juuret.txt", "avainketju.txt"])
def test_what_cannot_be_read_is_told_without_a_traceback(handed: Path, harm: str) -> None:
    (handed / harm).unlink()
    status, said = check(handed)
    assert status == 2
    assert "Traceback" not in said


def test_the_old_common_log_is_checked_too_with_this_register_s_entries_only(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "log"
    tree = write_old_log(folder, old_entries(40))
    with closing(open_log(folder)) as log:
        fill(log, 3)
    target = tmp_path / "out"
    hand_over(log_folder(folder), REGISTER.key, target)

    assert 0 < len((target / f"{CARRIED}-2026.jsonl").read_bytes().splitlines()) < tree.size
    status, said = check(target)
    assert status == 0, said
    assert f"{CARRIED}/2026: all 40 events" in said

    lines(target / f"{CARRIED}-2026.jsonl", lambda kept: kept.pop(0))
    lines(target / f"{CARRIED}-2026.sha256", lambda kept: kept.pop(0))
    assert check(target)[0] == 1


def test_an_act_that_went_on_elsewhere_after_a_key_was_lost_is_told_and_no_fault(
    place: Place, tmp_path: Path
) -> None:
    other = place.copied(tmp_path / "other")
    keys = other.folder.keys
    assert keys is not None
    keys.destroy(f"log-signing-{other.folder.writer_id}")
    with session(other, Clock(datetime(2026, 11, 23, tzinfo=UTC))) as (log, _):
        fill(log, 2)
    hand_over(other.folder, REGISTER.key, tmp_path / "out")

    status, said = check(tmp_path / "out")

    assert status == 0, said
    assert "the chain begins anew there" in said.split("THIS IS NOT PROVED:")[1]


def test_a_handover_that_fails_leaves_nothing(place: Place, tmp_path: Path) -> None:
    other = place.copied(tmp_path / "other")
    with closing(other.folder.writer(TreeName(REGISTER.key, 2026))) as file:
        file.execute("DROP TRIGGER event_no_update")
        file.execute("UPDATE event SET entry = replace(entry, 'Maija', 'Mauno') WHERE seq = 3")
    (tmp_path / "out").mkdir()

    with pytest.raises(LogDamaged):
        hand_over(other.folder, REGISTER.key, tmp_path / "out")

    assert list((tmp_path / "out").iterdir()) == []


def forged_disposal(base: Path, first: int, last: int, approval: int) -> Path:
    """This week's events gone, by an act that was never a disposal; what is handed over of it."""
    place, clock = Place(base / "log"), Clock(datetime(2026, 11, 23, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        fill(log, 30)
        seals.make()
        head = log.head().trees[0]
        plan = {
            "disposal": str(head.tree),
            "ranges": [[first, last]],
            "size": head.size,
            "root": b64encode(head.root).decode(),
            "approvals": [{"user": "1"}],
        }
        intent = replace(act(EventKind.LOG_DISPOSAL), evidence=json.dumps(plan))
        log.settle(log.intend(intent), DONE)
    folder, note = place.folder, json.dumps({"event": f"{head.tree}/{approval}"})
    with closing(folder.writer(head.tree)) as file:
        file.execute("DROP TRIGGER event_no_delete")
        file.execute(
            "INSERT INTO node SELECT 0, seq - 1, leaf_hash FROM event WHERE seq BETWEEN ? AND ?",
            (first, last),
        )
        file.execute("INSERT INTO pruned VALUES (?, ?, ?)", (first, last, note))
        file.execute("DELETE FROM event WHERE seq BETWEEN ? AND ?", (first, last))
    hand_over(folder, REGISTER.key, base / "out")
    return base / "out"


@pytest.mark.parametrize(
    ("first", "last", "approval", "words"),
    [
        (5, 9, 32, "too early"),
        (5, 9, 6, "nothing backs the disposal"),  # the act is itself in the range
        (5, 32, 32, "nothing backs the disposal"),
        (1, 9, 32, "nothing backs the disposal"),  # a year's first event
        (5, 9, 40, "nothing backs the disposal"),
        (5, 9, 33, "nothing backs the disposal"),  # an outcome is no approval
    ],
)
def test_a_disposal_that_was_none_is_found(
    tmp_path: Path, first: int, last: int, approval: int, words: str
) -> None:
    status, said = check(forged_disposal(tmp_path, first, last, approval))
    assert status == 1, said
    assert words in said
