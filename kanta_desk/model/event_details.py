"""What an event of the access log tells beside who, whose, which and when: mostly it is not there.

The grounds of the use, the clock where it was not as usual, and what the act changed (facts:
access-log §2.1, places 4, 15, 24–26 and 30). A value that is not there is empty, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

NO_CLIENT = "ei asiakasta"
"""Flag of an answer that named no client: what was seen was nobody's that could be told."""

SAFETY_BAN = "turvakielto"
"""Flag of a client whose address and the like must not be disclosed, for safety."""

CASE = "asia"
"""The kind of context in which a case gives the reason for the use."""

LOCAL = "paikallinen"
"""Origin of data that did not come from the archive; from there is usual, and not written."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The workstation's clock, where it is not as usual.

    ``steady_ms``: milliseconds by a clock that nobody sets; ``zone_min``: the workstation's offset
    from UTC in minutes, where it is not Helsinki's; ``state``: what speaks against the clock.
    """

    steady_ms: int | None = None
    zone_min: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why data might be used: the context, the right to another's register, a special reason.

    ``context_type`` (``CASE`` and others), ``context_id`` and ``context_state`` are the asiayhteys;
    ``register_right`` tells whether a rekisterinkäyttöoikeus was used, ``right_service`` for which
    service; ``reason`` is the user's own words; ``emergency`` marks use without the usual right.
    """

    context_type: str = ""
    context_id: str = ""
    context_state: str = ""
    register_right: bool | None = None
    right_service: str = ""
    special_reason: str = ""
    reason: str = ""
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed: the state before and after or a hash of it, the code of its reason, and
    who approved it."""

    before: str = ""
    after: str = ""
    reason: str = ""
    approver: str = ""


USUAL_CLOCK = ClockReading()
NO_GROUNDS = Grounds()
NO_CHANGE = Change()
