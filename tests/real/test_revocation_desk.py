"""Sign-in, the card page's state and the diagnosis on a desk that asks real issuers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509

from kanta_desk.desk.assemble import assemble
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import (
    CertificateOnHold,
    CertificateRevoked,
    KantaError,
    RevocationUnknown,
)
from kanta_desk.model.cards import CardsState, CertificateSummary
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.people import CardType
from kanta_desk.model.revocation import RevocationState
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.pki_server import RevocationServer
from kanta_desk.practice.pki_standing import Standing
from kanta_desk.practice.reader import SoftwareReader
from kanta_desk.settings.paths import Paths
from tests.helpers.installation import configure
from tests.helpers.practice import (
    PATIENCE,
    await_cards,
    insert,
    practice_desk,
    prepare,
    sign_in,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("practice")


@pytest.fixture(scope="module")
def opened(root: Path) -> Iterator[Desk]:
    with practice_desk(root) as desk:
        yield desk


@pytest.fixture
def desk(opened: Desk, root: Path) -> Iterator[Desk]:
    yield opened
    tell(opened, root, Standing.GOOD)


def certificates(state: CardsState) -> tuple[CertificateSummary, ...]:
    return state.best.card.certificates if state.best and state.best.card else ()


def is_vetted(state: CardsState) -> bool:
    found = certificates(state)
    return bool(found) and all(each.revocation is not None for each in found)


def vetted(desk: Desk) -> tuple[CertificateSummary, ...]:
    return certificates(await_cards(desk, is_vetted))


def tell(desk: Desk, root: Path, standing: Standing) -> None:
    """Tell it of the card that is in."""
    for each in vetted(desk):
        PracticePki.load(root / "pki").standings.tell(
            each.path[0], standing, x509.ReasonFlags.key_compromise
        )


def test_a_card_is_vetted_as_soon_as_it_is_read(desk: Desk) -> None:
    for each in vetted(desk):
        assert each.revocation is not None
        assert len(each.path) == 3
        assert [status.state for status in each.revocation] == [RevocationState.GOOD] * 2


def test_what_a_sign_in_rests_on_is_kept_in_its_evidence(desk: Desk) -> None:
    session = sign_in(desk)
    found = session._logbook.search(EventFilter(), lambda: True).first.events
    done = next(e for e in found if e.kind is EventKind.SIGN_IN and e.phase is Phase.DONE)
    told = json.loads(done.evidence)["revocation"]
    assert [each["state"] for each in told] == ["good", "good"]
    assert told[0]["source"] == "OCSP"
    assert told[1]["source"] in ("CRL", "cached CRL")
    assert all(each["answer"] and each["produced_at"] for each in told)


@pytest.mark.parametrize(
    ("standing", "error"),
    [
        (Standing.REVOKED, CertificateRevoked),
        (Standing.ON_HOLD, CertificateOnHold),
        (Standing.UNKNOWN, RevocationUnknown),
    ],
)
def test_a_card_that_is_not_good_cannot_sign_in_and_the_log_says_why(
    desk: Desk, root: Path, standing: Standing, error: type[KantaError]
) -> None:
    tell(desk, root, standing)
    with pytest.raises(error):
        sign_in(desk)
    tell(desk, root, Standing.GOOD)
    session = sign_in(desk)
    found = session._logbook.search(EventFilter(), lambda: True).first.events
    failed = [e for e in found if e.kind is EventKind.SIGN_IN and e.phase is Phase.FAILED]
    assert failed[0].error_code == error.code  # the newest first


def test_a_card_that_was_revoked_while_it_was_away_is_seen_when_it_is_put_in(
    desk: Desk, root: Path
) -> None:
    tell(desk, root, Standing.REVOKED)
    assert desk.practice is not None
    desk.practice.remove()
    await_cards(desk, lambda state: not certificates(state))
    insert(desk, "Maija")
    for each in vetted(desk):
        assert each.revocation is not None
        assert each.revocation[0].state is RevocationState.REVOKED
        assert each.revocation[0].reason == "keyCompromise"


def test_the_diagnosis_tells_each_state(desk: Desk, root: Path) -> None:
    def seen() -> tuple[CheckState, str]:
        results = desk.submit(Lane.CARD, desk.diagnose).result(PATIENCE)
        result = next(each for each in results if each.id == "revocation")
        assert "Maija" not in repr(result)
        assert result.evidence
        return result.state, result.code

    vetted(desk)
    assert seen() == (CheckState.OK, "")
    for standing, error in (
        (Standing.REVOKED, CertificateRevoked),
        (Standing.ON_HOLD, CertificateOnHold),
        (Standing.UNKNOWN, RevocationUnknown),
    ):
        tell(desk, root, standing)
        assert seen() == (CheckState.FAILED, error.code)


def test_an_installation_asks_by_its_proxy_and_tells_the_type_by_its_own_rules(
    tmp_path: Path,
) -> None:
    pki = prepare(tmp_path)
    paths = Paths.under(tmp_path / "desk").make()
    reader = SoftwareReader()
    with RevocationServer(pki) as server:
        configure(paths, pki, "https://127.0.0.1:9", server.url)
        (paths.config / "card_types.toml").write_text(
            "[[rule]]\nname = 'our own'\ntype = 'staff'\nverified = true\n"
            "evidence = 'seen on our cards'\norganisation_contains = ['Hoiva Esimerkki']\n",
            encoding="utf-8",
        )
        desk = assemble(paths, source=reader)
        try:
            reader.insert(ARCHIVIST.make(pki))
            state = await_cards(desk, is_vetted)
        finally:
            desk.close()
    assert state.best is not None
    assert state.best.card is not None
    assert state.best.card.holder.type_rule == "our own"
    assert state.best.card.holder.card_type is CardType.STAFF
    for each in certificates(state):
        assert each.revocation is not None
        assert each.revocation[0].state is RevocationState.GOOD
    assert list((paths.cache / "crl").glob("*.crl"))
