"""Opening the desk and signing in from the terminal.

PIN1 is asked without echo, or taken from the practice set for a practice card; never from an
argument or the environment.
"""

from __future__ import annotations

import getpass
import queue
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kanta_desk.cli import words
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program, Status
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import (
    CardInUse,
    CardMute,
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
from kanta_desk.model.people import WorkContext

if TYPE_CHECKING:  # the desk brings all rooms with it: loaded when one is opened
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

PATIENCE = 10.0
"""Seconds to wait for a card that is being read, or not yet in."""

_FEW_TRIES = 2
_YES = ("k", "j", "y")


@contextmanager
def open_desk(
    program: Program,
    *,
    practice: bool,
    state: Path | None = None,
    reader: ReaderKind = ReaderKind.SOFTWARE,
) -> Iterator[Desk]:
    """The desk of the installation or of the practice set, closed at the end."""
    from kanta_desk.desk.assemble import assemble, assemble_practice

    if practice:
        desk = assemble_practice(state or program.practice_folder, reader=reader)
    else:
        desk = assemble(program.paths)
    if banner := program.text(MODE_BANNERS[desk.mode]):
        note(banner)
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


def sign_in(program: Program, desk: Desk, register: str = "", purpose: str = "") -> Session:
    """Sign in with the card in the reader, in the register and for the purpose asked for.

    Raises:
        CardError, TrustError, RightsError, LogError: as the desk does.
        typer.Exit: if there is no one context to take, or no terminal to ask the PIN on.
    """
    if desk.practice is None:
        note(program.text(words.WAITING_CARD))
    _, card = card_at_hand(desk)
    context = _context(program, desk, card, register, purpose)
    if desk.practice is not None and desk.practice.inserted is not None:
        pin, few = desk.practice.pin(desk.practice.inserted), False
    else:
        left = card.tries_left[0]
        few = left is not None and left <= _FEW_TRIES
        if left == 0:
            raise PinBlocked(1, left)
        if few and not _consents(program):
            raise PinLastTries(1, left)
        pin = _ask_pin(program, left)
    session = desk.submit(Lane.CARD, desk.sign_in, pin, context, use_last_tries=few).result()
    note(program.text(words.SIGNED_IN, name=session.holder.name, **_named(program, context)))
    return session


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


def _consents(program: Program) -> bool:
    typer.echo(program.text(words.LAST_TRIES), nl=False, err=True)
    return sys.stdin.readline().strip().lower().startswith(_YES)


def _ask_pin(program: Program, tries_left: int | None) -> bytearray:
    prompt = (
        program.text(words.ASK_PIN_ONLY)
        if tries_left is None
        else words.ASK_PIN.filled(program.language, tries_left)
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would echo
            return bytearray(getpass.getpass(prompt), "utf-8")
    except (getpass.GetPassWarning, EOFError, OSError):
        note(program.text(words.NO_TERMINAL))
        raise typer.Exit(Status.COULD_NOT_RUN) from None
