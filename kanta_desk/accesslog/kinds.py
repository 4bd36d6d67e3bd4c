"""The kinds of event as data: their names, what they are elsewhere, and what each must hold.

``resources/log/kinds.toml`` says what the fields mean. Importing this module tells ``model`` the
names, which reads no files itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.events import EVENT_NAMES, EventKind
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT: Final = "kanta-desk-log-kinds-1"
NEEDS: Final = frozenset(("document", "client", "unit"))
_ACTIONS = frozenset("CRUDE")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. ``dcm`` is DICOM's EventID and ``action`` its letter, for other programs; ``needs``
    what an event of the kind must hold, of ``NEEDS``; ``client_data``: it uses clients' data."""

    code: EventKind
    name: Text
    dcm: str
    action: str
    needs: frozenset[str] = frozenset()
    client_data: bool = False


def read_kinds(table: Mapping[str, Any], file: str) -> dict[EventKind, Kind]:
    """The kinds in a file's table, by code.

    Raises:
        SettingsUnreadable: if it is not of this form, or a kind is there twice.
    """
    try:
        if table["format"] != FORMAT:
            raise ValueError(f"not {FORMAT}")
        kinds = [_kind(each) for each in table["kind"]]
    except (LookupError, TypeError, ValueError) as error:
        raise SettingsUnreadable(file, str(error)) from None
    known = {kind.code: kind for kind in kinds}
    if len(known) != len(kinds):
        raise SettingsUnreadable(file, "a kind is there twice")
    return known


def _kind(table: Mapping[str, Any]) -> Kind:
    name, needs = table["name"], frozenset(table.get("needs", ()))
    kind = Kind(
        EventKind(table["code"]),
        Text(name["fi"], name["sv"], name["en"]),
        table["dcm"],
        table["action"],
        needs,
        table.get("client_data", False),
    )
    if kind.action not in _ACTIONS or not needs <= NEEDS:
        raise ValueError(f"{kind.code}: action or needs")
    return kind


_FILE = resource("log", "kinds.toml")
KINDS: Final = read_kinds(read_toml(_FILE), _FILE.name)
EVENT_NAMES.learn({code: kind.name for code, kind in KINDS.items()})

_NEEDS = {code: kind.needs for code, kind in KINDS.items()}
_CLIENT_DATA = frozenset(code for code, kind in KINDS.items() if kind.client_data)


def needs_of(kind: EventKind) -> frozenset[str]:
    """What an event of a kind must hold; nothing is known of a kind that is not in the data."""
    return _NEEDS.get(kind, frozenset())


def uses_client_data(kind: EventKind) -> bool:
    """Whether acts of a kind use clients' data."""
    return kind in _CLIENT_DATA
