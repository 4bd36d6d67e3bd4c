"""Reads which documents a finished deployment test found: from its ``verdict.json``."""

from __future__ import annotations

from pathlib import Path

import orjson

from kanta_desk.errors import InvalidIdentifier, PlanInvalid
from kanta_desk.model.identifiers import Oid

FORMAT = "kanta-desk-verdict-1"
_MOST = 64 * 1024 * 1024


def documents_of_verdict(path: Path) -> tuple[Oid, ...]:
    """The documents that the test paired with its plan, in the plan's order, each once.

    Raises:
        PlanInvalid: if the file is no verdict, or the test was cut short.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
        verdict = orjson.loads(data) if len(data) <= _MOST else None
        if not isinstance(verdict, dict) or verdict.get("format") != FORMAT:
            raise PlanInvalid("not a verdict")
        if verdict["complete"] is not True:
            raise PlanInvalid("incomplete verdict")
        found = [Oid.parse(row["document_oid"]) for row in verdict["rows"] if row["document_oid"]]
    except (OSError, ValueError, KeyError, TypeError, InvalidIdentifier):
        raise PlanInvalid("not a verdict") from None
    return tuple(dict.fromkeys(found))
