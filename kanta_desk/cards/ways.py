"""The ways to the card's keys that this machine has, which one is in use, and a look at each."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kanta_desk.cards.direct import DirectSigner
from kanta_desk.cards.pkcs11 import Pkcs11Signer
from kanta_desk.cards.scs import ScsSigner, scs_profile
from kanta_desk.cards.signers import Signer
from kanta_desk.cards.watch import CardWatch
from kanta_desk.errors import KantaError, SignerMissing
from kanta_desk.model.cards import CardsState, ReaderState, SignerKind, SignerState
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.settings.signing import Signing, in_use, remember

_TO_TYPE_A_PIN = 180.0
_TO_ANSWER = 3.0
_MOST_BYTES = 1024 * 1024


class Ways:
    """Makes the signer in use, and remembers the holder's choice on this machine.

    Choosing and asking is for every thread; looking blocks: in the card lane.
    """

    def __init__(self, given: Signing, folder: Path, watch: CardWatch) -> None:
        """``given``: the administrator's options; ``folder``: where the choice is kept.

        Raises:
            SettingsUnreadable: if what was kept cannot be read.
        """
        self.settings = in_use(given, folder)
        self._folder = folder
        self._watch = watch
        self._guard = threading.Lock()
        self._signers: dict[SignerKind, Signer] = {}
        self._service: HttpClient | None = None

    @property
    def offered(self) -> tuple[SignerKind, ...]:
        """What can be chosen here."""
        return self.settings.ways

    @property
    def chosen(self) -> SignerKind:
        """The way in use."""
        return self.settings.way

    def choose(self, kind: SignerKind) -> None:
        """Use ``kind`` from now on, and remember it on this machine.

        Raises:
            SignerMissing: if it is not offered.
            FolderNotWritable: if it cannot be kept.
        """
        if kind not in self.offered:
            raise SignerMissing(kind, "not offered")
        remember(self._folder, kind)
        self.settings = replace(self.settings, way=kind)

    @property
    def asks_pin(self) -> bool:
        """Whether the desk asks for PINs itself; else the reader software does, in its window."""
        return self.chosen is not SignerKind.SCS

    def offers_pad(self, reader: ReaderState) -> bool:
        """Whether a PIN can be typed on ``reader``'s own pad: only where the desk has the card."""
        return reader.pin_pad and self.chosen is SignerKind.PCSC

    @property
    def signer(self) -> Signer:
        """The signer in use.

        Raises:
            SettingsUnreadable: if the service's root certificate cannot be read.
        """
        kind = self.chosen
        with self._guard:
            if kind not in self._signers:
                self._signers[kind] = self._make(kind)
            return self._signers[kind]

    def look(self, kind: SignerKind) -> SignerState:
        """See whether a way works and which card it sees; see ``look``."""
        state = self._watch.state
        if kind is not SignerKind.PCSC:
            return look(kind, self.settings, _certificates_in(state))
        best = state.best
        found = best is not None and best.card is not None
        return SignerState(kind, best.name if best else "", found, True if found else None)

    def close(self) -> None:
        """Let the service's connections go."""
        with self._guard:
            if self._service is not None:
                self._service.close()

    def _make(self, kind: SignerKind) -> Signer:
        if kind is SignerKind.PKCS11 and self.settings.pkcs11_module is not None:
            return Pkcs11Signer(self.settings.pkcs11_module)
        if kind is SignerKind.SCS:
            self._service = _http(self.settings, _TO_TYPE_A_PIN)
            return ScsSigner(self._service)
        return DirectSigner(self._watch)


def look(kind: SignerKind, settings: Signing, known: Collection[str]) -> SignerState:
    """See whether installed reader software is there and whether the card it sees is one of
    ``known`` (SHA-256 of certificates). No PIN is needed; blocks a few seconds at the most."""
    try:
        if kind is SignerKind.SCS:
            with _http(settings, _TO_ANSWER) as http:
                service = ScsSigner(http).version()
                return SignerState(kind, f"{http.host} · SCS {service.version}", service.card)
        if settings.pkcs11_module is None:
            raise SignerMissing(kind, "no module named")
        signer = Pkcs11Signer(settings.pkcs11_module)
        about = f"{settings.pkcs11_module.name} · {signer.maker()}"
        seen = {each.sha256 for each in signer.certificates()}
        same = not seen.isdisjoint(known) if seen and known else None
        return SignerState(kind, about, bool(seen), same)
    except KantaError as error:
        return SignerState(kind, str(error.fields.get("reader", "")), problem=error.code)


def _http(settings: Signing, seconds: float) -> HttpClient:
    return HttpClient(
        settings.scs_url or scs_profile().url,
        settings.scs_ca_file,
        timeouts=Timeouts(_TO_ANSWER, seconds, seconds),
        max_bytes=_MOST_BYTES,
    )


def _certificates_in(state: CardsState) -> frozenset[str]:
    cards = (reader.card for reader in state.readers if reader.card is not None)
    return frozenset(each.sha256 for card in cards for each in card.certificates)
