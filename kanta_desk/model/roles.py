"""Who is controller, organiser and producer of a document, and why, by the kind of operation.

The rules: the organiser of a service is the controller of its documents; a producer stores into the
organiser's register by right to use it, and into its own for clients who pay themselves; a register
may pass to another controller, who then answers for it (facts: kanta-archive §4, §7).
"""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.model.documents import DocumentMetadata, Party, organisation_of
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.terms.roles import OLD, UNCLEAR, WHY, Operation
from kanta_desk.model.text import Text

_SHOWN = ("controller", "active_controller", "organiser", "producer", "implementer", "service_unit")
_SOURCES = {
    Operation.OWN: "Kela, Sosiaalihuollon asiakastietovarannon palvelukuvaus 2.5.2025",
    Operation.BY_RIGHT: "kanta.fi, Sosiaalihuollon rekisterinkäyttöoikeus",
    Operation.PASSED_ON: "Kela, Sosiaalihuollon asiakastietovarannon palvelukuvaus 2.5.2025",
    Operation.UNCLEAR: "",
}


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role: the metadata field that tells it, who it is (None: not told), and why."""

    key: str
    party: Party | None
    why: Text


@dataclass(frozen=True, slots=True)
class RolesTold:
    """The roles of a document explained. ``notes`` is what else matters or does not fit;
    ``grade`` is how sure it is that the metadata mean this."""

    operation: Operation
    lines: tuple[RoleLine, ...]
    notes: tuple[Text, ...]
    source: str
    grade: Evidence


def roles_of(metadata: DocumentMetadata) -> RolesTold:
    """Explain the roles of a document by its metadata alone."""
    operation, doubts = _operation(metadata)
    lines = tuple(
        RoleLine(key, party, WHY[operation][key])
        for key in _SHOWN
        if key in WHY[operation]
        and ((party := getattr(metadata, key)) is not None or key in ("controller", "organiser"))
    )
    old = (OLD,) if metadata.old_document else ()
    # Which field tells that a register has passed on is known from patient data alone.
    grade = Evidence.VERIFIED if operation is Operation.OWN else Evidence.ASSUMED
    return RolesTold(operation, lines, (*doubts, *old), _SOURCES[operation], grade)


def _operation(metadata: DocumentMetadata) -> tuple[Operation, tuple[Text, ...]]:
    controller, organiser = metadata.controller, metadata.organiser
    if controller is None:
        return Operation.UNCLEAR, (UNCLEAR["controller"],)
    if metadata.active_controller and not _same(metadata.active_controller, controller):
        return Operation.PASSED_ON, ()
    if organiser is not None and not _same(organiser, controller):
        return Operation.UNCLEAR, (UNCLEAR["organiser"],)
    producer = metadata.producer or metadata.implementer or metadata.service_unit
    if producer is not None and not _same(producer, controller):
        told = () if metadata.producer else (UNCLEAR["producer"],)
        return Operation.BY_RIGHT, told
    return Operation.OWN, ()


def _same(one: Party, other: Party) -> bool:
    return organisation_of(one.oid) == organisation_of(other.oid)
