"""What is told of a connection before it goes wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kanta_desk.desk.connecting import notices

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def said(days: float | None, skew: float | None = None) -> list[str]:
    ends = NOW + timedelta(days=days) if days is not None else None
    return [each.fi for each in notices(ends, skew, NOW)]


def test_nothing_is_told_of_a_connection_in_order() -> None:
    assert said(31) == []
    assert said(None) == []
    assert said(365, 119.0) == []


def test_a_certificate_is_told_of_thirty_days_ahead() -> None:
    assert said(30) == ["Yhteyden varmenne vanhenee 30 päivän kuluttua"]
    assert said(0) == ["Yhteyden varmenne on vanhentunut"]
    assert said(-5) == ["Yhteyden varmenne on vanhentunut"]


def test_clocks_that_differ_are_told_of_either_way() -> None:
    assert said(365, 180.0) == said(365, -180.0)
    assert said(365, 180.0) == ["Tietokoneen ja arkiston kellot eroavat 3 minuuttia"]
