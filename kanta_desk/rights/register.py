"""The register of rights: who may do what, in whose register, on what basis, and how long.

A person is known by the identifier on the card and never by name: names change and are shared.
Each role allows the least that its work needs; a person may hold several. The file is TOML with
one ``[[grant]]`` for each right::

    [[grant]]
    identifier = "99900011122"
    name = "Maija Arkistonhoitaja"
    role = "archivist"
    controller = "1.2.246.10.99999990.10.0"
    controller_name = "Hoiva Esimerkki Oy"
    register = "1"
    register_name = "Sosiaalihuollon asiakasrekisteri"
    basis = "Tehtävänkuva 1.1.2026"
    valid_from = 2026-01-01
    valid_to = 2026-12-31
    granted_by = "Toimitusjohtaja"
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kanta_desk.errors import FolderNotWritable, InvalidIdentifier, SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Grant, Register, Role
from kanta_desk.rights.acts import ACTS, OWN_ACTS
from kanta_desk.settings.resources import read_toml

_MANDATORY = (
    "identifier",
    "name",
    "role",
    "controller",
    "controller_name",
    "register",
    "basis",
    "valid_from",
    "granted_by",
)
_OPTIONAL = ("register_name", "valid_to")


@dataclass(frozen=True, slots=True)
class RightsRegister:
    """The grants as they stand; a change makes a new register."""

    grants: tuple[Grant, ...] = ()

    @classmethod
    def load(cls, path: Path) -> RightsRegister:
        """Read the file at ``path``.

        Raises:
            SettingsUnreadable: naming the file, the grant by its number, and the key.
        """
        file = read_toml(path)
        for key in file.keys() - {"grant"}:
            raise SettingsUnreadable(f"{path.name}: {key}", "unknown key")
        entries = file.get("grant", [])
        if not isinstance(entries, list):
            raise SettingsUnreadable(f"{path.name}: grant", "not a list of [[grant]]")
        return cls(
            tuple(_grant(entry, f"{path.name}: grant {at}") for at, entry in enumerate(entries, 1))
        )

    def save(self, path: Path) -> None:
        """Write the file anew: whole, or not at all.

        Raises:
            FolderNotWritable: if the system does not let it.
        """
        text = "\n".join(_written(grant) for grant in self.grants)
        draft = path.with_name(path.name + ".new")
        try:
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                draft.chmod(0o600)
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise FolderNotWritable(str(path.parent), error.strerror or "") from None

    def grants_of(self, identifier: str, on: date) -> tuple[Grant, ...]:
        """What a person has on a day, in the file's order. Both ends of a grant count in."""
        return tuple(
            grant
            for grant in self.grants
            if grant.identifier == identifier
            and grant.valid_from <= on
            and (grant.valid_to is None or on <= grant.valid_to)
        )

    def registers_for(self, identifier: str, on: date) -> tuple[Register, ...]:
        """The registers where a person has any right on a day: only there may they sign in."""
        found: dict[str, Register] = {}
        for grant in self.grants_of(identifier, on):
            found.setdefault(grant.register.key, grant.register)
        return tuple(found.values())

    def may(self, identifier: str, act: EventKind, register: Register, on: date) -> bool:
        """Whether a person may do ``act`` in ``register`` on a day."""
        return any(
            act in OWN_ACTS or act in ACTS[grant.role]
            for grant in self.grants_of(identifier, on)
            if grant.register.key == register.key
        )


def _grant(entry: object, place: str) -> Grant:
    if not isinstance(entry, dict):
        raise SettingsUnreadable(place, "not a [[grant]]")
    for key in entry.keys() - {*_MANDATORY, *_OPTIONAL}:
        raise SettingsUnreadable(f"{place}, {key}", "unknown key")
    for key in _MANDATORY:
        if key not in entry:
            raise SettingsUnreadable(f"{place}, {key}", "missing")
    valid_from = _day(entry, "valid_from", place)
    valid_to = _day(entry, "valid_to", place) if "valid_to" in entry else None
    if valid_to is not None and valid_to < valid_from:
        raise SettingsUnreadable(f"{place}, valid_to", "before valid_from")
    try:
        role = Role(_text(entry, "role", place))
    except ValueError:
        known = ", ".join(Role)
        raise SettingsUnreadable(f"{place}, role", f"not one of {known}") from None
    try:
        controller = Oid.parse(_text(entry, "controller", place))
    except InvalidIdentifier as error:
        raise SettingsUnreadable(f"{place}, controller", f"oid: {error.fields['reason']}") from None
    register_name = _text(entry, "register_name", place) if "register_name" in entry else ""
    return Grant(
        identifier=_text(entry, "identifier", place),
        name=_text(entry, "name", place),
        role=role,
        register=Register(
            Party(controller, _text(entry, "controller_name", place)),
            Code(_text(entry, "register", place), CodeSystem.REGISTER, register_name),
        ),
        basis=_text(entry, "basis", place),
        valid_from=valid_from,
        valid_to=valid_to,
        granted_by=_text(entry, "granted_by", place),
    )


def _text(entry: dict[str, Any], key: str, place: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise SettingsUnreadable(f"{place}, {key}", "not a text in quotes")
    if not value.strip():
        raise SettingsUnreadable(f"{place}, {key}", "empty")
    return value.strip()


def _day(entry: dict[str, Any], key: str, place: str) -> date:
    value = entry[key]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SettingsUnreadable(f"{place}, {key}", "not a date such as 2026-12-31")
    return value


def _written(grant: Grant) -> str:
    values: dict[str, str | date | None] = {
        "identifier": grant.identifier,
        "name": grant.name,
        "role": grant.role.value,
        "controller": grant.register.controller.oid.value,
        "controller_name": grant.register.controller.name,
        "register": grant.register.code.value,
        "register_name": grant.register.code.display or None,
        "basis": grant.basis,
        "valid_from": grant.valid_from,
        "valid_to": grant.valid_to,
        "granted_by": grant.granted_by,
    }
    lines = [
        f"{key} = {value if isinstance(value, date) else _quoted(value)}"
        for key, value in values.items()
        if value is not None
    ]
    return "\n".join(["[[grant]]", *lines, ""])


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\"} | {
    chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)
}
