"""Opening the desk and signing in from the terminal.

PIN1 is asked without echo, or taken from the practice set for a practice card; never from an
argument or the environment.
"""

from __future__ import annotations

import getpass
import queue
import sys
import threading
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kanta_desk.cli import words
from kanta_desk.cli.card_words import IN_OTHER_WINDOW
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program, Status
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import (
    CardInUse,
    CardMute,
    CardRemoved,
    CardUnknown,
    KantaError,
    NoCard,
    NoReader,
    PinBlocked,
    PinLastTries,
    RightMissing,
    ServiceNotRunning,
)
from kanta_desk.model.cards import CardDetails, CardPresence, CardsState, ReaderState, ServiceState
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.mode import MODE_BANNERS, ReaderKind
from kanta_desk.model.people import Register, WorkContext
from kanta_desk.model.rights import Basis
from kanta_desk.model.terms import connections
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Text

if TYPE_CHECKING:  # the desk brings all rooms with it: loaded when one is opened
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

PATIENCE = 10.0
"""Seconds to wait for a card that is being read, or not yet in."""

FEW_TRIES = 2
_YES = ("k", "j", "y")


@contextmanager
def open_desk(
    program: Program,
    *,
    practice: bool,
    state: Path | None = None,
    reader: ReaderKind = ReaderKind.SOFTWARE,
    cards: Sequence[Path] = (),
    past: int = 0,
) -> Iterator[Desk]:
    """The desk of the installation or of the practice set, closed at the end.

    ``past``: with how many invented events a practice log that is not there yet begins.
    """
    from kanta_desk.desk.assemble import assemble, assemble_practice

    if practice:
        root = state or program.practice_folder
        desk = assemble_practice(root, reader=reader, cards=cards, past=past)
    else:
        desk = assemble(program.paths)
    if banner := program.text(MODE_BANNERS[desk.mode]):
        note(banner)
    _tell_connection(program, desk)
    for alarm in desk.alarms:
        said = explain(alarm, program.language)
        note(program.text(words.ERROR, title=said.title, code=said.code))
        note(said.meaning)
        note(program.text(words.REMEDY, remedy=said.remedy))
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def signed_in(
    program: Program, *, practice: bool, register: str = "", purpose: str = ""
) -> Iterator[tuple[Desk, Session]]:
    """A desk with a session, both ended at the end; see ``sign_in``."""
    with open_desk(program, practice=practice) as desk:
        yield desk, sign_in(program, desk, register, purpose)


def card_at_hand(desk: Desk, seconds: float = PATIENCE) -> tuple[ReaderState, CardDetails]:
    """Wait until a card has been read.

    Raises:
        CardError: what keeps it from being read, when the patience is at its end.
    """
    states: queue.SimpleQueue[CardsState] = queue.SimpleQueue()
    stop = desk.on_cards(states.put)
    try:
        state, until = desk.cards, time.monotonic() + seconds
        while (best := state.best) is None or best.card is None:
            left = until - time.monotonic()
            if left <= 0 or not _may_still_come(state):
                raise _why_not(state)
            try:
                state = states.get(timeout=left)
            except queue.Empty:
                raise _why_not(state) from None
        return best, best.card
    finally:
        stop()


def vetted_card(desk: Desk, seconds: float = PATIENCE) -> tuple[ReaderState, CardDetails]:
    """As ``card_at_hand``, once its issuers have said whether it is revoked, if they say so soon.

    Raises:
        CardError: as ``card_at_hand``.
    """
    came = threading.Event()
    stop = desk.on_cards(lambda state: came.set() if _is_vetted(state) else None)
    try:
        card_at_hand(desk, seconds)
        if not _is_vetted(desk.cards):
            came.wait(seconds)
        return card_at_hand(desk, seconds)
    finally:
        stop()


def _is_vetted(state: CardsState) -> bool:
    card = state.best.card if state.best else None
    return card is not None and all(
        each.revocation is not None for each in card.certificates if each.path
    )


def sign_in(program: Program, desk: Desk, register: str = "", purpose: str = "") -> Session:
    """Sign in with the card in the reader, in the register and for the purpose asked for.

    Raises:
        CardError, TrustError, RightsError, LogError: as the desk does.
        typer.Exit: if there is no one context to take, or no terminal to ask the PIN on.
    """
    _confirm_production(program, desk)
    if desk.practice is None:
        note(program.text(words.WAITING_CARD))
    reader, card = card_at_hand(desk)
    context = _context(program, desk, card, register, purpose)
    pin, few = _pin_of(program, desk, reader, card)
    session = desk.submit(
        Lane.CARD, desk.sign_in, pin, context, only=card.holder, use_last_tries=few
    ).result()
    note(program.text(words.SIGNED_IN, name=session.holder.name, **_named(program, context)))
    return session


def _tell_connection(program: Program, desk: Desk) -> None:
    """Which connection it is, where there are several, and what is about to go wrong with it."""
    chosen = desk.options.connection
    if len(desk.options.connections) > 1 and chosen is not None and not program.paths.connection:
        note(program.text(connections.CHOOSE, name=chosen.name))
    for each in desk.notices:
        note(program.text(each))


def _confirm_production(program: Program, desk: Desk) -> None:
    """Production is meant if its connection was named, or somebody at the terminal says so."""
    if not desk.needs_confirmation:
        return
    if program.paths.connection or consents(program, words.ASK_PRODUCTION):
        desk.confirm_production()


