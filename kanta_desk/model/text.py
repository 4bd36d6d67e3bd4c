"""Text in the three languages of the program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """Finnish first; Swedish and English are complete too."""

    FI = "fi"
    SV = "sv"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in all three languages; a missing one cannot be built."""

    fi: str
    sv: str
    en: str

    def of(self, language: Language) -> str:
        """The text in ``language``."""
        match language:
            case Language.FI:
                return self.fi
            case Language.SV:
                return self.sv
            case Language.EN:
                return self.en

    def filled(self, language: Language, **fields: object) -> str:
        """The text in ``language`` with its ``{name}`` placeholders filled."""
        return self.of(language).format(**fields)


@dataclass(frozen=True, slots=True)
class Counted:
    """A text that depends on a number: ``one`` for exactly 1, ``many`` for the rest.

    Finnish, Swedish and English share this rule. ``{n}`` stands for the number.
    """

    one: Text
    many: Text

    def filled(self, language: Language, n: int) -> str:
        """The text for ``n`` in ``language``."""
        return (self.one if n == 1 else self.many).filled(language, n=n)
