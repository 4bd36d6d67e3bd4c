"""What must not be there: rows that expect nothing, and the registers where a document must not be.

A match is told generously: all that the row says of the document agrees. A fault that is none is
looked at once; a document in a wrong register that nobody sees stays there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kanta_desk.deployment.holdings import Holdings
from kanta_desk.deployment.scoring import weigh
from kanta_desk.deployment.unexpected import is_of_this_test
from kanta_desk.errors import ArchiveDenied, RightMissing
from kanta_desk.model.deployment import (
    Aspect,
    Cell,
    CellState,
    Difference,
    DocumentVerdict,
    ExpectedDocument,
    SystemPair,
    worst,
)
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import ClientId, Oid
from kanta_desk.model.people import Register
from kanta_desk.model.text import Text

_NOT_NEEDED = Text("ei koske tätä riviä", "gäller inte denna rad", "not asked of this row")
_ALL_AGREES = 95


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at registers brought: the documents found, by register; which registers were
    searched; and the controllers whose register the holder may not search."""

    found: tuple[tuple[Register, DocumentMetadata], ...] = ()
    searched: tuple[Register, ...] = ()
    closed: tuple[Oid, ...] = ()


def absence_row(
    row: ExpectedDocument, holdings: Holdings, test_day: date | None
) -> DocumentVerdict:
    """The verdict of a row that must not be found.

    Raises:
        KantaError: whatever the source raises.
    """
    looked = _look(row, holdings, (row.controller,) if row.controller else (), test_day)
    others = tuple(
        Cell(aspect, CellState.NOT_NEEDED, _NOT_NEEDED)
        for aspect in Aspect
        if aspect is not Aspect.ARCHIVED
    )
    return DocumentVerdict(row, (_absence_cell(looked), *others))


def kept_out(
    row: ExpectedDocument,
    found: DocumentMetadata | None,
    holdings: Holdings,
    test_day: date | None,
    also: Iterable[Oid] = (),
) -> Looked:
    """Where a document is that must not be there: ``row.not_in`` and ``also``.

    Raises:
        KantaError: whatever the source raises.
    """
    controllers = tuple(dict.fromkeys((*row.not_in, *also)))
    return _look(row, holdings, controllers, test_day, found) if controllers else Looked()


def with_absence(cell: Cell, looked: Looked) -> Cell:
    """The REGISTER cell with what was found where nothing must be."""
    if not (looked.found or looked.closed):
        return cell
    names = ", ".join(dict.fromkeys(_name(register) for register, _ in looked.found))
    state, summary = cell.state, cell.summary
    if looked.found:
        state = CellState.FAILED
        summary = Text(
            f"on myös rekisterissä, jossa sitä ei saa olla: {names}",
            f"finns också i ett register där den inte får finnas: {names}",
            f"is also in a register where it must not be: {names}",
        )
    elif cell.state is CellState.OK:
        state = worst((cell.state, CellState.WARNING))
        summary = _closed_text(looked.closed)
    return Cell(
        cell.aspect,
        state,
        summary,
        cell.findings,
        (
            *cell.differences,
            *(Difference("", _place(*each), place="register") for each in looked.found),
        ),
        (*cell.evidence, *_evidence(looked)),
        cell.received,
    )


def own_register_findings(
    pair: SystemPair | None, holdings: Holdings, clients: Iterable[ClientId], test_day: date | None
) -> Iterator[Finding]:
    """Findings of a test of the right to use a register as a whole: whether the organiser's
    register could be seen, and what of the test clients is in the producer's own.

    Raises:
        KantaError: whatever the source raises.
    """
    if pair is None or pair.producer is None or pair.organiser is None:
        yield Finding(
            "KK-PARI0",
            Severity.WARNING,
            Text(
                "Suunnitelma ei nimeä järjestelmäparin rekistereitä",
                "Planen namnger inte systemparets register",
                "The plan does not name the registers of the system pair",
            ),
            Text(
                "Lisää suunnitelmaan tuottajan ja järjestäjän rekisterinpitäjän OID.",
                "Lägg till OID för producentens och anordnarens personuppgiftsansvariga i planen.",
                "Add the OIDs of the producer's and the organiser's controllers to the plan.",
            ),
        )
        return
    if holdings.register_of(pair.organiser) is None:
        yield _unseen(
            pair.organiser,
            Text(
                "Järjestäjän näkymää ei voitu kokeilla: sinulla ei ole oikeutta sen rekisteriin",
                "Anordnarens vy kunde inte provas: du har ingen rätt till dess register",
                "The organiser's view could not be tried: you have no right in its register",
            ),
        )
    own = holdings.register_of(pair.producer)
    if own is None:
        yield _unseen(
            pair.producer,
            Text(
                "Tuottajan omaa rekisteriä ei voitu tarkastaa: sinulla ei ole oikeutta siihen",
                "Producentens eget register kunde inte kontrolleras: du har ingen rätt till det",
                "The producer's own register could not be checked: you have no right in it",
            ),
        )
        return
    for client in clients:
        for document in holdings.listed(client, own):
            if is_of_this_test(document, test_day):
                yield Finding(
                    "KK-OMA",
                    Severity.ERROR,
                    Text(
                        "Testihenkilön asiakirja on tuottajan omassa rekisterissä",
                        "En testpersons handling finns i producentens eget register",
                        "A test person's document is in the producer's own register",
                    ),
                    Text(
                        "Korjaa tallennuksen rekisteri tuottajan järjestelmässä, mitätöi asiakirja "
                        "ja toista koe.",
                        "Rätta registret i producentens system, makulera handlingen och gör om "
                        "provet.",
                        "Correct the register in the producer's system, invalidate the document "
                        "and repeat the test.",
                    ),
                    place=document.document_oid.value,
                    evidence=client.masked,
                )


