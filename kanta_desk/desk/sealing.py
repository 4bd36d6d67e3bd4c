"""The holder's card vouches for the access log: ``session.sealing``, and around invalidations.

Each seal is an event of its own: its outcome keeps the text with the heads of all trees and the
card's signature over it, so that a verification counts it as it does a sign-in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kanta_desk.accesslog.statement import HeadStatement
from kanta_desk.cards.challenge import SEAL, verify_challenge
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.signin import Sealed, SignIn, evidence_of, seal_message
from kanta_desk.desk.signing import SigningKey
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import KantaError
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.people import Holder

__all__ = ["Frame", "Moment", "Sealing", "framed"]


class Moment(StrEnum):
    """When a seal was made, as the log and the signed text say it."""

    ASKED = "asked"
    SIGN_OUT = "sign-out"
    BEFORE = "before-invalidations"
    AFTER = "after-invalidations"


class Sealing:
    """The holder's own act, with PIN1, whatever the role."""

    def __init__(
        self, gate: Gate, ticket: Callable[[], Ticket], holder: Holder, signin: SignIn
    ) -> None:
        self._gate = gate
        self._ticket = ticket
        self._holder = holder
        self._signin = signin

    @verb(EventKind.LOG_SEAL, Lane.CARD)
    def seal(
        self, pin: bytearray | None, *, at_sign_out: bool = False, use_last_tries: bool = False
    ) -> int:
        """Sign the log as it stands with the session's own card; how many events that covers.

        ``pin`` is overwritten whatever happens; None where it is typed on the reader's own pad or
        in the reader software's window.

        Raises:
            CardRemoved: if another card is in; the PIN is not given to it.
            CardError, PinError, TrustError: as at sign-in.
            SessionLocked, LogError.
        """
        moment = Moment.SIGN_OUT if at_sign_out else Moment.ASKED
        try:
            ticket = self._ticket()
            session = ticket.actor.session_id
            return self._gate.do(
                ticket,
                EventKind.LOG_SEAL,
                Subject(query=moment.value),
                lambda: self._signin.seal(
                    self._holder, session, purpose(moment), pin, use_last_tries=use_last_tries
                ),
                _told,
            ).events
        finally:
            if pin is not None:
                pin[:] = bytes(len(pin))


@dataclass(slots=True)
class Frame:
    """The two seals around a batch; ``error``: why there is no second one."""

    error: KantaError | None = None

    @property
    def unsealed(self) -> str:
        """The code of the error, or empty."""
        return self.error.code if self.error else ""


@contextmanager
def framed(
    gate: Gate,
    ticket: Ticket,
    key: SigningKey,
    plan_id: str,
    statement: Callable[[], HeadStatement],
    clock: Callable[[], datetime],
) -> Iterator[Frame]:
    """Seal the log with the key that is open for a batch: before it, and after what was done.

    A first seal that fails keeps the batch from beginning. A second one that fails is in the log
    and in the frame: what was done is done, and told, all the same. It is made even if the session
    was locked meanwhile, since it vouches for what the holder did.

    Raises:
        CardError, RightsError, LogError: before the batch.
    """

    def seal(ticket: Ticket, moment: Moment) -> None:
        gate.do(
            ticket,
            EventKind.LOG_SEAL,
            Subject(query=f"{moment} plan:{plan_id}"),
            lambda: _signed(key, ticket.actor.session_id, moment, statement(), clock()),
            _told,
        )

    seal(ticket, Moment.BEFORE)
    frame = Frame()
    yield frame
    try:
        seal(replace(ticket, is_open=lambda: True), Moment.AFTER)
    except KantaError as error:
        frame.error = error


def purpose(moment: Moment) -> str:
    """The purpose line of the text that is signed."""
    return f"{EventKind.LOG_SEAL} {moment}"


def _signed(
    key: SigningKey, session: str, moment: Moment, heads: HeadStatement, now: datetime
) -> Sealed:
    signed = key.sign_text(seal_message(purpose(moment), session, now, heads))
    verify_challenge(signed, SEAL)
    return Sealed(heads.events, evidence_of(signed, key.admitted, heads))


def _told(sealed: Sealed) -> Told:
    return Told(sealed.events, evidence=sealed.evidence)
