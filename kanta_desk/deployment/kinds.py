"""What each kind of test asks beside the four questions put to every document.

A kind is a record of what it asks, and rules over the documents that the run opens. Where a kind's
facts could not be confirmed from Kela's own instructions, its rule asks for a look at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kanta_desk.model.deployment import ExpectedDocument, Plan, TestKind
from kanta_desk.model.documents import JSON, PDF, DocumentMetadata, SearchMode, organisation_of
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.text import Text

_SOURCE = "Kela, käyttöönottokoe"

MetadataRule = Callable[[Plan, ExpectedDocument, DocumentMetadata], Iterator[Finding]]
ContentRule = Callable[[tuple[str, ...]], Iterator[Finding]]
"""Given the media types of an opened document's payloads."""


def _no_metadata(*_: object) -> Iterator[Finding]:
    return iter(())


@dataclass(frozen=True, slots=True)
class KindOfTest:
    """``asks`` says in words what such a test proves. ``first`` is the search that lists the
    documents; ``by_sample`` tells that contents are compared for a sample alone;
    ``whole_register`` that every listed document is to be in the plan, whatever its day."""

    kind: TestKind
    asks: tuple[Text, ...]
    metadata: MetadataRule = _no_metadata
    content: ContentRule = _no_metadata
    first: SearchMode = SearchMode.BASIC
    by_sample: bool = False
    whole_register: bool = False


def _finding(
    rule: str, severity: Severity, title: Text, remedy: Text, place: str, evidence: str = ""
) -> Finding:
    return Finding(rule, severity, title, remedy, place, evidence, _SOURCE)


def _of_the_version(
    plan: Plan, row: ExpectedDocument, found: DocumentMetadata
) -> Iterator[Finding]:
    """A changed system must itself have made the documents."""
    made_by = found.software.version if found.software else ""
    if plan.system_version and made_by and made_by != plan.system_version:
        yield _finding(
            "KK-VER",
            Severity.WARNING,
            Text(
                "Asiakirjan on tehnyt järjestelmän toinen versio kuin kokeessa",
                "Handlingen är gjord med en annan version av systemet än den som provas",
                "The document was made by another version of the system than the one tested",
            ),
            Text(
                "Varmista, että koe tehtiin uudella versiolla, tai korjaa versio suunnitelmaan.",
                "Kontrollera att provet gjordes med den nya versionen, eller rätta versionen i "
                "planen.",
                "Make sure that the test was made with the new version, or correct the version in "
                "the plan.",
            ),
            "software",
            f"{made_by} ≠ {plan.system_version}",
        )


def _is_pdf(media_types: tuple[str, ...]) -> Iterator[Finding]:
    if PDF not in media_types:
        yield _finding(
            "KK-PDF",
            Severity.ERROR,
            Text(
                "I vaiheen asiakirja ei ole PDF",
                "En handling i fas I är inte PDF",
                "A phase I document is not a PDF",
            ),
            Text(
                "Tallenna asiakirja PDF/A-muodossa ja mitätöi tämä.",
                "Spara handlingen som PDF/A och makulera denna.",
                "Store the document as PDF/A and invalidate this one.",
            ),
            "media_type",
            ", ".join(media_types),
        )


def _is_structured(media_types: tuple[str, ...]) -> Iterator[Finding]:
    if JSON not in media_types:
        yield _finding(
            "KK-STR",
            Severity.ERROR,
            Text(
                "Asiakirjalla ei ole rakenteista sisältöä",
                "Handlingen saknar strukturerat innehåll",
                "The document has no structured content",
            ),
            Text(
                "Pyydä toimittajaa tallentamaan asiakirja rakenteisena, tai vaihda kokeen laji.",
                "Be leverantören spara handlingen strukturerad, eller byt provets slag.",
                "Ask the vendor to store the document structured, or change the kind of test.",
            ),
            "structure_oid",
            ", ".join(media_types),
        )


def _by_register_right(
    plan: Plan, row: ExpectedDocument, found: DocumentMetadata
) -> Iterator[Finding]:
    """The producer stored, into the organiser's register, with the producer's system."""
    pair = plan.pair
    if found.producer and found.controller and not found.by_register_right:
        yield _finding(
            "KK-RKO",
            Severity.ERROR,
            Text(
                "Tuottaja ja rekisterinpitäjä ovat sama organisaatio: rekisterinkäyttöoikeutta ei "
                "käytetty",
                "Producent och personuppgiftsansvarig är samma organisation: rätten att använda "
                "register användes inte",
                "Producer and controller are one organisation: the right to use a register was "
                "not used",
            ),
            Text(
                "Tarkista tuottajan järjestelmästä, kenen rekisteriin ja kenen tuottamana se "
                "tallentaa.",
                "Kontrollera i producentens system vems register det sparar i och vem som anges "
                "som producent.",
                "See in the producer's system whose register it stores into, and as whose work.",
            ),
            "producer",
            str(found.producer.oid),
        )
    named = pair.producer if pair else None
    if named and found.producer and organisation_of(named) != organisation_of(found.producer.oid):
        yield _finding(
            "KK-PARI",
            Severity.ERROR,
            Text(
                "Tuottaja ei ole järjestelmäparin tuottaja",
                "Producenten är inte systemparets producent",
                "The producer is not that of the system pair",
            ),
            Text(
                "Tarkista järjestelmäpari suunnitelmasta ja tuottaja tallentavasta järjestelmästä.",
                "Kontrollera systemparet i planen och producenten i det sparande systemet.",
                "See the system pair in the plan, and the producer in the system that stores.",
            ),
            "producer",
            f"{found.producer.oid} ≠ {named}",
        )
    made_by = found.software.product if found.software else ""
    if pair and pair.producer_system and made_by and not _alike(pair.producer_system, made_by):
        yield _finding(
            "KK-JARJ",
            Severity.WARNING,
            Text(
                "Asiakirjan on tehnyt muu järjestelmä kuin parin tuottajan",
                "Handlingen är gjord med ett annat system än parets producents",
                "The document was made by another system than that of the pair's producer",
            ),
            Text(
                "Koe koskee järjestelmäparia: aja se sen parin asiakirjoilla.",
                "Provet gäller ett systempar: gör det med handlingar av det paret.",
                "The test is of a system pair: hold it with documents of that pair.",
            ),
            "software",
            f"{made_by} ≠ {pair.producer_system}",
        )


