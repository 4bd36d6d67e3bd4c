"""A FINEID card of scheme S4-2: recognise it, read its certificates, sign with its keys.

Commands, references and their order: FINEID S4-2 v4.0 as transcribed by an independent
implementation. Every visit to the card happens inside one transaction, so that no other program
changes the selected file or the security environment in between; where a PIN was given the card is
reset at its end, since its PINs are global and would stay given for any other program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum

from kanta_desk.cards import der, pin, signature
from kanta_desk.cards.apdu import Command, Ins, sender
from kanta_desk.cards.profile import Model, Scheme, SoteScheme, Support, profiles
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad, CardError, CardUnknown, CertificateUnreadable
from kanta_desk.trust.certificate import Certificate

APPLICATION = bytes.fromhex("A000000063504B43532D3135")
CITIZEN_PIN1 = 0x11

_MF = b"\x3f\x00"
_TOKEN_INFO = 0x5032
_BLOCK = 0x80
_HEADER = 4


class Key(Enum):
    """The two keys of a card, by the PIN that opens each."""

    AUTHENTICATION = 1
    SIGNATURE = 2


@dataclass(frozen=True, slots=True)
class CardSignature:
    """A signature proven against the certificate that was read from the same card with it."""

    certificate: Certificate
    algorithm: signature.Algorithm
    signature: bytes
    issuers: tuple[bytes, ...]


class FineidCard:
    """A card within one transaction; made by ``opened`` alone."""

    def __init__(self, connection: CardConnection, model: Model, scheme: SoteScheme) -> None:
        self.model = model
        self.scheme = scheme
        self._connection = connection
        self._send = sender(connection)

    @property
    def verified_profile(self) -> bool:
        """Whether everything the program knows of this card has been confirmed."""
        return self.model.verified and self.scheme.verified

    def confirm(self) -> None:
        """Select the application and make sure that the card speaks the scheme of its model.

        Raises:
            CardUnknown: if it has no such application or answers as no card of the scheme does.
        """
        if not self._select_application():
            raise self._unknown("no FINEID application")
        if pin.exists(pin.status(self._send, CITIZEN_PIN1)):
            raise self._unknown("citizen scheme")
        if not pin.exists(pin.status(self._send, self.scheme.pin1)):
            raise self._unknown("no PIN known")

    def serial(self) -> str:
        """The card's serial number from EF.TokenInfo (PKCS#15); empty where it cannot be read."""
        try:
            content = self._read_file(_TOKEN_INFO, "TokenInfo")
            (_, info), *_ = der.elements(content)
            number = next(value for tag, value in der.elements(info) if tag == der.OCTET_STRING)
        except (CardAnswerBad, StopIteration, ValueError):
            return ""
        return number.decode("ascii") if number.isalnum() else number.hex().upper()

    def tries_left(self) -> tuple[int | None, int | None]:
        """Tries left of PIN1 and PIN2; None where the card does not tell."""
        first = pin.tries_left(pin.status(self._send, self.scheme.pin1))
        return first, pin.tries_left(pin.status(self._send, self.scheme.pin2))

    def certificate(self, key: Key) -> bytes:
        """The DER certificate of a key. Leaves the file system where the key can be used.

        Raises:
            CardAnswerBad: if the card does not give it.
        """
        self._enter(key)
        if key is Key.AUTHENTICATION:
            return self._read_file(self.scheme.authentication_file, "authentication certificate")
        return self._read_file(self.scheme.signature_file, "signature certificate")

    def issuers(self) -> tuple[bytes, ...]:
        """The issuing authority's DER certificate; none where the card does not let it be read."""
        self._send(Command(Ins.SELECT, 0x00, 0x0C, _MF))
        try:
            return (Certificate.parse(self._read_file(self.scheme.issuer_file, "issuer")).der,)
        except (CardAnswerBad, CertificateUnreadable):
            return ()

    def sign(
        self, key: Key, code: bytearray, message: bytes, *, use_last_tries: bool = False
    ) -> CardSignature:
        """Give the PIN of ``key`` and sign ``message``; proven before it is returned.

        ``code`` is overwritten. The surrounding transaction must end with a reset.

        Raises:
            PinError: see ``pin.verify``.
            SignatureRejected: if the card's key is not the certificate's.
            CardAnswerBad: if the card refuses a step.
        """
        issuers = self.issuers()
        certificate = Certificate.parse(self.certificate(key))
        algorithm = signature.algorithm_for(certificate.public_key)
        first = key is Key.AUTHENTICATION
        pin.verify(
            self._connection,
            self._send,
            self.scheme.pin1 if first else self.scheme.pin2,
            code,
            key.value,
            use_last_tries=use_last_tries,
        )
        reference = self.scheme.authentication_key if first else self.scheme.signature_key
        environment = bytes((0x80, 0x01, algorithm.card_byte, 0x84, 0x01, reference))
        self._require(Command(Ins.MANAGE_SECURITY_ENVIRONMENT, 0x41, 0xB6, environment), "MSE")
        digest = algorithm.digest_of(message)
        raw = self._require(Command(Ins.PERFORM_SECURITY_OPERATION, 0x9E, 0x9A, digest, 256), "PSO")
        made = signature.from_card(certificate.public_key, raw)
        signature.verify(certificate.public_key, message, made)
        return CardSignature(certificate, algorithm, made, issuers)

    def _select_application(self) -> bool:
        return self._send(Command(Ins.SELECT, 0x04, 0x0C, APPLICATION)).ok

    def _enter(self, key: Key) -> None:
        """Make current what holds the key: E.SIGN by name (by its file id it is a trap)."""
        if key is Key.AUTHENTICATION:
            self._require(Command(Ins.SELECT, 0x04, 0x0C, APPLICATION), "application")
        else:
            self._require(Command(Ins.SELECT, 0x00, 0x0C, _MF), "MF")
            name = self.scheme.signature_application
            self._require(Command(Ins.SELECT, 0x04, 0x0C, name), "E.SIGN")

    def _read_file(self, file_id: int, step: str) -> bytes:
        """Read a file that holds one DER element: exactly its length, in blocks.

        A select may answer 9000 for a file that is not there, so the first read is the judge.
        """
        name = file_id.to_bytes(2, "big")
        for select in (
            Command(Ins.SELECT, 0x02, 0x0C, name),
            Command(Ins.SELECT, 0x08, 0x04, name, 256),
        ):
            if self._send(select).ok:
                header = self._send(_read(0, _HEADER))
                if header.ok and len(header.data) == _HEADER:
                    return self._read_rest(header.data, step)
        raise CardAnswerBad(self._connection.reader, f"{step}: not readable")

    def _read_rest(self, content: bytes, step: str) -> bytes:
        length = der.total_length(content)
        while len(content) < length:
            wanted = min(_BLOCK, length - len(content))
            block = self._require(_read(len(content), wanted), step)
            if len(block) < wanted:
                raise CardAnswerBad(self._connection.reader, f"{step}: breaks off")
            content += block
        return content[:length]

    def _require(self, command: Command, step: str) -> bytes:
        return self._send(command).require(step, self._connection.reader)

    def _unknown(self, why: str) -> CardUnknown:
        return CardUnknown(self._connection.reader, f"{self._connection.atr.hex().upper()} {why}")


