"""The archive of an installation without a connection: every verb says what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NoReturn

from kanta_desk.archive.gateway import Call
from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.settings.options import FILE


class Unconnected:
    """An ``ArchiveGateway`` to nowhere."""

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """Raises SettingsUnreadable."""
        _missing()

    def next_page(self, page: SearchResult, call: Call) -> SearchResult:
        """Raises SettingsUnreadable."""
        _missing()

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """Raises SettingsUnreadable."""
        _missing()

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """Raises SettingsUnreadable."""
        _missing()

    def states(self, set_id: Oid, call: Call) -> VersionHistory:
        """Raises SettingsUnreadable."""
        _missing()

    def document(self, oid: Oid, call: Call) -> Document:
        """Raises SettingsUnreadable."""
        _missing()

    def prepare(self, order: Order, call: Call) -> bytes:
        """Raises SettingsUnreadable."""
        _missing()

    def sign(
        self,
        order: Order,
        call: Call,
        seal: Seal,
        certificate: bytes,
        signer: Callable[[bytes], bytes],
    ) -> SignedFrame:
        """Raises SettingsUnreadable."""
        _missing()

    def invalidate(self, frame: bytes, call: Call) -> Acknowledged:
        """Raises SettingsUnreadable."""
        _missing()

    def outcome(self, message_id: str, call: Call) -> Acknowledged | None:
        """Raises SettingsUnreadable."""
        _missing()

    def new_oid(self, unit: Oid, number: int, year: int) -> Oid:
        """Raises SettingsUnreadable."""
        _missing()

    @property
    def sends_reason(self) -> bool:
        """Raises SettingsUnreadable."""
        _missing()

    @property
    def message_life(self) -> timedelta:
        """Raises SettingsUnreadable."""
        _missing()

    @property
    def clock_skew(self) -> float | None:
        """Nobody's clock is known."""
        return None

    def close(self) -> None:
        """Nothing to let go."""


def _missing() -> NoReturn:
    raise SettingsUnreadable(f"{FILE}: connection", "missing")
