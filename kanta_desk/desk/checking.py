"""The checks over files: a client system's documents, looked at without an archive or a card."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.files import MAX_FILE, DocumentFile, read_file
from kanta_desk.archive.header import archive_fields
from kanta_desk.archive.imports import STRUCTURES
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.signature_trust import SignatureJudge
from kanta_desk.archive.structures import Structure, Structures
from kanta_desk.checks.examined import Examined
from kanta_desk.checks.registry import (
    DOCUMENT_RULES,
    METADATA_RULES,
    CheckContext,
    check_examined,
)
from kanta_desk.checks.rule import Rule
from kanta_desk.checks.unreadable import not_read
from kanta_desk.errors import ArchiveError, FileUnreadable, SettingsUnreadable
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.mode import Mode
from kanta_desk.model.signatures import SignatureReport
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, utc_now
from kanta_desk.net.fetch import Fetcher
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.revocation import AskIssuers, Revocation
from kanta_desk.trust.store import TrustStore

PROFILE = "standin-1"
"""Where metadata stands in a file, when no connection says otherwise."""
_MOST_FILES = 100_000
_SUFFIXES = {".xml", ".cda", ".pdf", ".xhtml", ".html", ".json"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DocumentKnowledge:
    """What checks of documents need to know beside the code sets: structures and signers."""

    structures: Structures | None = None
    judge: SignatureJudge | None = None

    @classmethod
    def of(
        cls,
        paths: Paths,
        trust: TrustStore,
        revocation: Revocation | None,
        clock: Callable[[], datetime],
    ) -> DocumentKnowledge:
        """That of an installation: structures imported or in its configuration folder, and its
        trusted roots."""
        return cls(structures_of(paths), SignatureJudge(trust, revocation, clock))

    @property
    def signatures(
        self,
    ) -> Callable[[bytes, datetime | None], tuple[SignatureReport, ...]] | None:
        """How signatures are judged; None: they are not."""
        return self.judge.judge if self.judge is not None else None

    def structure(self, oid: str) -> Structure | None:
        """A structure by its OID. One that cannot be read must not keep a document closed: it
        counts as not there, and the application log names the file."""
        try:
            return self.structures.find(oid) if self.structures is not None else None
        except SettingsUnreadable as error:
            _log.warning("structure not read: %s", error)
            return None


def structures_of(paths: Paths) -> Structures:
    """The structures of an installation: those imported stand before those put into its
    configuration folder by hand."""
    return Structures(paths.imported / STRUCTURES, paths.config / STRUCTURES)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One document of one file, and what was found; ``document`` is its OID where it has one."""

    path: Path
    document: str
    findings: tuple[Finding, ...]
    signatures: tuple[SignatureReport, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found."""
        order = list(Severity)
        return min((f.severity for f in self.findings), key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """One rule as lists show it."""

    code: str
    severity: Severity
    title: Text
    remedy: Text
    source: str
    grade: Evidence


def all_rules() -> tuple[RuleFacts, ...]:
    """Every rule, in the order in which they are asked."""
    rules: tuple[Rule[Any], ...] = (*METADATA_RULES, *DOCUMENT_RULES)
    return tuple(RuleFacts(r.code, r.severity, r.title, r.remedy, r.source, r.grade) for r in rules)


class FileChecker:
    """Checks files with what an installation knows. Use as a context: it may ask issuers."""

    def __init__(
        self, paths: Paths, *, structures: Path | None = None, test_clients_only: bool = False
    ) -> None:
        options = Options.of(paths)
        connection = options.connection
        self._profile = MessageProfile.load(connection.profile if connection else PROFILE)
        trust = (
            TrustStore.from_folder(options.mode, options.trust_roots, options.trust.also_trust)
            if options.trust_roots
            else TrustStore.of(Mode.PRACTICE, ())
        )
        self._fetcher = Fetcher(options.trust.proxy)
        revocation = AskIssuers(
            self._fetcher, CrlCache(paths.cache / "crl", self._fetcher, utc_now)
        )
        known = DocumentKnowledge.of(paths, trust, revocation, utc_now)
        if structures is not None:
            known = replace(known, structures=Structures(structures))
        self._known = known
        codes = CodeSets.load(imported=paths.imported)
        self._context = CheckContext(
            _today(),
            codes.knows,
            test_clients_only,
            code_valid=codes.valid,
            structure=known.structure,
            signatures=known.signatures,
        )

    def __enter__(self) -> FileChecker:
        return self

    def __exit__(self, *failure: object) -> None:
        self._fetcher.stop()
        self._fetcher.close()

    def check(self, paths: Iterable[Path]) -> Iterator[CheckedFile]:
        """Each file, and each document below a folder, in order.

        Raises:
            FileUnreadable: naming a path that is not there or cannot be read.
        """
        for path in _files(paths):
            yield self._checked(path, _bytes(path))

    def _checked(self, path: Path, data: bytes) -> CheckedFile:
        try:
            found = read_file(data, path.suffix, self._profile)
        except ArchiveError as error:
            return CheckedFile(path, "", (not_read(error),))
        absent = () if found.frame is not None else archive_fields(self._profile)
        context = replace(self._context, absent=frozenset(absent))
        oid = found.metadata.document_oid.value if found.metadata is not None else ""
        examined = _examined(found)
        findings = check_examined(examined, context)
        reports: tuple[SignatureReport, ...] = ()
        if self._known.judge is not None and examined.original:
            reports = examined.judged(self._known.judge.judge, None)
        return CheckedFile(path, oid, findings, reports)


def _examined(found: DocumentFile) -> Examined:
    if found.document is None:
        return Examined(found.payloads, found.text)
    return replace(Examined.of(found.document), frame=found.frame)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    count = 0
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for each in found:
            if path.is_dir() and not (each.is_file() and each.suffix.lower() in _SUFFIXES):
                continue
            count += 1
            if count > _MOST_FILES:
                raise FileUnreadable(path.name, f"more than {_MOST_FILES} files")
            yield each


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise FileUnreadable(path.name, error.strerror or "") from None
    if len(data) > MAX_FILE:
        raise FileUnreadable(path.name, f"larger than {MAX_FILE} bytes")
    return data


def _today() -> date:
    return utc_now().astimezone(HELSINKI).date()
