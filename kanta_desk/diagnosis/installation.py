"""The diagnosis of an installation from its folders alone.

So it works where nothing else does: with broken options, without the smart-card library, and while
another program writes the log.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.cards.source import CardConnection, CardSource, Snapshot
from kanta_desk.diagnosis.check import Parts
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.diagnosis.registry import CHECKS
from kanta_desk.errors import FolderNotWritable, KantaError, ServiceNotRunning
from kanta_desk.model.time import utc_now
from kanta_desk.net.fetch import Fetcher
from kanta_desk.settings.binding import found_paths
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.signing import in_use
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.revocation import AskIssuers
from kanta_desk.trust.rules import installed_rules
from kanta_desk.trust.store import TrustStore


def of_installation(paths: Paths, *, only: Collection[str] = ()) -> Diagnosis:
    """The checks over the installation in ``paths``; opens no access log and starts no thread.

    ``only`` names the checks to run (``Check.id``); none named means all.
    """
    with suppress(FolderNotWritable):  # the check of the folders says which
        paths.make()
    options, fault, log = Options(), None, None
    trust = TrustStore.of(options.mode, ())
    try:
        options = Options.of(paths)
        paths = found_paths(paths, options.mode)
        log = log_folder(paths, options.log)
        if options.trust_roots:
            trust = TrustStore.from_folder(
                options.mode, options.trust_roots, options.trust.also_trust
            )
        trust = trust.with_rules(installed_rules(paths.config))
    except KantaError as error:
        options, fault = Options(), error
    fetcher = Fetcher(options.trust.proxy)
    revocation = AskIssuers(fetcher, CrlCache(paths.cache / "crl", fetcher, utc_now))
    parts = Parts(_source(), trust, options.connection, paths, log, utc_now, fault, revocation)
    parts = replace(parts, signing=lambda: in_use(options.signing, paths.config))
    return Diagnosis(parts, tuple(check for check in CHECKS if not only or check.id in only))


def _source() -> CardSource:
    try:
        from kanta_desk.cards.pcsc import PcscSource
    except ImportError:  # the check of the program's parts says which
        return _NoLibrary()
    return PcscSource()


class _NoLibrary:
    """A ``CardSource`` where the smart-card library does not load."""

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        return Snapshot(running=False)

    def cancel(self) -> None:
        pass

    def connect(self, reader: str) -> CardConnection:
        raise ServiceNotRunning(reader)

    def close(self) -> None:
        pass
