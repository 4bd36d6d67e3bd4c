"""What each role may do: the least that its work needs. A person may hold several roles."""

from __future__ import annotations

from kanta_desk.model.events import EventKind
from kanta_desk.model.people import Role

OWN_ACTS = frozenset(
    {
        EventKind.SIGN_IN,
        EventKind.SIGN_OUT,
        EventKind.LOCK,
        EventKind.UNLOCK,
        EventKind.CONTEXT,
        EventKind.LOG_SEAL,
    }
)
"""Acts on one's own session, and vouching for the log with one's own card: any grant in the
register allows them."""

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
    Role.INVALIDATOR: frozenset(
        {
            EventKind.METADATA,
            EventKind.VERSIONS,
            EventKind.INVALIDATION,
            EventKind.INVALIDATION_PLAN,
            EventKind.INVALIDATION_LIST,
            EventKind.SIGNATURE,
        }
    ),
    Role.AUDITOR: frozenset(
        {
            EventKind.LOG_SEARCH,
            EventKind.LOG_VIEW,
            EventKind.LOG_EXPORT,
            EventKind.LOG_VERIFY,
            EventKind.LOG_HOLD,
            EventKind.LOG_CASE,
            EventKind.LOG_INCIDENT,
            EventKind.LOG_IMPORT,
            EventKind.LOG_CLOCK,
            EventKind.RIGHTS_VIEW,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            EventKind.RIGHTS_VIEW,
            EventKind.RIGHTS_CHANGE,
            EventKind.SETTINGS_CHANGE,
            EventKind.LOG_VERIFY,
            EventKind.LOG_DISPOSAL,
            EventKind.LOG_DISPOSAL_PLAN,
        }
    ),
}

CLIENT_ACTS = frozenset({*_LOOK, *ACTS[Role.ARCHIVIST], *ACTS[Role.INVALIDATOR]})
"""Acts that use client data: they need a purpose that the role may work for. The others, on the
log, the rights and the settings, have their purpose in themselves."""

WHEN_DAMAGED = ACTS[Role.AUDITOR]
"""What is still allowed in a register whose record of rights is not intact: to look into it."""

CHANGING = frozenset(
    {
        EventKind.INVALIDATION,
        EventKind.INVALIDATION_PLAN,
        EventKind.RIGHTS_CHANGE,
        EventKind.SETTINGS_CHANGE,
        EventKind.LOG_DISPOSAL,
        EventKind.LOG_DISPOSAL_PLAN,
        EventKind.LOG_INCIDENT,
        EventKind.LOG_IMPORT,
        EventKind.LOG_CLOCK,
    }
)
"""Acts that cannot be undone or that decide of others: refused while the clock is in doubt."""