def _alike(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _is_old(plan: Plan, row: ExpectedDocument, found: DocumentMetadata) -> Iterator[Finding]:
    if not found.old_document:
        yield _finding(
            "KK-VANHA",
            Severity.WARNING,
            Text(
                "Asiakirjaa ei ole merkitty vanhaksi asiakirjaksi",
                "Handlingen är inte märkt som gammal handling",
                "The document is not marked as an old one",
            ),
            Text(
                "Selvitä, arkistoiko järjestelmä sen vanhojen asiakirjojen käyttötapauksella.",
                "Utred om systemet arkiverade den med användningsfallet för gamla handlingar.",
                "Find out whether the system archived it by the use case of old documents.",
            ),
            "old_document",
        )


_FOUR = (
    Text(
        "Jokainen asiakirja on arkistossa, oikeassa rekisterissä, oikein kuvailtuna ja samana kuin "
        "asiakastietojärjestelmässä.",
        "Varje handling finns i arkivet, i rätt register, rätt beskriven och likadan som i "
        "klientdatasystemet.",
        "Each document is in the archive, in the right register, rightly described, and the same "
        "as in the client information system.",
    ),
    Text(
        "Testihenkilöillä ei ole asiakirjoja, joita suunnitelmassa ei ole.",
        "Testpersonerna har inga handlingar som inte finns i planen.",
        "The test persons have no documents that are not in the plan.",
    ),
)

KINDS: dict[TestKind, KindOfTest] = {
    kind.kind: kind
    for kind in (
        KindOfTest(TestKind.FIRST, _FOUR),
        KindOfTest(
            TestKind.CHANGE,
            (
                *_FOUR,
                Text(
                    "Asiakirjat on tehnyt järjestelmän se versio, jota koe koskee.",
                    "Handlingarna är gjorda med den version av systemet som provet gäller.",
                    "The documents were made by the version of the system that is tested.",
                ),
            ),
            metadata=_of_the_version,
        ),
        KindOfTest(
            TestKind.PDF,
            (
                *_FOUR,
                Text(
                    "Jokainen asiakirja on PDF/A.",
                    "Varje handling är PDF/A.",
                    "Each document is PDF/A.",
                ),
            ),
            content=_is_pdf,
        ),
        KindOfTest(
            TestKind.STRUCTURED,
            (
                *_FOUR,
                Text(
                    "Jokaisella asiakirjalla on rakenteinen sisältö, joka on rakenteensa mukainen.",
                    "Varje handling har strukturerat innehåll som följer sin struktur.",
                    "Each document has structured content that follows its structure.",
                ),
            ),
            content=_is_structured,
        ),
        KindOfTest(
            TestKind.REGISTER_USE,
            (
                *_FOUR,
                Text(
                    "Tuottaja on tallentanut järjestäjän rekisteriin, ja järjestäjä näkee "
                    "asiakirjat siellä.",
                    "Producenten har sparat i anordnarens register och anordnaren ser handlingarna "
                    "där.",
                    "The producer has stored into the organiser's register, and the organiser sees "
                    "the documents there.",
                ),
                Text(
                    "Mikään niistä ei ole tuottajan omassa rekisterissä.",
                    "Inget av dem finns i producentens eget register.",
                    "None of them is in the producer's own register.",
                ),
            ),
            metadata=_by_register_right,
        ),
        KindOfTest(
            TestKind.OLD_DOCUMENTS,
            (
                Text(
                    "Määrät täsmäävät.",
                    "Antalen stämmer.",
                    "The counts agree.",
                ),
                Text(
                    "Luettelo ja arkisto vastaavat toisiaan kumpaankin suuntaan.",
                    "Förteckningen och arkivet motsvarar varandra åt båda hållen.",
                    "The list and the archive correspond both ways.",
                ),
                Text(
                    "Otoksen asiakirjat ovat samat kuin lähteessä.",
                    "Handlingarna i urvalet är desamma som i källan.",
                    "The documents of the sample are the same as in the source.",
                ),
            ),
            metadata=_is_old,
            first=SearchMode.OLD,
            by_sample=True,
            whole_register=True,
        ),
    )
}
