"""A loss that an auditor has answered for is told as acknowledged: that one, and no other."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from cryptography.x509 import load_der_x509_certificate

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.incidents import Loss, evidence_of
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.papers import verification_paper, verification_text
from kanta_desk.accesslog.statement import CardStatement, HeadStatement
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.accesslog.verify import against_outside
from kanta_desk.cards.challenge import challenge_message
from kanta_desk.model.events import Actor, EventKind, Outcome, Phase
from kanta_desk.model.logreport import Depth, FaultKind, Had, VerifyReport
from kanta_desk.model.text import Language
from tests.helpers.events import PEKKA, Clock, act, fill
from tests.helpers.harm import opened, regrown
from tests.helpers.sealed_log import Place, card, session, signed

DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
WHY = "Levy rikkoutui; varmuuskopio oli eiliseltä"


def _serial(kind: str = "ec") -> str:
    return f"{load_der_x509_certificate(card(kind)[1]).serial_number:X}"


AUDITOR = replace(
    PEKKA, session_id="istunto-1", certificate_serial=_serial(), unit_oid="1.2.246.10.1",
    unit_name="Kotihoito",
)  # fmt: skip
"""Pekka, in the session that ``sealed_log.sign_in`` signs in to, with the card it signs with."""

_hours = iter(range(1, 10_000))


@contextlib.contextmanager
def _later(place: Place) -> Iterator[tuple[AccessLog, Checkpoints]]:
    """A session some hours after the last."""
    with session(place, Clock(DAY + timedelta(hours=next(_hours)))) as opened_log:
        yield opened_log


def _lived(base: Path) -> Place:
    place = Place(base)
    with _later(place) as (log, _):
        fill(log, 20)
    return place


def _set_back(place: Place, count: int = 20, then: int = 6) -> None:
    """The log's folder as it was ``count`` events ago, and ``then`` events written on."""
    before = place.base / "before"
    shutil.copytree(place.base / "log", before)
    with _later(place) as (log, _):
        fill(log, count)
    shutil.rmtree(place.base / "log")
    before.rename(place.base / "log")
    with _later(place) as (log, _):
        fill(log, then)


def _answer(
    place: Place,
    losses: Sequence[Had],
    actor: Actor = AUDITOR,
    *,
    sign: Callable[[HeadStatement, datetime], CardStatement] | None = signed,
) -> None:
    """What the desk does: a sign-in with the card, the acknowledgement, a checkpoint."""
    with _later(place) as (log, seals):
        if sign is not None:
            ref = log.intend(act(EventKind.SIGN_IN, actor))
            evidence = sign(seals.statement(), DAY).evidence
            log.settle(ref, Outcome(Phase.DONE, evidence=evidence))
        ref = log.intend(act(EventKind.LOG_INCIDENT, actor))
        said = evidence_of([Loss(had, 28, "ab") for had in losses], WHY)
        log.settle(ref, Outcome(Phase.DONE, evidence=said))
        seals.make()
        seals.forget(losses)


