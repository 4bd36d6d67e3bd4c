"""The deployment test."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class DeploymentError(KantaError):
    """The deployment test cannot go on."""


class PlanUnreadable(DeploymentError):
    """``place`` (file, row, column) and ``reason``."""

    code = "KD-8001"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


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
