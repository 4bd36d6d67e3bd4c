"""What is written down of a fault: types and places, never the words."""

from __future__ import annotations

from concurrent.futures import CancelledError

from kanta_desk.settings.faults import trace


def test_a_trace_names_the_places_and_not_the_words() -> None:
    try:
        raise CancelledError("1234")
    except CancelledError as fault:
        said = trace(fault)

    assert said.startswith("CancelledError in test_a_trace_names_the_places_and_not_the_words")
    assert "settings/test_faults.py:" in said
    assert "1234" not in said


def test_a_trace_goes_on_to_the_causes() -> None:
    try:
        try:
            raise KeyError("010181-900C")
        except KeyError as error:
            raise ValueError("MAIJA") from error
    except ValueError as fault:
        said = trace(fault)

    assert said.index("ValueError in ") < said.index(", from KeyError in ")
    assert "900C" not in said
    assert "MAIJA" not in said


def test_a_fault_that_was_never_raised_has_no_place() -> None:
    assert trace(ValueError("x")) == "ValueError in no frame"
