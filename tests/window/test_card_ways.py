"""The way of signing on the card page and at sign-in: chosen, remembered, and what it asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOnHold,
    CertificateRevoked,
    FolderNotWritable,
    IssuerUnknown,
    KantaError,
    RevocationUnknown,
    SignerMissing,
    SignerRefused,
    WrongKeyUsage,
)
from kanta_desk.gui.card.details import CardDetailsView
from kanta_desk.gui.card.ways import SigningWaysView
from kanta_desk.gui.invalidations.pin2 import Pin2Panel
from kanta_desk.gui.signin.page import SignInPage
from kanta_desk.model.cards import (
    CardFact,
    CardFactName,
    CardPresence,
    CardsState,
    FactSource,
    ReaderState,
    RemoteSession,
    ServiceState,
    SignerKind,
    SignerState,
)
from tests.helpers.window import (
    CONTEXTS,
    MAIJA,
    READER,
    MemoryDesk,
    MemorySession,
    card,
    settle,
)


@pytest.fixture
def desk() -> MemoryDesk:
    made = MemoryDesk()
    made.insert()
    return made


@pytest.fixture
def view(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> SigningWaysView:
    made = SigningWaysView(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> SignInPage:
    made = SignInPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    made.entered()
    settle(made)
    return made


def test_each_way_tells_what_a_look_found(view: SigningWaysView, desk: MemoryDesk) -> None:
    desk.ways.states = {
        SignerKind.PKCS11: SignerState(SignerKind.PKCS11, "a.so · Tekijä 1.2", True, False),
        SignerKind.SCS: SignerState(SignerKind.SCS, "localhost", problem=SignerMissing.code),
    }
    view.look()
    settle(view)
    assert {kind: badge.word for kind, badge in view.states.items()} == {
        SignerKind.PCSC: "löytyy, näkee kortin",
        SignerKind.PKCS11: "näkee toisen kortin",
        SignerKind.SCS: f"ei löydy ({SignerMissing.code})",
    }


def test_a_choice_takes_hold_and_says_where_the_pin_is_asked(
    view: SigningWaysView, desk: MemoryDesk
) -> None:
    assert view.choices[SignerKind.PCSC].isChecked()
    view.choices[SignerKind.SCS].click()
    settle(view)
    assert desk.ways.chosen is SignerKind.SCS
    assert "kortinlukijaohjelmiston ikkunassa" in view.note.text()
    assert view.note.isVisible()


def test_a_choice_that_cannot_be_kept_is_told_and_not_shown_as_made(
    view: SigningWaysView, desk: MemoryDesk
) -> None:
    desk.ways.fails = FolderNotWritable("asetukset", "täynnä")
    view.choices[SignerKind.SCS].click()
    settle(view)
    assert view.choices[SignerKind.PCSC].isChecked()
    assert not view.error.isHidden()


def test_only_what_is_to_be_had_is_offered(app: QApplication, qtbot: QtBot) -> None:
    desk = MemoryDesk()
    desk.ways.offered = (SignerKind.PCSC, SignerKind.SCS)
    view = SigningWaysView(desk)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    assert list(view.choices) == [SignerKind.PCSC, SignerKind.SCS]


def test_the_service_asks_the_pin_itself_and_sign_in_shows_no_field(
    page: SignInPage, desk: MemoryDesk
) -> None:
    desk.ways.chosen = SignerKind.SCS
    page.entered()
    assert not page.pin.field.isVisible()
    assert page.pin.elsewhere.text() == "Tunnusluku kysytään kortinlukijaohjelmiston ikkunassa."
    assert page.pin.submit.isEnabled()
    page.pin.submit.click()
    settle(page)
    assert desk.session is not None
    assert desk.pins_seen == []


def test_a_reader_with_a_pad_can_take_pin1(page: SignInPage, desk: MemoryDesk) -> None:
    assert page.pin.pad.isHidden()
    desk.show(ReaderState(READER, CardPresence.READY, "3B", card(MAIJA), pin_pad=True))
    settle(page)
    assert "ei kokeiltu" in page.pin.pad.text()
    page.pin.pad.setChecked(True)
    assert not page.pin.field.isVisible()
    page.pin.submit.click()
    settle(page)
    assert desk.session is not None
    assert desk.pins_seen == []


REFUSALS = (
    CertificateRevoked("serial 1", "", ""),
    CertificateOnHold("serial 1", ""),
    RevocationUnknown("serial 1", "no answer"),
    CertificateExpired("serial 1"),
    CertificateNotYetValid("serial 1"),
    WrongKeyUsage("serial 1", ""),
    IssuerUnknown("serial 1", ""),
    SignerMissing("localhost", ""),
    SignerRefused("localhost", "cancelled"),
)


@pytest.mark.parametrize("error", REFUSALS, ids=lambda each: type(each).__name__)
def test_each_refusal_at_sign_in_has_its_own_words_and_remedy(
    page: SignInPage, desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch, error: KantaError
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr(desk, "sign_in", refuse)
    page.pin.field.type_digits(b"1234")
    page.pin.submit.click()
    settle(page)
    said = " ".join(label.text() for label in page.error.findChildren(QLabel))
    assert error.code in said
    others = [each for each in REFUSALS if type(each) is not type(error)]
    assert not any(other.code in said for other in others)
    assert len(said) > 80


def shown(qtbot: QtBot, state: CardsState) -> str:
    view = CardDetailsView()
    qtbot.addWidget(view)
    view.show_cards(state)
    view.show()
    return "\n".join(label.text() for label in view.findChildren(QLabel))


def with_card(desk: MemoryDesk, **changed: object) -> CardsState:
    read = card(MAIJA)
    certificate = replace(read.certificates[0], **changed)  # type: ignore[arg-type]
    fact = CardFact(CardFactName.PIN1, "03, 4–8", FactSource.DISPUTED, False)
    read = replace(read, certificates=(certificate,), facts=(fact,))
    reader = ReaderState(READER, CardPresence.READY, "3B", read, pin_pad=True)
    return CardsState(9, ServiceState.RUNNING, (reader,), RemoteSession.RDP)


def test_the_card_shows_path_facts_pad_and_remote_session(
    app: QApplication, qtbot: QtBot, desk: MemoryDesk
) -> None:
    said = shown(qtbot, with_card(desk, path_names=("Sote-CA", "Juuri-CA")))
    assert "Sote-CA → Juuri-CA" in said
    assert "toisin kuin kortilla, ei vahvistettu" in said
    assert "Ei kokeiltu oikeilla lukijoilla" in said
    assert "etäistunto (RDP)" in said


def test_a_certificate_that_ends_soon_is_told_ahead(
    app: QApplication, qtbot: QtBot, desk: MemoryDesk
) -> None:
    soon = datetime.now(UTC) + timedelta(days=30, hours=1)
    assert "30 päivää jäljellä" in shown(qtbot, with_card(desk, valid_to=soon))
    assert "jäljellä" not in shown(
        qtbot, with_card(desk, valid_to=soon + timedelta(days=365))
    ).replace("yritystä jäljellä", "")


def test_a_certificate_that_is_not_trusted_says_why(
    app: QApplication, qtbot: QtBot, desk: MemoryDesk
) -> None:
    said = shown(qtbot, with_card(desk, trusted=False, problem=CertificateExpired.code))
    assert f"Varmenne on vanhentunut ({CertificateExpired.code})" in said


def test_pin2_is_not_asked_here_either_when_the_service_asks_it(
    app: QApplication, qtbot: QtBot, desk: MemoryDesk
) -> None:
    desk.session = MemorySession(MAIJA, CONTEXTS[0])
    desk.ways.chosen = SignerKind.SCS
    panel = Pin2Panel(desk)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    qtbot.addWidget(panel.submit)
    panel.show()
    panel.allow(True)
    assert not panel.field.isVisible()
    assert panel.submit.isEnabled()
    desk.ways.chosen = SignerKind.PCSC
    panel.refresh()
    assert panel.field.isVisible()
    assert not panel.submit.isEnabled()