def _read(offset: int, length: int) -> Command:
    return Command(Ins.READ_BINARY, offset >> 8, offset & 0xFF, le=length)


@contextmanager
def opened(connection: CardConnection, *, reset: bool) -> Iterator[FineidCard]:
    """The card in ``connection``, recognised and confirmed, for the time of one transaction.

    ``reset``: make the card forget every PIN at the end, for visits in which one is given. After
    that the connection is to be closed.

    Raises:
        CardUnknown: no supported model, or not what its ATR says; ``detail`` begins with the ATR.
        CardError: whatever the connection meets.
    """
    known = profiles()
    model = known.find(connection.atr)
    if model is None or model.scheme is not Scheme.SOTE or model.support is not Support.SUPPORTED:
        name = f" {model.name}, {model.support}" if model else ""
        raise CardUnknown(connection.reader, connection.atr.hex().upper() + name)
    connection.begin()
    try:
        card = FineidCard(connection, model, known.sote)
        card.confirm()
        yield card
    except BaseException:
        with suppress(CardError):  # the first failure is the one to tell of
            connection.end(reset=reset)
        raise
    connection.end(reset=reset)


def sign_once(
    connection: CardConnection,
    key: Key,
    code: bytearray,
    message: bytes,
    *,
    use_last_tries: bool = False,
) -> CardSignature:
    """One signature from start to end: PIN form, recognition, PIN, signature, proof, reset.

    ``code`` is overwritten whatever happens.

    Raises:
        PinFormat: nothing was sent to the card.
        CardError: see ``opened`` and ``FineidCard.sign``.
    """
    try:
        pin.require_digits(code, key.value, profiles().sote.pin_digits)
        with opened(connection, reset=True) as card:
            return card.sign(key, code, message, use_last_tries=use_last_tries)
    finally:
        pin.wipe(code)
