"""Events for tests: people, registers and acts that do not exist."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.kinds import needs_of
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.events import Actor, EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Purpose, Register, WorkContext
from kanta_desk.model.text import Text
from kanta_desk.settings.secrets import PlainFileKeys

UNIT = Party(Oid("1.2.246.10.99999990.10.1"), "Kotihoito")
MAIJA = Actor(
    "99900011122",
    "Maija Arkistonhoitaja",
    role="archivist",
    unit_oid=UNIT.oid.value,
    session_id="istunto-1",
)
PEKKA = Actor(
    "99900033344",
    "Pekka Äijälä-Mäkinen",
    role="auditor",
    unit_oid=UNIT.oid.value,
    session_id="istunto-2",
)
CLIENT = "010181-900C"
DOCUMENT = "1.2.246.10.99999990.11.2026.1"

REGISTER = Register(
    Party(Oid("1.2.246.10.99999990.10.0"), "Hoiva Esimerkki Oy"),
    Code("1", CodeSystem.REGISTER, "Sosiaalihuollon asiakasrekisteri"),
)
PURPOSE = Purpose("1", Text("Käyttöönottokoe", "Driftsättningsprov", "Deployment test"), False)
CONTEXT = WorkContext(REGISTER, PURPOSE, UNIT)
DONE = Outcome(Phase.DONE)


class Clock:
    """A clock that moves on by ``step`` each time it is read; set ``now`` to move it elsewhere."""

    def __init__(
        self,
        now: datetime = datetime(2026, 11, 22, 12, 0, tzinfo=UTC),
        step: timedelta = timedelta(milliseconds=7),
    ) -> None:
        self.now, self.step = now, step

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def log_folder(folder: Path) -> LogFolder:
    """The log's folder, encrypted with keys that lie in a file beside it."""
    return LogFolder(folder, PlainFileKeys(folder.with_name(folder.name + "-keys.json")))


def open_log(folder: Path, clock: Clock | None = None) -> AccessLog:
    """The log in ``folder``, as the desk would open it."""
    return AccessLog.open(
        log_folder(folder),
        workstation="TYO-1",
        os_user="maija",
        software="Kanta Desk 0.1.0",
        clock=clock or Clock(),
    )


def act(kind: EventKind = EventKind.VIEW, actor: Actor = MAIJA, **subject: object) -> Intent:
    """An intent of ``kind`` in the example register; keywords are the fields of its subject.

    What its kind must tell and they do not is filled in.
    """
    needs = needs_of(kind)
    if "document" in needs and not subject.keys() & {"document_oid", "set_id", "documents"}:
        subject["document_oid"] = DOCUMENT
    if "client" in needs and not subject.keys() & {"client_id", "client_name"}:
        subject["client_id"] = CLIENT
    return Intent(kind, actor, CONTEXT, Subject(**subject))  # type: ignore[arg-type]


def issuers_told(moment: datetime) -> Outcome:
    """How a sign-in ended during which an issuer's OCSP answer told the time."""
    status = {"state": "good", "source": "OCSP", "produced_at": moment.isoformat()}
    return Outcome(Phase.DONE, evidence=json.dumps({"revocation": [status]}))


def fill(log: AccessLog, count: int) -> None:
    """Write ``count`` events: views of one client's documents, each settled."""
    for number in range(count // 2):
        ref = log.intend(act(client_id=CLIENT, document_oid=f"1.2.246.10.99999990.11.{number}"))
        log.settle(ref, DONE)
    if count % 2:
        log.record(act(client_id=CLIENT), DONE)
