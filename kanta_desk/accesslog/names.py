"""Names as words that can be looked up: ``Mäkinen-Äijälä, Anna`` → mäkinen, äijälä, anna.

Case does not matter; letters do (ä is not a), as a Finnish reader expects of a register of people.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a name or of what was typed to find one, each once, in order."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return list(dict.fromkeys(_WORD.findall(folded)))


def after(prefix: str) -> str:
    """The least text greater than every text that begins with ``prefix``, for a range search."""
    return prefix + "\U0010ffff"
