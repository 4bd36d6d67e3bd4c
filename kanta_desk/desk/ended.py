"""What the log is told of an act that came to nothing."""

from __future__ import annotations

import re

from kanta_desk.errors import AnswerTimedOut, Cancelled, KantaError
from kanta_desk.model.events import Outcome, Phase
from kanta_desk.model.identifiers import masked

_LONGEST = 200
"""Characters of an error's fields that an event keeps."""
_IDENTITY_CODE = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]", re.ASCII | re.IGNORECASE)


def failed(error: BaseException) -> Outcome:
    """How an act ended that raised. An error's fields are safe to log, but for an identity code in
    what an archive said; of what is not one of the program's own, only its class is."""
    if not isinstance(error, KantaError):
        return Outcome(Phase.FAILED, KantaError.code, error_text=type(error).__name__)
    told = ((name, str("" if value is None else value)) for name, value in error.fields.items())
    said = ", ".join(f"{name}={value}" for name, value in told if value)
    said = _IDENTITY_CODE.sub(lambda found: masked(found[0]), said)
    return Outcome(_phase_of(error), error.code, error_text=said[:_LONGEST])


def _phase_of(error: KantaError) -> Phase:
    if isinstance(error, Cancelled):
        return Phase.CANCELLED
    return Phase.UNKNOWN if isinstance(error, AnswerTimedOut) else Phase.FAILED
