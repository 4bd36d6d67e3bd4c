"""Harm by taking events away and hiding that: rolled back, written on, falsely answered for.

Each kind is done to a copy of ``sealed_log.build``, as those of ``tampering``.
"""

from __future__ import annotations

import shutil
from datetime import timedelta

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.incidents import Loss, evidence_of
from kanta_desk.accesslog.verify import against_outside
from kanta_desk.model.events import EventKind, Outcome, Phase
from kanta_desk.model.logreport import FaultKind
from tests.helpers.events import PEKKA, Clock, act, fill
from tests.helpers.harm import LATER, Tampering, without_memory
from tests.helpers.sealed_log import Place, session


def rolled_back(place: Place, *, then: int = 0) -> None:
    """The log's folder as it was 20 events ago; ``then`` so many are written on, day by day."""
    before = place.base / "before"
    shutil.copytree(place.base / "log", before)
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 20)
    shutil.rmtree(place.base / "log")
    before.rename(place.base / "log")
    for day in range(1, 4 if then else 1):
        with session(place, Clock(LATER + timedelta(days=day))) as (log, _):
            fill(log, then)


def _only_remembered(place: Place) -> None:
    """Nothing is anchored any more; much is written on, so that no number is missing."""
    rolled_back(place, then=40)
    shutil.rmtree(place.outside)
    place.outside.mkdir()


def _only_anchored(place: Place) -> None:
    rolled_back(place, then=40)
    (place.base / "log-keys.json").write_text(without_memory(place))


def _falsely_answered(place: Place) -> None:
    """The program is told, with its keys, that an auditor knows; no card was there."""
    rolled_back(place, then=40)
    lost = [f.had for f in against_outside(place.folder, [FolderPlace(place.outside)]) if f.had]
    with session(place, Clock(LATER + timedelta(days=9))) as (log, seals):
        ref = log.intend(act(EventKind.LOG_INCIDENT, PEKKA))
        said = evidence_of([Loss(had) for had in lost], "kaikki kunnossa")
        log.settle(ref, Outcome(Phase.DONE, evidence=said))
        seals.make()
        seals.forget(lost)


K = FaultKind
LOSING = (
    Tampering("rolled back and much written on, the anchors deleted", _only_remembered,
              (K.ROLLED_BACK, 2027, 302, 321)),
    Tampering("rolled back and much written on, the memory deleted", _only_anchored,
              (K.FORKED, 2027, 302, 321)),
    Tampering("rolled back, and acknowledged without a card", _falsely_answered,
              (K.FORKED, 2027, 302, 321)),
)  # fmt: skip
"""Kinds of it; ``tampering.TAMPERINGS`` holds them too."""
