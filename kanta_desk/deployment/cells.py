"""Fills the cells of the matrix: what was expected beside what the archive holds.

Pure: everything is given, nothing is fetched. A cell fails on a value that differs or a rule's
error, asks for a look on a rule's warning or a doubt, and is in order only if all of it was
checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from kanta_desk.deployment.holdings import Whereabouts
from kanta_desk.deployment.scoring import is_day_alone, means
from kanta_desk.errors import KantaError
from kanta_desk.model.codes import Code
from kanta_desk.model.deployment import (
    Aspect,
    Cell,
    CellState,
    Difference,
    ExpectedDocument,
    PairCandidate,
    Received,
    state_of,
    worst,
)
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    Professional,
    RecordState,
    Software,
    organisation_of,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.metadata import BY_KEY, Group
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_date, finnish_time

MOST_CANDIDATES = 200
_SHOWN_CANDIDATES = 10

NO_DOCUMENT = Text("ei asiakirjaa", "ingen handling", "no document")
NOT_OPENED = Text(
    "asiakirjaa ei voitu avata", "handlingen kunde inte öppnas", "the document could not be opened"
)
NOT_SAMPLED = Text("ei otoksessa", "inte i urvalet", "not in the sample")
_IN_ORDER = Text("kunnossa", "i ordning", "in order")


def without_document(aspects: Iterable[Aspect], why: Text) -> tuple[Cell, ...]:
    """Cells that could not be checked."""
    return tuple(Cell(aspect, CellState.NOT_CHECKED, why) for aspect in aspects)


def error_cell(aspect: Aspect, error: KantaError) -> Cell:
    """The cell of an error that met this document alone; its code says what happened."""
    return Cell(
        aspect,
        CellState.FAILED,
        Text(
            f"tarkastus keskeytyi virheeseen {error.code}",
            f"kontrollen avbröts av felet {error.code}",
            f"the check ended in the error {error.code}",
        ),
        evidence=(str(error),),
    )


def missing_cell(where: Whereabouts) -> Cell:
    """ARCHIVED for a row without a sure pair."""
    candidates = where.pair.candidates
    evidence = [f"searched: {r.controller.name} ({r.controller.oid})" for r in where.searched]
    evidence += [
        f"candidate: {c.document.document_oid} · {c.document.title or '–'} · {c.score}/100"
        for c in candidates[:_SHOWN_CANDIDATES]
    ]
    if candidates:
        summary = Text(
            f"ei varmaa paria: {len(candidates)} ehdokasta",
            f"inget säkert par: {len(candidates)} kandidater",
            f"no sure pair: candidates {len(candidates)}",
        )
        return Cell(Aspect.ARCHIVED, CellState.ASKS, summary, evidence=tuple(evidence))
    if where.cut:
        summary = Text(
            "arkiston vastaus oli vajaa, joten asiakirjan puuttumista ei voi todeta",
            "arkivets svar var ofullständigt, så det kan inte fastställas att handlingen saknas",
            "the archive's answer was cut short, so it cannot be said that the document is missing",
        )
        return Cell(Aspect.ARCHIVED, CellState.WARNING, summary, evidence=tuple(evidence))
    summary = Text(
        "ei löydy tästä rekisteristä",
        "finns inte i detta register",
        "not found in this register",
    )
    if len(where.searched) > 1:
        summary = Text(
            "ei löydy mistään haetusta rekisteristä",
            "finns inte i något av de genomsökta registren",
            "not found in any register searched",
        )
    return Cell(Aspect.ARCHIVED, CellState.FAILED, summary, evidence=tuple(evidence))


def archived_cell(expected: ExpectedDocument, found: DocumentMetadata, sha256: str = "") -> Cell:
    """ARCHIVED for a paired document: there, not invalidated, and the version that was meant."""
    evidence = [
        f"document_oid: {found.document_oid}",
        f"set_id: {found.set_id}",
        f"version: {found.version}",
    ]
    if found.archived:
        evidence.append(f"archived: {finnish_time(found.archived, seconds=True)}")
    if sha256:
        evidence.append(f"SHA-256: {sha256}")
    differences: tuple[Difference, ...] = ()
    state = CellState.OK
    summary = _IN_ORDER
    if found.archived:
        when = finnish_time(found.archived)
        summary = Text(f"arkistoitu {when}", f"arkiverad {when}", f"archived {when}")
    if expected.version is not None and expected.version != found.version:
        state = CellState.FAILED
        differences = (Difference(str(expected.version), str(found.version), place="version"),)
        summary = Text(
            f"arkistossa on versio {found.version}, piti olla {expected.version}",
            f"arkivet har version {found.version}, det skulle vara {expected.version}",
            f"the archive holds version {found.version}, expected {expected.version}",
        )
    elif found.state is RecordState.REPLACED:
        state = CellState.WARNING
        summary = Text(
            "korvattu uudemmalla versiolla",
            "ersatt av en nyare version",
            "replaced by a newer version",
        )
    if found.state is RecordState.INVALIDATED:
        state = CellState.FAILED
        summary = Text("mitätöity arkistossa", "makulerad i arkivet", "invalidated in the archive")
    return Cell(Aspect.ARCHIVED, state, summary, (), differences, tuple(evidence))


def register_cell(
    expected: ExpectedDocument,
    found: DocumentMetadata,
    where: Whereabouts,
    findings: Sequence[Finding],
) -> Cell:
    """REGISTER: the right controller's register, for the right organiser and producer."""
    controller = expected.controller or where.home.controller.oid
    parties = (
        _party("controller", controller, found.controller),
        _party("organiser", expected.organiser, found.organiser),
        _party("producer", expected.producer, found.producer),
        _party("implementer", expected.implementer, found.implementer),
    )
    states = [state for state, _ in parties]
    differences = [difference for _, difference in parties if difference]
    if found.register and found.register.key != where.home.code.key:
        states.append(CellState.FAILED)
        differences.append(
            Difference(code_text(where.home.code), code_text(found.register), place="register")
        )
    mine = tuple(f for f in findings if _is_of_register(f))
    state = worst((*states, *states_of(mine)))
    if where.register.key != where.home.key:
        state = CellState.FAILED
        name = where.register.controller.name or where.register.controller.oid.value
        summary = Text(
            f"löytyi väärästä rekisteristä: {name}",
            f"fanns i fel register: {name}",
            f"found in the wrong register: {name}",
        )
    else:
        summary = _summary(differences, mine)
    wanted = {
        "controller": str(controller),
        "register": code_text(where.home.code),
        "organiser": str(expected.organiser or ""),
        "producer": str(expected.producer or ""),
        "implementer": str(expected.implementer or ""),
    }
    values = (found.controller, found.register, found.organiser, found.producer, found.implementer)
    received = _received(wanted, values, differences)
    return Cell(
        Aspect.REGISTER, state, summary, mine, tuple(differences), _lines(received), received
    )


