"""Tampering: every kind that is known is done to the files, and clean logs raise no alarm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import rmtree

from kanta_desk.model.events import EventKind, Outcome, Phase
from kanta_desk.model.logreport import Depth
from tests.helpers.events import Clock, act
from tests.helpers.sealed_log import Place, build, session, sign_in
from tests.helpers.tampering import TAMPERINGS

_KINDS = (EventKind.VIEW, EventKind.METADATA, EventKind.PRINT, EventKind.SEARCH)
_ENDS = (Phase.DONE, Phase.FAILED, Phase.CANCELLED, Phase.UNKNOWN)


def missed(work: Path, most: int) -> Iterator[str]:
    """The first ``most`` kinds of tampering, done one by one: those that were not found."""
    original = build(work / "original")
    for number, tampering in enumerate(TAMPERINGS[:most]):
        place = original.copied(work / f"tampered-{number}")
        tampering.act(place)
        if not tampering.is_found(place.verified()):
            yield tampering.name
        rmtree(place.base)


def false_alarms(work: Path, logs: int, seed: int) -> Iterator[str]:
    """Logs of random lengths, sessions and checkpoints, all honest: what is said against them."""
    random = Random(seed)
    for number in range(logs):
        place = Place(work / f"clean-{number}")
        _write(place, random)
        report = place.verified(Depth.FULL if number % 4 == 0 else Depth.ROWS)
        yield from (str(fault) for fault in report.faults)
        rmtree(place.base)


def _write(place: Place, random: Random) -> None:
    clock = Clock()
    for _ in range(random.randint(1, 3)):
        with session(place, clock) as (log, seals):
            if random.random() < 0.5:
                sign_in(log, seals, clock.now)
            for _ in range(random.choice((0, 1, 3, 20, 120))):
                client = f"0101{random.randint(50, 99)}-900C"
                ref = log.intend(act(random.choice(_KINDS), client_id=client, document_oid="1.2.3"))
                if random.random() < 0.97:
                    log.settle(ref, Outcome(random.choice(_ENDS)))
                if random.random() < 0.02:
                    seals.make()
        clock.now += random.choice((0, 1, 40)) * (clock.step * 100_000)
