"""A document while it is checked: its parts looked into once, however many rules ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from kanta_desk.archive.display import DisplayFacts, display_facts
from kanta_desk.archive.payloads import json_value
from kanta_desk.archive.pdfa import PdfFacts, pdf_facts
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import (
    JSON,
    PDF,
    XHTML,
    ContentFault,
    Document,
    DocumentMetadata,
    Payload,
)
from kanta_desk.model.signatures import SignatureReport


@dataclass(frozen=True)
class Examined:
    """The content of a document, or of a bare file, with what it says of itself.

    ``metadata`` is None for a bare file; ``frame`` is what the archive's frame around the document
    says, where it came in one; ``original`` the document's bytes, where there are some; ``fault``
    what keeps a form from being read.
    """

    payloads: tuple[Payload, ...]
    text: str = field(default="", repr=False)
    metadata: DocumentMetadata | None = None
    frame: DocumentMetadata | None = None
    original: bytes = field(default=b"", repr=False)
    fault: ContentFault | None = None

    @classmethod
    def of(cls, document: Document) -> Examined:
        """A document out of the archive."""
        return cls(
            document.payloads,
            document.text,
            document.metadata,
            original=document.original,
            fault=document.fault,
        )

    def payload(self, media_type: str) -> Payload | None:
        """The first payload of a type."""
        return next((p for p in self.payloads if p.media_type == media_type), None)

    def judged(
        self,
        judge: Callable[[bytes, datetime | None], tuple[SignatureReport, ...]],
        archived: datetime | None,
    ) -> tuple[SignatureReport, ...]:
        """The document's signatures, judged once.

        Raises:
            BadDocument: if the original is no XML.
        """
        if "reports" not in self._kept:
            self._kept["reports"] = judge(self.original, archived)
        return self._kept["reports"]

    @cached_property
    def _kept(self) -> dict[str, tuple[SignatureReport, ...]]:
        return {}

    @cached_property
    def pdf(self) -> PdfFacts | None:
        """What the PDF form holds; None without one, or where it cannot be followed."""
        found = self._pdf
        return found if isinstance(found, PdfFacts) else None

    @cached_property
    def pdf_fault(self) -> str:
        """Why the PDF form cannot be followed; empty where it can, or where there is none."""
        found = self._pdf
        return str(found.fields["reason"]) if isinstance(found, BadDocument) else ""

    @cached_property
    def display(self) -> DisplayFacts | None:
        """What the XHTML form holds; None without one, or where it cannot be read."""
        payload = self.payload(XHTML)
        if payload is None:
            return None
        try:
            return display_facts(payload.data)
        except BadDocument:
            return None

    @cached_property
    def values(self) -> tuple[Any, ...]:
        """The structured forms that can be read."""
        read = []
        for payload in self.payloads:
            if payload.media_type == JSON:
                try:
                    read.append(json_value(payload.data))
                except BadDocument:
                    continue
        return tuple(read)

    @cached_property
    def leaves(self) -> tuple[tuple[str, str], ...]:
        """Every text of the structured forms, with its path."""
        found: list[tuple[str, str]] = []
        for value in self.values:
            _gather(value, "", found)
        return tuple(found)

    @cached_property
    def plain_text(self) -> str:
        """The display form's text with every run of white space as one space."""
        return flat(self.text)

    @cached_property
    def _pdf(self) -> PdfFacts | BadDocument | None:
        payload = self.payload(PDF)
        if payload is None or not payload.data.startswith(b"%PDF-"):
            return None
        try:
            return pdf_facts(payload.data)
        except BadDocument as error:
            return error


def flat(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


def _gather(value: Any, path: str, leaves: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        leaves.append((path, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _gather(inner, f"{path}/{key}", leaves)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _gather(inner, f"{path}/{number}", leaves)