def seal_log(program: Program, desk: Desk, session: Session) -> int:
    """Have the session's own card sign the access log with PIN1; how many events that covers.

    Raises:
        CardError, TrustError, LogError: as the desk does.
        typer.Exit: if there is no terminal to ask the PIN on.
    """
    reader, card = card_at_hand(desk)
    if card.holder != session.holder:
        raise CardRemoved("", "another card than the session's")
    note(program.text(words.SEALING))
    pin, few = _pin_of(program, desk, reader, card)
    return desk.start(session.sealing.seal, pin, use_last_tries=few).result()


def prove_first(
    program: Program,
    desk: Desk,
    register: Register,
    basis: Basis,
    *,
    valid_to: date | None,
    adopt: bool,
) -> Session:
    """Make the holder of the card in the reader the first administrator of a register.

    Raises:
        CardError, TrustError, RightsError, LogError, GrantInvalid: as the desk does.
        typer.Exit: if there is no terminal to ask the PIN on.
    """
    _confirm_production(program, desk)
    if desk.practice is None:
        note(program.text(words.WAITING_CARD))
    reader, card = card_at_hand(desk)
    pin, few = _pin_of(program, desk, reader, card)

    def prove() -> Session:
        return desk.first_administrator(
            pin,
            register,
            basis,
            valid_to=valid_to,
            adopt=adopt,
            only=card.holder,
            use_last_tries=few,
        )

    return desk.submit(Lane.CARD, prove).result()


def _pin_of(
    program: Program, desk: Desk, reader: ReaderState, card: CardDetails
) -> tuple[bytearray | None, bool]:
    """PIN1, and whether one of the last tries may be used for it; None where the reader software
    asks for it, or it is typed on the reader."""
    here = desk.ways.asks_pin
    if here and desk.practice is not None and desk.practice.inserted is not None:
        return desk.practice.pin(desk.practice.inserted), False
    left = card.tries_left[0]
    few = left is not None and left <= FEW_TRIES
    if left == 0:
        raise PinBlocked(1, left)
    if few and not consents(program):
        raise PinLastTries(1, left)
    if not here:
        note(program.text(IN_OTHER_WINDOW))
        return None, few
    prompt = (
        program.text(words.ASK_PIN_ONLY)
        if left is None
        else words.ASK_PIN.filled(program.language, left)
    )
    return ask_pin(program, prompt, pad=desk.ways.offers_pad(reader)), few


def _may_still_come(state: CardsState) -> bool:
    """Whether waiting makes sense: nothing was seen yet, a card is being read, or none is in."""
    best = state.best
    return state.counter == 0 or (
        best is not None and best.presence in (CardPresence.READING, CardPresence.EMPTY)
    )


def _why_not(state: CardsState) -> KantaError:
    best = state.best
    if state.service is ServiceState.STOPPED:
        return ServiceNotRunning()
    if best is None:
        return NoReader()
    match best.presence:
        case CardPresence.MUTE:
            return CardMute(best.name)
        case CardPresence.IN_USE:
            return CardInUse(best.name)
        case CardPresence.UNKNOWN:
            return CardUnknown(best.name, best.atr)
        case _:
            return NoCard(best.name)


def _context(
    program: Program, desk: Desk, card: CardDetails, register: str, purpose: str
) -> WorkContext:
    every = desk.contexts_for(card.holder)
    if not every:
        raise RightMissing(EventKind.SIGN_IN)
    wanted = [
        context
        for context in every
        if _is_meant(register, context.register.controller.oid, context.register.controller.name)
        and _is_meant(purpose, context.purpose.code, program.text(context.purpose.name))
    ]
    # In practice, the first of them serves: nobody's data is used.
    if len(wanted) == 1 or (wanted and desk.practice is not None):
        return wanted[0]
    note(program.text(words.CHOOSE if wanted else words.NO_CONTEXT))
    for context in wanted or every:
        note("  {register} · {purpose}".format(**_named(program, context)))
    raise typer.Exit(Status.COULD_NOT_RUN)


def _is_meant(asked: str, identifier: Oid | str, name: str) -> bool:
    return not asked or asked == str(identifier) or name.casefold().startswith(asked.casefold())


def _named(program: Program, context: WorkContext) -> dict[str, str]:
    return {
        "register": f"{context.register.controller.name} ({context.register.controller.oid})",
        "purpose": f"{program.text(context.purpose.name)} ({context.purpose.code})",
    }


def consents(program: Program, question: Text = words.LAST_TRIES) -> bool:
    """Whether the person at the terminal answers yes."""
    typer.echo(program.text(question), nl=False, err=True)
    return sys.stdin.readline().strip().lower().startswith(_YES)


def ask_pin(program: Program, prompt: str, *, pad: bool) -> bytearray | None:
    """A PIN typed without echo; None where it is to be typed on the reader's own ``pad``, which
    the holder chooses by leaving it empty.

    Raises:
        typer.Exit: as ``ask_code``.
    """
    if not pad:
        return ask_code(program, prompt)
    note(program.text(words.PAD_OFFERED))
    if given := ask_code(program, prompt):
        return given
    note(program.text(words.TYPE_ON_PAD))
    return None


def ask_code(program: Program, prompt: str) -> bytearray:
    """Digits typed without echo.

    Raises:
        typer.Exit: if there is no terminal that can hide them.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would echo
            return bytearray(getpass.getpass(prompt), "utf-8")
    except (getpass.GetPassWarning, EOFError, OSError):
        note(program.text(words.NO_TERMINAL))
        raise typer.Exit(Status.COULD_NOT_RUN) from None
