"""The result of one check of an installation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.model.text import Text


class CheckState(StrEnum):
    """How a check ended. ``SKIPPED``: it could not run because an earlier one failed."""

    RUNNING = "running"
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check saw: result, evidence lines (no personal data), remedy, time taken."""

    id: str
    title: Text
    state: CheckState
    summary: Text
    evidence: tuple[str, ...] = ()
    remedy: Text | None = None
    code: str = ""
    seconds: float = 0.0
