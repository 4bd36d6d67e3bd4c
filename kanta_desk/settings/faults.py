"""What may be written down of a fault of ours: where it happened, never what was in hand.

An exception's text may quote a henkilötunnus or a PIN, so that only its type and the places of its
traceback are kept, and the same of its causes.
"""

from __future__ import annotations

import traceback
from pathlib import Path


def trace(fault: BaseException) -> str:
    """The type of a fault and the places it came through, innermost first; then its causes."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{f.name} ({_short(f.filename)}:{f.lineno})" for f in reversed(frames))
    said = f"{type(fault).__name__} in {places or 'no frame'}"
    return said if fault.__cause__ is None else f"{said}, from {trace(fault.__cause__)}"


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-2:])
