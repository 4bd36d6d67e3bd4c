"""``rights.toml``: written for people, compared with the log, never believed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Role
from kanta_desk.model.rights import ChangeKind, Decision, Revocation, RightsChange, RightsFault
from kanta_desk.rights.changes import plain
from kanta_desk.rights.file import RightsFile, compare, save
from tests.helpers.events import REGISTER
from tests.helpers.rights import MANDATE, PEKKA, after, begun, grant

ENTRY = """
[[grant]]
identifier = "99900011122"
name = "Maija Arkistonhoitaja"
role = "archivist"
controller = "1.2.246.10.99999990.10.0"
controller_name = "Hoiva Esimerkki Oy"
register = "1"
register_name = "Sosiaalihuollon asiakasrekisteri"
basis = "Tehtävänkuva"
valid_from = 2026-01-01
valid_to = 2026-12-31
granted_by = "Toimitusjohtaja"
"""
BOOK = begun(grant(PEKKA, Role.ARCHIVIST, basis=MANDATE), grant(PEKKA, Role.AUDITOR))


def loaded(folder: Path, text: str) -> RightsFile:
    path = folder / "rights.toml"
    path.write_text(text, encoding="utf-8")
    return RightsFile.load(path)


def edited(folder: Path, old: str, new: str) -> list[RightsFault]:
    """What is found when a line of the written file was changed by hand."""
    path = folder / "rights.toml"
    save([BOOK], path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [finding.fault for finding in compare(RightsFile.load(path), [BOOK])]


def test_a_file_written_by_hand_is_read_with_the_kind_that_its_numbers_show(tmp_path: Path) -> None:
    file = loaded(tmp_path, ENTRY + ENTRY.replace("99900011122", "990000044"))

    assert file.by_hand
    assert [g.person for g in file.grants] == [
        Identity("99900011122", IdentifierKind.REGISTRATION, IssuerFamily.SOTE),
        PEKKA,
    ]
    assert file.grants[0].last_day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        (ENTRY.replace('basis = "Tehtävänkuva"\n', ""), "grant 1, basis", "missing"),
        (ENTRY.replace('"archivist"', '"king"'), "grant 1, role", "not one of"),
        (ENTRY.replace("10.99999990", "10.x"), "grant 1, controller", "oid: form"),
        (ENTRY.replace("2026-12-31", "2025-12-31"), "grant 1, valid_to", "before valid_from"),
        (ENTRY.replace("2026-01-01", '"1.1.2026"'), "grant 1, valid_from", "not a date"),
        (ENTRY.replace('"99900011122"', "99900011122"), "grant 1, identifier", "not a text"),
        (ENTRY.replace('"99900011122"', '" "'), "grant 1, identifier", "empty"),
        (ENTRY.replace('"Tehtävänkuva"', "{ number = 1 }"), "grant 1, basis, day", "missing"),
        (ENTRY.replace('"Tehtävänkuva"', "{ king = 1 }"), "grant 1, basis, king", "unknown key"),
        (ENTRY + ENTRY + "colour = 1\n", "grant 2, colour", "unknown key"),
        ("colour = 1\n" + ENTRY, "colour", "unknown key"),
        ("[[register]]\nkey = 1\n", "register 1", "are needed"),
        ("grant = 1\n", "grant", "not a list"),
        ("grant = [1]\n", "grant 1", "not a [[grant]]"),
        ("[[grant\n", "rights.toml", "line 1"),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_place(
    tmp_path: Path, wrong: str, place: str, reason: str
) -> None:
    with pytest.raises(SettingsUnreadable) as caught:
        loaded(tmp_path, wrong)

    assert str(caught.value.fields["place"]).startswith("rights.toml")
    assert str(caught.value.fields["place"]).endswith(place)
    assert reason in str(caught.value.fields["reason"])


def test_a_missing_or_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert RightsFile.load(tmp_path / "rights.toml") == RightsFile() == loaded(tmp_path, "")


def test_what_is_saved_is_what_the_book_says(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"

    save([BOOK], path)
    file = RightsFile.load(path)

    assert file.grants == tuple(record.grant for record in BOOK.records)
    assert not file.by_hand
    assert compare(file, [BOOK]) == ()


_texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(plain).filter(bool)


@given(name=_texts, number=_texts, decider=_texts)
def test_whatever_its_characters(
    tmp_path_factory: pytest.TempPathFactory, name: str, number: str, decider: str
) -> None:
    path = tmp_path_factory.mktemp("rights") / "rights.toml"
    book = begun(grant(name=name, basis=Decision(number, date(2026, 1, 1), decider)))

    save([book], path)

    assert compare(RightsFile.load(path), [book]) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('role = "archivist"', 'role = "invalidator"'),
        ('identifier = "990000044"', 'identifier = "990000077"'),
        ("2026-12-31", "2036-12-31"),
        ('number = "V-1"', 'number = "V-2"'),
        ('id = "1-2"', 'id = "9-9"'),
    ],
)
def test_a_right_that_was_changed_by_hand_is_found(tmp_path: Path, old: str, new: str) -> None:
    assert RightsFault.EDITED in edited(tmp_path, old, new)


def test_a_right_that_was_added_by_hand_is_found(tmp_path: Path) -> None:
    assert edited(tmp_path, "[[grant]]", ENTRY.strip() + "\n\n[[grant]]") == [RightsFault.EDITED]


def test_a_right_that_was_taken_out_by_hand_is_found(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    save([BOOK], path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("[[grant]]")], encoding="utf-8")

    found = compare(RightsFile.load(path), [BOOK])

    assert [(f.fault, f.detail) for f in found] == [(RightsFault.REMOVED, "1-3")]


def test_a_file_that_has_seen_more_than_the_log_holds_means_that_the_log_has_lost_some(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rights.toml"
    change = RightsChange(
        2, BOOK.digest, ChangeKind.REVOKE, REGISTER, revoked=(Revocation("1-2", "lähti"),)
    )
    save([after(BOOK, change)], path)
    file = RightsFile.load(path)

    assert [f.fault for f in compare(file, [BOOK])] == [RightsFault.LOST]
    assert next(f.fault for f in compare(file, [])) is RightsFault.LOST


def test_a_file_that_was_not_written_in_time_is_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    save([BOOK], path)
    change = RightsChange(
        2, BOOK.digest, ChangeKind.REVOKE, REGISTER, revoked=(Revocation("1-2", "lähti"),)
    )

    assert compare(RightsFile.load(path), [after(BOOK, change)]) == ()


def test_a_save_that_fails_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    path.mkdir()
    (path / "in the way").touch()

    with pytest.raises(FolderNotWritable):
        save([BOOK], path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["rights.toml"]
