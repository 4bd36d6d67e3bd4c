"""Signing through a PKCS#11 module of installed reader software (Atostek ID, DigiSign, OpenSC).

Such modules show a card as one token for each PIN, or as one token with two keys. The key is found
by its certificate's key usage, never by label or number, and its certificate is read before the
PIN is given. What is signed goes in as a digest (in a DigestInfo for RSA, PKCS#1 v1.5), the one
mechanism that every module for cards has.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pkcs11
from asn1crypto.algos import DigestInfo
from cryptography.hazmat.primitives.asymmetric import rsa
from pkcs11 import exceptions as p11

from kanta_desk.cards import pin as pins
from kanta_desk.cards import signature
from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.cards.signers import Signing, require_expected
from kanta_desk.errors import (
    CardError,
    CardRemoved,
    CertificateUnreadable,
    NoCard,
    PinAskedAgain,
    PinBlocked,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinPadMissing,
    PinWrong,
    SignerMissing,
    SignerRefused,
)
from kanta_desk.model.cards import CertificateSummary, SignerKind
from kanta_desk.trust.certificate import Certificate, KeyUsage

_USAGE = {Key.AUTHENTICATION: KeyUsage.DIGITAL_SIGNATURE, Key.SIGNATURE: KeyUsage.NON_REPUDIATION}
_PIN_DIGITS = (4, 12)
_MOST_TOKENS = 16
_MOST_CERTIFICATES = 32

# A module is one per process, and many take no two calls at once.
_module_in_use = threading.Lock()


class Pkcs11Signer:
    """A ``Signer`` over one PKCS#11 module."""

    kind = SignerKind.PKCS11
    asks_pin = True

    def __init__(self, module: Path) -> None:
        """``module``: the shared library, as the reader software's maker names it."""
        self._module = module

    def certificates(self) -> tuple[Certificate, ...]:
        """All certificates that the module shows without a PIN; for diagnosis.

        Raises:
            SignerMissing, CardError.
        """
        with _mapped(self._module.name), _module_in_use:
            return tuple(
                certificate
                for token in self._tokens()
                for certificate, _ in _certificates_of(token)
            )

    def maker(self) -> str:
        """Who made the module and which version it is, as it says of itself; for diagnosis.

        Raises:
            SignerMissing.
        """
        with _mapped(self._module.name), _module_in_use:
            library = self._library()
            major, minor = library.library_version
            return f"{library.manufacturer_id.strip()} {major}.{minor}"

    @contextmanager
    def opened(
        self,
        key: Key,
        pin: bytearray | None,
        *,
        expected: CertificateSummary | None,
        use_last_tries: bool = False,
    ) -> Iterator[Signing]:
        """See ``Signer.opened``. None for ``pin`` has it typed on the reader's own pad or in a
        window of the module's; where the token says that it is asked there, one that is given is
        not used. A PIN passes through the library as a string of its own, which Python cannot
        overwrite; only ``pin`` itself is.

        Raises:
            SignerMissing: if the module cannot be loaded.
            SignerRefused: if it has no such key, or refuses for a reason of its own.
            NoCard, CardRemoved, PinError: as ``Signer.opened``.
        """
        where = self._module.name
        try:
            if pin is not None:
                pins.require_digits(pin, key.value, _PIN_DIGITS)
            with _mapped(where, key), _module_in_use:
                token, certificate, identity, issuers = self._find(key, expected)
                _require_tries(token, key, use_last_tries=use_last_tries)
                given = _to_give(token, pin, where)
                with token.open(user_pin=given) as session:
                    private = _private_key(session, identity, where)
                    again = given if _always_asks(private) else None
                    yield _Pkcs11Signing(private, certificate, issuers, again)
        finally:
            if pin is not None:
                pins.wipe(pin)

    def _find(
        self, key: Key, expected: CertificateSummary | None
    ) -> tuple[pkcs11.Token, Certificate, bytes, tuple[bytes, ...]]:
        """Token, certificate, id and issuers of the key to use.

        Raises:
            NoCard, CardRemoved, SignerRefused.
        """
        seen = [(token, *each) for token in self._tokens() for each in _certificates_of(token)]
        if not seen:
            raise NoCard(self._module.name)
        fit = [
            (token, certificate, identity)
            for token, certificate, identity in seen
            if _USAGE[key] in certificate.usage and not certificate.is_authority
        ]
        if not fit:
            raise SignerRefused(self._module.name, "no key of this use")
        issuers = tuple(certificate.der for _, certificate, _ in seen if certificate.is_authority)
        for token, certificate, identity in fit:
            if expected is None or certificate.sha256 == expected.sha256:
                return token, certificate, identity, issuers
        require_expected(fit[0][1], expected, self._module.name)
        raise AssertionError("one of them was expected")

    def _library(self) -> Any:  # the package's stubs give its class no name
        try:
            return pkcs11.lib(str(self._module))
        except (RuntimeError, OSError, p11.PKCS11Error) as error:
            raise SignerMissing(self._module.name, type(error).__name__) from None

    def _tokens(self) -> list[pkcs11.Token]:
        found = []
        for slot in self._library().get_slots(token_present=True)[:_MOST_TOKENS]:
            try:
                token = slot.get_token()
            except (p11.TokenNotPresent, p11.TokenNotRecognised, p11.DeviceRemoved):
                continue
            if token.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED:
                found.append(token)
        return found


