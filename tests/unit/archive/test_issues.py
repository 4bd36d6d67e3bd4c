"""The archive's issue codes: what they mean, and what to do, from a table that is data."""

from __future__ import annotations

import tomllib

import pytest
from lxml import etree

from kanta_desk.archive.issues import read_issues
from kanta_desk.archive.xml import V3
from kanta_desk.errors import ArchiveRejected, Issue
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from kanta_desk.settings.resources import resource

TABLE = tomllib.loads(resource("profiles", "issues.toml").read_text(encoding="utf-8"))["issues"]


def acknowledgement(*details: tuple[str, str, str]) -> etree._Element:
    root = etree.Element(f"{{{V3}}}acknowledgement")
    for kind, code, said in details:
        detail = etree.SubElement(root, f"{{{V3}}}acknowledgementDetail", typeCode=kind)
        etree.SubElement(detail, f"{{{V3}}}code", code=code, displayName=said)
        etree.SubElement(detail, f"{{{V3}}}text").text = "Matti Meikäläinen 010181-900C"
    return root


@pytest.mark.parametrize("code", TABLE)
def test_every_code_of_the_table_says_cause_and_remedy_in_three_languages_and_its_evidence(
    code: str,
) -> None:
    row = TABLE[code]
    assert isinstance(row["verified"], bool)
    assert row["evidence"]
    for text in ("cause", "remedy"):
        assert set(row[text]) == {"fi", "sv", "en"}
        assert all(said.endswith(".") for said in row[text].values())


def test_errors_come_before_warnings_and_the_code_decides_what_is_known() -> None:
    issues = read_issues(
        acknowledgement(("W", "X1", "Huomautus"), ("E", "5Y00009", "Käyttöoikeusvirhe."))
    )

    assert [issue.code for issue in issues] == ["5Y00009", "X1"]
    assert issues[0].remedy
    assert issues[1] == Issue("X1", "Huomautus")


def test_free_text_is_not_kept_nor_an_identity_code_in_the_archives_words() -> None:
    (issue,) = read_issues(acknowledgement(("E", "X2", "Tunnus 010181-900C ei kelpaa")))

    assert issue.said == "Tunnus … ei kelpaa"


def test_as_many_issues_as_a_broken_archive_sends_are_not_all_kept() -> None:
    assert len(read_issues(acknowledgement(*[("E", "X", "x")] * 5_000))) == 20


def test_an_unknown_code_is_told_with_the_archives_own_words_and_the_usual_remedy() -> None:
    error = ArchiveRejected("X3", "Jotain muuta", (Issue("X3", "Jotain muuta"),))
    bare = ArchiveRejected("X3", "Jotain muuta")

    assert explain(error, Language.FI) == explain(bare, Language.FI)
    assert "Jotain muuta" in explain(error, Language.FI).meaning
