"""The joining tasks: counted back from the start, counted on from today, noted and printed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kanta_desk.deployment import workdays
from kanta_desk.deployment.joining import catalogue, default_start, read_catalogue, schedule
from kanta_desk.deployment.joining_file import JoiningNotes, read_notes, write_notes
from kanta_desk.deployment.joining_paper import joining_pdf
from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.joining import Evidence, Joining, Sees, TaskNote, TaskState
from kanta_desk.model.text import Language, Text

TODAY = date(2026, 11, 20)
START = date(2027, 6, 1)
SEEN = Evidence(True, Text("Lukija näkyy", "Läsaren syns", "A reader is seen"), TODAY)


def project(
    notes: dict[str, TaskNote] | None = None,
    seen: dict[Sees, Evidence] | None = None,
    start: date = START,
    today: date = TODAY,
) -> Joining:
    return schedule(catalogue(), notes or {}, seen or {}, start, today)


def test_every_part_of_joining_has_its_tasks() -> None:
    joining = project()

    assert {each.task.section for each in joining.tasks} == {s.key for s in joining.sections}
    assert {each.task.sees for each in joining.tasks} >= set(Sees)
    assert sum(each.task.key.startswith("training-") for each in joining.tasks) == 4
    assert [day.day for day in joining.dates] == [date(2026, 9, 1), date(2029, 10, 1)]


def test_lead_times_of_the_cards_are_those_of_the_guidance() -> None:
    days = {task.key: task.days for task in catalogue().tasks}

    assert 15 <= days["card-agreement"] <= 20
    assert 8 <= days["cards"] <= 10
    whole = workdays.between(TODAY, default_start(catalogue(), TODAY))
    assert 110 <= whole <= 135  # about half a year


def test_no_task_begins_before_what_it_depends_on_is_done() -> None:
    scheduled = {each.task.key: each for each in project().tasks}

    for each in scheduled.values():
        for before in each.task.after:
            assert scheduled[before].end < each.begin, (before, each.task.key)
        assert workdays.is_working_day(each.begin)
        assert workdays.is_working_day(each.end)
        assert workdays.between(each.begin, each.end) == each.task.days - 1


def test_storing_begins_on_the_wanted_day_and_follow_up_comes_after() -> None:
    scheduled = {each.task.key: each for each in project().tasks}

    assert scheduled["start"].end == START
    assert scheduled["follow-up"].begin == date(2027, 6, 2)


def test_a_start_on_a_holiday_is_prepared_by_the_working_day_before() -> None:
    scheduled = {each.task.key: each for each in project(start=date(2027, 12, 25)).tasks}

    assert scheduled["start"].end == date(2027, 12, 23)


def test_the_earliest_start_moves_on_as_tasks_are_done() -> None:
    begun = project({"decision": TaskNote(TODAY), "people": TaskNote(TODAY)})

    assert begun.earliest < project().earliest
    assert begun.done == 2


def test_a_start_too_near_makes_what_must_hurry_late() -> None:
    near = project(start=date(2027, 1, 15))

    assert not near.can_be_kept
    assert near.earliest > near.start
    states = {each.task.key: each.state for each in near.tasks}
    assert states["decision"] is TaskState.LATE
    assert project().can_be_kept


def test_the_default_start_can_just_be_kept() -> None:
    start = default_start(catalogue(), TODAY)
    joining = project(start=start)

    assert joining.can_be_kept
    assert joining.earliest == start
    (first, *_) = (each for each in joining.tasks if each.task.key == "decision")
    assert (first.slack, first.state) == (0, TaskState.NOW)


def test_what_waits_says_for_what() -> None:
    scheduled = {each.task.key: each for each in project({"card-list": TaskNote(TODAY)}).tasks}

    assert scheduled["cards"].state is TaskState.WAITING
    assert scheduled["cards"].waits_for == ("card-agreement",)


def test_what_the_program_sees_ticks_itself_and_shows_its_evidence() -> None:
    scheduled = {each.task.key: each for each in project(seen={Sees.READER: SEEN}).tasks}

    assert scheduled["readers"].done
    assert scheduled["readers"].evidence == SEEN
    assert scheduled["readers"].note.done is None
    unseen = Evidence(False, SEEN.said, TODAY)
    again = {each.task.key: each for each in project(seen={Sees.READER: unseen}).tasks}
    assert not again["readers"].done
    assert again["readers"].evidence == unseen


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"after": ["b"]}, "after"),
        ({"days": 0}, "days"),
        ({"sees": "everything"}, "everything"),
    ],
)
def test_a_fault_in_the_catalogue_is_named(change: dict[str, object], place: str) -> None:
    names = {f"{p}{n}": "x" for p in ("", "why_", "who_") for n in ("fi", "sv", "en")}
    first = {"key": "a", "section": "s", "days": 1, "source": "", **names, **change}
    other = {"key": "b", "section": "s", "days": 1, "source": "", "after": ["a"], **names}
    data = {"anchor": "b", "section": [], "date": [], "task": [first, other]}

    with pytest.raises(SettingsUnreadable, match=place):
        read_catalogue(data)


def test_notes_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "joining.json"
    notes = JoiningNotes(
        START,
        {"decision": TaskNote(TODAY, "Liisa Johtaja", "Hallitus 20.11."), "cards": TaskNote()},
        {Sees.READER: SEEN},
    )
    write_notes(path, notes)

    read = read_notes(path)
    assert (read.start, read.seen) == (START, {Sees.READER: SEEN})
    assert read.tasks == {"decision": notes.tasks["decision"]}  # an empty note is no note
    assert read_notes(tmp_path / "none.json") == JoiningNotes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"format": "other"}',
        b'{"format": "kanta-desk-joining-1", "start": "1.6.2027"}',
        b'{"format": "kanta-desk-joining-1", "tasks": {"decision": {"owner": 7}}}',
        b'{"format": "kanta-desk-joining-1", "seen": {"reader": {"said": []}}}',
        b'"' + b"x" * 2_000_000 + b'"',
    ],
)
def test_a_broken_file_is_told_and_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "joining.json"
    path.write_bytes(data)

    with pytest.raises(SettingsUnreadable):
        read_notes(path)
    assert path.read_bytes() == data


def test_notes_that_cannot_be_written_leave_what_was_there(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        write_notes(tmp_path / "none" / "joining.json", JoiningNotes(START))


@pytest.mark.parametrize(
    ("language", "word"),
    [(Language.FI, "Vastuussa"), (Language.SV, "Ansvarig"), (Language.EN, "In charge")],
)
def test_the_paper_lists_every_task_and_the_statutory_dates(language: Language, word: str) -> None:
    joining = project({"decision": TaskNote(TODAY, "Liisa Johtaja", "Hallitus")})
    data = joining_pdf(joining, "Hoiva Esimerkki Oy", language, datetime(2026, 11, 22, tzinfo=UTC))
    document = pdfium.PdfDocument(data)
    try:
        text = " ".join(
            " ".join(page.get_textpage().get_text_bounded().split()) for page in document
        )
    finally:
        document.close()

    for said in (word, "Liisa Johtaja", "20.11.2026", "1.9.2026", "1.10.2029", "1/25"):
        assert said in text, said
    for each in joining.tasks:
        assert each.task.title.of(language)[:20] in text