class _Pkcs11Signing:
    """An open session with the key; lives inside ``Pkcs11Signer.opened`` alone."""

    def __init__(
        self,
        private: pkcs11.SignMixin,
        certificate: Certificate,
        issuers: tuple[bytes, ...],
        again: object | None,
    ) -> None:
        self.certificate = certificate
        self._private = private
        self._issuers = issuers
        self._again = again
        self._asks = again is not None

    def sign(self, message: bytes) -> CardSignature:
        """See ``Signing.sign``."""
        public = self.certificate.public_key
        algorithm = signature.algorithm_for(public)
        digest = algorithm.digest_of(message)
        if isinstance(public, rsa.RSAPublicKey):
            mechanism = pkcs11.Mechanism.RSA_PKCS
            given = _digest_info(algorithm.digest, digest)
        else:
            mechanism, given = pkcs11.Mechanism.ECDSA, digest
        if not self._asks:
            raw = self._private.sign(given, mechanism=mechanism)
        else:
            raw = self._sign_with_pin(given, mechanism)
        made = signature.from_card(public, raw)
        signature.verify(public, message, made)
        return CardSignature(self.certificate, algorithm, made, self._issuers)

    def keep(self) -> None:
        """See ``Signing.keep``: the card is the module's to keep."""

    def _sign_with_pin(self, given: bytes, mechanism: pkcs11.Mechanism) -> bytes:
        """CKA_ALWAYS_AUTHENTICATE: the token asks the PIN for each signature. After anything but
        a signature it is never given again."""
        if self._again is None:
            raise PinAskedAgain(Key.SIGNATURE.value)
        again, self._again = self._again, None
        raw = self._private.sign(given, mechanism=mechanism, pin=again)
        self._again = again
        return raw


def _certificates_of(token: pkcs11.Token) -> list[tuple[Certificate, bytes]]:
    """The token's certificates with the ids that join them to their keys; no PIN is needed."""
    found = []
    with token.open() as session:
        wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}
        for at, each in enumerate(session.get_objects(wanted)):
            if at == _MOST_CERTIFICATES:
                break
            try:
                read = Certificate.parse(bytes(each[pkcs11.Attribute.VALUE]))
            except (CertificateUnreadable, p11.PKCS11Error):
                continue  # another maker's object: not a certificate that we could use
            found.append((read, bytes(each[pkcs11.Attribute.ID])))
    return found


def _digest_info(name: str, digest: bytes) -> bytes:
    """The digest as PKCS#1 v1.5 signs it (RFC 8017 §9.2)."""
    info = DigestInfo({"digest_algorithm": {"algorithm": name}, "digest": digest})  # type: ignore[no-untyped-call]
    return bytes(info.dump())  # type: ignore[no-untyped-call]


def _private_key(session: pkcs11.Session, identity: bytes, where: str) -> pkcs11.SignMixin:
    try:
        key = session.get_key(object_class=pkcs11.ObjectClass.PRIVATE_KEY, id=identity)
    except (p11.NoSuchKey, p11.MultipleObjectsReturned) as error:
        raise SignerRefused(where, type(error).__name__) from None
    if not isinstance(key, pkcs11.SignMixin):
        raise SignerRefused(where, "a key that does not sign")
    return key


def _always_asks(key: pkcs11.SignMixin) -> bool:
    try:
        return bool(key[pkcs11.Attribute.ALWAYS_AUTHENTICATE])
    except p11.PKCS11Error:
        return False


def _to_give(token: pkcs11.Token, pin: bytearray | None, where: str) -> object:
    """What the library takes for the PIN.

    Raises:
        PinPadMissing: if none was given and the token has no way of its own to ask for it.
    """
    if token.flags & pkcs11.TokenFlag.PROTECTED_AUTHENTICATION_PATH:
        return pkcs11.PROTECTED_AUTH
    if pin is None:
        raise PinPadMissing(where)
    return pin.decode("ascii")


def _require_tries(token: pkcs11.Token, key: Key, *, use_last_tries: bool) -> None:
    """What the token tells of the tries left; it knows "few" and "one", no number beyond."""
    flags = token.flags
    if flags & pkcs11.TokenFlag.USER_PIN_LOCKED:
        raise PinBlocked(key.value, 0)
    if use_last_tries:
        return
    if flags & pkcs11.TokenFlag.USER_PIN_FINAL_TRY:
        raise PinLastTries(key.value, 1)
    if flags & pkcs11.TokenFlag.USER_PIN_COUNT_LOW:
        raise PinLastTries(key.value, None)


_GONE = (p11.DeviceRemoved, p11.TokenNotPresent, p11.SessionHandleInvalid, p11.SessionClosed)


@contextmanager
def _mapped(where: str, key: Key = Key.AUTHENTICATION) -> Iterator[None]:
    """Turn the library's errors into ours."""
    try:
        yield
    except CardError:
        raise
    except (p11.PinIncorrect, p11.PinInvalid):
        raise PinWrong(key.value, None) from None
    except p11.PinLenRange:
        raise PinFormat(key.value) from None
    except p11.PinLocked:
        raise PinBlocked(key.value, 0) from None
    except (p11.UserPinNotInitialized, p11.PinExpired):
        raise PinNotActivated(key.value, None) from None
    except _GONE:
        raise CardRemoved(where) from None
    except p11.PKCS11Error as error:
        raise SignerRefused(where, type(error).__name__) from None
