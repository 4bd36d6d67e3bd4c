"""How an error is told: what happened, what it means, what to do next, and details where known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kanta_desk.model.text import Counted, Language, Text

_LONGEST = 300
"""Longest value shown; more is cut, since it comes from outside."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A sentence that is said only when the error's field ``name`` has a value.

    ``text`` has ``{value}`` for it, or is a ``Counted`` for a number. ``words`` puts known values
    into the reader's language; others are shown as they are.
    """

    name: str
    text: Text | Counted
    words: Mapping[str, Text] = field(default_factory=dict)

    def said(self, fields: Mapping[str, object], language: Language) -> str:
        """The sentence, or nothing."""
        value = fields.get(self.name)
        if isinstance(self.text, Counted):
            return self.text.filled(language, value) if isinstance(value, int) else ""
        plain = " ".join(str("" if value is None else value).split())
        if not plain:
            return ""
        shown = plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
        word = self.words.get(plain)
        return self.text.filled(language, value=word.of(language) if word else shown)


@dataclass(frozen=True, slots=True)
class Told:
    """The three texts of one class of error. They hold no placeholders; the details do."""

    title: Text
    meaning: Text
    remedy: Text
    details: tuple[Detail, ...] = ()


REASON = Detail("reason", Text("Syy: {value}.", "Orsak: {value}.", "Reason: {value}."))
PLACE = Detail("place", Text("Kohta: {value}.", "Ställe: {value}.", "Place: {value}."))
DETAIL = Detail(
    "detail",
    Text(
        "Tarkenne tuelle: {value}.",
        "Detalj för supporten: {value}.",
        "Detail for support: {value}.",
    ),
)
READER = Detail("reader", Text("Lukija: {value}.", "Läsare: {value}.", "Reader: {value}."))
HOST = Detail("host", Text("Palvelin: {value}.", "Server: {value}.", "Server: {value}."))
