"""The 58 metadata fields, held against the table that they were taken from, row by row."""

from __future__ import annotations

import pytest

from kanta_desk.archive.profile import MessageProfile
from kanta_desk.model.metadata import BY_KEY, FIELDS, Group
from kanta_desk.model.text import Language

I, C, R, P = Group.IDENTITY, Group.CLIENT, Group.REGISTER, Group.PROFESSIONAL  # noqa: E741
K, L, A, T = Group.CASE, Group.LIFECYCLE, Group.ACCESS, Group.TECHNICAL
NOT_IN_THE_HEADER = {"purpose", "old_document"}
"""The caller gives one of them with its search, the other follows from the document group."""

# Row of the table: group, the fields that hold it, code system, who fills it, evidence.
TABLE: dict[int, tuple[Group, tuple[str, ...], str, str, str]] = {
    1: (I, ("document_oid",), "", "system", "V"),
    2: (I, ("set_id",), "", "system", "V"),
    3: (I, ("version",), "", "system", "V"),
    4: (I, ("replaces",), "", "system", "V"),
    5: (I, ("document_group",), "1.2.246.537.6.1505", "system", "V"),
    6: (I, ("document_type",), "1.2.246.537.6.1506", "system", "V"),
    7: (I, ("structure_oid",), "", "system", "V"),
    8: (I, ("title",), "", "system", "V"),
    9: (I, ("template_ids",), "", "system", "V"),
    10: (I, ("realm",), "", "system", "V"),
    11: (C, ("client_id",), "", "system", "V"),
    12: (C, ("client_id",), "", "system", "V"),
    13: (C, ("client_name",), "", "system", "V"),
    14: (C, ("client_birth",), "", "system", "V"),
    15: (C, ("client_gender",), "1.2.246.537.5.1", "system", "A"),
    16: (C, ("client_municipality",), "1.2.246.537.6.21", "system", "A"),
    17: (C, ("security_ban",), "", "system", "V"),
    18: (R, ("controller",), "1.2.246.537.6.202", "system", "V"),
    19: (R, ("controller_kind",), "1.2.246.537.5.40172", "system", "V"),
    20: (R, ("active_controller",), "", "archive", "A"),
    21: (R, ("register",), "1.2.246.537.6.1264.201701", "system", "A"),
    22: (R, ("register_specifier",), "", "system", "A"),
    23: (R, ("archive_creator",), "", "system", "A"),
    24: (R, ("organiser",), "1.2.246.537.6.202", "system", "A"),
    25: (R, ("producer",), "1.2.246.537.6.202", "system", "A"),
    26: (R, ("implementer",), "1.2.246.537.6.202", "system", "V"),
    27: (R, ("service_unit",), "1.2.246.537.6.202", "system", "A"),
    28: (P, ("author",), "", "system", "V"),
    29: (P, ("author",), "", "system", "V"),
    30: (P, ("author_time",), "", "system", "V"),
    31: (P, ("author_role",), "1.2.246.537.5.40006.2003", "system", "V"),
    32: (K, ("case_id",), "", "system", "V"),
    33: (K, ("case_name",), "1.2.246.537.6.1265", "system", "V"),
    34: (K, ("case_state",), "1.2.246.537.6.1501", "system", "V"),
    35: (K, ("clientship_id",), "", "system", "V"),
    36: (K, ("service_task",), "1.2.246.537.6.1221", "system", "V"),
    37: (K, ("service_process",), "1.2.246.537.6.1277.201701", "system", "V"),
    38: (K, ("social_service",), "1.2.246.537.6.1222", "system", "V"),
    39: (K, ("purpose",), "1.2.246.537.6.1289.201901", "caller", "V"),
    40: (L, ("created",), "", "system", "V"),
    41: (L, ("archived",), "", "archive", "A"),
    42: (L, ("copied",), "", "archive", "A"),
    43: (L, ("status",), "1.2.246.537.5.40154", "system", "V"),
    44: (L, ("retention_class",), "", "system", "A"),
    45: (L, ("disposal_time",), "", "archive", "A"),
    46: (L, ("extended_retention",), "", "system", "A"),
    47: (L, ("history",), "", "system", "A"),
    48: (A, ("confidentiality",), "1.2.246.777.5.99902.2006", "system", "V"),
    49: (A, ("special_content",), "1.2.246.537.5.40169", "system", "A"),
    50: (A, ("visible_from",), "", "system", "A"),
    51: (A, ("secrecy",), "", "system", "V"),
    52: (A, ("publicity", "protection_class", "personal_data_class"), "", "system", "U"),
    53: (T, ("language",), "1.2.246.537.5.40175", "system", "V"),
    54: (T, ("file_format",), "", "system", "V"),
    55: (T, ("media_type",), "", "system", "V"),
    56: (T, ("software",), "", "system", "V"),
    57: (T, ("signature",), "1.2.246.537.5.40161", "system", "V"),
    58: (T, ("old_document",), "", "derived", "U"),
}


def test_every_row_of_the_table_has_its_field_and_no_field_is_beside_it() -> None:
    assert list(TABLE) == list(range(1, 59))
    assert {key for _, keys, *_ in TABLE.values() for key in keys} == {f.key for f in FIELDS}


@pytest.mark.parametrize("row", TABLE)
def test_a_field_is_as_its_row_says(row: int) -> None:
    group, keys, system, filler, evidence = TABLE[row]
    for key in keys:
        field = BY_KEY[key]
        assert field.group is group
        assert (field.system or "") == system
        assert (field.filler.value, field.evidence.value) == (filler, evidence)
        assert all(field.label.of(language).strip() for language in Language)


def test_the_header_has_a_place_for_every_field_that_it_can_carry() -> None:
    profile = MessageProfile.load("standin-1")
    assert {field.key for field in FIELDS} - set(profile.fields) == NOT_IN_THE_HEADER