def metadata_cell(
    expected: ExpectedDocument, found: DocumentMetadata, findings: Sequence[Finding]
) -> Cell:
    """METADATA: what the plan says of the document, and what the rules find in the rest."""
    differences = [
        difference
        for difference in (
            _client(expected, found),
            _title(expected, found),
            _coded("document_type", expected.document_type, found.document_type),
            _coded("service_task", expected.service_task, found.service_task),
            _coded("service_process", expected.service_process, found.service_process),
            _plain("case_id", expected.case_id, found.case_id),
            _plain("set_id", str(expected.set_id or ""), found.set_id.value),
            _plain("structure_oid", str(expected.structure or ""), found.structure_oid),
            _created(expected, found),
        )
        if difference
    ]
    mine = tuple(f for f in findings if not _is_of_register(f))
    state = worst((CellState.OK, *states_of(mine), *(CellState.FAILED for _ in differences)))
    wanted = {
        "client_id": expected.client_id.masked,
        "title": expected.title,
        "document_type": expected.document_type,
        "service_task": expected.service_task,
        "service_process": expected.service_process,
        "case_id": expected.case_id,
        "set_id": str(expected.set_id or ""),
        "structure_oid": str(expected.structure or ""),
        "created": _moment(expected.created),
        "author": "",
        "language": "",
        "software": "",
    }
    values = (
        found.client_id, found.title, found.document_type, found.service_task,
        found.service_process, found.case_id, found.set_id, found.structure_oid, found.created,
        found.author, found.language, found.software,
    )  # fmt: skip
    received = _received(wanted, values, differences)
    summary = _summary(differences, mine)
    return Cell(
        Aspect.METADATA, state, summary, mine, tuple(differences), _lines(received), received
    )


def may_be_opened(expected: ExpectedDocument, found: DocumentMetadata) -> bool:
    """Whether a document is the test client's, or at least some test person's."""
    client = found.client_id
    if client in (None, expected.client_id):
        return True
    return isinstance(client, Henkilotunnus) and client.is_artificial


def stranger_cell() -> Cell:
    """METADATA for a document that belongs to somebody who is no test person: it stays closed."""
    return Cell(
        Aspect.METADATA,
        CellState.FAILED,
        Text(
            "asiakirja ei koske testihenkilöä, eikä sitä avattu",
            "handlingen gäller ingen testperson och öppnades inte",
            "the document does not concern a test person and was not opened",
        ),
    )


def states_of(findings: Iterable[Finding]) -> tuple[CellState, ...]:
    """The states that findings ask for; a note asks for nothing."""
    return tuple(state_of(finding) for finding in findings)


