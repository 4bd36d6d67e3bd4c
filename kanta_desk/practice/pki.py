"""The practice set's own public key infrastructure, made at run time and kept in one folder.

Two hierarchies as DVV has them, R (RSA) and E (P-384): a root and the issuing authorities for
professionals, for staff and operators, and for temporary certificates; in E also one for services,
which issues the stand-in archive's and the desk's TLS certificates. A second, foreign root with a
client certificate of its own stands outside, to show that it gets nowhere.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import (
    Authority,
    KeyKind,
    PrivateKey,
    Purpose,
    StatusUrls,
    Subject,
    Validity,
)
from kanta_desk.practice.pki_standing import Standings

ORGANISATION = "Kanta Desk HARJOITUS"
HOSTS = ("localhost", "127.0.0.1", "::1")
STATUS_HOST = "status.harjoitus.invalid"
"""Where practice certificates say that they can be asked about. RFC 6761 keeps the name from ever
being anybody's, so that they stay the same whichever port the practice set gets; it is reached by
naming the set's own server as the proxy (``practice.pki_server``)."""

# Policies under the arc that RFC 5612 keeps for documentation: nobody's real certificate has them.
POLICIES = {
    CardType.PROFESSIONAL: "1.3.6.1.4.1.32473.1.1",
    CardType.STAFF: "1.3.6.1.4.1.32473.1.2",
    CardType.OPERATOR: "1.3.6.1.4.1.32473.1.3",
    CardType.BACKUP: "1.3.6.1.4.1.32473.1.4",
    CardType.ORGANISATION: "1.3.6.1.4.1.32473.1.5",
    CardType.CITIZEN: "1.3.6.1.4.1.32473.1.6",
    CardType.TEST: "1.3.6.1.4.1.32473.1.7",
}

_LAYOUT = 4
_ROOT_DAYS = 3650
_CARD_DAYS = 5 * 365
_BACKUP_DAYS = 89
_SERVICE_DAYS = 730
_GOOD_FOR = timedelta(days=_BACKUP_DAYS - 30)
_CLOCKS_DIFFER = timedelta(hours=1)


class _Role(StrEnum):
    ROOT = "root"
    PROFESSIONAL = "professional"
    STAFF = "staff"
    TEMPORARY = "temporary"
    SERVICE = "service"
    ORGANISATION = "organisation"
    CITIZEN = "citizen"
    TEST = "test"


_NAMES = {
    _Role.ROOT: "Kanta Desk HARJOITUS Root CA",
    _Role.PROFESSIONAL: "Kanta Desk HARJOITUS Sote Prof. Certificates",
    _Role.STAFF: "Kanta Desk HARJOITUS Sote Staff Certificates",
    _Role.TEMPORARY: "Kanta Desk HARJOITUS Sote Temp. Certificates",
    _Role.SERVICE: "Kanta Desk HARJOITUS Service Certificates",
    _Role.ORGANISATION: "Kanta Desk HARJOITUS Organisational Certificates",
    _Role.CITIZEN: "Kanta Desk HARJOITUS Citizen Certificates",
    _Role.TEST: "Kanta Desk HARJOITUS TEST Certificates",
}
_HIERARCHIES = {"R": KeyKind.RSA_2048, "E": KeyKind.EC_P384}
_ISSUER = {
    CardType.PROFESSIONAL: _Role.PROFESSIONAL,
    CardType.STAFF: _Role.STAFF,
    CardType.OPERATOR: _Role.STAFF,
    CardType.BACKUP: _Role.TEMPORARY,
    CardType.ORGANISATION: _Role.ORGANISATION,
    CardType.CITIZEN: _Role.CITIZEN,
    CardType.TEST: _Role.TEST,
}
# Cards of these kinds are for testers alone: their authorities are made when one is wanted.
_ON_DEMAND = (_Role.ORGANISATION, _Role.CITIZEN, _Role.TEST)


