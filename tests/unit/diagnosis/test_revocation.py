"""The check that asks issuers whether the card's certificates are revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from kanta_desk.diagnosis.check import Scene, Seen
from kanta_desk.errors import CertificateOnHold, CertificateRevoked, RevocationUnknown
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.revocation import (
    Attempt,
    Doubt,
    RevocationSource,
    RevocationState,
    RevocationStatus,
)
from kanta_desk.practice.reader import SoftwareReader
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.certificate import Certificate
from tests.helpers.cards import fresh_card
from tests.helpers.diagnosis import look, parts

_NOW = datetime.now(UTC)
_GOOD = RevocationStatus(RevocationState.GOOD, "serial 1", RevocationSource.OCSP, _NOW)


def vain(doubt: Doubt) -> Attempt:
    return Attempt(RevocationSource.OCSP, "ocsp.example:80", doubt)


class Told:
    """Issuers that all say the same."""

    def __init__(self, status: RevocationStatus) -> None:
        self._status = status

    def of_path(self, path: Sequence[Certificate], at: datetime) -> tuple[RevocationStatus, ...]:
        """What was told, of each but the root."""
        return (self._status,) * (len(path) - 1)


def seen(paths: Paths, status: RevocationStatus | None) -> Seen:
    reader = SoftwareReader()
    reader.insert(fresh_card())
    asked = None if status is None else Told(status)
    return look("revocation", Scene(parts(paths, reader, revocation=asked)))


def test_all_is_well_when_every_issuer_says_so(paths: Paths) -> None:
    found = seen(paths, _GOOD)
    assert (found.state, found.code, found.remedy) == (CheckState.OK, "", None)
    assert len(found.evidence) == 1
    assert "OCSP" in found.evidence[0]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (RevocationState.REVOKED, CertificateRevoked.code),
        (RevocationState.ON_HOLD, CertificateOnHold.code),
        (RevocationState.UNKNOWN, RevocationUnknown.code),
    ],
)
def test_whatever_keeps_a_holder_out_is_a_fault_with_a_remedy(
    paths: Paths, state: RevocationState, code: str
) -> None:
    found = seen(paths, RevocationStatus(state, "serial 1", since=_NOW, reason="superseded"))
    assert (found.state, found.code) == (CheckState.FAILED, code)
    assert found.remedy is not None


def test_the_remedy_follows_the_doubt(paths: Paths) -> None:
    remedies = {
        doubt: seen(
            paths, RevocationStatus(RevocationState.UNKNOWN, "serial 1", attempts=(vain(doubt),))
        ).remedy
        for doubt in (Doubt.NO_ANSWER, Doubt.STALE, Doubt.NOT_AUTHENTIC)
    }
    assert len(set(remedies.values())) == 3
    assert remedies[Doubt.NO_ANSWER] is not None
    assert "trust.proxy" in remedies[Doubt.NO_ANSWER].en


def test_a_way_round_a_silent_service_is_a_warning_that_names_the_server(paths: Paths) -> None:
    status = RevocationStatus(
        RevocationState.GOOD,
        "serial 1",
        RevocationSource.CACHED_CRL,
        _NOW,
        attempts=(vain(Doubt.NO_ANSWER),),
    )
    found = seen(paths, status)
    assert found.state is CheckState.WARNING
    assert any("ocsp.example:80" in line for line in found.evidence)


def test_where_nobody_can_be_asked_the_check_says_that_it_was_not_made(paths: Paths) -> None:
    assert seen(paths, None).state is CheckState.SKIPPED
