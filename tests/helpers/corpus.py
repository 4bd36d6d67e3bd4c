"""Pairs of contents that must compare as the same, or must not, made by several writers' rules.

A content is made of values (days, amounts, names) and of sentences around them. Each writer has a
form (text, HTML, XHTML, PDF, DOCX, JSON) and habits: how it spells days and amounts, where it
breaks lines and words, which quotation marks it uses, what it puts at the edges of pages. A pair is
one content by two writers, or a content and a changed one; the changes are those that a deployment
test must find. The same seed gives the same pairs.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import TypeVar

from kanta_desk.deployment.contents import Compared, compare_contents
from kanta_desk.deployment.sources import Readable, readable
from kanta_desk.model.documents import Payload
from tests.helpers.corpus_writers import (
    ARCHIVE_WRITERS,
    JSON_WRITERS,
    TEXT_WRITERS,
    Content,
    Piece,
    Writer,
)

SEED = 20261122
T = TypeVar("T")

_LAST = ("Esimerkki", "Mäkinen", "Lindström", "Öhman", "Virtanen-Koski", "Åkerlund")
_FIRST = ("Matti", "Anna-Maija", "Åsa", "Eeva", "Väinö", "Jean-Pierre")
_SERVICES = ("kotihoitoa", "asumispalvelua", "päivätoimintaa", "omaishoidon tukea")
_TITLES = (
    "Päätös kotihoidosta", "Palvelutarpeen arviointi", "Iäkkäiden palvelujen asiakassuunnitelma",
    "Hoito~ ja palvelusuunnitelma", "Merkintä tapaamisesta",
)  # fmt: skip
_ITEMS = (
    "siivous joka toinen viikko", "kauppa~asiointi tiistaisin", "lääkkeiden jako dosettiin",
    "suihkussa avustaminen", "turvapuhelin <Esimerkki 5>", "ulkoilu saattajan kanssa",
)  # fmt: skip


def contents(count: int, seed: int = SEED) -> Iterator[Content]:
    """Invented contents, each different."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _content(chance)


