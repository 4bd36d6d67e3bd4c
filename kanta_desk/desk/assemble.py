"""Puts a desk together from its rooms: plain constructor calls, in the order of the floors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path

from kanta_desk import __version__
from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.archive.client import MedicalRecordsClient
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.gateway import ArchiveGateway
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.unconnected import Unconnected
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.source import CardSource
from kanta_desk.cards.watch import CardWatch
from kanta_desk.cards.ways import Ways
from kanta_desk.desk.checking import DocumentKnowledge, structures_of
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.desk import Desk, PracticeControls
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.importing import Library
from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.restoring import PRACTICE_ANCHORS
from kanta_desk.desk.signin import SignIn
from kanta_desk.desk.signing import Signing
from kanta_desk.desk.station import this_station
from kanta_desk.desk.vetting import Vetting
from kanta_desk.diagnosis.check import Parts
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.mode import Mode, ReaderKind
from kanta_desk.model.people import WorkContext
from kanta_desk.model.time import utc_now
from kanta_desk.net.fetch import Fetcher
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.net.identity import Identity
from kanta_desk.settings.binding import paths_of
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.options import Connection, Options, Organisation, TrustOptions
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.admission import Admission
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.revocation import AskIssuers
from kanta_desk.trust.rules import installed_rules
from kanta_desk.trust.store import TrustStore


def assemble(paths: Paths | None = None, *, source: CardSource | None = None) -> Desk:
    """The desk of an installation, from its options and rights.

    An installation without them opens all the same: it can be diagnosed, and nobody can sign in.

    Raises:
        SettingsError: if a file has a fault or a folder cannot be written.
        LogError: if the access log cannot be opened.
    """
    whole = (paths or Paths.of_system()).make()
    options = Options.of(whole)
    places = paths_of(whole, options.mode)
    trust = (
        TrustStore.from_folder(options.mode, options.trust_roots, options.trust.also_trust)
        if options.trust_roots
        else TrustStore.of(options.mode, ())
    ).with_rules(installed_rules(places.config))
    with ExitStack() as undo:
        return _put_together(options, places, trust, lambda: source or PcscSource(), undo)


def assemble_practice(
    root: Path,
    *,
    reader: ReaderKind = ReaderKind.SOFTWARE,
    cards: Sequence[Path] = (),
    past: int = 0,
) -> Desk:
    """The practice set's desk, with everything it needs below ``root``; a card is in the reader.

    ``ReaderKind.PCSC`` goes through the system's smart-card service and its virtual reader.
    ``cards``: files that describe more cards (``practice.card_toml``); the first of them is put in.
    ``past``: with how many invented events an access log that is not there yet begins.

    Raises:
        SettingsError, LogError: as ``assemble``.
        NoReader: if the virtual reader is asked for and not there.
    """
    # Practice is loaded only where it is used: an installation at work never touches it.
    from kanta_desk.practice import organisation as own
    from kanta_desk.practice.card_toml import read_card
    from kanta_desk.practice.people import PRACTICE_CARDS
    from kanta_desk.practice.pki import PracticePki
    from kanta_desk.practice.pki_server import RevocationServer
    from kanta_desk.practice.plan import write_plan
    from kanta_desk.practice.rack import CardRack
    from kanta_desk.practice.reader import SoftwareReader
    from kanta_desk.practice.sealing import Seals
    from kanta_desk.practice.seed import seed
    from kanta_desk.practice.standin import StandIn
    from kanta_desk.practice.vpcd import VirtualReaderCard

    paths = Paths.under(root).make()
    source: Callable[[], CardSource]
    with ExitStack() as undo:
        pki = PracticePki.create(root / "pki")
        seed(root / "archive", Seals.of(pki))
        intermediates = pki.intermediates
        standin = undo.enter_context(StandIn(root / "archive", pki, authorities=intermediates))
        issuers = undo.enter_context(RevocationServer(pki))
        plan = write_plan(root / "plan")
        wanted = (*(read_card(path) for path in cards), *PRACTICE_CARDS)
        at_hand = {card.label: card.make(pki) for card in wanted}
        if reader is ReaderKind.PCSC:
            virtual = undo.enter_context(VirtualReaderCard())
            rack, source = CardRack(virtual, at_hand), PcscSource
        else:
            software = SoftwareReader()
            rack, source = CardRack(software, at_hand), lambda: software
        rack.insert(rack.cards[0])
        anchors = root / PRACTICE_ANCHORS
        anchors.mkdir(exist_ok=True)
        options = Options(
            organisation=Organisation(own.OWN.party, own.OWN.business_id, own.OWN_UNIT),
            connection=Connection(
                name="Kanta Desk standin",
                mode=Mode.PRACTICE,
                url=standin.url,
                profile=own.PROFILE,
                ca_file=pki.ca_file,
                client_chain=pki.client_chain,
                client_key=pki.client_key,
            ),
            purposes=own.PURPOSES,
            log=LogKeeping(LogKeys.PRACTICE, anchor_folders=(anchors,)),
            trust=TrustOptions(proxy=issuers.url),
        )
        trust = TrustStore.of(Mode.PRACTICE, pki.roots, intermediates)
        if past:
            _invent_past(paths, options.log, past, own.LAST_DAY)
        return _put_together(
            options,
            paths,
            trust,
            source,
            undo,
            practice=rack,
            practice_plan=plan,
            earliest=own.LAST_DAY,
        )


def _invent_past(paths: Paths, keeping: LogKeeping, count: int, last: date) -> None:
    """Let the practice log begin with a past, if it has not begun."""
    from kanta_desk.practice.events_log import seed_log

    folder = log_folder(paths, keeping)
    if not folder.trees():
        yesterday = utc_now().date() - timedelta(days=1)
        station = Station("HARJOITUS-1", "harjoitus", f"Kanta Desk {__version__}")
        seed_log(folder, station, count, seed=1, last=min(last, yesterday))


def _grant_for_practice(rights: LiveRights, options: Options) -> None:
    """Write the practice set's rights to its log, where it is new."""
    from kanta_desk.practice.rights import ACTOR, GRANTS

    if options.organisation is None:
        return
    for register in dict.fromkeys(grant.register for grant in GRANTS):
        context = WorkContext(register, options.purposes[0], options.organisation.unit)
        rights.seed(ACTOR, context, tuple(g for g in GRANTS if g.register == register))


