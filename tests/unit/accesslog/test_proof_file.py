"""Proof files, and the program that a third party checks them with."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.files import snapshot
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.proof import holds, prove_event, prove_growth
from kanta_desk.accesslog.prooffile import VERIFIER, annex_file, export, growth_file, proof_file
from kanta_desk.accesslog.proving import prove
from kanta_desk.accesslog.signing import CHAIN_FILE, read_chain
from kanta_desk.model.events import EventRef
from tests.helpers.events import REGISTER, Clock, fill
from tests.helpers.sealed_log import Place, build, card, session

SEQ = 300


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The example's log."""
    return build(tmp_path_factory.mktemp("proved"))


@pytest.fixture(scope="module")
def proved(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The proofs of an event and of growth, the annex and the program, in one folder."""
    out = tmp_path_factory.mktemp("proof")
    tree = place.folder.trees()[1]
    name = str(tree)
    chain = read_chain(place.base / "log" / CHAIN_FILE)
    with closing(place.folder.reader(tree)) as connection, snapshot(connection):
        rows = connection.execute("SELECT size, note FROM checkpoint ORDER BY id").fetchall()
        (old, first), (new, last) = rows[0], rows[-1]
        note = Note.parse(last)
        proof = prove_event(connection, name, SEQ, new)
        assert holds(proof)
        annex = annex_file(connection, tree, Checkpoint.parse(note.text), SEQ - 200, chain)
        export(out, "todiste", proof_file(proof, note), annex)
        growth = growth_file(prove_growth(connection, name, old, new), Note.parse(first), note)
        (out / "kasvu.json").write_bytes(growth)
    (out / "root.der").write_bytes(card("rsa")[2])
    return out


def check(folder: Path, *words: str, language: str = "en") -> tuple[int, str]:
    """The program's exit status and what it says, run as somebody else would run it."""
    done = subprocess.run(
        [sys.executable, "-I", folder / VERIFIER, *words, "--language", language],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_proof_fits_in_four_kilobytes(proved: Path) -> None:
    assert (proved / "todiste.json").stat().st_size <= 4096


def test_the_program_says_what_is_proved_and_what_is_not(proved: Path, place: Place) -> None:
    tree = place.folder.trees()[1]
    anchors = next(place.outside.glob(f"*-{tree.year}.txt"))

    status, said = check(
        proved,
        "todiste.json",
        "todiste-liite.json",
        "--anchors",
        str(anchors),
        "--root",
        "root.der",
    )

    assert status == 0, said
    proven, unproven = said.split("THIS IS NOT PROVED:")
    assert "Event 300 is in the log in exactly this form" in proven
    assert "The key descends without a break from key" in proven
    assert "The card “Arkistonhoitaja Maija” signed" in proven
    assert "The card vouched for the workstation's key" in proven
    assert "The card's certificate comes from the given root “Esimerkki CA”" in proven
    assert "The same checkpoint is among those kept outside" in proven
    assert "revocation is not checked here" in unproven
    assert "every event was recorded" in unproven


@pytest.mark.parametrize(("language", "word"), [("fi", "TODISTETTU"), ("sv", "BEVISAT")])
def test_a_proof_alone_is_checked_and_its_limits_are_told(
    proved: Path, language: str, word: str
) -> None:
    status, said = check(proved, "todiste.json", language=language)

    assert status == 0, said
    assert word in said
    assert len(said.split("\n  - ")) == 5


def test_growth_from_one_checkpoint_to_another_is_checked(proved: Path) -> None:
    status, said = check(proved, "kasvu.json", "todiste-liite.json")

    assert status == 0, said
    assert "unchanged, the beginning of the log of 301 events" in said


def changed(folder: Path, name: str, change: object) -> None:
    """Write ``changed.json``: a proof or annex after ``change``."""
    said = json.loads((folder / name).read_bytes())
    change(said)  # type: ignore[operator]
    (folder / "changed.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


HARM = {
    "entry": lambda p: p.update(entry=p["entry"].replace("Maija", "Kaija")),
    "index": lambda p: p.update(index=p["index"] - 1),
    "path": lambda p: p["path"].pop(),
    "path-hash": lambda p: p["path"].__setitem__(0, p["path"][1]),
    "root": lambda p: p.update(checkpoint=p["checkpoint"].replace("\n301\n", "\n302\n")),
    "time": lambda p: p.update(checkpoint=p["checkpoint"].replace("time: 2027", "time: 2028")),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_changed_proof_does_not_hold(proved: Path, harm: str) -> None:
    changed(proved, "todiste.json", HARM[harm])

    assert check(proved, "changed.json")[0] == 1


ANNEX_HARM = {
    "link": lambda a: a["links"].__setitem__(
        -1, a["links"][-1].replace("since: 2027", "since: 2026")
    ),
    "heads": lambda a: a["cards"][0].update(
        heads=a["cards"][0]["heads"].replace("/2027 ", "/2027 1")
    ),
    "signature": lambda a: a["cards"][0].update(signature=a["cards"][0]["certificate"]),
    "message": lambda a: a["cards"][0].update(message=a["cards"][0]["signature"]),
    "path": lambda a: a["cards"][0]["path"].append(a["cards"][0]["path"][0]),
}


@pytest.mark.parametrize("harm", ANNEX_HARM)
def test_a_changed_annex_does_not_hold(proved: Path, harm: str) -> None:
    changed(proved, "todiste-liite.json", ANNEX_HARM[harm])

    assert check(proved, "todiste.json", "changed.json")[0] in (1, 2)


def test_an_anchor_with_another_root_is_told(proved: Path) -> None:
    said = json.loads((proved / "todiste.json").read_bytes())
    text, _, rest = said["checkpoint"].partition("\n301\n")
    other = f"{text}\n301\n{'A' * 43}={rest[44:]}\n"
    (proved / "anchors.txt").write_text(other, encoding="utf-8")

    status, words = check(proved, "todiste.json", "--anchors", "anchors.txt")

    assert status == 1
    assert "two histories" in words


@pytest.mark.parametrize("text", ["", "{}", "[1]", "nothing", '{"form": "kanta-desk proof 1"}'])
def test_what_is_no_proof_is_told_without_a_traceback(proved: Path, text: str) -> None:
    (proved / "changed.json").write_text(text, encoding="utf-8")

    status, said = check(proved, "changed.json")

    assert status == 2
    assert "Traceback" not in said


def test_the_program_needs_nothing_of_ours_and_an_old_python_reads_it(proved: Path) -> None:
    import ast

    text = (proved / VERIFIER).read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 9))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= sys.stdlib_module_names


def test_a_clock_put_right_by_two_minutes_makes_no_proof_false(tmp_path: Path) -> None:
    place, clock = Place(tmp_path / "log"), Clock(datetime(2026, 11, 22, 12, tzinfo=UTC))
    with session(place, clock) as (log, _):
        fill(log, 2)
    clock.now -= timedelta(minutes=2)
    with session(place, clock) as (log, seals):
        fill(log, 4)
        seals.make()
    made = prove(place.folder, EventRef(REGISTER.key, 2026, 5))
    export(tmp_path, "todiste", made.proof, made.annex)

    status, said = check(tmp_path, "todiste.json", "todiste-liite.json")

    assert status == 0, said
    changed(tmp_path, "todiste.json", lambda p: p.update(
        checkpoint=p["checkpoint"].replace("T11:5", "T11:3")))  # fmt: skip
    assert check(tmp_path, "changed.json", "todiste-liite.json")[0] == 1


def test_a_card_that_vouched_for_another_key_of_that_time_is_told(
    proved: Path, place: Place
) -> None:
    """Chain and checkpoint made anew by somebody's own keys: the card's statement is not."""
    program = runpy.run_path(str(proved / VERIFIER))
    annex = json.loads((proved / "todiste-liite.json").read_bytes())
    note = program["Checkpoint"](json.loads((proved / "todiste.json").read_bytes())["checkpoint"])
    links = [program["Note"](whole) for whole in annex["links"]]
    vouched = int(annex["cards"][0]["heads"].rpartition("keys ")[2].split()[0])
    (link,) = [each for each in links if int(each.said["epoch"]) == vouched]
    report = program["Report"]("en")
    program["check_card"](annex["cards"][0], note, links, [], report)

    link.said["key"] = links[-1].said["key"] if link is not links[-1] else links[0].said["key"]

    with pytest.raises(program["Bad"], match="bad-epoch"):
        program["check_card"](annex["cards"][0], note, links, [], report)
