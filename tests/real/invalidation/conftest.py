"""A practice desk with documents to invalidate, and the archivist signed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kanta_desk.desk.session import Session
from kanta_desk.net.http import Timeouts
from tests.helpers.invalidation_lab import desk_on
from tests.helpers.invalidation_place import Place
from tests.helpers.practice import insert, sign_in


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """One for all tests of a file; its desk does not wait long for an answer."""
    root = tmp_path_factory.mktemp("invalidation")
    made = Place(root)
    hasty = Timeouts(connect=2.0, read=1.0, total=2.0)
    with made.standin, desk_on(root, made.standin.url, hasty) as desk:
        made.desk = desk
        yield made


@pytest.fixture
def session(place: Place) -> Session:
    """The archivist's, at an archive that behaves."""
    place.standin.calm()
    assert place.desk.practice is not None
    if place.desk.practice.inserted != place.desk.practice.cards[0]:
        insert(place.desk, "Maija")
    return sign_in(place.desk)
