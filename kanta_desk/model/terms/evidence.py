"""The words before the lines of evidence in a deployment test, for the window and the report.

A line is ``key: value``; a key is a metadata field's, or one of ``EVIDENCE_LABELS``.
"""

from __future__ import annotations

from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.text import Text

EVIDENCE_LABELS: dict[str, Text] = {
    "source": Text("Lähdetiedosto", "Källfil", "Source file"),
    "archive": Text("Arkistossa", "I arkivet", "In the archive"),
    "searched": Text("Haettu", "Genomsökt", "Searched"),
    "candidate": Text("Ehdokas", "Kandidat", "Candidate"),
    "SHA-256": Text("Tiiviste (SHA-256)", "Kondensat (SHA-256)", "Hash (SHA-256)"),
}


def labelled(line: str) -> tuple[Text | None, str]:
    """A line's label and value; a line without a known key has no label and is its own value."""
    key, colon, value = line.partition(": ")
    field = BY_KEY.get(key)
    label = field.label if field else EVIDENCE_LABELS.get(key)
    return (label, value) if colon and label else (None, line)