def test_what_was_acknowledged_is_told_as_such_at_every_depth(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    lost = place.verified().losses
    assert {had.size for had in lost if "/" in had.tree} == {41}

    _answer(place, lost)

    for depth in Depth:
        report = place.verified(depth)
        assert report.intact
        told = {each.fault.kind for each in report.acknowledged}
        assert FaultKind.FORKED in told or FaultKind.ROLLED_BACK in told
        first = report.acknowledged[0]
        assert (first.by, first.reason, first.has_size) == (PEKKA.user_name, WHY, 28)
        assert first.event.startswith(str(place.folder.trees()[0]))
    assert against_outside(place.folder, [FolderPlace(place.outside)]) == ()
    # However much is written on.
    with _later(place) as (log, _):
        fill(log, 300)
    assert place.verified().intact


def test_it_stands_in_the_report_and_on_paper(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    _answer(place, place.verified().losses)
    report = place.verified()
    for language in Language:
        for text in (
            verification_text(report, language),
            _text(verification_paper(report, language)),
        ):
            assert "Levy rikkoutui" in text
            assert PEKKA.user_name in text


def _text(paper: bytes) -> str:
    document = pypdfium2.PdfDocument(paper)  # type: ignore[no-untyped-call]
    pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    return " ".join(" ".join(pages).split())


def test_the_next_loss_of_the_same_file_is_a_fault(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    _answer(place, place.verified().losses)
    assert place.verified().intact

    _set_back(place, count=30, then=4)

    report = place.verified()
    assert not report.intact
    assert report.acknowledged
    tree = str(place.folder.trees()[0])
    assert {had.size for had in report.losses if had.tree == tree}.isdisjoint({41})


def test_a_file_that_is_gone_whole_is_acknowledged_with_all_that_names_it(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    gone = str(place.folder.trees()[0])
    with session(place, Clock(datetime(2027, 1, 2, tzinfo=UTC))) as (log, _):
        fill(log, 6)
    for path in place.file(2026).parent.glob("*2026*"):
        path.unlink()
    lost = place.verified().losses
    files = [had for had in lost if "/" in had.tree]
    assert {had.tree for had in files} == {gone}

    with session(place, Clock(datetime(2027, 1, 3, tzinfo=UTC))) as (log, seals):
        ref = log.intend(act(EventKind.SIGN_IN, AUDITOR))
        evidence = signed(seals.statement(), DAY).evidence
        log.settle(ref, Outcome(Phase.DONE, evidence=evidence))
        ref = log.intend(act(EventKind.LOG_INCIDENT, AUDITOR))
        most = max(files, key=lambda had: (had.size, len(had.root)))
        keys = [had for had in lost if had not in files]
        said = evidence_of([Loss(most), *map(Loss, keys)], WHY)
        log.settle(ref, Outcome(Phase.DONE, evidence=said))

    report = place.verified()
    assert FaultKind.MISSING in {each.fault.kind for each in report.acknowledged}
    assert not report.losses


def _with_another_session(heads: HeadStatement, now: datetime) -> CardStatement:
    real = signed(heads, now)
    message = challenge_message("KIRJAUTUMINEN", "istunto-7", bytes(32), now, str(heads))
    return replace(real, message=message)


@pytest.mark.parametrize(
    ("actor", "sign"),
    [
        (AUDITOR, None),
        (replace(AUDITOR, session_id=""), signed),
        (replace(AUDITOR, session_id="istunto-7"), signed),
        (replace(AUDITOR, certificate_serial="1F"), signed),
        (replace(AUDITOR, certificate_serial=""), signed),
        (AUDITOR, lambda heads, now: signed(heads, now, "rsa")),
        (AUDITOR, _with_another_session),
    ],
    ids=["no sign-in", "no session", "another session", "another certificate", "no certificate",
         "another card", "a signature for another session"],
)  # fmt: skip
def test_without_the_auditor_s_card_it_counts_for_nothing(
    tmp_path: Path,
    actor: Actor,
    sign: Callable[[HeadStatement, datetime], CardStatement] | None,
) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    lost = place.verified().losses
    _answer(place, lost, actor, sign=sign)
    report = place.verified()
    assert not report.acknowledged
    assert set(lost) <= {fault.had for fault in report.faults} | _forgotten(report)


def _forgotten(report: VerifyReport) -> set[Had]:
    """What the memory said of the same loss, which ``_answer`` let it forget."""
    return {had for had in report.losses if "/" not in had.tree} | {
        replace(fault.had, root=fault.had.root[:24]) for fault in report.faults if fault.had
    }


def test_what_the_program_said_or_nobody_intended_counts_for_nothing(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    lost = place.verified().losses
    said = evidence_of([Loss(had) for had in lost], WHY)
    with _later(place) as (log, _):
        tree = place.folder.trees()[0]
        log.tell(EventKind.LOG_INCIDENT, tree.register, said)
        log.record(act(EventKind.LOG_INCIDENT, AUDITOR), Outcome(Phase.DONE, evidence=said))
    assert not place.verified().acknowledged


def test_one_that_was_edited_to_cover_more_counts_for_nothing(tmp_path: Path) -> None:
    place = _lived(tmp_path)
    _set_back(place)
    tree = str(place.folder.trees()[0])
    other = Had(place.folder.writer_id, tree, 999, "ab" * 32)
    _answer(place, [other])
    assert not place.verified().acknowledged
    real = next(had for had in place.verified().losses if had.tree == tree)

    with opened(place) as connection:
        for seq, text in connection.execute(
            "SELECT seq, entry FROM event WHERE kind = 'LOKIN_POIKKEAMA'"
        ).fetchall():
            places = json.loads(text)
            if len(places) < 37:
                continue
            text = text.replace(r"\"size\": 999", rf"\"size\": {real.size}")
            text = text.replace(other.root, real.root)
            connection.execute(
                "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = ?",
                (text, leaf_hash(text.encode()), seq),
            )
        regrown(connection)

    assert not place.verified().acknowledged


@pytest.mark.parametrize(
    "evidence",
    ["", "[]", '{"incident": 2, "losses": [], "reason": ""}', '{"incident": 1, "losses": 3}',
     '{"incident": 1, "losses": [{"writer": 1}], "reason": ""}', "[" * 100_000],
)  # fmt: skip
def test_one_that_cannot_be_read_is_none_and_stops_nothing(tmp_path: Path, evidence: str) -> None:
    place = _lived(tmp_path)
    with _later(place) as (log, seals):
        ref = log.intend(act(EventKind.SIGN_IN, AUDITOR))
        log.settle(ref, Outcome(Phase.DONE, evidence=signed(seals.statement(), DAY).evidence))
        ref = log.intend(act(EventKind.LOG_INCIDENT, AUDITOR))
        log.settle(ref, Outcome(Phase.DONE, evidence=evidence))
    assert place.verified().intact


@pytest.mark.parametrize(
    ("said", "known", "is_it"),
    [
        (("w", "t/2026", 7, "ab" * 32), ("w", "t/2026", 7, "ab" * 32), True),
        (("w", "t/2026", 7, "ab" * 12), ("w", "t/2026", 7, "ab" * 32), True),
        (("w", "t/2026", 7, "ab" * 32), ("w", "t/2026", 7, "ab" * 12), True),
        (("w", "t/2026", 7, ""), ("w", "t/2026", 7, "ab" * 32), True),
        (("w", "t/2026", 7, "ab" * 32), ("w", "t/2026", 7, ""), False),
        (("w", "t/2026", 7, "ab" * 32), ("w", "t/2026", 7, "ab" * 5), False),
        (("w", "t/2026", 8, "ab" * 32), ("w", "t/2026", 7, "ab" * 32), False),
        (("w", "t/2027", 7, "ab" * 32), ("w", "t/2026", 7, "ab" * 32), False),
        (("x", "t/2026", 7, "ab" * 32), ("w", "t/2026", 7, "ab" * 32), False),
        (("w", "t/2026", 7, "cd" * 32), ("w", "t/2026", 7, "ab" * 32), False),
    ],
)
def test_a_loss_is_told_by_tree_size_and_root(
    said: tuple[str, str, int, str], known: tuple[str, str, int, str], is_it: bool
) -> None:
    assert Had(*said).is_of(Had(*known)) is is_it
