"""What one needs to know to read a document: its structure, the names of codes on its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kanta_desk.archive.structures import Structure
from kanta_desk.desk.structured import ReadableForm, readable_form
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import Document, DocumentMetadata
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.text import Language
from kanta_desk.model.time import HELSINKI, utc_now


def _no_structure(_: str) -> Structure | None:
    return None


def _as_sent(code: Code | None, _: date, __: Language) -> str:
    return code.display if code else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An installation's knowledge of documents. Asks nobody; for documents already opened.

    ``structure`` finds a definition by its OID, ``name_of`` tells a code's name as of a day, and
    ``unit_name`` what the organisation register called an OID then.
    ``practice``: papers say that they are of the practice set.
    """

    structure: Callable[[str], Structure | None] = _no_structure
    name_of: Callable[[Code | None, date, Language], str] = _as_sent
    practice: bool = False
    unit_name: Callable[[str, date], str] = lambda *_: ""

    def form(self, document: Document, language: Language) -> ReadableForm:
        """The structured form by its definition, or plain where that is not at hand.

        Raises:
            BadDocument: if the document has none, or it cannot be read.
        """
        metadata = document.metadata
        structure = self.structure(metadata.structure_oid) if metadata.structure_oid else None
        names = self.names(metadata, language)
        return readable_form(document, structure, names.code, language)

    def names(self, metadata: DocumentMetadata, language: Language) -> FieldNames:
        """What codes and organisations are called as of the document's day."""
        day = day_of(metadata)
        return FieldNames(
            language,
            lambda code: self.name_of(code, day, language),
            lambda oid: self.unit_name(oid.value, day),
        )


def day_of(metadata: DocumentMetadata) -> date:
    """The document's own day, as Helsinki sees it; today if it tells none."""
    moment: datetime = metadata.created or utc_now()
    return moment.astimezone(HELSINKI).date()
