"""The connection as people must know it: that it is production, and what is about to go wrong."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from kanta_desk.model.terms import connections as words
from kanta_desk.model.text import Counted, Language, Text

WARN: Final = timedelta(days=30)
MAX_SKEW: Final = 120.0
"""Seconds by which clocks may differ before people are told; as the diagnosis has it."""


def notices(ends: datetime | None, skew: float | None, now: datetime) -> tuple[Text, ...]:
    """What to tell of a connection: ``ends`` is the end of our certificate, ``skew`` the seconds
    by which this computer's clock is ahead of the archive's."""
    told = []
    if ends is not None and ends <= now:
        told.append(words.EXPIRED)
    elif ends is not None and ends - now <= WARN:
        told.append(_counted(words.EXPIRES, (ends - now).days))
    if skew is not None and abs(skew) > MAX_SKEW:
        told.append(_counted(words.SKEWED, round(abs(skew) / 60)))
    return tuple(told)


def _counted(text: Counted, count: int) -> Text:
    return Text(*(text.filled(language, count) for language in Language))
