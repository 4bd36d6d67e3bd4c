"""An access log as the desk keeps it: encrypted, signed, anchored, with a card's signatures."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.statement import CardStatement, HeadStatement
from kanta_desk.accesslog.verify import verify
from kanta_desk.cards.challenge import challenge_message
from kanta_desk.model.events import EventKind, Outcome, Phase
from kanta_desk.model.logreport import Depth, VerifyReport
from tests.helpers.events import Clock, act, fill, log_folder

SOFTWARE = "Kanta Desk 0.1.0"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a log and what belongs to it are, below one folder."""

    base: Path

    @property
    def folder(self) -> LogFolder:
        """The log's own folder, with its keys."""
        return log_folder(self.base / "log")

    @property
    def outside(self) -> Path:
        """The folder of anchors."""
        return self.base / "anchors"

    def file(self, year: int) -> Path:
        """The file of the example register's year."""
        return next((self.base / "log").glob(f"*/kayttoloki-{year}.db"))

    def copied(self, to: Path) -> Place:
        """A copy of all of it, to do harm to."""
        return Place(Path(shutil.copytree(self.base, to, dirs_exist_ok=True)))

    def verified(self, depth: Depth = Depth.FULL, *, anchored: bool = True) -> VerifyReport:
        """A verification by the clock of the example."""
        places = [FolderPlace(self.outside)] if anchored else []
        return verify(self.folder, Clock(), depth=depth, anchors=places)


@contextlib.contextmanager
def session(place: Place, clock: Clock) -> Iterator[tuple[AccessLog, Checkpoints]]:
    """The log open for writing, signed and anchored."""
    place.outside.mkdir(parents=True, exist_ok=True)
    folder = place.folder
    assert folder.keys is not None
    anchors = [FolderPlace(place.outside)]
    seals = Checkpoints(folder, folder.keys, anchors, clock=clock, software=SOFTWARE)
    log = AccessLog.open(
        folder,
        workstation="TYO-1",
        os_user="maija",
        software=SOFTWARE,
        clock=clock,
        on_commit=seals.committed,
    )
    try:
        seals.attach(log)
        yield log, seals
    finally:
        seals.close()
        log.close()


def sign_in(log: AccessLog, seals: Checkpoints, now: datetime, kind: str = "ec") -> None:
    """A card signs the log's heads, as at sign-in."""
    ref = log.intend(act(EventKind.SIGN_IN))
    heads = seals.statement()
    log.settle(ref, Outcome(Phase.DONE, evidence=signed(heads, now, kind).evidence))


def signed(heads: HeadStatement, now: datetime, kind: str = "ec") -> CardStatement:
    """A statement signed by a card of the kind (``ec`` or ``rsa``)."""
    message = challenge_message("KIRJAUTUMINEN", "istunto-1", bytes(32), now, str(heads))
    key, certificate, issuer = card(kind)
    if isinstance(key, rsa.RSAPrivateKey):
        signature = key.sign(message, padding.PKCS1v15(), hashes.SHA256())
        return CardStatement(heads, message, signature, "RSA-PKCS1-SHA256", certificate, (issuer,))
    signature = key.sign(message, ec.ECDSA(hashes.SHA384()))
    return CardStatement(heads, message, signature, "ECDSA-P384-SHA384", certificate, (issuer,))


@cache
def card(kind: str) -> tuple[rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, bytes, bytes]:
    """A card's key, its certificate and its issuer's, in DER."""
    root, leaf = _key(kind), _key(kind)
    names = [
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        for name in ("Esimerkki CA", "Arkistonhoitaja Maija")
    ]
    begins = datetime(2010, 1, 1, tzinfo=UTC)
    certificates = []
    for name, key, is_ca in ((names[0], root, True), (names[1], leaf, False)):
        builder = x509.CertificateBuilder(
            names[0], name, key.public_key(), x509.random_serial_number(), begins,
            begins + timedelta(days=365 * 40),
        ).add_extension(x509.BasicConstraints(is_ca, None), critical=True)  # fmt: skip
        certificates.append(builder.sign(root, hashes.SHA384()).public_bytes(Encoding.DER))
    return leaf, certificates[1], certificates[0]


def _key(kind: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    if kind == "rsa":
        return rsa.generate_private_key(65537, 3072)
    return ec.generate_private_key(ec.SECP384R1())


def build(base: Path) -> Place:
    """Two years: 600 events and 301, sign-ins by card, checkpoints at each end and in between."""
    place, clock = Place(base), Clock(datetime(2026, 12, 1, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        sign_in(log, seals, clock.now)
        fill(log, 396)
        clock.now += timedelta(hours=2)
        seals.make()
        fill(log, 199)
        log.intend(act())
        log.record(act(documents=("1.7",), client_name="Aino Esimerkki"), Outcome(Phase.DONE))
    clock.now = datetime(2027, 1, 2, tzinfo=UTC)
    with session(place, clock) as (log, seals):
        sign_in(log, seals, clock.now, "rsa")
        fill(log, 298)
    return place


def random_log(base: Path, seed: int, most: int = 60) -> Place:
    """A clean log of sessions, sign-ins and years as chance gives them."""
    chance = random.Random(seed)
    place, clock = Place(base), Clock(datetime(2025, 11, 1, tzinfo=UTC))
    for _ in range(chance.randint(1, 4)):
        with session(place, clock) as (log, seals):
            if chance.random() < 0.6:
                sign_in(log, seals, clock.now, chance.choice(("ec", "rsa")))
            for _ in range(chance.randint(0, 3)):
                fill(log, chance.randint(0, most))
                clock.now += timedelta(minutes=chance.randint(0, 90))
                if chance.random() < 0.5:
                    seals.make()
            if chance.random() < 0.3:
                log.intend(act())
        clock.now += timedelta(days=chance.randint(0, 200))
    return place
