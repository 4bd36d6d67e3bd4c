"""What an installation's connections are like: for the settings page, without connecting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kanta_desk.archive.profile import MessageProfile
from kanta_desk.errors import KantaError
from kanta_desk.model.mode import Mode
from kanta_desk.net.identity import Identity
from kanta_desk.settings.options import Connection, Options


@dataclass(frozen=True, slots=True)
class ConnectionFacts:
    """One connection. ``unverified`` is how many facts of its message profile no published source
    confirms. ``begins`` and ``ends`` are of our own certificate; ``fault`` says why the profile or
    the certificate cannot be read."""

    name: str
    mode: Mode
    url: str
    profile: str
    in_use: bool
    unverified: int = 0
    certificate: str = ""
    authority: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    fault: KantaError | None = None


def connection_facts(options: Options) -> tuple[ConnectionFacts, ...]:
    """All connections of the options, the one in use first. Reads files: run it in a lane."""
    known = options.connections or ((options.connection,) if options.connection else ())
    facts = [_facts(each, in_use=each == options.connection) for each in known]
    return tuple(sorted(facts, key=lambda each: not each.in_use))


def _facts(connection: Connection, *, in_use: bool) -> ConnectionFacts:
    unverified, ends, begins, fault = 0, None, None, None
    identity = Identity(connection.client_chain, connection.client_key, connection.passphrase)
    try:
        begins, ends = identity.validity()
        unverified = len(MessageProfile.load(connection.profile).unverified)
    except KantaError as error:
        fault = error
    return ConnectionFacts(
        name=connection.name,
        mode=connection.mode,
        url=connection.url,
        profile=connection.profile,
        in_use=in_use,
        unverified=unverified,
        certificate=str(connection.client_chain),
        authority=str(connection.ca_file),
        begins=begins,
        ends=ends,
        fault=fault,
    )
