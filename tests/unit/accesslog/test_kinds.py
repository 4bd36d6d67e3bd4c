"""The kinds of event are data: every one that the program writes is there, whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from kanta_desk.accesslog import entry
from kanta_desk.accesslog.kinds import KINDS, needs_of, read_kinds, uses_client_data
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.events import EVENT_NAMES, EventFilter, EventKind, Phase
from kanta_desk.model.text import Language
from kanta_desk.rights.acts import CLIENT_ACTS
from tests.helpers.events import DONE, act, open_log

WHOLE: dict[str, Any] = {
    "format": "kanta-desk-log-kinds-1",
    "kind": [
        {
            "code": "UUSI",
            "name": {"fi": "Uusi", "sv": "Ny", "en": "New"},
            "dcm": "110110",
            "action": "R",
            "needs": ["document"],
        }
    ],
}


def test_every_kind_that_the_program_writes_is_in_the_data() -> None:
    assert set(EventKind) <= KINDS.keys()
    assert {kind.code: kind.name for kind in KINDS.values()} == EVENT_NAMES


def test_no_two_kinds_are_called_the_same() -> None:
    for language in Language:
        names = [kind.name.of(language) for kind in KINDS.values()]
        assert len(set(names)) == len(names)


def test_kinds_have_their_counterparts_in_dicom() -> None:
    for kind in KINDS.values():
        assert 110100 <= int(kind.dcm) <= 110114
    assert (KINDS[EventKind.SEARCH].dcm, KINDS[EventKind.SEARCH].action) == ("110112", "E")
    assert (KINDS[EventKind.LOG_VIEW].dcm, KINDS[EventKind.SIGN_IN].dcm) == ("110101", "110114")
    assert KINDS[EventKind.INVALIDATION].action == "D"


def test_all_acts_that_need_a_purpose_for_client_data_are_known_to_use_it() -> None:
    assert {kind for kind in EventKind if uses_client_data(kind)} >= CLIENT_ACTS


def test_a_document_that_is_looked_at_is_named() -> None:
    assert needs_of(EventKind.VIEW) == {"document", "client", "unit"}
    assert needs_of(EventKind("TULEVA_LAJI")) == frozenset()


def test_a_file_of_kinds_is_read() -> None:
    (kind,) = read_kinds(WHOLE, "kinds.toml").values()

    assert (kind.code.value, kind.name.sv, set(kind.needs)) == ("UUSI", "Ny", {"document"})
    assert not kind.client_data


@pytest.mark.parametrize(
    "change",
    [
        {"code": ""},
        {"action": "X"},
        {"needs": ["hetu"]},
        {"name": {"fi": "Uusi"}},
        {"name": None},
    ],
)
def test_a_file_of_kinds_that_is_not_whole_is_refused(change: dict[str, Any]) -> None:
    table = WHOLE | {"kind": [WHOLE["kind"][0] | change]}

    with pytest.raises(SettingsUnreadable, match=r"kinds\.toml"):
        read_kinds(table, "kinds.toml")


def test_a_kind_is_there_only_once() -> None:
    with pytest.raises(SettingsUnreadable, match="twice"):
        read_kinds(WHOLE | {"kind": WHOLE["kind"] * 2}, "kinds.toml")


def test_an_event_of_a_later_version_s_kind_is_listed_searched_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded = entry.encoded

    def newer(event: Any) -> tuple[bytes, bool]:
        array = orjson.loads(encoded(event)[0])
        array[5:7] = ["TULEVA_LAJI", "hyväksyttiin"]
        return orjson.dumps(array), False

    with closing(open_log(tmp_path / "log")) as log:
        log.record(act(), DONE)
        with monkeypatch.context() as later:
            later.setattr(entry, "encoded", newer)
            ref = log.record(act(), DONE)
        log.record(act(), DONE)

        kind, phase = EventKind("TULEVA_LAJI"), Phase("hyväksyttiin")
        assert log.event(ref).kind == kind
        assert [event.ref for event in log.search(EventFilter(kind=kind)).events] == [ref]
        assert log.count(EventFilter(phase=phase)) == 1
        without = EventFilter(without=(EventFilter(kind=kind),))
        assert ref not in [event.ref for event in log.search(without).events]
        facets = log.facets(EventFilter())
        assert {"TULEVA_LAJI"} < {share.key for share in facets.kinds}
        assert {"hyväksyttiin"} < {share.key for share in facets.phases}
        assert log.verify().intact
