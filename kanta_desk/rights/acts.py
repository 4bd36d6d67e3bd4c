"""What each role may do: the least that its work needs. A person may hold several roles."""

from __future__ import annotations

from kanta_desk.model.events import EventKind
from kanta_desk.model.people import Role

OWN_ACTS = frozenset(
    {EventKind.SIGN_IN, EventKind.SIGN_OUT, EventKind.LOCK, EventKind.UNLOCK, EventKind.CONTEXT}
)
"""Acts on one's own session: any grant in the register allows them."""

_LOOK = frozenset({EventKind.SEARCH, EventKind.METADATA, EventKind.VERSIONS, EventKind.VIEW})

ACTS: dict[Role, frozenset[EventKind]] = {
    Role.VIEWER: _LOOK,
    Role.ARCHIVIST: _LOOK
    | {
        EventKind.COMPARE,
        EventKind.EXPORT,
        EventKind.PRINT,
        EventKind.CLIPBOARD,
        EventKind.DEPLOYMENT_TEST,
        EventKind.REPORT,
    },
    Role.INVALIDATOR: frozenset({EventKind.INVALIDATION}),
    Role.AUDITOR: frozenset(
        {EventKind.LOG_SEARCH, EventKind.LOG_VIEW, EventKind.LOG_EXPORT, EventKind.LOG_VERIFY}
    ),
    Role.ADMINISTRATOR: frozenset(
        {EventKind.RIGHTS_CHANGE, EventKind.SETTINGS_CHANGE, EventKind.LOG_VERIFY}
    ),
}
