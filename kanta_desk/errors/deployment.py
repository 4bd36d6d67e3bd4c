"""The deployment test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kanta_desk.errors.base import KantaError

_MOST_PLACES = 10


class DeploymentError(KantaError):
    """The deployment test cannot go on."""


class PlanFault(NamedTuple):
    """One thing that is wrong in a plan: ``place`` (file, sheet, row, column) and ``reason``."""

    place: str
    reason: str


class PlanUnreadable(DeploymentError):
    """``place`` (file, row, column) and ``reason`` of the first fault; ``others`` how many more.

    ``faults`` are all of them.
    """

    code = "KD-8001"

    def __init__(self, place: str, reason: str, others: Sequence[PlanFault] = ()) -> None:
        super().__init__(place=place, reason=reason, others=len(others) or None)
        self.faults = (PlanFault(place, reason), *others)


class SourceMissing(DeploymentError):
    """``place`` (plan and row) names a ``file`` that is not there."""

    code = "KD-8002"

    def __init__(self, place: str, file: str) -> None:
        super().__init__(place=place, file=file)


class ReportFailed(DeploymentError):
    """The report could not be written to ``file``; ``reason`` is the system's."""

    code = "KD-8003"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file=file, reason=reason)


class RealClients(DeploymentError):
    """The ``count`` rows at ``places`` name clients who may be living people; the first of many are
    named."""

    code = "KD-8004"

    def __init__(self, places: Sequence[str]) -> None:
        more = f" (+{len(places) - _MOST_PLACES})" if len(places) > _MOST_PLACES else ""
        super().__init__(places=", ".join(places[:_MOST_PLACES]) + more, count=len(places))


class RunUnknown(DeploymentError):
    """There is no run ``run`` of this register in the journal, or it cannot be read any more."""

    code = "KD-8005"

    def __init__(self, run: str) -> None:
        super().__init__(run=run)