def candidates_of(where: Whereabouts) -> tuple[PairCandidate, ...]:
    """Those that the archivist chooses from, best first."""
    return tuple(
        PairCandidate(
            c.document.document_oid,
            c.document.title or "",
            code_text(c.document.document_type),
            c.document.created,
            c.document.version,
            c.score,
            c.reason,
        )
        for c in where.pair.candidates[:MOST_CANDIDATES]
    )


def _is_of_register(finding: Finding) -> bool:
    field = BY_KEY.get(finding.place)
    return field is not None and field.group is Group.REGISTER


def _party(
    key: str, expected: Oid | None, found: Party | None
) -> tuple[CellState, Difference | None]:
    if expected is None or (found and found.oid == expected):
        return CellState.OK, None
    said = f"{found.oid} {found.name}".strip() if found else ""
    same = found is not None and organisation_of(found.oid) == organisation_of(expected)
    state = CellState.WARNING if same else CellState.FAILED
    return state, Difference(str(expected), said, place=key)


def _client(expected: ExpectedDocument, found: DocumentMetadata) -> Difference | None:
    client = found.client_id
    # A client that is missing altogether is the rules' finding.
    if client is None or client == expected.client_id:
        return None
    return Difference(expected.client_id.masked, client.masked, place="client_id")


def _title(expected: ExpectedDocument, found: DocumentMetadata) -> Difference | None:
    if not expected.title or expected.title.split() == (found.title or "").split():
        return None
    return Difference(expected.title, found.title or "", place="title")


def _coded(key: str, expected: str, found: Code | None) -> Difference | None:
    if not expected or means(expected, found):
        return None
    return Difference(expected, code_text(found), place=key)


def _plain(key: str, expected: str, found: str | None) -> Difference | None:
    return Difference(expected, found or "", place=key) if expected and expected != found else None


def _created(expected: ExpectedDocument, found: DocumentMetadata) -> Difference | None:
    """A plan says a minute, or a day alone (midnight in Helsinki); the archive a second."""
    if expected.created is None:
        return None
    wanted = expected.created.astimezone(HELSINKI)
    day_only = is_day_alone(wanted)
    shown = _moment(wanted)
    if found.created is None:
        return Difference(shown, "", place="created")
    there = found.created.astimezone(HELSINKI)
    if there.date() == wanted.date() and (
        day_only
        or there.replace(second=0, microsecond=0) == wanted.replace(second=0, microsecond=0)
    ):
        return None
    return Difference(shown, finnish_time(there), place="created")


def code_text(code: Code | None) -> str:
    """A code and its name, as pages show it."""
    return f"{code.value} {code.display}".strip() if code else ""


def _moment(moment: datetime | None) -> str:
    """A plan's time as shown: a day alone without its clock."""
    if moment is None:
        return ""
    return finnish_date(moment) if is_day_alone(moment) else finnish_time(moment)


def _received(
    wanted: Mapping[str, str], values: Iterable[object], differences: Iterable[Difference]
) -> tuple[Received, ...]:
    """The values as received beside what the plan says of each."""
    differing = {difference.place for difference in differences}
    return tuple(
        Received(key, expected, _told(value), key not in differing if expected else None)
        for (key, expected), value in zip(wanted.items(), values, strict=True)
    )


def _lines(received: Iterable[Received]) -> tuple[str, ...]:
    return tuple(f"{value.key}: {value.received or '–'}" for value in received)


def _told(value: object) -> str:
    match value:
        case None:
            return ""
        case Party(oid, name):
            return f"{oid} {name}".strip()
        case Code():
            return f"{code_text(value)} ({value.system})"
        case Henkilotunnus() | TemporaryId():
            return value.masked
        case datetime():
            return finnish_time(value, seconds=True)
        case Professional():
            return str(value.name)
        case Software():
            return " ".join(filter(None, (value.vendor, value.product, value.version)))
        case _:
            return str(value)


def _summary(differences: Sequence[Difference], findings: Sequence[Finding]) -> Text:
    if not differences:
        return _first_of(findings) if findings else _IN_ORDER
    labels = [BY_KEY[difference.place].label for difference in differences]
    return Text(
        f"poikkeaa: {', '.join(label.fi for label in labels)}",
        f"avviker: {', '.join(label.sv for label in labels)}",
        f"differs: {', '.join(label.en for label in labels)}",
    )


def _first_of(findings: Sequence[Finding]) -> Text:
    """The first finding's title, and how many others there are."""
    title = findings[0].title
    if len(findings) == 1:
        return title
    more = f" (+{len(findings) - 1})"
    return Text(title.fi + more, title.sv + more, title.en + more)
