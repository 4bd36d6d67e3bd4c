"""Texts: complete in three languages, the same in each, and an explanation for every error."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from string import Formatter

import pytest

import kanta_desk.model
from kanta_desk import errors
from kanta_desk.errors import KantaError
from kanta_desk.model import deployment, events, logreport, metadata, mode, people
from kanta_desk.model.terms.errors import TEXTS, explain
from kanta_desk.model.terms.plans import PLAN_REASONS
from kanta_desk.model.terms.told import Detail
from kanta_desk.model.text import Counted, Language, Text


def error_classes(of: type[KantaError] = KantaError) -> Iterator[type[KantaError]]:
    yield of
    for below in of.__subclasses__():
        yield from error_classes(below)


CODED = sorted(
    (
        kind
        for kind in error_classes()
        if "code" in vars(kind) and kind.__module__.startswith(errors.__name__)
    ),
    key=lambda kind: kind.code,
)


def texts_in(value: object) -> Iterator[Text]:
    """Every text in a value of the dictionaries, however deep."""
    match value:
        case Text():
            yield value
        case Counted(one, many):
            yield from (one, many)
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case list() | tuple():
            for inner in value:
                yield from texts_in(inner)
        case _ if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            for name in value.__dataclass_fields__:
                yield from texts_in(getattr(value, name))


def modules_of_the_model() -> Iterator[object]:
    path = kanta_desk.model.__path__
    for found in pkgutil.walk_packages(path, "kanta_desk.model."):
        yield importlib.import_module(found.name)


def all_texts() -> list[Text]:
    return [
        text
        for module in modules_of_the_model()
        for name, value in vars(module).items()
        if not name.startswith("__")
        for text in texts_in(value)
    ]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_of_the_model_is_there_in_all_three_languages() -> None:
    texts = all_texts()
    empty = mode.MODE_BANNERS[mode.Mode.PRODUCTION]

    assert len(texts) > 300
    for text in texts:
        if text == empty:
            continue
        for language in Language:
            said = text.of(language)
            assert said.strip() == said, text
            assert said, text


def test_every_text_has_the_same_placeholders_in_all_languages() -> None:
    for text in all_texts():
        assert placeholders(text.fi) == placeholders(text.sv) == placeholders(text.en), text


@pytest.mark.parametrize(
    ("names", "closed"),
    [
        (events.PHASE_NAMES, events.Phase),
        (people.CARD_TYPE_NAMES, people.CardType),
        (deployment.ASPECT_NAMES, deployment.Aspect),
        (deployment.CELL_NAMES, deployment.CellState),
        (metadata.GROUP_LABELS, metadata.Group),
        (mode.MODE_BANNERS, mode.Mode),
        (logreport.FAULT_NAMES, logreport.FaultKind),
    ],
)
def test_every_member_of_a_closed_set_has_its_name(
    names: dict[Enum, Text], closed: type[Enum]
) -> None:
    assert set(names) == set(closed)


def test_every_kind_of_event_has_its_name_and_others_are_called_by_their_code() -> None:
    assert set(events.EventKind) < set(events.EVENT_NAMES)
    assert events.EVENT_NAMES[events.EventKind("TULEVA")] == Text("TULEVA", "TULEVA", "TULEVA")
    assert events.PHASE_NAMES[events.Phase("tuleva")] == Text("tuleva", "tuleva", "tuleva")


def test_every_error_has_its_texts() -> None:
    assert set(TEXTS) == set(CODED)


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in CODED]

    assert len(codes) == len(set(codes))


def test_the_tree_in_the_docstring_is_the_tree_in_the_code() -> None:
    drawn = dict(re.findall(r"(\w+)\s+(KD-\d{4})  \S", errors.__doc__ or ""))

    assert drawn == {kind.__name__: kind.code for kind in CODED if kind is not KantaError}


def test_a_code_begins_with_the_digit_of_its_family() -> None:
    for family in KantaError.__subclasses__():
        thousands = {kind.code[3] for kind in error_classes(family) if "code" in vars(kind)}
        assert len(thousands) == 1, family


def full(kind: type[KantaError]) -> KantaError:
    """An error of a class with a value in every field that its texts can mention."""
    error = kind.__new__(kind)
    details = TEXTS[kind].details
    KantaError.__init__(
        error,
        **{d.name: 2 if isinstance(d.text, Counted) else f"value of {d.name}" for d in details},
    )
    return error


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", CODED)
def test_an_explanation_says_what_happened_what_it_means_and_what_to_do(
    kind: type[KantaError], language: Language
) -> None:
    told = explain(full(kind), language)

    assert told.code == kind.code
    assert not told.title.endswith(".")
    assert len(told.title) < 60
    assert told.meaning.startswith(TEXTS[kind].meaning.of(language))
    assert TEXTS[kind].meaning.of(language).endswith(".")
    assert told.remedy.endswith(".")
    for detail in TEXTS[kind].details:
        expected = "2" if isinstance(detail.text, Counted) else f"value of {detail.name}"
        assert expected in told.meaning


@pytest.mark.parametrize("kind", CODED)
def test_an_error_without_its_fields_is_explained_without_them(kind: type[KantaError]) -> None:
    bare = kind.__new__(kind)
    KantaError.__init__(bare)

    told = explain(bare, Language.FI)

    assert told.meaning == TEXTS[kind].meaning.fi


@pytest.mark.parametrize("kind", CODED)
def test_details_ask_for_fields_that_the_error_can_have(kind: type[KantaError]) -> None:
    names = set(inspect.signature(kind).parameters)

    assert {detail.name for detail in TEXTS[kind].details} <= names


def test_a_base_class_is_explained_in_general_words() -> None:
    assert explain(errors.ArchiveError(), Language.FI).title == "Jokin meni vikaan"


@pytest.mark.parametrize(
    ("left", "language", "said"),
    [
        (1, Language.FI, "1 yritys jäljellä."),
        (2, Language.FI, "2 yritystä jäljellä."),
        (0, Language.FI, "0 yritystä jäljellä."),
        (1, Language.SV, "1 försök kvar."),
        (1, Language.EN, "1 try left."),
        (3, Language.EN, "3 tries left."),
    ],
)
def test_tries_left_are_counted_in_words(left: int, language: Language, said: str) -> None:
    assert explain(errors.PinWrong(1, left), language).meaning.endswith(said)


def test_tries_that_the_card_does_not_tell_are_not_mentioned() -> None:
    told = explain(errors.PinWrong(2, None), Language.FI)

    assert "jäljellä" not in told.meaning
    assert "allekirjoitustunnusluku (PIN2)" in told.meaning


def test_known_values_are_told_in_words_and_unknown_ones_as_they_are() -> None:
    refused = errors.RightMissing(events.EventKind.VIEW, "1.2/1")
    plan = errors.PlanUnreadable("koe.csv:3", "json")

    assert "Toiminto: Asiakirjan katselu." in explain(refused, Language.FI).meaning
    assert PLAN_REASONS["json"].fi in explain(plan, Language.FI).meaning
    assert "Act: x." in explain(errors.RightMissing("x"), Language.EN).meaning


def test_braces_and_endless_values_from_outside_do_no_harm() -> None:
    told = explain(errors.ArchiveRejected("{0}{name}", "rivi\n" * 1000), Language.FI)

    assert "{0}{name}" in told.meaning
    assert len(told.meaning) < 600
    assert "\n" not in told.meaning


def test_a_certificates_subject_is_a_persons_name_and_is_never_told() -> None:
    told = explain(errors.CertificateExpired("Maija Arkistonhoitaja 99900011122"), Language.FI)

    assert "Maija" not in f"{told}"


def test_signing_is_never_called_signing_in() -> None:
    for text in all_texts():
        if re.search(r"\bsign(ature|ing|s|ed)?\b(?! in)", text.en) and not re.search(
            "sign-(in|out)", text.en
        ):
            assert "kirjautu" not in text.fi, text


def test_a_detail_of_no_known_kind_says_nothing() -> None:
    detail = Detail("n", Counted(Text("{n} a", "{n} b", "{n} c"), Text("{n} d", "{n} e", "{n} f")))

    assert detail.said({"n": "two"}, Language.FI) == ""
    assert detail.said({"n": 1}, Language.FI) == "1 a"
