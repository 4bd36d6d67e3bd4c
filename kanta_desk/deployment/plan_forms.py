"""Reads a file by its form: our own plans whole, tables of other programs as they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kanta_desk.deployment.plan_csv import read_csv
from kanta_desk.deployment.plan_json import read_json
from kanta_desk.deployment.plan_xlsx import read_xlsx
from kanta_desk.deployment.raw import Grid, RawPlan, safe_name
from kanta_desk.errors import PlanUnreadable

MAX_BYTES = 20_000_000

_FORMS: dict[str, Callable[[bytes, str], tuple[Grid, ...] | RawPlan]] = {
    ".csv": read_csv,
    ".txt": read_csv,
    ".tsv": read_csv,
    ".json": read_json,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
}
KINDS = tuple(_FORMS)


@dataclass(frozen=True, slots=True)
class Whole:
    """A file read: its tables, or, where it is one of our own plans, the plan."""

    name: str
    sha256: str
    grids: tuple[Grid, ...]
    raw: RawPlan | None
    path: Path


def read_whole(path: Path) -> Whole:
    """Read a file of any form that may hold a plan.

    Raises:
        PlanUnreadable: naming the place in it.
    """
    name = safe_name(path.name)
    reader = _FORMS.get(path.suffix.lower())
    if reader is None:
        raise PlanUnreadable(name, "kind")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise PlanUnreadable(name, "unreadable") from None
    if len(data) > MAX_BYTES:
        raise PlanUnreadable(name, "too large")
    found = reader(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if isinstance(found, RawPlan):
        return Whole(name, sha256, (), found, path)
    return Whole(name, sha256, found, None, path)
