"""A search for documents as text that can be kept, and back.

By default whom or what one searched for is left out: conditions are worth keeping, and whose
documents somebody once looked for is not to be left lying about.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kanta_desk.errors import InputError
from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.query import key_text, recognise

_KEY, _IS_CASE = "key", "is_case"
_CODES = ("service_task", "service_process", "document_type", "document_group", "author")
_DAYS = ("created_from", "created_to", "archived_from", "archived_to")
_MOST = 4_000


def written(criteria: SearchCriteria, *, with_key: bool) -> str:
    """The criteria as one line of JSON; ``with_key`` with what was in the search line."""
    said: dict[str, Any] = {"mode": criteria.mode.value}
    if with_key and criteria.has_key:
        said[_KEY] = key_text(criteria)
        said[_IS_CASE] = criteria.case_id is not None
    said |= {name: value for name in _CODES if (value := getattr(criteria, name))}
    said |= {name: day.isoformat() for name in _DAYS if (day := getattr(criteria, name))}
    if criteria.producer:
        said["producer"] = criteria.producer.value
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def read(text: str) -> SearchCriteria | None:
    """The criteria that ``written`` wrote; None for a text that is not of its making."""
    try:
        said = json.loads(text) if len(text) <= _MOST else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not all(isinstance(name, str) for name in said):
        return None
    try:
        criteria = recognise(str(said.get(_KEY, "")), is_case=said.get(_IS_CASE) is True).criteria()
        return replace(
            criteria,
            mode=SearchMode(said.get("mode", SearchMode.BASIC)),
            producer=_if_there(Oid.parse, said.get("producer")),
            **{name: _if_there(str, said.get(name)) for name in _CODES},
            **{name: _if_there(date.fromisoformat, said.get(name)) for name in _DAYS},
        )
    except (InputError, ValueError):
        return None


def _if_there(made: Callable[[str], Any], value: object) -> Any:
    return made(str(value)) if value else None
