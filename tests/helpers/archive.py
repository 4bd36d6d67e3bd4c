"""The archive for tests: calls to make, the stand-in running, the client over real HTTPS."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import trustme

from kanta_desk.archive.client import MedicalRecordsClient
from kanta_desk.archive.gateway import Call
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.model.events import Actor
from kanta_desk.model.people import Register, WorkContext
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.practice.organisation import HOIVA, OWN_UNIT, PROFILE, PURPOSES
from kanta_desk.practice.seed import seed
from kanta_desk.practice.standin import StandIn

ACTOR = Actor("00990000017", "Maija Arkistonhoitaja", unit_oid=OWN_UNIT.oid.value)


@dataclass(frozen=True, slots=True)
class Pki:
    """Certificates of one authority for server and client, in files."""

    ca_file: Path
    server_chain: Path
    server_key: Path
    client_chain: Path
    client_key: Path

    @classmethod
    def make(cls, folder: Path) -> Pki:
        """A fresh authority with its certificates in ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(folder / "ca.pem")
        for name, names in (("server", ("localhost", "127.0.0.1")), ("client", ("desk.example",))):
            issued = authority.issue_cert(*names)
            issued.cert_chain_pems[0].write_to_path(folder / f"{name}.pem")
            issued.private_key_pem.write_to_path(folder / f"{name}.key")
        return cls(
            folder / "ca.pem",
            folder / "server.pem",
            folder / "server.key",
            folder / "client.pem",
            folder / "client.key",
        )


def profile() -> MessageProfile:
    """The profile of the stand-in."""
    return MessageProfile.load(PROFILE)


def a_call(register: Register = HOIVA.register, message_id: str = "") -> Call:
    """A call of the practice archivist, in a register."""
    context = WorkContext(register, PURPOSES[0], OWN_UNIT)
    return Call(ACTOR, context, message_id or str(uuid.uuid4()))


@contextmanager
def seeded_standin(folder: Path, pki: Pki) -> Iterator[StandIn]:
    """The stand-in with the practice documents, listening."""
    seed(folder)
    with StandIn(folder, pki) as standin:
        yield standin


@contextmanager
def https(
    url: str,
    pki: Pki,
    *,
    own: Pki | None = None,
    anonymous: bool = False,
    read: float = 20.0,
    max_bytes: int = 64 * 1024 * 1024,
) -> Iterator[HttpClient]:
    """HTTPS to ``url``, with the certificate of ``own`` (by default of ``pki``) or with none."""
    shown = own or pki
    with HttpClient(
        url,
        pki.ca_file,
        None if anonymous else shown.client_chain,
        None if anonymous else shown.client_key,
        Timeouts(connect=5.0, read=read),
        max_bytes,
    ) as http:
        yield http


@contextmanager
def archive_client(url: str, pki: Pki, *, read: float = 20.0) -> Iterator[MedicalRecordsClient]:
    """The archive's client over HTTPS to ``url``."""
    with https(url, pki, read=read) as http:
        yield MedicalRecordsClient(http, profile())
