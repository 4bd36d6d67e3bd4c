"""Puts a desk together from its rooms: plain constructor calls, in the order of the floors."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

from kanta_desk import __version__
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.archive.client import MedicalRecordsClient
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.gateway import ArchiveGateway
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.unconnected import Unconnected
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.source import CardSource
from kanta_desk.cards.watch import CardWatch
from kanta_desk.desk.desk import Desk, PracticeControls
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.desk.signin import SignIn
from kanta_desk.diagnosis.check import Parts
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.model.mode import Mode, ReaderKind
from kanta_desk.model.people import Grant, Role
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.rights.register import RightsRegister
from kanta_desk.settings.options import FILE, Connection, Options, Organisation
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.secrets import client_key_passphrase
from kanta_desk.trust.store import TrustStore

RIGHTS_FILE = "rights.toml"


def assemble(paths: Paths | None = None, *, source: CardSource | None = None) -> Desk:
    """The desk of an installation, from its options and rights.

    An installation without them opens all the same: it can be diagnosed, and nobody can sign in.

    Raises:
        SettingsError: if a file has a fault or a folder cannot be written.
        LogError: if the access log cannot be opened.
    """
    places = (paths or Paths.of_system()).make()
    options = Options.load(places.config / FILE)
    trust = (
        TrustStore.from_folder(options.mode, options.trust_roots)
        if options.trust_roots
        else TrustStore.of(options.mode, ())
    )
    rights_file = places.config / RIGHTS_FILE
    rights = RightsRegister.load(rights_file) if rights_file.exists() else RightsRegister()
    with ExitStack() as undo:
        return _put_together(options, places, trust, rights, lambda: source or PcscSource(), undo)


def assemble_practice(root: Path, *, reader: ReaderKind = ReaderKind.SOFTWARE) -> Desk:
    """The practice set's desk, with everything it needs below ``root``; a card is in the reader.

    ``ReaderKind.PCSC`` goes through the system's smart-card service and its virtual reader.

    Raises:
        SettingsError, LogError: as ``assemble``.
        NoReader: if the virtual reader is asked for and not there.
    """
    # Practice is loaded only where it is used: an installation at work never touches it.
    from kanta_desk.practice import organisation as own
    from kanta_desk.practice.people import PRACTICE_CARDS
    from kanta_desk.practice.pki import PracticePki
    from kanta_desk.practice.plan import write_plan
    from kanta_desk.practice.rack import CardRack
    from kanta_desk.practice.reader import SoftwareReader
    from kanta_desk.practice.seed import seed
    from kanta_desk.practice.standin import StandIn
    from kanta_desk.practice.vpcd import VirtualReaderCard

    paths = Paths.under(root).make()
    source: Callable[[], CardSource]
    with ExitStack() as undo:
        pki = PracticePki.create(root / "pki")
        seed(root / "archive")
        standin = undo.enter_context(StandIn(root / "archive", pki))
        plan = write_plan(root / "plan")
        cards = {f"{c.person.given_name} {c.person.surname}": c.make(pki) for c in PRACTICE_CARDS}
        if reader is ReaderKind.PCSC:
            virtual = undo.enter_context(VirtualReaderCard())
            rack, source = CardRack(virtual, cards), PcscSource
        else:
            software = SoftwareReader()
            rack, source = CardRack(software, cards), lambda: software
        rack.insert(rack.cards[0])
        options = Options(
            organisation=Organisation(own.OWN.party, own.OWN.business_id, own.OWN_UNIT),
            connection=Connection(
                name=own.NOTICE,
                mode=Mode.PRACTICE,
                url=standin.url,
                profile=own.PROFILE,
                ca_file=pki.ca_file,
                client_chain=pki.client_chain,
                client_key=pki.client_key,
            ),
            purposes=own.PURPOSES,
        )
        rights = _practice_rights()
        trust = TrustStore.of(Mode.PRACTICE, pki.roots, pki.intermediates)
        return _put_together(
            options,
            paths,
            trust,
            rights,
            source,
            undo,
            practice=rack,
            practice_plan=plan,
            earliest=own.LAST_DAY,
        )


def _practice_rights() -> RightsRegister:
    """Grants of the practice set: the archivist in both registers, a viewer, and no operator."""
    from kanta_desk.practice import organisation as own
    from kanta_desk.practice.people import ARCHIVIST, STAFF, SUBSTITUTE

    roles = {
        ARCHIVIST: (Role.ARCHIVIST, Role.AUDITOR),
        SUBSTITUTE: (Role.ARCHIVIST,),
        STAFF: (Role.VIEWER,),
    }
    return RightsRegister(
        tuple(
            Grant(
                identifier=card.person.identifier,
                name=f"{card.person.given_name} {card.person.surname}",
                role=role,
                register=register,
                basis="Harjoitus",
                valid_from=date.min,
                valid_to=None,
                granted_by=own.OWN.name,
            )
            for card, held in roles.items()
            for role in held
            for register in (own.REGISTERS if Role.ARCHIVIST in held else own.REGISTERS[:1])
        )
    )


def _put_together(
    options: Options,
    paths: Paths,
    trust: TrustStore,
    rights: RightsRegister,
    source: Callable[[], CardSource],
    undo: ExitStack,
    *,
    practice: PracticeControls | None = None,
    practice_plan: Path | None = None,
    earliest: date = date.min,
) -> Desk:
    log = AccessLog.open(
        paths.access_log,
        workstation=platform.node() or "workstation",
        os_user=_os_user(),
        software=f"Kanta Desk {__version__}",
        clock=_now,
    )
    undo.callback(log.close)
    profile = MessageProfile.load(options.connection.profile) if options.connection else None
    archive = _archive(options.connection, profile)
    undo.callback(archive.close)
    lanes = Lanes()
    undo.callback(lanes.close)
    watch = CardWatch(source(), lambda work: lanes.submit(Lane.CARD, work), trust)
    desk = Desk(
        options=options,
        paths=paths,
        lanes=lanes,
        watch=watch,
        signin=SignIn(watch, trust, log, rights, _now),
        gate=Gate(archive, log, rights, _now),
        log=log,
        rights=rights,
        names=CodeSets.load(),
        # A source of its own: the watch's is waited on by the watch's thread alone.
        diagnosis=Diagnosis(Parts(source(), trust, options.connection, paths, log, _now)),
        clock=_now,
        practice=practice,
        practice_plan=practice_plan,
        earliest=earliest,
        unverified=_unverified(profile),
    )
    watch.start()
    undo.callback(watch.close)
    desk.at_close(undo.pop_all().close)
    return desk


def _archive(connection: Connection | None, profile: MessageProfile | None) -> ArchiveGateway:
    if connection is None or profile is None:
        return Unconnected()
    http = HttpClient(
        connection.url,
        connection.ca_file,
        connection.client_chain,
        connection.client_key,
        Timeouts(read=connection.timeout),
        passphrase=client_key_passphrase,
    )
    return MedicalRecordsClient(http, profile, _now)


def _unverified(profile: MessageProfile | None) -> tuple[str, ...]:
    facts = profile.unverified if profile else ()
    return tuple(f"{fact.key} = {fact.value} ({fact.evidence})" for fact in facts)


def _now() -> datetime:
    return datetime.now(UTC)


def _os_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system account without a name
        return "unknown"
