"""A FINEID card within one transaction: recognise it, read it, and know how to speak with it.

Every visit to the card happens inside one transaction, so that no other program changes the
selected file or the security environment in between; where a PIN was given the card is reset at its
end, since a PIN once given may stay given for any other program. Sources of the commands: see
``resources/cards/profiles.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property

from kanta_desk.cards import pin, pkcs15, signature
from kanta_desk.cards.apdu import Answer, Command, Ins, Send, Sw, sender
from kanta_desk.cards.files import CardFiles
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.pkcs15 import Directory
from kanta_desk.cards.plan import KeyPlan, Plan, merge, place_of
from kanta_desk.cards.profile import (
    Folder,
    Key,
    Layout,
    Model,
    Place,
    Scheme,
    profiles,
)
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import (
    CardAnswerBad,
    CardError,
    CardUnknown,
    CertificateUnreadable,
    PinAskedAgain,
)
from kanta_desk.trust.certificate import Certificate

__all__ = ["CardSignature", "FineidCard", "Key", "opened"]

CITIZEN_PIN1 = 0x11

_TOKEN_INFO = Place(Folder.APPLICATION, 0x5032)
_OBJECT_FILES = Place(Folder.APPLICATION, 0x5031)
_LOCAL = 0x80
_MAX_FILES = 4
_PSO = Ins.PERFORM_SECURITY_OPERATION


@dataclass(frozen=True, slots=True)
class CardSignature:
    """A signature proven against the certificate that was read from the same card with it."""

    certificate: Certificate
    algorithm: signature.Algorithm
    signature: bytes
    issuers: tuple[bytes, ...]


class FineidCard:
    """A card within one transaction; made by ``opened`` alone."""

    def __init__(
        self, connection: CardConnection, model: Model, layout: Layout, memory: CardMemory
    ) -> None:
        self.connection = connection
        self.model = model
        self.layout = layout
        self.send: Send = sender(connection)
        self._files = CardFiles(connection, layout)
        self._memory = memory
        self._pins: dict[int, Answer] = {}

    @property
    def verified_profile(self) -> bool:
        """Whether all that giving a PIN relies on was confirmed, and the card says the same."""
        return self.model.confirmed and not self.plan.in_doubt

    def confirm(self) -> None:
        """Select the application, make sure that the card speaks as its model does, know it again.

        Raises:
            CardUnknown: if it has no such application or answers as no card of its scheme does.
        """
        if not self._files.open_application():
            raise self._unknown("no FINEID application")
        citizen = self.layout.scheme is Scheme.CITIZEN
        if self._answers(CITIZEN_PIN1) is not citizen:
            raise self._unknown("another scheme")
        if not self._answers(self.layout.pins[Key.AUTHENTICATION].reference):
            raise self._unknown("no PIN known")
        self._recognise()

    @cached_property
    def plan(self) -> Plan:
        """How to speak with this card: the table, gone over by its own PKCS#15 objects."""
        return merge(self.layout, self._directory(), self._answers)

    def serial(self) -> str:
        """The card's serial number from EF.TokenInfo (PKCS#15); empty where it cannot be read."""
        try:
            content = self._files.element(_TOKEN_INFO, "TokenInfo")
        except CardAnswerBad:
            return ""
        return pkcs15.read_token_info(content).serial

    def tries_left(self) -> tuple[int | None, int | None]:
        """Tries left of PIN1 and PIN2; None where the card does not tell."""
        told: list[int | None] = []
        for key in Key:
            try:
                told.append(self._tries(self.plan.of(key).pin.reference))
            except CardAnswerBad:  # the folder of a local PIN cannot be had
                told.append(None)
        return told[0], told[1]

    def certificate(self, key: Key) -> bytes:
        """The DER certificate of a key.

        Raises:
            CardAnswerBad: if the card does not give it.
        """
        step = f"{key.name.lower()} certificate"
        for place in self.plan.of(key).certificates:
            with suppress(CardAnswerBad):
                return self._files.element(place, step)
        raise CardAnswerBad(self.connection.reader, f"{step}: not readable")

    def issuers(self) -> tuple[bytes, ...]:
        """The issuing authority's DER certificate; none where the card does not let it be read.

        The root's, which cards may carry as well, is of no use: roots are not taken from cards.
        """
        for place in self.plan.issuers:
            with suppress(CardAnswerBad, CertificateUnreadable):
                found = Certificate.parse(self._files.element(place, "issuer"))
                if not found.is_self_issued:
                    return (found.der,)
        return ()

    def require_pin(self, key: Key) -> KeyPlan:
        """The plan of a key whose PIN may now be given.

        Raises:
            CardUnknown: if the card has no such PIN, or wants it in a form that is not known.
        """
        plan = self.plan.of(key)
        if not self._answers(plan.pin.reference):
            raise self._unknown(f"no PIN{key.value}")
        if not plan.pin_is_digits:
            raise self._unknown(f"form of PIN{key.value}")
        return plan

    def pin_state(self, reference: int) -> Answer:
        """What the card says of a PIN before any is given; asked once, and spends no try."""
        if reference not in self._pins:
            self._go_home(reference)
            self._pins[reference] = pin.status(self.send, reference)
        return self._pins[reference]

    def sign_digest(
        self, key: Key, algorithm: signature.Algorithm, digest: bytes, size: int
    ) -> bytes:
        """The card's bare result over a digest; its PIN was given. ``size``: bytes expected.

        Raises:
            PinAskedAgain: if the card wants the PIN once more.
            CardAnswerBad: if the card refuses a step.
        """
        plan = self.plan.of(key)
        self._set_environment(plan, algorithm)
        le = min(size, 256)
        if not self.layout.hash_apart:
            return self._operate(key, Command(_PSO, 0x9E, 0x9A, digest, le))
        self._operate(key, Command(_PSO, 0x90, 0xA0, bytes((0x90, len(digest))) + digest))
        # The exact length at once: a repetition for it could lose the digest.
        return self._operate(key, Command(_PSO, 0x9E, 0x9A, le=le))

    def enter(self, key: Key) -> None:
        """Make current what holds the key.

        Raises:
            CardAnswerBad: if the card refuses.
        """
        self._files.enter(self.layout.certificates[key])

    def _set_environment(self, plan: KeyPlan, algorithm: signature.Algorithm) -> None:
        """Choose key and algorithm; where the card's own reference is none to it, the table's."""
        for reference in plan.references:
            environment = bytes((0x80, 0x01, algorithm.card_byte, 0x84, 0x01, reference))
            answer = self.send(Command(Ins.MANAGE_SECURITY_ENVIRONMENT, 0x41, 0xB6, environment))
            if answer.sw != Sw.REFERENCE_NOT_FOUND or reference == plan.references[-1]:
                answer.require("MSE", self.connection.reader)
                return

    def _recognise(self) -> None:
        """Begin the authentication certificate; if the card is not known by it, read it through."""
        place = self.layout.certificates[Key.AUTHENTICATION]
        if first := self._files.first_block(place):
            self._files.known = self._memory.of(self.connection.atr, first)
            with suppress(CardAnswerBad):  # told when the certificate is asked for
                self._files.element(place, "authentication certificate", first)

    def _directory(self) -> Directory:
        """The card's own list of its PINs, keys and certificates; what cannot be read is empty."""
        known = self._files.known
        if known.directory is None:
            listed = pkcs15.read_object_files(self._files.objects(_OBJECT_FILES))
            known.directory = Directory(
                pins=pkcs15.read_pins(self._all(listed.pins)),
                keys=pkcs15.read_keys(self._all(listed.keys)),
                certificates=pkcs15.read_certificates(self._all(listed.certificates)),
            )
        return known.directory

    def _all(self, paths: tuple[pkcs15.Path, ...]) -> bytes:
        """The objects of several files in one."""
        places = (place_of(path, self.layout) for path in paths[:_MAX_FILES])
        contents = (self._files.objects(place) for place in places if place is not None)
        return b"".join(b"".join(pkcs15.objects(content)) for content in contents)

    def _answers(self, reference: int) -> bool:
        return pin.exists(self.pin_state(reference))

    def _go_home(self, reference: int) -> None:
        """A local PIN is there only while its folder is current."""
        if reference & _LOCAL:
            self.enter(Key.SIGNATURE)

    def _tries(self, reference: int) -> int | None:
        if self.layout.tries_object:
            self._go_home(reference)
            return pin.count_tries(self.send, self.layout, reference)
        return pin.tries_left(self.pin_state(reference))

    def _operate(self, key: Key, command: Command) -> bytes:
        answer = self.send(command)
        if answer.sw == Sw.PIN_NOT_GIVEN:
            raise PinAskedAgain(key.value)
        return answer.require("PSO", self.connection.reader)

    def _unknown(self, why: str) -> CardUnknown:
        return CardUnknown(self.connection.reader, f"{self.connection.atr.hex().upper()} {why}")


@contextmanager
def opened(
    connection: CardConnection, *, reset: bool, memory: CardMemory | None = None
) -> Iterator[FineidCard]:
    """The card in ``connection``, recognised and confirmed, for the time of one transaction.

    ``reset``: make the card forget every PIN at the end, for visits in which one is given. After
    that the connection is to be closed. ``memory``: what earlier visits learnt.

    Raises:
        CardUnknown: no supported model, or not what its ATR says; ``detail`` begins with the ATR.
        CardError: whatever the connection meets.
    """
    model = profiles().find(connection.atr)
    if model is None or model.layout is None:
        name = f" {model.name}, {model.support}" if model else ""
        raise CardUnknown(connection.reader, connection.atr.hex().upper() + name)
    connection.begin()
    try:
        card = FineidCard(connection, model, model.layout, memory or CardMemory())
        card.confirm()
        yield card
    except BaseException:
        with suppress(CardError):  # the first failure is the one to tell of
            connection.end(reset=reset)
        raise
    connection.end(reset=reset)
