"""A diagnosis as text for people and as a value that JSON can hold."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from kanta_desk import __version__
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import finnish_time

FORMAT = "kanta-desk-diagnosis-1"
_WIDTH = 96

_HEADING = Text(
    "Kanta Desk {version} – vianmääritys {time}",
    "Kanta Desk {version} – diagnos {time}",
    "Kanta Desk {version} – diagnosis {time}",
)
STATE_NAMES: dict[CheckState, Text] = {
    CheckState.RUNNING: Text("kesken", "pågår", "running"),
    CheckState.OK: Text("kunnossa", "i ordning", "in order"),
    CheckState.WARNING: Text("varoitus", "varning", "warning"),
    CheckState.FAILED: Text("vika", "fel", "fault"),
    CheckState.SKIPPED: Text("ohitettu", "överhoppad", "skipped"),
}
_MARKS = {
    CheckState.RUNNING: "…",
    CheckState.OK: "✓",
    CheckState.WARNING: "!",
    CheckState.FAILED: "✗",
    CheckState.SKIPPED: "–",
}
_REMEDY = Text("Toimi näin", "Gör så här", "What to do")


def found_wrong(results: Iterable[CheckResult]) -> bool:
    """Whether any check failed; a warning asks for a look and stops no work."""
    return any(result.state is CheckState.FAILED for result in results)


def result_lines(result: CheckResult, language: Language, *, evidence: bool) -> Iterator[str]:
    """One result as lines: mark, title and state, what it means, evidence, remedy."""
    code = f" {result.code}" if result.code else ""
    state = STATE_NAMES[result.state].of(language)
    yield f"{_MARKS[result.state]} {result.title.of(language)}: {state}{code}"
    yield from _wrapped(result.summary.of(language))
    if evidence:
        for line in result.evidence:
            yield f"      {line}"
    if result.remedy is not None:
        yield from _wrapped(f"{_REMEDY.of(language)}: {result.remedy.of(language)}")


def as_text(results: Iterable[CheckResult], language: Language, at: datetime) -> str:
    """The whole report with all evidence, to save or to send to support."""
    lines = [_HEADING.filled(language, version=__version__, time=finnish_time(at)), ""]
    for result in results:
        lines += [*result_lines(result, language, evidence=True), ""]
    return "\n".join(lines)


def as_value(results: Iterable[CheckResult], language: Language, at: datetime) -> dict[str, Any]:
    """The whole report as plain dictionaries, lists, texts and numbers; ``id`` and ``state`` are
    the same in every language."""
    checks = list(results)
    return {
        "format": FORMAT,
        "version": __version__,
        "time": at.isoformat(timespec="seconds"),
        "ok": not found_wrong(checks),
        "checks": [
            {
                "id": check.id,
                "state": check.state.value,
                "code": check.code,
                "title": check.title.of(language),
                "summary": check.summary.of(language),
                "evidence": list(check.evidence),
                "remedy": check.remedy.of(language) if check.remedy else None,
                "seconds": round(check.seconds, 3),
            }
            for check in checks
        ],
    }


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
    )
