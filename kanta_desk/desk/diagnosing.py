"""The diagnosis, its words and its report, for the window and the commands."""

from __future__ import annotations

from kanta_desk.diagnosis.installation import of_installation
from kanta_desk.diagnosis.report import (
    STATE_NAMES,
    as_text,
    as_value,
    found_wrong,
    result_lines,
)

__all__ = [
    "STATE_NAMES",
    "as_text",
    "as_value",
    "found_wrong",
    "of_installation",
    "result_lines",
]
