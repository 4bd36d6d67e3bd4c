"""The diagnosis as text and as a value for programs."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from kanta_desk.diagnosis.report import as_text, as_value, found_wrong
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.text import Language, Text

AT = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
TITLE = Text("Kortinlukija", "Kortläsare", "Card reader")
SAID = Text("Lukijaa ei löydy.", "Ingen läsare.", "No reader.")
REMEDY = Text("Kytke lukija.", "Anslut läsaren.", "Plug it in.")


def result(state: CheckState) -> CheckResult:
    """A result of ``state``."""
    return CheckResult("readers", TITLE, state, SAID, ("USB 076b:3031",), REMEDY, "KD-4002", 0.25)


@pytest.mark.parametrize(
    ("state", "wrong"),
    [
        (CheckState.OK, False),
        (CheckState.WARNING, False),
        (CheckState.SKIPPED, False),
        (CheckState.FAILED, True),
    ],
)
def test_only_a_failure_is_wrong(state: CheckState, wrong: bool) -> None:
    assert found_wrong([result(CheckState.OK), result(state)]) is wrong
    assert as_value([result(state)], Language.FI, AT)["ok"] is not wrong


def test_the_text_holds_everything_in_the_readers_language() -> None:
    text = as_text([result(CheckState.FAILED)], Language.SV, AT)
    for part in ("Kortläsare", "fel", "KD-4002", "Ingen läsare.", "USB 076b:3031", "Anslut"):
        assert part in text
    assert "22.11.2026 14.05" in text


def test_the_value_can_be_json_and_keeps_ids_and_states_in_every_language() -> None:
    values = [as_value([result(CheckState.FAILED)], each, AT) for each in Language]
    assert len({json.dumps(value) for value in values}) == 3
    assert {(v["checks"][0]["id"], v["checks"][0]["state"]) for v in values} == {
        ("readers", "failed")
    }
