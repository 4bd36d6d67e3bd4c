"""The check of the archive, against a real HTTPS server that demands a client certificate."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kanta_desk.diagnosis.check import Scene
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.diagnosis.registry import CHECKS
from kanta_desk.errors import (
    ArchiveUnavailable,
    CertificateExpired,
    Offline,
    OwnCertificateRefused,
    ServerUnknown,
    SettingsUnreadable,
    TlsRefused,
)
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.settings.options import Connection
from kanta_desk.settings.paths import Paths
from tests.helpers.archive import Pki, seeded_standin
from tests.helpers.diagnosis import archive_server, connection_to, look, parts, short_lived

ARCHIVE = tuple(check for check in CHECKS if check.id == "archive")


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    """Certificates of one authority."""
    return Pki.make(tmp_path / "pki")


def result(paths: Paths, connection: Connection | None) -> CheckResult:
    """What comes of the check."""
    (found,) = Diagnosis(parts(paths, connection=connection), ARCHIVE).run()
    return found


def test_the_stand_in_archive_is_in_order(paths: Paths, pki: Pki, tmp_path: Path) -> None:
    with seeded_standin(tmp_path / "archive", pki) as standin:
        found = result(paths, connection_to(standin.url, pki))
    assert found.state is CheckState.OK
    assert "HTTP 200" in found.evidence


def test_an_archive_whose_profile_names_no_page_there_is_reached_all_the_same(
    paths: Paths, pki: Pki
) -> None:
    with archive_server(pki, status=404) as url:
        assert result(paths, connection_to(url, pki)).state is CheckState.OK


def test_an_installation_without_connection_is_warned_of(paths: Paths) -> None:
    seen = look("archive", Scene(parts(paths)))
    assert seen.state is CheckState.WARNING
    assert seen.remedy is not None


def test_a_client_certificate_of_another_authority_is_refused(
    paths: Paths, pki: Pki, tmp_path: Path
) -> None:
    stranger = Pki.make(tmp_path / "stranger")
    with archive_server(pki) as url:
        found = result(paths, connection_to(url, pki, own=stranger))
    assert found.state is CheckState.FAILED
    assert found.code in (OwnCertificateRefused.code, Offline.code)


def test_a_server_of_another_authority_is_refused(paths: Paths, pki: Pki, tmp_path: Path) -> None:
    stranger = Pki.make(tmp_path / "stranger")
    with archive_server(pki) as url:
        connection = replace(connection_to(url, pki), ca_file=stranger.ca_file)
        found = result(paths, connection)
    assert (found.state, found.code) == (CheckState.FAILED, ServerUnknown.code)


def test_nobody_at_the_address_is_told(paths: Paths, pki: Pki) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found = result(paths, connection_to(f"https://127.0.0.1:{port}", pki))
    assert (found.state, found.code) == (CheckState.FAILED, Offline.code)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, TlsRefused.code),
        (403, TlsRefused.code),
        (496, TlsRefused.code),
        (500, ArchiveUnavailable.code),
        (503, ArchiveUnavailable.code),
    ],
)
def test_what_the_archive_says_by_its_status_is_told_apart(
    paths: Paths, pki: Pki, status: int, code: str
) -> None:
    with archive_server(pki, status=status) as url:
        found = result(paths, connection_to(url, pki))
    assert (found.state, found.code) == (CheckState.FAILED, code)


@pytest.mark.parametrize("minutes", [-5, 5])
def test_clocks_that_differ_are_warned_of(paths: Paths, pki: Pki, minutes: int) -> None:
    with archive_server(pki, skew=timedelta(minutes=minutes)) as url:
        found = result(paths, connection_to(url, pki))
    assert found.state is CheckState.WARNING
    assert "kello" in found.summary.fi


def test_a_client_certificate_that_has_ended_is_told_before_anything_is_sent(
    paths: Paths, tmp_path: Path
) -> None:
    ended = short_lived(tmp_path / "old", server=None, client=timedelta(days=-1))
    found = result(paths, connection_to("https://127.0.0.1:1", ended))
    assert (found.state, found.code) == (CheckState.FAILED, CertificateExpired.code)


def test_a_client_certificate_that_ends_soon_is_warned_of(paths: Paths, tmp_path: Path) -> None:
    pki = short_lived(tmp_path / "soon", server=None, client=timedelta(days=10, hours=1))
    with archive_server(pki) as url:
        found = result(paths, connection_to(url, pki))
    assert found.state is CheckState.WARNING
    assert "10 päivän" in found.summary.fi
    assert "Organisaation varmenne" in found.summary.fi


def test_a_server_certificate_that_ends_soon_is_warned_of(paths: Paths, tmp_path: Path) -> None:
    pki = short_lived(tmp_path / "soon", server=timedelta(days=20, hours=1), client=None)
    with archive_server(pki) as url:
        found = result(paths, connection_to(url, pki))
    assert found.state is CheckState.WARNING
    assert "20 päivän" in found.summary.fi
    assert "palvelimen" in found.summary.fi


def test_a_missing_certificate_file_is_named(paths: Paths, pki: Pki) -> None:
    pki.client_chain.unlink()
    found = result(paths, connection_to("https://127.0.0.1:1", pki))
    assert (found.state, found.code) == (CheckState.FAILED, SettingsUnreadable.code)
    assert pki.client_chain.name in found.summary.fi
