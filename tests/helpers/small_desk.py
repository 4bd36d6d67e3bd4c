"""A desk without card, archive server and threads of its own: the log, the rights, the gate, and
sessions of the practice people. For tests of what the gate and the rights decide."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn, cast

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.notes import Why
from kanta_desk.checks.registry import CheckContext
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.importing import Library
from kanta_desk.desk.invalidating import Tools
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.session import Session, Surroundings
from kanta_desk.desk.signin import SignIn
from kanta_desk.desk.signing import Signing
from kanta_desk.desk.vigil import Vigil
from kanta_desk.errors import CardRemoved
from kanta_desk.model.events import Actor, Event, EventFilter, EventKind
from kanta_desk.model.people import Holder, WorkContext
from kanta_desk.practice.organisation import OWN, OWN_UNIT, PURPOSES, REGISTERS
from kanta_desk.practice.people import ARCHIVIST, PracticeCard
from kanta_desk.practice.rights import ACTOR, GRANTS
from kanta_desk.settings.paths import Paths
from tests.helpers import sealed_log
from tests.helpers.archive_in_memory import ArchiveInMemory
from tests.helpers.events import Clock
from tests.helpers.sealed_log import Place

CONTEXT = WorkContext(OWN.register, PURPOSES[0], OWN_UNIT)
"""The practice organisation's own register, for a deployment test."""


@dataclass
class SmallDesk:
    """What a desk holds, each part within reach."""

    archive: ArchiveInMemory
    log: AccessLog
    custody: Custody
    clock: Clock
    file: Path
    rights: LiveRights
    gate: Gate
    library: Library

    def session(self, card: PracticeCard = ARCHIVIST, gate: Gate | None = None) -> Session:
        """A session of a practice person; ``gate`` in place of the desk's own."""
        holder = holder_of(card)
        actor = Actor(
            holder.identifier,
            holder.name,
            unit_oid=OWN_UNIT.oid.value,
            unit_name=OWN_UNIT.name,
            card_type=holder.card_type,
            session_id=f"s-{card.name}",
        )
        around = Surroundings(
            self.clock,
            lambda: REGISTERS,
            lambda: CheckContext(date(2026, 11, 22), lambda *_: True),
            self.rights,
            Tools(
                cast(Signing, _NoCard()),
                self.rights,
                self.clock,
                practice=True,
                unverified=False,
                checkpoint=partial(self.custody.ask_checkpoint, Why.INVALIDATION),
                statement=self.custody.statement,
                name_of=lambda code, *_: code.display if code else "",
            ),
            self.custody,
            cast(SignIn, _NoCard()),
            library=self.library,
        )
        return Session(
            actor.session_id,
            holder,
            actor,
            CONTEXT,
            gate or self.gate,
            Logbook(self.log),
            around,
        )

    def restarted(self) -> LiveRights:
        """The rights as the next start of the program would read them."""
        return LiveRights(self.log, PURPOSES, self.clock, self.file, practice=True)

    def newest(self, kind: EventKind) -> Event:
        """The event of a kind that was written last, whatever its clock said."""
        found = self.log.search(EventFilter(kind=kind, register=CONTEXT.register.key)).events
        return max(found, key=lambda event: event.seq)


@contextmanager
def small_desk(folder: Path, persons: int = 1) -> Iterator[SmallDesk]:
    """A desk with the rights of the practice set; its log and ``rights.toml`` lie in ``folder``.

    ``persons``: how many must approve a disposal of the log.
    """
    clock, place = Clock(), Place(folder)
    with sealed_log.session(place, clock) as (log, seals):
        places = [FolderPlace(place.outside)]
        vigil = Vigil(log.folder, places, clock)
        custody = Custody(log, seals, places, persons, clock, vigil)
        file = folder / "rights.toml"
        rights = LiveRights(log, PURPOSES, clock, file, practice=True)
        for register in REGISTERS:
            mine = tuple(grant for grant in GRANTS if grant.register == register)
            rights.seed(ACTOR, WorkContext(register, PURPOSES[0], OWN_UNIT), mine)
        archive = ArchiveInMemory()
        gate = Gate(archive, log, rights, clock)
        library = Library.of(Paths.under(folder / "installation"))
        yield SmallDesk(archive, log, custody, clock, file, rights, gate, library)
        custody.close()


class _NoCard:
    """In place of ``Signing`` and ``SignIn``: an act that needs a card gets so far, and fails."""

    def opened(self, *_: object) -> NoReturn:
        raise CardRemoved

    def seal(self, *_: object, **__: object) -> NoReturn:
        raise CardRemoved


def holder_of(card: PracticeCard) -> Holder:
    """The person on a practice card, as the card would tell."""
    person = card.person
    return Holder(
        name=f"{person.given_name} {person.surname}",
        identifier=person.identifier,
        card_type=card.card_type,
        type_rule="practice",
        organisation=person.organisation,
        title=person.title,
        certificate_serial="1",
        certificate_sha256="00" * 32,
        card_serial=card.serial,
        valid_to=date(2030, 1, 1),
    )
