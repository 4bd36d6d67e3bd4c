"""Documents to test with, and an archive in memory that answers a deployment test.

``InMemoryArchive`` is a small, real ``DocumentSource``: it holds documents per register and
searches them by the modes of Kela's archivist interface. It can be told to fail on its n:th act.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from kanta_desk.checks.rule import CheckContext
from kanta_desk.errors import DocumentNotFound, KantaError
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.deployment import ExpectedDocument, Plan
from kanta_desk.model.documents import (
    XHTML,
    Continuation,
    Document,
    DocumentMetadata,
    Party,
    Payload,
    PersonName,
    Professional,
    RecordState,
    SearchCriteria,
    SearchMode,
    SearchResult,
)
from kanta_desk.model.identifiers import TERHIKKI_ROOT, Henkilotunnus, Oid
from kanta_desk.model.people import Purpose, Register, WorkContext
from kanta_desk.model.text import Text

CLIENT = Henkilotunnus.parse("010181-900C")
OTHER_CLIENT = Henkilotunnus.parse("010594Y9032")
# Valid, but with an individual number under 900; born in the future, so that nobody has it. In two
# parts, so that no whole code that could be a person's stands anywhere in the tree.
NOT_A_TEST_PERSON = "010199A" + "123Y"
TEST_DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

OWN = Party(Oid("1.2.246.10.22334458.19.0"), "Hoiva Esimerkki Oy")
OWN_UNIT = Party(Oid("1.2.246.10.22334458.10.1"), "Kotihoito Itä")
REGION = Party(Oid("1.2.246.10.32213086.19.0"), "Esimerkin hyvinvointialue")
_REGISTER_CODE = Code("1", CodeSystem.REGISTER, "Sosiaalihuollon asiakasrekisteri")
OWN_REGISTER = Register(OWN, _REGISTER_CODE)
REGION_REGISTER = Register(REGION, _REGISTER_CODE)
PURPOSE = Purpose("1", Text("Käyttöönottokoe", "Driftsättningsprov", "Deployment test"), False)

TEXT = (
    "Päätös kotihoidosta. Asiakas Matti Esimerkki, syntynyt 1.1.1981. "
    "Myönnetään kotihoitoa 1.12.2026 alkaen 14,50 tuntia viikossa. "
    "Maksu on 1 234,50 € kuukaudessa. Asiakkaalla ei ole allergioita."
)


def oid(number: int) -> Oid:
    """A document's OID of the own organisation."""
    return Oid(f"1.2.246.10.22334458.11.2026.{number}")