def _put_together(
    options: Options,
    paths: Paths,
    trust: TrustStore,
    source: Callable[[], CardSource],
    undo: ExitStack,
    *,
    practice: PracticeControls | None = None,
    practice_plan: Path | None = None,
    earliest: date = date.min,
) -> Desk:
    folder = log_folder(paths, options.log)
    custody = undo.enter_context(
        Custody.opened(
            folder,
            paths,
            anchor_folders=options.log.anchor_folders,
            persons=options.log.disposal_persons,
            station=this_station(),
            clock=utc_now,
            practice=options.mode is Mode.PRACTICE,
        )
    )
    log = custody.log
    profile = MessageProfile.load(options.connection.profile) if options.connection else None
    if profile and profile.practice and options.mode is Mode.PRODUCTION:
        raise SettingsUnreadable("options.toml: profile", "a practice profile in production")
    archive = _archive(options.connection, profile)
    undo.callback(archive.close)
    rights = LiveRights(
        log,
        options.purposes,
        utc_now,
        paths.rights,
        practice=options.mode is Mode.PRACTICE,
    )
    if practice is not None:
        _grant_for_practice(rights, options)
    fetcher = Fetcher(options.trust.proxy)
    revocation = AskIssuers(fetcher, CrlCache(paths.cache / "crl", fetcher, utc_now))
    admission = Admission(trust, revocation, unknown_may_view=options.trust.unknown_may_view)
    lanes = Lanes()
    undo.callback(fetcher.close)
    undo.callback(lanes.close)
    undo.callback(fetcher.stop)
    # Two sources: the watch's is waited on by the watch's thread alone.
    watched, diagnosed = source(), source()
    undo.callback(watched.close)
    undo.callback(diagnosed.close)
    watch = CardWatch(watched, lambda work: lanes.submit(Lane.CARD, work), trust)
    ways = Ways(options.signing, paths.config, watch)
    undo.callback(ways.close)
    names = CodeSets.load(imported=paths.imported)
    known = DocumentKnowledge.of(paths, trust, revocation, utc_now)
    desk = Desk(
        options=options,
        paths=paths,
        lanes=lanes,
        watch=watch,
        ways=ways,
        signin=SignIn(watch, ways, admission, log, rights, utc_now, custody.statement),
        signing=Signing(watch, ways, lanes, admission, utc_now),
        gate=Gate(archive, log, rights, utc_now),
        custody=custody,
        rights=rights,
        names=names,
        diagnosis=Diagnosis(
            Parts(
                diagnosed,
                trust,
                options.connection,
                paths,
                folder,
                utc_now,
                revocation=revocation,
                signing=lambda: ways.settings,
            )
        ),
        clock=utc_now,
        practice=practice,
        practice_plan=practice_plan,
        earliest=earliest,
        unverified=_unverified(profile),
        certificate_ends=_certificate_ends(options.connection),
        documents=known,
        library=Library(paths, names, known.structures or structures_of(paths), utc_now),
    )
    Vetting(watch, revocation, lambda work: lanes.submit(Lane.NET, work), utc_now)
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
        passphrase=connection.passphrase,
    )
    return MedicalRecordsClient(
        http, profile, utc_now, artificial_only=connection.mode is not Mode.PRODUCTION
    )


def _certificate_ends(connection: Connection | None) -> datetime | None:
    if connection is None:
        return None
    identity = Identity(connection.client_chain, connection.client_key, connection.passphrase)
    return identity.validity()[1]


def _unverified(profile: MessageProfile | None) -> tuple[str, ...]:
    facts = profile.unverified if profile else ()
    return tuple(f"{fact.key} = {fact.value} ({fact.evidence})" for fact in facts)
