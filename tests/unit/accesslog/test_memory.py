"""What the key holder remembers of a log never gets less by itself."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.driver import Error
from kanta_desk.accesslog.memory import FORKED, Lost, Memory, Standing
from kanta_desk.model.events import LogHead, TreeHead, TreeName
from kanta_desk.model.logreport import FaultKind, Had, VerifyReport
from tests.helpers.events import Clock, fill
from tests.helpers.harm import run
from tests.helpers.losing import rolled_back
from tests.helpers.sealed_log import Place, build, session

TREE = "1.2/1/2026"
ROOT = bytes(range(32))
WHOLE = Had("ab12", TREE, 7, ROOT[:12].hex())


class Keys(dict[str, bytes]):
    """A holder in memory."""

    def put(self, name: str, key: bytes) -> None:
        """Keep it."""
        self[name] = key


def _standing(size: int, root: bytes | None = None) -> Standing:
    return lambda tree, wanted: (size, root)


def test_what_is_remembered_comes_back_as_it_was() -> None:
    keys = Keys()
    assert Memory.recalled(keys) == Memory({})
    memory = Memory({"ab12": {TREE: WHOLE}}, (Lost(Had("cd34", TREE, 9, "ab" * 12), 3),))
    memory.keep(keys)
    assert Memory.recalled(keys) == memory
    assert Memory.recalled(None) == Memory({})


def test_a_size_of_before_roots_were_remembered_is_read() -> None:
    keys = Keys({"log-remembered": b'{"ab12": {"1.2/1/2026": 7}}'})
    assert Memory.recalled(keys).logs == {"ab12": {TREE: Had("ab12", TREE, 7)}}


@pytest.mark.parametrize(
    "kept",
    [b"[]", b'{"a": 1}', b'{"a": {"b": 1e999}}', b'{"a": {"b": [1]}}', b'{"-": [1]}',
     b'{"a":' * 100_000, b'{"a": {"b": [1, "?"]}}'],
)  # fmt: skip
def test_a_memory_that_cannot_be_read_is_none(kept: bytes) -> None:
    assert Memory.recalled(Keys({"log-remembered": kept})) == Memory({})


@pytest.mark.parametrize(
    ("size", "root", "left"),
    [(5, None, 5), (0, None, 0), (7, bytes(32), FORKED), (9, None, FORKED)],
)
def test_a_log_that_is_less_or_another_is_a_loss(size: int, root: bytes | None, left: int) -> None:
    found = Memory({"ab12": {TREE: WHOLE}}).compared("ab12", _standing(size, root))
    assert found == Memory({"ab12": {}}, (Lost(WHOLE, left),))
    # However much is written on, and however often it is looked at.
    head = LogHead((TreeHead(TreeName("1.2/1", 2026), 99, bytes(32)),))
    later = found.grown("ab12", head, _standing(99, bytes(32)))
    assert later.lost == found.lost
    assert later.compared("ab12", _standing(99, bytes(32))).lost == found.lost


def test_a_log_that_holds_leaves_no_loss_and_one_that_is_whole_again_none_either() -> None:
    whole = _standing(8, ROOT)
    memory = Memory({"ab12": {TREE: WHOLE}})
    assert memory.compared("ab12", whole) == memory
    lost = memory.compared("ab12", _standing(3))
    assert lost.compared("ab12", whole) == Memory({"ab12": {}})


def test_a_file_that_nobody_can_read_now_stays_remembered() -> None:
    memory = Memory({"ab12": {TREE: WHOLE}})
    assert memory.compared("ab12", lambda tree, size: None) == memory
    head = LogHead((TreeHead(TreeName("1.2/1", 2027), 1, ROOT),))
    assert memory.grown("ab12", head, lambda tree, size: None).logs["ab12"][TREE] == WHOLE


def test_a_year_that_ended_whole_need_not_be_remembered_and_one_that_did_not_is() -> None:
    head = LogHead((TreeHead(TreeName("1.2/1", 2027), 1, ROOT),))
    memory = Memory({"ab12": {TREE: WHOLE}})
    assert set(memory.grown("ab12", head, _standing(9, ROOT)).logs["ab12"]) == {"1.2/1/2027"}
    assert memory.grown("ab12", head, _standing(4)).lost == (Lost(WHOLE, 4),)


def test_only_the_very_loss_is_forgotten() -> None:
    memory = Memory({"ab12": {TREE: WHOLE}}, (Lost(WHOLE, 3),))
    assert memory.without(Had("ab12", TREE, 7, ROOT.hex())) == Memory({"ab12": {}})
    for other in (
        Had("ab12", TREE, 8, ROOT.hex()),
        Had("ab12", TREE, 7, "00" * 32),
        Had("ab12", "1.2/1/2025", 7, ROOT.hex()),
        Had("cd34", TREE, 7, ROOT.hex()),
        Had("ab12", TREE, 7, ""),
    ):
        assert memory.without(other) == memory


def _set_back(place: Place) -> None:
    """The log's folder as it was 20 events ago; the keys and what they remember as they are."""
    before = place.base / "before"
    shutil.copytree(place.base / "log", before)
    with session(place, Clock(datetime(2026, 11, 22, 13, tzinfo=UTC))) as (log, _):
        fill(log, 20)
    shutil.rmtree(place.base / "log")
    before.rename(place.base / "log")


def _told(report: VerifyReport) -> set[tuple[FaultKind, int, int]]:
    return {(f.kind, f.seq_from, f.seq_to) for f in report.faults if f.had and f.seq_to}


@pytest.mark.parametrize("written_on", [2, 40])
def test_a_log_that_was_set_back_is_told_however_much_is_written_on(
    tmp_path: Path, written_on: int
) -> None:
    place = Place(tmp_path)
    with session(place, Clock()) as (log, _):
        fill(log, 20)
    assert place.verified(anchored=False).intact
    _set_back(place)
    assert _told(place.verified(anchored=False)) == {(FaultKind.ROLLED_BACK, 22, 41)}
    for hour in (14, 15):
        with session(place, Clock(datetime(2026, 11, 22, hour, tzinfo=UTC))) as (log, _):
            fill(log, written_on)
        assert _told(place.verified(anchored=False)) == {(FaultKind.ROLLED_BACK, 22, 41)}


def test_what_was_set_back_elsewhere_and_written_on_is_told_by_its_root(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with session(place, Clock()) as (log, _):
        fill(log, 20)
    keys = place.base / "log-keys.json"
    _set_back(place)
    now = keys.read_bytes()
    # Written on by a program that remembers something else.
    with session(place, Clock(datetime(2026, 11, 22, 14, tzinfo=UTC))) as (log, _):
        fill(log, 40)
    keys.write_bytes(now)
    assert (FaultKind.FORKED, 1, 41) in _told(place.verified(anchored=False))


def test_one_file_that_cannot_be_read_hides_nothing_of_the_next(tmp_path: Path) -> None:
    place = build(tmp_path)
    rolled_back(place)
    # Of the year before; its triggers cannot be put back then.
    with contextlib.suppress(Error):
        run("DROP TABLE checkpoint")(place)
    kinds = {(fault.kind, fault.file[-4:]) for fault in place.verified().faults}
    assert (FaultKind.ROLLED_BACK, "2027") in kinds
    assert (FaultKind.STORE, "2026") in kinds
