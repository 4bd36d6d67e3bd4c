"""The faults that the stand-in can be made to have, by their names; loads nothing of a server."""

from __future__ import annotations

from enum import StrEnum


class Mishap(StrEnum):
    """What can be made to go wrong with a message."""

    UNAVAILABLE = "unavailable"  # acknowledged AR
    REJECTED = "rejected"  # acknowledged AE, with a code that everybody knows
    DENIED = "denied"  # acknowledged AE: no right
    UNKNOWN_ISSUES = "unknown issues"  # acknowledged AE, with several codes that nobody knows
    SOAP_FAULT = "soap fault"  # status 500, as SOAP 1.1 says it
    SERVER_ERROR = "server error"  # status 500 with a page of a server in distress
    HTML = "html"  # a page of a proxy, with status 200
    WRONG_TYPE = "wrong type"  # the right answer, said to be JSON
    WRONG_ID = "wrong id"  # an answer to another message
    CORRUPT = "corrupt"  # an answer whose document was changed on the way
    SLOW = "slow"  # the right answer, after a while
    WRONG_CLOCK = "wrong clock"  # the right answer, from a server whose clock is hours off
    HUGE = "huge"  # an answer without end
    SILENT = "silent"  # no answer at all, and nothing is done
    HALF = "half"  # done, and cut in the middle of the answer
    BROKEN = "broken"  # an answer that is not XML, and nothing is done
    LOST_REQUEST = "lost request"  # the connection breaks before the message is read
    LOST_ANSWER = "lost answer"  # done, and the connection breaks before the answer
    LATE_REQUEST = "late request"  # done only when the caller has hung up
    LATE_ANSWER = "late answer"  # done at once, but answered to nobody: the caller has hung up
    TWICE = "twice"  # the message comes twice, and so does the answer
    DEATH_BEFORE = "death before"  # the server dies before it writes
    DEATH_AFTER = "death after"  # the server dies between writing and answering

    @property
    def word(self) -> str:
        """Its name in one word, as commands take it."""
        return self.value.replace(" ", "-")


class CertificateFault(StrEnum):
    """What can be wrong with the certificate that the stand-in shows of itself."""

    EXPIRED = "expired-certificate"
    FUTURE = "future-certificate"
    WRONG_NAME = "wrong-name-certificate"
    UNKNOWN = "unknown-certificate"


FAULTS = (*(mishap.word for mishap in Mishap), *CertificateFault)
"""All of them, as commands take them."""
