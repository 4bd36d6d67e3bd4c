"""A change of rights as the canonical text that the access log holds as evidence, and back.

JSON with sorted keys and no blanks, UTF-8, NFC. Each text names the number of the change in its
register and the SHA-256 of the text before it, so that a change that was taken out, put in or
altered is found even by one who reads the changes alone. Who changed and when is the event's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Register, Role
from kanta_desk.model.rights import (
    Basis,
    ChangeKind,
    Decision,
    Grant,
    Mandate,
    Revocation,
    RightsChange,
    Statement,
)

SCHEMA = 1
MOST_GRANTS = 5000
"""Most grants in one change; a file with more is brought in parts."""
LONGEST = 200
"""Longest text of a field, in characters."""
_LARGEST = 8 * 1024 * 1024
_CONTROL = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)}


def plain(text: str) -> str:
    """A text as it is kept: NFC, one line, single blanks, and nothing that is no character."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFC", whole).translate(_CONTROL).split())


def digest(text: str) -> str:
    """What the next change names as its ``previous``."""
    return sha256(text.encode()).hexdigest()


def identified(change: RightsChange) -> RightsChange:
    """The change with its grants' ids: the change's number and their place in it."""
    return replace(
        change,
        grants=tuple(
            replace(grant, id=f"{change.number}-{place}")
            for place, grant in enumerate(change.grants, 1)
        ),
    )


def encode(change: RightsChange) -> str:
    """The canonical text of a change. One that ``fits`` can be read back."""
    register = change.register
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "number": change.number,
        "previous": change.previous,
        "kind": change.kind.value,
        "controller": register.controller.oid.value,
        "controller_name": plain(register.controller.name),
        "register": register.code.value,  # as the log's events have it, to the last character
        "register_name": plain(register.code.display),
        "grants": [_grant(grant) for grant in change.grants],
        "revoked": [[each.grant_id, plain(each.reason)] for each in change.revoked],
        "two_persons": change.two_persons,
    }
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def decode(text: str) -> RightsChange:
    """Read a canonical text.

    Raises:
        ValueError: if it is not one, saying where.
    """
    if len(text) > _LARGEST:
        raise ValueError("too large")
    try:
        change = _change(orjson.loads(text))
    except (TypeError, LookupError, ValueError, InvalidIdentifier) as error:
        raise ValueError(f"no change of rights: {type(error).__name__}") from None
    if encode(change) != text:
        raise ValueError("no change of rights: not in canonical form")
    return identified(change)


def fits(change: RightsChange) -> bool:
    """Whether a change is small enough to be read back from the log."""
    several = max(len(change.grants), len(change.revoked))
    return several <= MOST_GRANTS and len(encode(change)) <= _LARGEST


def _change(value: dict[str, Any]) -> RightsChange:
    if value["schema"] != SCHEMA:
        raise ValueError("another schema")
    if len(value["grants"]) > MOST_GRANTS or len(value["revoked"]) > MOST_GRANTS:
        raise ValueError("too many grants")
    register = Register(
        Party(Oid.parse(value["controller"]), value["controller_name"]),
        Code(value["register"], CodeSystem.REGISTER, value["register_name"]),
    )
    return RightsChange(
        number=_number(value["number"]),
        previous=value["previous"],
        kind=ChangeKind(value["kind"]),
        register=register,
        grants=tuple(_read_grant(each, register) for each in value["grants"]),
        revoked=tuple(Revocation(grant_id, reason) for grant_id, reason in value["revoked"]),
        two_persons=value["two_persons"],
    )


def _grant(grant: Grant) -> dict[str, Any]:
    return {
        "person": [grant.person.issuer.value, grant.person.kind.value, plain(grant.person.value)],
        "name": plain(grant.name),
        "role": grant.role.value,
        "basis": _basis(grant.basis),
        "from": grant.valid_from.isoformat(),
        "to": grant.valid_to.isoformat() if grant.valid_to else None,
    }


def _read_grant(value: dict[str, Any], register: Register) -> Grant:
    issuer, kind, identifier = value["person"]
    return Grant(
        person=Identity(_full(identifier), IdentifierKind(kind), IssuerFamily(issuer)),
        name=value["name"],
        role=Role(value["role"]),
        register=register,
        basis=_read_basis(*value["basis"]),
        valid_from=date.fromisoformat(value["from"]),
        valid_to=date.fromisoformat(value["to"]) if value["to"] else None,
    )


def _basis(basis: Basis) -> list[str]:
    match basis:
        case Mandate(name, number, first, last):
            return ["mandate", plain(name), plain(number), first.isoformat(), last.isoformat()]
        case Decision(number, day, decider):
            return ["decision", plain(number), day.isoformat(), plain(decider)]
        case Statement(text):
            return ["statement", plain(text)]


def _read_basis(kind: str, *values: str) -> Basis:
    match kind, values:
        case "mandate", (name, number, first, last):
            return Mandate(name, number, date.fromisoformat(first), date.fromisoformat(last))
        case "decision", (number, day, decider):
            return Decision(number, date.fromisoformat(day), decider)
        case "statement", (text,):
            return Statement(text)
    raise ValueError("no basis")


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("no number")
    return value


def _full(text: str) -> str:
    if not text:
        raise ValueError("empty")
    return text
