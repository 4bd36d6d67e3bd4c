"""Revocation lists: fetched, verified and indexed once, and kept in a folder until they change.

Deltas are not used: a list is fetched whole, and only when its server says that it has changed.
A list that was kept is proven anew when a run first uses it, signature, index and all: others may
write into the folder too.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import IO

from kanta_desk.errors import AnswerTooLarge, NetError
from kanta_desk.model.revocation import Doubt, RevocationSource
from kanta_desk.net.fetch import Fetcher
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_index import About, Entry, IndexedList, add_index
from kanta_desk.trust.doubted import CLOCKS_DIFFER, Doubted

_log = logging.getLogger(__name__)

MAX_LIST = 128 * 1024 * 1024
MAX_FOLDER = 512 * 1024 * 1024
SETTLED = timedelta(minutes=1)
"""How long a list is used without asking its server whether it has changed."""
SETTLED_UNASKED = timedelta(minutes=15)
"""The same where the server cannot be asked that, and would send the whole list again."""

_PART = ".part"
_LEFT_BEHIND = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list says of one certificate: its entry if it is on it, and which list it was.

    ``doubt``: why the server's own list could not be used, where a kept one had to do.
    """

    entry: Entry | None
    source: RevocationSource
    about: About
    doubt: Doubt | None = None


class CrlCache:
    """Lists by address, in ``folder``. Threads may share it; one fetches a list, others wait."""

    def __init__(
        self,
        folder: Path,
        fetcher: Fetcher,
        clock: Callable[[], datetime],
        max_list: int = MAX_LIST,
        max_folder: int = MAX_FOLDER,
    ) -> None:
        self._folder = folder
        self._fetcher = fetcher
        self._clock = clock
        self._max_list = max_list
        self._max_folder = max_folder
        self._guard = threading.Lock()
        self._busy: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._proven: dict[Path, tuple[int, int]] = {}

    def look_up(self, url: str, certificate: Certificate, issuer: Certificate) -> Listing:
        """What the list at ``url`` says of ``certificate``; may fetch tens of megabytes.

        Raises:
            Doubted: if neither the server nor the folder has a list that can be believed.
        """
        path = self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.crl"
        with self._guard:
            busy = self._busy[url]
        with busy:
            kept = self._kept(path, url, issuer)
            if kept is not None and self._settled(path, kept):
                return self._listing(path, certificate, RevocationSource.CACHED_CRL)
            try:
                self._renew(url, path, issuer, kept)
            except Doubted as told:
                if kept is None:
                    raise
                listing = self._listing(path, certificate, RevocationSource.CACHED_CRL)
                return Listing(listing.entry, listing.source, listing.about, told.doubt)
            return self._listing(path, certificate, RevocationSource.CRL)

    def _listing(self, path: Path, certificate: Certificate, source: RevocationSource) -> Listing:
        try:
            with IndexedList.opened(path) as found:
                about = found.about
                if not (about.authorities if certificate.is_authority else about.users):
                    raise Doubted(Doubt.NOT_KNOWN)
                return Listing(found.find(int(certificate.serial, 16)), source, about)
        except OSError:
            raise Doubted(Doubt.UNREADABLE) from None

    def _kept(self, path: Path, url: str, issuer: Certificate) -> About | None:
        """The list of the folder, if there is one that may still be used; a damaged one goes."""
        try:
            with IndexedList.opened(path) as found:
                about = found.about
                if about.signer_sha256 != issuer.sha256:
                    return None
                state = path.stat()
                mark = (state.st_size, state.st_ino)
                if self._proven.get(path) != mark:
                    if not found.is_true(issuer, url):
                        raise Doubted(Doubt.UNREADABLE)
                    self._proven[path] = mark
        except FileNotFoundError:
            return None
        except (OSError, Doubted):
            _log.warning("a kept revocation list is damaged, and goes")
            _remove(path)
            return None
        return about if self._clock() <= about.next_update + CLOCKS_DIFFER else None

    def _settled(self, path: Path, kept: About) -> bool:
        try:
            age = self._clock().timestamp() - path.stat().st_mtime
        except OSError:
            return False
        limit = SETTLED if kept.tag or kept.modified else SETTLED_UNASKED
        return 0 <= age < limit.total_seconds()

    def _renew(self, url: str, path: Path, issuer: Certificate, kept: About | None) -> None:
        """Have the server's list in ``path``; it is fetched only if it is another than ``kept``."""
        part = None
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w+b", dir=self._folder, suffix=_PART, delete=False
            ) as file:
                part = Path(file.name)
                changed = self._fetch(url, file.file, issuer, kept)
            if changed:
                os.replace(part, path)
                with suppress(OSError):  # another program may be at it too
                    self._make_room(path)
            now = self._clock().timestamp()
            os.utime(path, (now, now))
        except AnswerTooLarge:
            raise Doubted(Doubt.TOO_LARGE) from None
        except NetError:
            raise Doubted(Doubt.NO_ANSWER) from None
        except OSError as error:  # the disk is full or read-only, or another program has the file
            _log.warning("a revocation list could not be kept: %s", error.strerror)
            raise Doubted(Doubt.UNREADABLE) from None
        finally:
            if part is not None:
                part.unlink(missing_ok=True)

    def _fetch(self, url: str, file: IO[bytes], issuer: Certificate, kept: About | None) -> bool:
        """Write the server's list, verified and with its index; false if it is still ``kept``."""
        known = {"If-None-Match": kept.tag, "If-Modified-Since": kept.modified} if kept else {}
        answer = self._fetcher.download(
            url, file, self._max_list, {name: value for name, value in known.items() if value}
        )
        if kept is not None and answer.status == HTTPStatus.NOT_MODIFIED:
            return False
        if answer.status != HTTPStatus.OK:
            raise Doubted(Doubt.REFUSED)
        tag, modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
        about = add_index(file, issuer, url, tag, modified)
        now = self._clock()
        if not about.this_update - CLOCKS_DIFFER <= now <= about.next_update + CLOCKS_DIFFER:
            raise Doubted(Doubt.STALE)
        if kept is not None and about.this_update < kept.this_update:
            raise Doubted(Doubt.STALE)  # somebody put an older list in the place of a newer one
        return True

    def _make_room(self, newest: Path) -> None:
        """Remove the lists that were of use longest ago, and what a crash left half fetched."""
        for left in self._folder.glob(f"*{_PART}"):
            if self._clock().timestamp() - left.stat().st_mtime > _LEFT_BEHIND.total_seconds():
                left.unlink(missing_ok=True)
        files = {path: path.stat() for path in self._folder.glob("*.crl")}
        size = sum(state.st_size for state in files.values())
        for path in sorted(files, key=lambda each: files[each].st_mtime):
            if size <= self._max_folder:
                return
            if path == newest:
                continue
            path.unlink(missing_ok=True)
            size -= files[path].st_size


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:  # it is replaced by the next list all the same
        _log.warning("a damaged revocation list could not be removed: %s", error.strerror)