def _content(chance: random.Random) -> Content:
    def day() -> date:
        return date(2026, 1, 1) + timedelta(chance.randrange(360))

    def amount(most: int) -> Decimal:
        return Decimal(chance.randrange(100, most * 100)) / 100

    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    service = chance.choice(_SERVICES)
    sentences: list[tuple[Piece, ...]] = [
        (
            "Asiakkaalle myönnetään ",
            service,
            " ",
            day(),
            " alkaen ",
            amount(40),
            " tuntia viikossa.",
        ),
        ("Asiakasmaksu on ", amount(2500), " € kuukaudessa, eikä siihen sisälly ateriapalvelua."),
        ("Asiakkaalla ei ole todettu allergioita, ja hän asuu yksin kerrostaloasunnossa.",),
        ("Omainen ", name, " osallistui neuvotteluun ", day(), " eikä vastustanut suunnitelmaa."),
        ("Lääkitys tarkistettiin ", day(), "; annosta ei muutettu."),
        (
            "Seuraava arviointi pidetään viimeistään ",
            day(),
            " toimintakyvyn muuttuessa aiemminkin.",
        ),
        ("Asiakas kertoi: <en halua muuttaa palvelutaloon>, ja toive kirjattiin sellaisenaan.",),
        ("Kotihoitohenkilökunta käy ", str(chance.randrange(2, 9)), " kertaa vuorokaudessa."),
    ]
    chance.shuffle(sentences)
    cut = chance.randrange(2, 4)
    groups = (sentences[:cut], sentences[cut : cut + 3], sentences[cut + 3 :])
    paragraphs = tuple(tuple(group) for group in groups)
    return Content(
        chance.choice(_TITLES),
        (
            ("Asiakas", name),
            ("Syntymäaika", day()),
            ("Laatija", f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"),
            ("Laadittu", day()),
            ("Diaarinumero", f"{chance.randrange(100, 999)}/2026"),
            ("Maksu yhteensä", amount(3000)),
        ),
        paragraphs,
        tuple(chance.sample(_ITEMS, 4)),
        tuple(
            (label, amount(30), amount(900)) for label in ("Arkiaamut", "Arki~illat", "Viikonloput")
        ),
    )


Change = Callable[[Content, random.Random], Content]


def _in_sentence(
    find: Callable[[Piece], bool], put: Callable[[Piece, random.Random], Piece]
) -> Change:
    """Change one fitting piece of the sentences."""

    def change(content: Content, chance: random.Random) -> Content:
        places = [
            (p, s, n)
            for p, paragraph in enumerate(content.paragraphs)
            for s, sentence in enumerate(paragraph)
            for n, piece in enumerate(sentence)
            if find(piece)
        ]
        p, s, n = chance.choice(places)
        paragraphs = [[list(sentence) for sentence in para] for para in content.paragraphs]
        paragraphs[p][s][n] = put(paragraphs[p][s][n], chance)
        return replace(
            content, paragraphs=tuple(tuple(tuple(s) for s in para) for para in paragraphs)
        )

    return change


def _digit(piece: Piece, chance: random.Random) -> Piece:
    assert isinstance(piece, Decimal)
    return piece + Decimal(chance.choice(("0.01", "0.1", "1", "10", "100")))


def _swapped_digits(piece: Piece, chance: random.Random) -> Piece:
    assert isinstance(piece, Decimal)
    turned = Decimal(f"{piece:.2f}"[::-1].replace(".", "")) / 100
    return turned if turned != piece else piece + 1


def _says(word: str) -> Callable[[Piece], bool]:
    return lambda piece: isinstance(piece, str) and word in piece


def _named(content: Content, chance: random.Random) -> Content:
    fields = list(content.fields)
    label, value = fields[0]
    assert isinstance(value, str)
    at = chance.randrange(len(value))
    letter = "a" if value[at].casefold() != "a" else "e"
    fields[0] = (label, value[:at] + letter + value[at + 1 :])
    return replace(content, fields=tuple(fields))


def _swapped(items: tuple[T, ...], chance: random.Random) -> tuple[T, ...]:
    one, other = chance.sample(range(len(items)), 2)
    turned = list(items)
    turned[one], turned[other] = turned[other], turned[one]
    return tuple(turned)


def _cells(content: Content, chance: random.Random) -> Content:
    rows = list(content.table)
    at = chance.randrange(len(rows))
    rows[at] = (rows[at][0], rows[at][2], rows[at][1])
    return replace(content, table=tuple(rows))


def _values(content: Content, chance: random.Random) -> Content:
    """The values of two days change places."""
    fields = list(content.fields)
    fields[1], fields[3] = (fields[1][0], fields[3][1]), (fields[3][0], fields[1][1])
    return replace(content, fields=tuple(fields))


def _lost_paragraph(content: Content, chance: random.Random) -> Content:
    at = chance.randrange(len(content.paragraphs))
    return replace(content, paragraphs=content.paragraphs[:at] + content.paragraphs[at + 1 :])


CHANGES: dict[str, Change] = {
    "one digit": _in_sentence(lambda p: isinstance(p, Decimal), _digit),
    "digits turned": _in_sentence(lambda p: isinstance(p, Decimal), _swapped_digits),
    "one day": _in_sentence(
        lambda p: isinstance(p, date), lambda p, c: p + timedelta(c.choice((1, 30, 365)))  # type: ignore[operator]
    ),
    "one letter of a name": _named,
    "negation lost": _in_sentence(_says(" ei ole"), lambda p, _: str(p).replace(" ei ole", " on")),
    "negation gained": _in_sentence(
        _says("osallistui"), lambda p, _: str(p).replace("osallistui", "ei osallistunut")
    ),
    "eikä became ja": _in_sentence(_says("eikä"), lambda p, _: str(p).replace("eikä", "ja")),
    "paragraph lost": _lost_paragraph,
    "paragraphs swapped": lambda c, r: replace(c, paragraphs=_swapped(c.paragraphs, r)),
    "row swapped": lambda c, r: replace(c, table=_swapped(c.table, r)),
    "cells swapped": _cells,
    "row lost": lambda c, r: replace(c, table=c.table[:-1]),
    "item lost": lambda c, r: replace(c, items=c.items[1:]),
    "items swapped": lambda c, r: replace(c, items=_swapped(c.items, r)),
    "values of fields swapped": _values,
    "field lost": lambda c, r: replace(c, fields=c.fields[:-1]),
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two contents as two writers wrote them; ``change`` is empty where they say the same."""

    source: Writer
    archive: Writer
    change: str
    ours: Content
    theirs: Content

    @property
    def name(self) -> str:
        """What the pair is about."""
        return f"{self.source.name} × {self.archive.name}: {self.change or 'same'}"

    def compared(self) -> Compared:
        """The two as the deployment test compares them."""
        return compare_contents(written(self.source, self.ours), written(self.archive, self.theirs))


@cache
def written(writer: Writer, content: Content) -> Readable:
    """A content by a writer, as the deployment test reads it."""
    return readable(Payload(writer.media_type, writer.write(content)))


def pairs(count: int = 26, seed: int = SEED) -> Iterator[Pair]:
    """Every two writers' same content, and each change by writers that take turns."""
    chance = random.Random(seed)
    couples = [(a, b) for a in TEXT_WRITERS for b in ARCHIVE_WRITERS]
    couples += [(a, b) for a in JSON_WRITERS for b in JSON_WRITERS]
    for number, content in enumerate(contents(count, seed)):
        for turn in range(7):
            source, archive = couples[(number * 7 + turn) % len(couples)]
            yield Pair(source, archive, "", content, content)
        for turn, (name, change) in enumerate(CHANGES.items()):
            if (number + turn) % 2:
                continue
            source, archive = couples[(number * 5 + turn * 3) % len(couples)]
            changed = change(content, chance)
            if changed != content:
                yield Pair(source, archive, name, content, changed)
