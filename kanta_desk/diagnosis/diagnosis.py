"""The diagnosis of an installation: ordered checks, each with result, evidence and remedy.

No PIN is asked for and no try of one is spent; nothing is sent to the archive but an empty GET.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping

from kanta_desk.diagnosis.check import Check, Parts, Scene, Seen
from kanta_desk.diagnosis.registry import CHECKS
from kanta_desk.diagnosis.words import BUG, RUNNING, explained, skipped
from kanta_desk.errors import KantaError
from kanta_desk.model.diagnosis import CheckResult, CheckState

_logger = logging.getLogger(__name__)
_BLOCKS = (CheckState.FAILED, CheckState.SKIPPED)


class Diagnosis:
    """The checks over the parts of one installation; blocks, and uses the card: run it there."""

    def __init__(self, parts: Parts, checks: tuple[Check, ...] = CHECKS) -> None:
        self._parts = parts
        self._checks = checks

    def run(
        self, on_result: Callable[[CheckResult], None] = lambda _: None
    ) -> tuple[CheckResult, ...]:
        """Run all checks in order; no error comes out of it but one of ``on_result``.

        ``on_result`` is told every check as RUNNING at first, then each one's result as it comes;
        ``CheckResult.id`` says which it is.
        """
        scene = Scene(self._parts)
        results: dict[str, CheckResult] = {}
        for check in self._checks:
            on_result(CheckResult(check.id, check.title, CheckState.RUNNING, RUNNING))
        for check in self._checks:
            began = time.perf_counter()
            seen = self._skipped(check, results) or _look(check, scene)
            results[check.id] = _result(check, seen, time.perf_counter() - began)
            on_result(results[check.id])
        return tuple(results.values())

    def _skipped(self, check: Check, results: Mapping[str, CheckResult]) -> Seen | None:
        for need in check.needs:
            if results[need].state in _BLOCKS:
                return Seen(CheckState.SKIPPED, skipped(results[need].title))
        return None


def _look(check: Check, scene: Scene) -> Seen:
    try:
        return check.look(scene)
    except KantaError as error:
        return explained(error)
    except Exception as error:  # a fault of the program's own must not hide the other results
        # Its text might hold anything, a name or a path; its type is enough for support.
        kind = type(error).__name__
        _logger.error("the check %s broke: %s", check.id, kind)
        return Seen(CheckState.FAILED, BUG, (kind,), code=KantaError.code)


def _result(check: Check, seen: Seen, seconds: float) -> CheckResult:
    wrong = seen.state in (CheckState.WARNING, CheckState.FAILED)
    return CheckResult(
        id=check.id,
        title=check.title,
        state=seen.state,
        summary=seen.summary,
        evidence=seen.evidence,
        remedy=seen.remedy,
        code=(seen.code or check.code) if wrong else "",
        seconds=seconds,
    )