def _look(
    row: ExpectedDocument,
    holdings: Holdings,
    controllers: tuple[Oid, ...],
    test_day: date | None,
    known: DocumentMetadata | None = None,
) -> Looked:
    """Search the registers of controllers, or all of the holder's where none is named."""
    known_registers = [(oid, holdings.register_of(oid)) for oid in controllers]
    registers = [register for _, register in known_registers if register is not None]
    closed = [oid for oid, register in known_registers if register is None]
    if not controllers:
        source = holdings.source
        everywhere = (source.context.register, *source.registers())
        registers = list({register.key: register for register in everywhere}.values())
    found: list[tuple[Register, DocumentMetadata]] = []
    searched = []
    for register in registers:
        try:
            documents = holdings.listed(row.client_id, register)
            if row.document_oid:
                by_oid = SearchCriteria(document_oid=row.document_oid)
                documents += holdings.source.search(by_oid, register).documents
        except (RightMissing, ArchiveDenied):
            closed.append(register.controller.oid)
            continue
        searched.append(register)
        hits = {d.document_oid: d for d in documents if _matches(row, d, known, test_day)}
        found += [(register, document) for document in hits.values()]
    return Looked(tuple(found), tuple(searched), tuple(closed))


def _matches(
    row: ExpectedDocument,
    document: DocumentMetadata,
    known: DocumentMetadata | None,
    test_day: date | None,
) -> bool:
    if row.document_oid or row.set_id:
        named = (row.document_oid, row.set_id)
        if document.document_oid in named or document.set_id in named:
            return True
    if known is not None:  # the same content stored once more has another OID
        made = (known.created, known.document_type and known.document_type.value)
        theirs = (document.created, document.document_type and document.document_type.value)
        return known.document_oid == document.document_oid or (
            known.created is not None and made == theirs
        )
    weighed = weigh(row, document)
    agrees = weighed.score >= _ALL_AGREES or not weighed.weight
    return agrees and is_of_this_test(document, test_day)


def _absence_cell(looked: Looked) -> Cell:
    evidence = _evidence(looked)
    if looked.found:
        names = ", ".join(dict.fromkeys(_name(register) for register, _ in looked.found))
        return Cell(
            Aspect.ARCHIVED,
            CellState.FAILED,
            Text(
                f"löytyi, vaikka ei saa löytyä: {names}",
                f"fanns fastän den inte får finnas: {names}",
                f"found though it must not be: {names}",
            ),
            differences=tuple(
                Difference("", _place(*each), place="register") for each in looked.found
            ),
            evidence=evidence,
        )
    if looked.closed:
        return Cell(
            Aspect.ARCHIVED, CellState.WARNING, _closed_text(looked.closed), evidence=evidence
        )
    return Cell(
        Aspect.ARCHIVED,
        CellState.OK,
        Text("ei löydy, kuten pitää", "finns inte, som sig bör", "not found, as it should be"),
        evidence=evidence,
    )


def _unseen(controller: Oid, title: Text) -> Finding:
    return Finding(
        "KK-NAKYY",
        Severity.WARNING,
        title,
        Text(
            "Pyydä oikeus rekisteriin, tai pyydä sen arkistonhoitajaa ajamaan sama suunnitelma.",
            "Be om rätt till registret, eller be dess arkivarie köra samma plan.",
            "Ask for a right in the register, or ask its archivist to run the same plan.",
        ),
        place="controller",
        evidence=controller.value,
    )


def _closed_text(closed: tuple[Oid, ...]) -> Text:
    names = ", ".join(oid.value for oid in closed)
    return Text(
        f"rekisteriä ei voitu hakea: {names}",
        f"registret kunde inte genomsökas: {names}",
        f"the register could not be searched: {names}",
    )


def _evidence(looked: Looked) -> tuple[str, ...]:
    return (
        *(f"searched: {r.controller.name} ({r.controller.oid})" for r in looked.searched),
        *(f"not open to search: {oid}" for oid in looked.closed),
        *(f"found: {_place(*each)}" for each in looked.found),
    )


def _name(register: Register) -> str:
    return register.controller.name or register.controller.oid.value


def _place(register: Register, document: DocumentMetadata) -> str:
    return f"{_name(register)}: {document.document_oid}"