@dataclass(frozen=True, slots=True)
class Person:
    """The person a card is made for. ``identifier`` becomes the subject's serial number."""

    given_name: str
    surname: str
    identifier: str
    organisation: str
    title: str = ""

    def subject(self) -> Subject:
        """Named as on FINEID cards: CN is surname, given name and number."""
        return Subject(
            common_name=f"{self.surname} {self.given_name} {self.identifier}".upper(),
            organisation=self.organisation,
            serial_number=self.identifier,
            given_name=self.given_name,
            surname=self.surname,
            title=self.title,
        )


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """Keys and DER certificates of one card; ``repr`` shows neither."""

    authentication_key: PrivateKey
    signature_key: PrivateKey
    authentication: bytes
    signature: bytes
    issuer: bytes
    root: bytes

    def __repr__(self) -> str:
        return "IssuedCard(…)"


@dataclass(frozen=True, slots=True)
class PracticePki:
    """The infrastructure in one folder; everything is a file, private keys readable by the owner.

    ``ca_file`` holds both roots. A ``*_chain`` file holds the certificate and its issuer (PEM),
    the ``*_key`` file beside it the unencrypted private key (PKCS#8 PEM).
    """

    folder: Path

    @classmethod
    def create(cls, folder: Path, now: datetime | None = None) -> PracticePki:
        """The infrastructure in ``folder``: as it is if it is whole and in date, else made anew.

        Raises:
            FolderNotWritable: if it cannot be written.
        """
        now = now or datetime.now(UTC)
        pki = cls(folder)
        if not pki._is_current(now):
            try:
                pki._make(now)
            except OSError as error:
                raise FolderNotWritable(str(folder), error.strerror or "") from None
        return pki

    @classmethod
    def load(cls, folder: Path) -> PracticePki:
        """The infrastructure that ``create`` has made in ``folder``.

        Raises:
            SettingsUnreadable: if there is none.
        """
        pki = cls(folder)
        if not pki._marker.is_file():
            raise SettingsUnreadable(folder.name, "no practice certificates here")
        return pki

    @property
    def ca_file(self) -> Path:
        """Both roots, for those who verify."""
        return self.folder / "roots.pem"

    @property
    def server_chain(self) -> Path:
        """The stand-in archive's certificate, for localhost, 127.0.0.1 and ::1."""
        return self.folder / "server.pem"

    @property
    def server_key(self) -> Path:
        """The key of ``server_chain``."""
        return self.folder / "server.key"

    @property
    def client_chain(self) -> Path:
        """The desk's own certificate towards the archive."""
        return self.folder / "client.pem"

    @property
    def client_key(self) -> Path:
        """The key of ``client_chain``."""
        return self.folder / "client.key"

    @property
    def foreign_ca_file(self) -> Path:
        """The root of a stranger, trusted by nobody here."""
        return self.folder / "foreign-root.pem"

    @property
    def foreign_client_chain(self) -> Path:
        """A client certificate of the stranger's: no server of the practice set accepts it."""
        return self.folder / "foreign-client.pem"

    @property
    def foreign_client_key(self) -> Path:
        """The key of ``foreign_client_chain``."""
        return self.folder / "foreign-client.key"

    @property
    def roots(self) -> tuple[bytes, ...]:
        """Both roots, DER."""
        return tuple(
            _der(self._authority(_Role.ROOT, letter).certificate) for letter in _HIERARCHIES
        )

    def authority(self, name: str) -> Authority:
        """The authority that its addresses call ``name``, such as ``professional-E``.

        Raises:
            KeyError: if there is none of that name.
        """
        role, _, letter = name.rpartition("-")
        if role not in list(_Role) or letter not in _HIERARCHIES:
            raise KeyError(name)
        if not self._path(_Role(role), letter).exists():
            raise KeyError(name)
        return self._authority(_Role(role), letter)

    @property
    def standings(self) -> Standings:
        """What was told of certificates that are revoked, on hold or unknown; good otherwise."""
        return Standings(self.folder / "standings.json")

    @property
    def intermediates(self) -> tuple[bytes, ...]:
        """The issuing authorities of both hierarchies, DER."""
        return tuple(
            _der(self._authority(role, letter).certificate)
            for letter in _HIERARCHIES
            for role in _Role
            if role is not _Role.ROOT and self._path(role, letter).exists()
        )

    def issue_holder(
        self,
        card_type: CardType,
        person: Person,
        key: KeyKind = KeyKind.EC_P384,
        *,
        validity: Validity | None = None,
        purposes: tuple[Purpose, Purpose] = (Purpose.AUTHENTICATION, Purpose.SIGNATURE),
    ) -> IssuedCard:
        """Fresh keys and certificates for a card of ``card_type`` (one that ``POLICIES`` names).

        Not kept: each call makes another card. ``validity`` and ``purposes`` are there to make
        certificates that are out of date or meant for something else.
        """
        letter = _letter(key)
        issuer = self._authority(_ISSUER[card_type], letter)
        days = _BACKUP_DAYS if card_type is CardType.BACKUP else _CARD_DAYS
        keys = key.generate(), key.generate()
        certificates = [
            issuer.issue(
                person.subject(),
                private.public_key(),
                purpose,
                validity or _validity(datetime.now(UTC), days),
                POLICIES[card_type],
            )
            for private, purpose in zip(keys, purposes, strict=True)
        ]
        return IssuedCard(
            *keys,
            _der(certificates[0]),
            _der(certificates[1]),
            _der(issuer.certificate),
            _der(self._authority(_Role.ROOT, letter).certificate),
        )

    def issue_stranger(self, person: Person, key: KeyKind = KeyKind.EC_P384) -> IssuedCard:
        """As ``issue_holder``, by an authority that nobody here knows; not kept either."""
        now = datetime.now(UTC)
        stranger = Authority.root("Foreign Root CA", "Foreign", _EC, _validity(now, _ROOT_DAYS))
        keys = key.generate(), key.generate()
        certificates = [
            stranger.issue(
                person.subject(), private.public_key(), purpose, _validity(now, _CARD_DAYS)
            )
            for private, purpose in zip(
                keys, (Purpose.AUTHENTICATION, Purpose.SIGNATURE), strict=True
            )
        ]
        root = _der(stranger.certificate)
        return IssuedCard(*keys, _der(certificates[0]), _der(certificates[1]), root, root)

    def kept_holder(
        self, name: str, card_type: CardType, person: Person, key: KeyKind = KeyKind.EC_P384
    ) -> IssuedCard:
        """As ``issue_holder``, but kept under ``name``: the same card at the next start."""
        files = [self.folder / f"card-{name}-{use}" for use in ("auth", "sign")]
        if not files[1].with_suffix(".pem").exists():
            issued = self.issue_holder(card_type, person, key)
            for file, private, certificate in zip(
                files,
                (issued.authentication_key, issued.signature_key),
                (issued.authentication, issued.signature),
                strict=True,
            ):
                _write_key(file.with_suffix(".key"), private)
                _write_chain(
                    file.with_suffix(".pem"),
                    [x509.load_der_x509_certificate(der) for der in (certificate, issued.issuer)],
                )
            return issued
        chains = [_read_chain(file.with_suffix(".pem")) for file in files]
        letter = _letter(key)
        return IssuedCard(
            _read_key(files[0].with_suffix(".key")),
            _read_key(files[1].with_suffix(".key")),
            _der(chains[0][0]),
            _der(chains[1][0]),
            _der(chains[0][1]),
            _der(self._authority(_Role.ROOT, letter).certificate),
        )

    @property
    def _marker(self) -> Path:
        return self.folder / "practice-pki.toml"

    def _is_current(self, now: datetime) -> bool:
        try:
            marker = tomllib.loads(self._marker.read_text(encoding="ascii"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return False
        made = marker.get("made")
        return (
            marker.get("layout") == _LAYOUT
            and isinstance(made, datetime)
            # Made when the clock was wrong and ran ahead, it would not be valid yet.
            and made - _CLOCKS_DIFFER <= now < made + _GOOD_FOR
        )

    def _make(self, now: datetime) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._marker.unlink(missing_ok=True)
        for old in (*self.folder.glob("*.pem"), *self.folder.glob("*.key")):
            old.unlink()
        roots = []
        for letter, kind in _HIERARCHIES.items():
            root = Authority.root(
                f"{_NAMES[_Role.ROOT]} - {letter}",
                ORGANISATION,
                kind,
                _of_authority(now),
                _urls(_Role.ROOT, letter),
            )
            self._keep(_Role.ROOT, letter, root)
            roots.append(root.certificate)
            for role in (_Role.PROFESSIONAL, _Role.STAFF, _Role.TEMPORARY):
                self._keep(role, letter, _issuing(root, role, letter, kind, now))
        _write_chain(self.ca_file, roots)
        service = _issuing(self._authority(_Role.ROOT, "E"), _Role.SERVICE, "E", _EC, now)
        self._keep(_Role.SERVICE, "E", service)
        self._issue_service(service, Purpose.SERVER, self.server_chain, "localhost", now)
        self._issue_service(service, Purpose.CLIENT, self.client_chain, "kanta-desk", now)
        stranger = Authority.root("Foreign Root CA", "Foreign", _EC, _validity(now, _ROOT_DAYS))
        _write_chain(self.foreign_ca_file, [stranger.certificate])
        self._issue_service(stranger, Purpose.CLIENT, self.foreign_client_chain, "stranger", now)
        self._marker.write_text(
            f"layout = {_LAYOUT}\nmade = {now.isoformat(timespec='seconds')}\n", encoding="ascii"
        )

    def _issue_service(
        self, issuer: Authority, purpose: Purpose, chain: Path, name: str, now: datetime
    ) -> None:
        key = _EC.generate()
        certificate = issuer.issue(
            Subject(name, ORGANISATION, hosts=HOSTS),
            key.public_key(),
            purpose,
            _validity(now, _SERVICE_DAYS),
        )
        _write_key(chain.with_suffix(".key"), key)
        _write_chain(chain, [certificate, issuer.certificate])

    def _path(self, role: _Role, letter: str) -> Path:
        return self.folder / f"ca-{role}-{letter}.pem"

    def _keep(self, role: _Role, letter: str, authority: Authority) -> None:
        path = self._path(role, letter)
        _write_key(path.with_suffix(".key"), authority.key)
        _write_chain(path, [authority.certificate])

    def _authority(self, role: _Role, letter: str) -> Authority:
        path = self._path(role, letter)
        if role in _ON_DEMAND and not path.exists():
            root, now = self._authority(_Role.ROOT, letter), datetime.now(UTC)
            self._keep(role, letter, _issuing(root, role, letter, _HIERARCHIES[letter], now))
        key = _read_key(path.with_suffix(".key"))
        return Authority(_read_chain(path)[0], key, _urls(role, letter))


_EC = KeyKind.EC_P384


def _letter(key: KeyKind) -> str:
    """The hierarchy that certifies such a key."""
    return "E" if key in (KeyKind.EC_P384, KeyKind.EC_P256) else "R"


def _issuing(root: Authority, role: _Role, letter: str, kind: KeyKind, now: datetime) -> Authority:
    return root.subordinate(
        f"{_NAMES[role]} - G1{letter}",
        ORGANISATION,
        kind,
        _of_authority(now),
        _urls(role, letter),
    )


def _urls(role: _Role, letter: str) -> StatusUrls:
    """As DVV's: roots publish a list alone, issuing authorities answer OCSP too."""
    base, name = f"http://{STATUS_HOST}", f"{role}-{letter}"
    ocsp = "" if role is _Role.ROOT else f"{base}/ocsp/{name}"
    return StatusUrls(ocsp, f"{base}/crl/{name}.crl")


def _validity(now: datetime, days: int) -> Validity:
    # From an hour ago: the clocks of a practising pair of machines may differ.
    return Validity(now - _CLOCKS_DIFFER, now + timedelta(days=days))


def _of_authority(now: datetime) -> Validity:
    # Since before the oldest practice document: what was signed then has to lead to them.
    return Validity(now - timedelta(days=_ROOT_DAYS), now + timedelta(days=_ROOT_DAYS))


def write_pair(path: Path, key: PrivateKey, certificates: Iterable[x509.Certificate]) -> None:
    """Keep certificates in ``path`` (PEM), and the first one's key beside it."""
    _write_key(path.with_suffix(".key"), key)
    _write_chain(path, certificates)


def read_pair(path: Path) -> tuple[PrivateKey, tuple[bytes, ...]]:
    """The key and the certificates (DER) that ``write_pair`` has kept."""
    return _read_key(path.with_suffix(".key")), tuple(_der(each) for each in _read_chain(path))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def _write_chain(path: Path, certificates: Iterable[x509.Certificate]) -> None:
    path.write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in certificates))


def _read_chain(path: Path) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(path.read_bytes())


def _write_key(path: Path, key: PrivateKey) -> None:
    pem = key.private_bytes(
        Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(pem)


def _read_key(path: Path) -> PrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise SettingsUnreadable(path.name, "not a key of the practice set")
    return key
