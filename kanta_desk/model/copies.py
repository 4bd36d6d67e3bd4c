"""Copies of a document that leave the program as files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class CopyForm(StrEnum):
    """The forms in which a document can be saved."""

    ORIGINAL = "original"
    PDF = "pdf"
    JSON = "json"
    XHTML = "xhtml"

    @property
    def suffix(self) -> str:
        """How the name of its file ends."""
        return ".xml" if self is CopyForm.ORIGINAL else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written: its SHA-256 in hex, and the file that holds it, if one was asked."""

    path: Path
    sha256: str
    digest: Path | None = None
