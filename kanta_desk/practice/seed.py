"""Seeds the stand-in archive: from the practice files to stored documents, always the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.writing import write_document
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import (
    DocumentMetadata,
    Payload,
    Professional,
    RecordState,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.identifiers import TERHIKKI_ROOT, Oid
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import ORGANISATIONS, PROFILE, UNITS
from kanta_desk.practice.sealing import Seal, Seals
from kanta_desk.practice.seed_data import (
    FaultKind,
    Replacements,
    SeedDocument,
    SeedRevision,
    SeedSet,
)
from kanta_desk.practice.seed_forms import Content, archive_payloads, sections_of
from kanta_desk.practice.standin_store import Store

_PRACTICE_ROOT = "1.2.246.10.99999917"
RETENTION = f"{_PRACTICE_ROOT}.5.1"
FILE_FORMAT = f"{_PRACTICE_ROOT}.5.2"
PUBLICITY = f"{_PRACTICE_ROOT}.5.3"
PROTECTION = f"{_PRACTICE_ROOT}.5.4"
PERSONAL_DATA = f"{_PRACTICE_ROOT}.5.5"
_TEMPLATE = f"{_PRACTICE_ROOT}.777.1"
# A date that THL has published no structure on, before the oldest practice document: the practice
# structures are our own.
_STRUCTURE_DATE = "2018.1.1"
_SOFTWARE = Software("Järjestelmä Esimerkki Oy", "Sosiaali-Esimerkki", "4.2.1")
_RETENTION_YEARS = {"STANDIN-10A": 10, "STANDIN-30A": 30}
_FIRST_NUMBER = 100001


@dataclass(frozen=True, slots=True)
class SeededVersion:
    """One version as it is stored: the seed it came from, metadata, content."""

    seed: SeedDocument
    metadata: DocumentMetadata
    content: Content

    @property
    def payloads(self) -> tuple[Payload, ...]:
        """The forms that the archive got, made anew each time."""
        return archive_payloads(self.content, self.seed.form)

    def cda(self, profile: MessageProfile, seals: Seals | None = None) -> bytes:
        """The version as a CDA R2 document, signed where it is to be and there is something to
        sign it with."""
        written = write_document(self.metadata, self.payloads, profile)
        if seals is None or self.metadata.created is None:
            return written
        return seals.put(Seal(self.seed.seal), written, self.metadata.created)


def seed(folder: Path, seals: Seals | None = None) -> int:
    """Fill the stand-in's state in ``folder``; one that holds this very set, sealed with these
    seals or not at all, is left as it is.

    ``seals`` sign the documents that are to be signed; without, none is.

    Returns the number of versions.

    Raises:
        SettingsUnreadable: if the practice files have a fault.
    """
    seeds = SeedSet.load()
    store = Store(folder)
    try:
        digest = seeds.digest + (seals.digest if seals else "")
        if store.digest not in (digest, seeds.digest):
            profile = MessageProfile.load(PROFILE)
            versions = list(seeded(seeds))
            store.replace_all(((v.metadata, v.cda(profile, seals)) for v in versions), digest)
        return store.count()
    finally:
        store.close()


def seeded(seeds: SeedSet) -> Iterator[SeededVersion]:
    """All versions that the archive holds."""
    makers = _makers(seeds)
    for document, maker in makers.items():
        if document.fault is None or document.fault.kind is not FaultKind.MISSING_DOCUMENT:
            yield from maker.versions(archived=True)


def as_stored(seeds: SeedSet) -> dict[str, SeededVersion]:
    """The newest version of each document of the deployment test, as it should have been stored."""
    makers = _makers(seeds)
    return {d.key: list(makers[d].versions(archived=False))[-1] for d in seeds.deployment}


def _makers(seeds: SeedSet) -> dict[SeedDocument, Maker]:
    profile, codes = MessageProfile.load(PROFILE), CodeSets.load()
    numbered = enumerate((*seeds.documents, *seeds.deployment))
    # Room for ten versions each, so that a new version in the files moves no other OID.
    return {d: Maker(d, _FIRST_NUMBER + 10 * n, profile, codes) for n, d in numbered}


class Maker:
    """Makes the versions of one document."""

    def __init__(
        self, document: SeedDocument, number: int, profile: MessageProfile, codes: CodeSets
    ) -> None:
        self._document = document
        self._number = number
        self._profile = profile
        self._codes = codes
        self._producer = ORGANISATIONS[document.by]

    @property
    def holder(self) -> Oid:
        """The controller of the register that the document belongs to."""
        return ORGANISATIONS[self._document.register].controller.oid

    def versions(self, *, archived: bool) -> Iterator[SeededVersion]:
        """The versions, oldest first; ``archived``: with the fault that met them on the way."""
        document, text = self._document, self._document.text
        fault = document.fault if archived else None
        first = SeedRevision(document.created, (), invalidates=False)
        revisions = (first, *document.revisions)
        before: DocumentMetadata | None = None
        for number, revision in enumerate(revisions, 1):
            text = _replaced(text, revision.replace, document.key)
            if number == len(revisions) and fault:
                text = _replaced(text, fault.replace, document.key)
            content = Content(
                title=self._title(),
                language=document.language,
                client=document.client,
                author=document.author,
                created=revision.created,
                sections=sections_of(text),
            )
            metadata = self._metadata(number, revision, before)
            metadata = replace(metadata, state=self._state(number))
            if fault:
                metadata = self._faulty(metadata)
            yield SeededVersion(document, metadata, content)
            before = metadata

    def _state(self, number: int) -> RecordState:
        """An invalidation is a version of its own; it and the one it ends are invalidated."""
        revisions = self._document.revisions
        last = len(revisions) + 1
        if revisions and revisions[-1].invalidates and number >= last - 1:
            return RecordState.INVALIDATED
        return RecordState.VALID if number == last else RecordState.REPLACED

    def _faulty(self, metadata: DocumentMetadata) -> DocumentMetadata:
        fault = self._document.fault
        if fault is None:
            return metadata
        if fault.kind is FaultKind.MISSING_METADATA:
            absent: dict[str, Any] = dict.fromkeys(fault.drop)
            return replace(metadata, **absent)
        if fault.kind is FaultKind.WRONG_METADATA:
            wrong = self._code(CodeSystem.SERVICE_TASK, fault.service_task)
            return replace(metadata, service_task=wrong)
        if fault.kind is FaultKind.WRONG_REGISTER:
            holder = ORGANISATIONS[fault.register]
            return replace(
                metadata,
                controller=holder.controller,
                controller_kind=self._controller_kind(public=holder.public),
                active_controller=holder.controller,
                archive_creator=holder.party,
                organiser=holder.party,
                implementer=None,
            )
        return metadata

    def _metadata(
        self, number: int, revision: SeedRevision, before: DocumentMetadata | None
    ) -> DocumentMetadata:
        document = self._document
        client, author, created = document.client, document.author, revision.created
        holder, producer = ORGANISATIONS[document.register], self._producer
        # What a provider that has ceased left behind came to another's hands; it stays its own.
        organiser = producer if document.by == "former" else holder
        oid = self._oid(number, revision.created)
        status = "STANDIN-VALMIS"
        if revision.invalidates:
            status = self._profile[Key.INVALIDATED_RECORD_STATUS]
        by_right = producer is not organiser
        return DocumentMetadata(
            document_oid=oid,
            set_id=before.set_id if before else oid,
            version=number,
            replaces=VersionRef(before.document_oid, before.set_id, before.version)
            if before
            else None,
            document_group=self._group(),
            document_type=self._code(CodeSystem.DOCUMENT_TYPE, document.type),
            structure_oid=f"{CodeSystem.DOCUMENT_TYPE}.{document.type}.{_STRUCTURE_DATE}",
            title=self._title(),
            template_ids=(_TEMPLATE,),
            realm="FI",
            client_id=client.id,
            client_name=client.name,
            client_birth=client.birth,
            client_gender=self._code(CodeSystem.GENDER, "2" if client.female else "1"),
            client_municipality=self._code(CodeSystem.MUNICIPALITY, "STANDIN-901"),
            security_ban=client.security_ban,
            controller=organiser.controller,
            controller_kind=self._controller_kind(public=organiser.public),
            active_controller=holder.controller,
            register=self._code(CodeSystem.REGISTER, "1"),
            archive_creator=organiser.party,
            organiser=organiser.party,
            producer=producer.party,
            implementer=producer.party if by_right else None,
            service_unit=UNITS[document.unit],
            author=Professional(TERHIKKI_ROOT, author.number, author.name),
            author_time=created - timedelta(minutes=2),
            author_role=self._code(CodeSystem.PERSON_SPECIFIER, "LAL"),
            case_id=document.case,
            case_name=self._code(CodeSystem.CASE_NAME, document.case_name),
            case_state=self._code(CodeSystem.CASE_STATE, document.case_state),
            clientship_id=f"{producer.business_id.oid}.40.{self._clientship()}",
            service_task=self._code(CodeSystem.SERVICE_TASK, document.task),
            service_process=self._code(CodeSystem.SERVICE_PROCESS, document.process),
            social_service=self._code(CodeSystem.SOCIAL_SERVICE, document.service),
            created=created,
            archived=self._archived(number, created),
            status=self._code(CodeSystem.RECORD_STATUS, status),
            retention_class=self._code(RETENTION, document.retention),
            disposal_time=self._disposal(created),
            confidentiality=self._code(CodeSystem.CONFIDENTIALITY, "5"),
            special_content=self._code(CodeSystem.SPECIAL_CONTENT, "STANDIN-TURVAKIELTO")
            if client.security_ban
            else None,
            secrecy="100 vuotta",
            publicity=self._code(PUBLICITY, "STANDIN-SALASSA"),
            protection_class=self._code(PROTECTION, "STANDIN-EI"),
            personal_data_class=self._code(PERSONAL_DATA, "STANDIN-ERITYINEN"),
            language=self._code(CodeSystem.LANGUAGE, document.language),
            file_format=self._code(
                FILE_FORMAT,
                "STANDIN-PDFA" if document.form == "pdf" else "STANDIN-XHTML-JSON",
            ),
            software=_SOFTWARE,
            signature=SignatureInfo(self._code(CodeSystem.SIGNATURE_KIND, "1"), created)
            if document.signed
            else None,
            old_document=document.old,
        )

    def _title(self) -> str:
        concept = self._codes.find(Code(self._document.type, CodeSystem.DOCUMENT_TYPE))
        if concept is None:
            raise SettingsUnreadable(self._document.key, "unknown document type")
        swedish = self._document.language == "SV"
        return concept.name.of(Language.SV if swedish else Language.FI)

    def _code(self, system: str, value: str) -> Code:
        concept = self._codes.find(Code(value, system))
        if concept is None:
            raise SettingsUnreadable(self._document.key, f"unknown code in {system}")
        return Code(value, str(system), concept.name.fi)

    def _group(self) -> Code:
        old = self._profile[Key.OLD_GROUP]
        return self._code(
            CodeSystem.DOCUMENT_GROUP, old if self._document.old else "STANDIN-ASIAKAS"
        )

    def _controller_kind(self, *, public: bool) -> Code:
        return self._code(CodeSystem.CONTROLLER_KIND, "1" if public else "2")

    def _oid(self, version: int, created: datetime) -> Oid:
        owner = self._producer.business_id.oid
        return Oid(f"{owner}.11.{created.year}.{self._number + version - 1}")

    def _clientship(self) -> int:
        birth = self._document.client.birth
        return birth.year * 10000 + birth.month * 100 + birth.day

    def _archived(self, version: int, created: datetime) -> datetime:
        if self._document.archived and version == 1:
            return self._document.archived
        return created + timedelta(seconds=40 + self._number % 83)

    def _disposal(self, created: datetime) -> datetime | None:
        years = _RETENTION_YEARS.get(self._document.retention)
        if self._document.case_state != "STANDIN-PAATETTY" or years is None:
            return None
        return datetime(created.year + years, 12, 31, 22, tzinfo=UTC)


def _replaced(text: str, pairs: Replacements, key: str) -> str:
    for old, new in pairs:
        if text.count(old) != 1:
            raise SettingsUnreadable(key, "a replacement does not fit its text exactly once")
        text = text.replace(old, new)
    return text
