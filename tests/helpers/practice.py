"""The practice desk, whole, as tests use it: real HTTPS, the software card in process."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.session import Session
from kanta_desk.model.cards import CardPresence, CardsState
from kanta_desk.model.mode import ReaderKind
from kanta_desk.practice.people import PRACTICE_CARDS
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.sealing import Seals
from kanta_desk.practice.seed import seed

PATIENCE = 20.0
"""Seconds after which a thing that did not happen is a failure."""


@cache
def _prepared() -> Path:
    """Certificates and seeded archive, made once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="kanta-desk-practice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    pki = PracticePki.create(folder / "pki")
    for card in PRACTICE_CARDS:
        card.make(pki)
    seed(folder / "archive", Seals.of(pki))
    return folder


def prepare(root: Path) -> PracticePki:
    """Lay out ``pki`` and ``archive`` below ``root``, as the practice set would make them."""
    shutil.copytree(_prepared(), root, dirs_exist_ok=True)
    return PracticePki.create(root / "pki")


@contextmanager
def practice_desk(root: Path, reader: ReaderKind = ReaderKind.SOFTWARE) -> Iterator[Desk]:
    """A practice desk with its archivist's card read."""
    prepare(root)
    desk = assemble_practice(root, reader=reader)
    try:
        await_cards(desk, lambda state: presence(state) is CardPresence.READY)
        yield desk
    finally:
        desk.close()


def presence(state: CardsState) -> CardPresence | None:
    """What the best reader holds."""
    return state.best.presence if state.best else None


def await_cards(desk: Desk, fits: Callable[[CardsState], bool]) -> CardsState:
    """Wait until the cards' state fits, by the desk's own events."""
    came = threading.Event()
    stop = desk.on_cards(lambda state: came.set() if fits(state) else None)
    try:
        if not fits(desk.cards) and not came.wait(PATIENCE):
            raise AssertionError(f"cards did not become as expected: {desk.cards}")
        return desk.cards
    finally:
        stop()


def insert(desk: Desk, name: str) -> None:
    """Put the practice card of this person in, and wait until it has been read."""
    assert desk.practice is not None
    desk.practice.insert(next(card for card in desk.practice.cards if name in card))
    await_cards(desk, lambda state: name in holder_name(state))


def holder_name(state: CardsState) -> str:
    """Whose card has been read."""
    return state.best.card.holder.name if state.best and state.best.card else ""


def sign_in(desk: Desk, context: int = 0) -> Session:
    """Sign in with the practice card that is in the reader."""
    assert desk.practice is not None
    assert desk.practice.inserted is not None
    assert desk.cards.best is not None
    assert desk.cards.best.card is not None
    contexts = desk.contexts_for(desk.cards.best.card.holder)
    pin = desk.practice.pin(desk.practice.inserted)
    return desk.submit(Lane.CARD, desk.sign_in, pin, contexts[context]).result(PATIENCE)