def metadata(number: int = 1, **changes: object) -> DocumentMetadata:
    """Faultless metadata of a decision in the own register; ``changes`` replace fields."""
    whole = DocumentMetadata(
        document_oid=oid(number),
        set_id=oid(number),
        version=1,
        document_group=Code("2", CodeSystem.DOCUMENT_GROUP),
        document_type=Code("11012", CodeSystem.DOCUMENT_TYPE, "Iäkkäiden palvelupäätös"),
        title="Päätös kotihoidosta",
        client_id=CLIENT,
        client_name=PersonName("Matti", "Esimerkki"),
        client_birth=date(1981, 1, 1),
        controller=OWN,
        register=_REGISTER_CODE,
        organiser=OWN_UNIT,
        producer=OWN_UNIT,
        author=Professional(TERHIKKI_ROOT, "12345678901", PersonName("Tiina", "Työntekijä")),
        author_time=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
        service_task=Code("11", CodeSystem.SERVICE_TASK, "Iäkkäiden palvelut"),
        created=datetime(2026, 11, 20, 8, 5, tzinfo=UTC),
        archived=datetime(2026, 11, 20, 8, 6, tzinfo=UTC),
        retention_class=Code("10", "1.2.246.537.5.40155"),
        language=Code("FI", CodeSystem.LANGUAGE),
        media_type=XHTML,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def payload(media_type: str, data: bytes) -> Payload:
    """A payload with its hash."""
    return Payload(media_type, data, hashlib.sha256(data).hexdigest())


def document(number: int = 1, text: str = TEXT, **changes: object) -> Document:
    """A faultless XHTML document that reads ``text``."""
    data = f'<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml">{text}</div>'.encode()
    return Document(
        metadata(number, **changes),
        (payload(XHTML, data),),
        original=data,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
    )


def checks(code_known: Callable[[Code], bool | None] = lambda _: None) -> CheckContext:
    """A context of checks on the test day."""
    return CheckContext(TEST_DAY, code_known)


@dataclass
class InMemoryArchive:
    """Documents by register. ``asked`` lists the acts; ``fail`` maps an act's number to an error.

    ``unreadable`` names documents that raise when they are opened.
    """

    registers_held: dict[Register, list[Document]]
    fail: dict[int, KantaError] = field(default_factory=dict)
    unreadable: dict[Oid, KantaError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def context(self) -> WorkContext:
        """The first register is the one in hand."""
        return WorkContext(next(iter(self.registers_held)), PURPOSE, OWN_UNIT)

    def registers(self) -> tuple[Register, ...]:
        """All registers that may be searched."""
        return tuple(self.registers_held)

    def search(self, criteria: SearchCriteria, register: Register | None = None) -> SearchResult:
        """Search by client or document, in the criteria's mode."""
        self._act(f"search {criteria.mode}")
        wanted = {
            SearchMode.BASIC: {RecordState.VALID},
            SearchMode.VERSIONS: {RecordState.VALID, RecordState.REPLACED},
            SearchMode.INVALIDATED: {RecordState.INVALIDATED},
            SearchMode.OLD: set(RecordState),
        }[criteria.mode]
        found = tuple(
            held.metadata
            for held in self._held(register)
            if held.metadata.state in wanted
            and held.metadata.old_document is (criteria.mode is SearchMode.OLD)
            and criteria.client_id in (None, held.metadata.client_id)
            and criteria.document_oid in (None, held.metadata.document_oid)
        )
        return _page(SearchResult(criteria, found, len(found)), 1)

    def search_more(self, page: SearchResult, register: Register | None = None) -> SearchResult:
        """The next page of what is held now."""
        assert page.continuation is not None
        asked = self.asked[:]
        whole = self.search(replace(page.criteria, limit=10**6), register)
        self.asked = [*asked, f"page {page.continuation.start}"]
        return _page(replace(whole, criteria=page.criteria), page.continuation.start)

    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """Open one version."""
        self._act(f"open {oid.value}")
        if oid in self.unreadable:
            raise self.unreadable[oid]
        for held in self._held(register):
            if held.metadata.document_oid == oid:
                return held
        raise DocumentNotFound(oid.value)

    def _held(self, register: Register | None) -> list[Document]:
        return self.registers_held[register or self.context.register]

    def _act(self, what: str) -> None:
        self.asked.append(what)
        if error := self.fail.get(len(self.asked)):
            raise error


def _page(whole: SearchResult, start: int) -> SearchResult:
    """The page of an answer that begins with its ``start``-th document, from 1."""
    end = start - 1 + whole.criteria.limit
    more = Continuation("q", end + 1) if end < whole.total else None
    return replace(whole, documents=whole.documents[start - 1 : end], continuation=more)


def expected(number: int, source: Path | None = None, **changes: object) -> ExpectedDocument:
    """What a client information system says of ``document(number)``."""
    whole = ExpectedDocument(
        key=f"A{number}",
        client_id=CLIENT,
        document_oid=oid(number),
        title="Päätös kotihoidosta",
        document_type="11012",
        service_task="11",
        created=datetime(2026, 11, 20, 8, 5, tzinfo=UTC),
        version=1,
        controller=OWN.oid,
        organiser=OWN_UNIT.oid,
        producer=OWN_UNIT.oid,
        source=source,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def plan(*rows: ExpectedDocument, test_day: date | None = TEST_DAY) -> Plan:
    """A plan of some rows."""
    return Plan("Koe", Path("koe.json"), "ab" * 32, rows, test_day=test_day)
