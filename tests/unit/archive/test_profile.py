"""The message profile: whole, and honest about what is not known."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kanta_desk.archive import profile as profiles
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.documents import DocumentMetadata, RecordState, SearchMode
from kanta_desk.settings.resources import resource

WHOLE = resource("profiles", "standin-1.toml").read_text(encoding="utf-8")


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is read in place of every profile."""
    path = tmp_path / "own.toml"
    monkeypatch.setattr(profiles, "resource", lambda *parts: path)
    return path


def test_the_standin_profile_places_every_field_that_a_header_can_carry() -> None:
    profile = MessageProfile.load("standin-1")
    outside = {"state", "purpose", "old_document", "unreadable"}
    assert set(profile.fields) == {f.name for f in fields(DocumentMetadata)} - outside
    assert set(profile.facts) == set(Key)
    assert set(profile.states.values()) == set(RecordState)
    assert set(profile.modes) == set(SearchMode)


def test_everything_unverified_is_listed_with_its_evidence() -> None:
    profile = MessageProfile.load("standin-1")
    unverified = {fact.key for fact in profile.unverified}
    assert {"metadata_query", "document_query", "service_task", "old_group"} <= unverified
    assert not {"issue_denied", "client_id", "set_id"} & unverified
    assert all(fact.evidence for fact in profile.unverified)


def test_every_invented_code_says_so_in_its_value() -> None:
    profile = MessageProfile.load("standin-1")
    for fact in profile.facts.values():
        if fact.value.startswith("STANDIN-"):
            assert not fact.verified, fact.key


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kanta-desk-profile-1", "something-else", "format"),
        ("[facts.endpoint]", "[facts.endpunkt]", "endp"),
        ("[fields.title]", "[fields.titel]", "tit"),
        ('kind = "software"', 'kind = "hardware"', "facts and fields"),
        ('value = "frame"', 'value = ""', "request_signature"),
        ('name = "standin-1"', "", "facts and fields"),
        ("[facts.endpoint]", "[facts.endpoint", "own.toml"),
    ],
)
def test_a_profile_with_a_fault_is_refused_by_name(
    loaded: Path, old: str, new: str, place: str
) -> None:
    assert old in WHOLE
    loaded.write_text(WHOLE.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as told:
        MessageProfile.load("own")
    assert place in str(told.value.fields["place"])


@pytest.mark.parametrize("name", ["../secrets", "", "no-such-profile", "a/b"])
def test_a_profile_is_found_by_a_plain_name_alone(name: str) -> None:
    with pytest.raises(SettingsUnreadable):
        MessageProfile.load(name)
