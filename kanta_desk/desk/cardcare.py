"""The PINs of the card in the reader, in its holder's hands; nobody need be signed in.

Nothing of this goes into the access log: it holds the use of clients' data, a PIN is its holder's
own, and it is often set before there is a session in whose name anything could be logged. The
program's log says that a PIN was set, and neither whose nor what.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from kanta_desk.cards import care
from kanta_desk.cards.profile import Key
from kanta_desk.cards.source import CardConnection
from kanta_desk.cards.watch import CardWatch
from kanta_desk.desk.signin import ready_card
from kanta_desk.errors import CardRemoved
from kanta_desk.model.cards import CardDetails, CertificateSummary, ReaderState
from kanta_desk.model.people import Holder

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


class CardCare:
    """Sets PINs of the card in the best reader. All of it blocks: run it in the card lane.

    ``only`` names whose card was shown to whoever typed the codes: it is found in whichever reader
    it is, and another card, put in meanwhile, is given nothing.
    """

    def __init__(self, watch: CardWatch) -> None:
        self._watch = watch

    def change_pin(
        self,
        number: int,
        codes: tuple[bytearray, bytearray] | None,
        *,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> None:
        """Change PIN ``number`` (1 or 2). ``codes``: the current one and the new one, overwritten
        whatever happens; None has them typed on the reader's own pad.

        Raises:
            CardRemoved: if the card is not that of ``only``.
            CardError, PinError: see ``care.change_pin``.
        """
        try:
            self._visit(
                only,
                lambda connection, expected: care.change_pin(
                    connection,
                    Key(number),
                    codes,
                    expected=expected,
                    use_last_tries=use_last_tries,
                    memory=self._watch.memory,
                ),
            )
        finally:
            _wipe(*(codes or ()))
        _log.info("PIN%d was changed", number)

    def puk_tries(self, *, only: Holder | None = None) -> int | None:
        """Tries left of the activation PIN (PUK), to be shown before it is asked for.

        Raises:
            CardError: whatever is met on the way to the card.
        """
        return self._visit(
            only,
            lambda connection, expected: care.puk_tries(connection, self._watch.memory, expected),
        )

    def unblock_pin(
        self,
        number: int,
        puk: bytearray,
        new: bytearray,
        *,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> None:
        """Set PIN ``number`` (1 or 2) with the activation PIN; both are overwritten.

        Raises:
            CardRemoved: if the card is not that of ``only``.
            CardError, PinError, PukError: see ``care.unblock_pin``.
        """
        try:
            self._visit(
                only,
                lambda connection, expected: care.unblock_pin(
                    connection,
                    Key(number),
                    puk,
                    new,
                    expected=expected,
                    use_last_tries=use_last_tries,
                    memory=self._watch.memory,
                ),
            )
        finally:
            _wipe(puk, new)
        _log.info("PIN%d was set with the activation PIN", number)

    def _visit(
        self, only: Holder | None, work: Callable[[CardConnection, CertificateSummary], _T]
    ) -> _T:
        reader, card = ready_card(self._watch) if only is None else self._card_of(only)
        named = card.holder.certificate_sha256
        expected = next(each for each in card.certificates if each.sha256 == named)
        connection = self._watch.source.connect(reader.name)
        try:
            return work(connection, expected)
        finally:
            connection.close(reset=True)
            self._watch.refresh()  # the tries left have changed

    def _card_of(self, holder: Holder) -> tuple[ReaderState, CardDetails]:
        for reader in self._watch.state.readers:
            if reader.card is not None and reader.card.holder == holder:
                return reader, reader.card
        raise CardRemoved("", "the card shown is in no reader")


def _wipe(*codes: bytearray) -> None:
    for code in codes:
        code[:] = bytes(len(code))
