"""The places that need a session, in the order of the navigation."""

from __future__ import annotations

from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.gui.deployment.page import DeploymentPage
from kanta_desk.gui.documents.page import DocumentsPage
from kanta_desk.gui.invalidations.page import InvalidationsPage
from kanta_desk.gui.page import Page
from kanta_desk.gui.rights.page import RightsPage

PLACES: tuple[type[Page], ...] = (
    DocumentsPage,
    DeploymentPage,
    InvalidationsPage,
    AccessLogPage,
    RightsPage,
)
