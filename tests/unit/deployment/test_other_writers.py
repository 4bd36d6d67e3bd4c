"""Contents by writers of other programs: nothing that differs is the same, and hardly anything that
is the same differs. Each pair is compared both ways."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fpdf import FPDF

from kanta_desk.deployment.contents import compare_contents
from kanta_desk.deployment.sources import TEXT, Readable, readable
from kanta_desk.model.documents import JSON, PDF, XHTML, Payload
from kanta_desk.settings.resources import resource

Page = list[str] | tuple[list[str], ...]


def read(media_type: str, data: bytes) -> Readable:
    return readable(Payload(media_type, data))


def T(text: str) -> Readable:
    return read(TEXT, text.encode())


def X(markup: str) -> Readable:
    whole = f'<div xmlns="http://www.w3.org/1999/xhtml">{markup}</div>'
    return read(XHTML, whole.encode())


def J(value: Any) -> Readable:
    return read(JSON, json.dumps(value).encode())


def P(*pages: Page) -> Readable:
    """A PDF of pages of lines; a tuple is columns beside each other."""
    made = FPDF(format="A4")
    made.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    made.set_font("text", size=10)
    made.set_auto_page_break(False)
    for page in pages:
        made.add_page()
        for number, column in enumerate(page if isinstance(page, tuple) else (page,)):
            for at, line in enumerate(column):
                made.set_xy(15 + 95 * number, 15 + 6 * at)
                made.cell(85, 6, line)
    return read(PDF, bytes(made.output()))


SAME, DIFFERENT = True, False
PAIRS = [
    ("sv abbreviated month", SAME, T("Beslut den 3 feb. 2026"), X("<p>Beslut den 3.2.2026</p>")),
    (
        "sv weekday date",
        SAME,
        T("Måndagen den 3 augusti 2026 kl. 9"),
        X("<p>Måndagen den 3.8.2026 kl. 9.00</p>"),
    ),
    ("sv date other month", DIFFERENT, T("den 3 juni 2026"), X("<p>den 3 juli 2026</p>")),
    (
        "sv negation",
        DIFFERENT,
        T("Klienten har inte gett samtycke"),
        X("<p>Klienten har gett samtycke</p>"),
    ),
    ("sv ej", DIFFERENT, T("Stöd beviljas ej"), X("<p>Stöd beviljas</p>")),
    ("fi eikä", DIFFERENT, T("Hän tuli eikä jäänyt"), X("<p>Hän tuli ja jäänyt</p>")),
    (
        "fi näin words number",
        DIFFERENT,
        T("käyntejä kolme viikossa"),
        X("<p>käyntejä neljä viikossa</p>"),
    ),
    ("unit mg ug", DIFFERENT, T("annos 5 mg"), X("<p>annos 5 µg</p>")),
    ("unit h min", DIFFERENT, T("30 min"), X("<p>30 h</p>")),
    ("micro signs", SAME, T("annos 5 µg"), X("<p>annos 5 μg</p>")),
    ("names similar letters", DIFFERENT, T("Iina Lahti"), X("<p>lina Lahti</p>")),
    ("cyrillic lookalike", DIFFERENT, T("Anna Laine"), X("<p>Аnna Laine</p>")),
    ("O vs 0", DIFFERENT, T("tunnus O12"), X("<p>tunnus 012</p>")),
    ("v w", DIFFERENT, T("Wirtanen"), X("<p>Virtanen</p>")),
    (
        "hyphenation over lines",
        SAME,
        T("Asiakkaalle tehdään palvelutar-\npeen arviointi ja kulje-\ntuspalvelupäätös."),
        X("<p>Asiakkaalle tehdään palvelutarpeen arviointi ja kuljetuspalvelupäätös.</p>"),
    ),
    ("hyphenated name other", DIFFERENT, T("Virtanen-\nKoski"), X("<p>Virtanen Koski</p>")),
    ("thousand space decimals", SAME, T("Tuki 12 345,60 euroa"), X("<p>Tuki 12345,60 €</p>")),
    ("thousand narrow nbsp", SAME, T("Tuki 12\u202f345,60 €"), X("<p>Tuki 12\u00a0345,6 €</p>")),
    ("thousand apostrophe en", SAME, T("Tuki 12,345.60 EUR"), X("<p>Tuki 12 345,60 €</p>")),
    ("decimals moved", DIFFERENT, T("Tuki 12 345,60"), X("<p>Tuki 1 234,560</p>")),
    ("thousand digit", DIFFERENT, T("1 200"), X("<p>1 020</p>")),
    ("1.200 vs 1,2", DIFFERENT, T("1.200 €"), X("<p>1,2 €</p>")),
    ("12,50 dash euro", SAME, T("12,00 €"), X("<p>12 €</p>")),
    ("12,- euro", SAME, T("12,- €"), X("<p>12 €</p>")),
    ("euro glued", SAME, T("12,50€/kk"), X("<p>12,50 €/kk</p>")),
    ("percent", SAME, T("50 %:n"), X("<p>50%:n</p>")),
    ("euro inflected", SAME, T("50 euron"), X("<p>50 euron</p>")),
    ("negative", DIFFERENT, T("lämpö -5 astetta"), X("<p>lämpö 5 astetta</p>")),
    ("minus sign", SAME, T("lämpö −5 °C"), X("<p>lämpö -5 °C</p>")),
    ("range dash", SAME, T("5–7 kertaa"), X("<p>5-7 kertaa</p>")),
    ("range lost dash", DIFFERENT, T("5–7 kertaa"), X("<p>57 kertaa</p>")),
    ("range vs", DIFFERENT, T("2-3"), X("<p>2 3</p>")),
    ("half", SAME, T("½ tablettia"), X("<p>1/2 tablettia</p>")),
    ("one and half", DIFFERENT, T("1½ tablettia"), X("<p>½ tablettia</p>")),
    ("ratio", DIFFERENT, T("suhde 1:2"), X("<p>suhde 12</p>")),
    ("ratio2", DIFFERENT, T("suhde 1:20"), X("<p>suhde 120</p>")),
    ("time shift", DIFFERENT, T("klo 9.30"), X("<p>klo 9.03</p>")),
    ("time", SAME, T("klo 9.30–10.15"), X("<p>klo 09:30 - 10:15</p>")),
    ("kl sv", SAME, T("kl. 9.30–10.15"), X("<p>kl. 09:30–10:15</p>")),
    ("phone", SAME, T("puh. 040 123 4567"), X("<p>puh. 0401234567</p>")),
    ("phone intl", SAME, T("puh. +358 40 1234567"), X("<p>puh. +358401234567</p>")),
    ("phone digit", DIFFERENT, T("puh. 040 123 4567"), X("<p>puh. 040 123 4576</p>")),
    ("hetu check", DIFFERENT, T("010181-900C"), X("<p>010181-901C</p>")),
    ("hetu century", DIFFERENT, T("010101A900C"), X("<p>010101-900C</p>")),
    ("zip", DIFFERENT, T("00100 Helsinki"), X("<p>00010 Helsinki</p>")),
    ("zip lead", DIFFERENT, T("00100"), X("<p>100</p>")),
    ("checkbox swapped", DIFFERENT, T("☑ Kyllä ☐ Ei"), X("<p>☐ Kyllä ☑ Ei</p>")),
    ("x boxes", DIFFERENT, T("[x] Kyllä [ ] Ei"), X("<p>[ ] Kyllä [x] Ei</p>")),
    ("paren x", DIFFERENT, T("(x) Kyllä ( ) Ei"), X("<p>( ) Kyllä (x) Ei</p>")),
    ("strike", DIFFERENT, T("Lupa annettu"), X("<p>Lupa <s>ei</s> annettu</p>")),
    (
        "table swapped rows",
        DIFFERENT,
        X("<table><tr><td>Arki</td><td>2</td></tr><tr><td>Viikonloppu</td><td>5</td></tr></table>"),
        X("<table><tr><td>Viikonloppu</td><td>2</td></tr><tr><td>Arki</td><td>5</td></tr></table>"),
    ),
    (
        "table col shift",
        DIFFERENT,
        X("<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td></td></tr></table>"),
        X("<table><tr><th>A</th><th>B</th></tr><tr><td></td><td>x</td></tr></table>"),
    ),
    (
        "table as text",
        SAME,
        T("Palvelu;Määrä\nAteria;5\n".replace(";", "\t")),
        X(
            "<table><tr><th>Palvelu</th><th>Määrä</th></tr><tr><td>Ateria</td><td>5</td></tr></table>"
        ),
    ),
    (
        "table semi",
        SAME,
        T("Palvelu | Määrä\n--------|------\nAteria | 5\n"),
        X(
            "<table><tr><th>Palvelu</th><th>Määrä</th></tr><tr><td>Ateria</td><td>5</td></tr></table>"
        ),
    ),
    (
        "boxed table",
        SAME,
        T("┌─────┬───┐\n│ Ateria │ 5 │\n└─────┴───┘"),
        X("<table><tr><td>Ateria</td><td>5</td></tr></table>"),
    ),
    (
        "list letters",
        SAME,
        T("a) siivous\nb) kauppa"),
        X("<ol type='a'><li>siivous</li><li>kauppa</li></ol>"),
    ),
    (
        "list numbers",
        SAME,
        T("1) siivous\n2) kauppa\n3) sauna"),
        X("<ol><li>siivous</li><li>kauppa</li><li>sauna</li></ol>"),
    ),
    (
        "list item lost",
        DIFFERENT,
        T("1) siivous\n2) kauppa\n3) sauna"),
        X("<ol><li>siivous</li><li>sauna</li></ol>"),
    ),
    (
        "list order",
        DIFFERENT,
        T("1) siivous\n2) kauppa"),
        X("<ol><li>kauppa</li><li>siivous</li></ol>"),
    ),
    (
        "answers at page ends, one lost",
        DIFFERENT,
        P(["Allergioita?", "Ei"], ["Lääkkeitä?", "Ei"]),
        X("<p>Allergioita?</p><p>Ei</p><p>Lääkkeitä?</p>"),
    ),
    (
        "amounts at page ends, one lost",
        DIFFERENT,
        P(["Alku tammikuu", "Yhteensä: 14,50 €"], ["Jatko helmikuu", "Yhteensä: 14,50 €"]),
        X("<p>Alku tammikuu</p><p>Yhteensä: 14,50 €</p><p>Jatko helmikuu</p>"),
    ),
    (
        "amount page end vs none",
        DIFFERENT,
        P(["Alku tammikuu", "14,50 €"], ["Jatko helmikuu", "14,50 €"]),
        X("<p>Alku tammikuu</p><p>Jatko helmikuu</p>"),
    ),
    (
        "head with changing date none",
        DIFFERENT,
        P(["Hoiva Oy  1.2.2026", "Alku"], ["Hoiva Oy  1.2.2026", "Loppu"]),
        X("<p>Hoiva Oy 2.2.2026</p><p>Alku Loppu</p>"),
    ),
    (
        "head told once",
        SAME,
        P(
            ["Hoiva Oy", "Päätös 1.2.2026", "Alku", "1 (2)"],
            ["Hoiva Oy", "Päätös 1.2.2026", "Loppu", "2 (2)"],
        ),
        X("<p>Hoiva Oy</p><p>Päätös 1.2.2026</p><p>Alku Loppu</p>"),
    ),
    (
        "head only pdf",
        SAME,
        P(
            ["Hoiva Oy", "SALASSA PIDETTÄVÄ", "Alku teksti", "Sivu 1/2"],
            ["Hoiva Oy", "SALASSA PIDETTÄVÄ", "Loppu teksti", "Sivu 2/2"],
        ),
        X("<p>Alku teksti Loppu teksti</p>"),
    ),
    (
        "two columns",
        SAME,
        P(
            (
                ["Asiakas asuu yksin ja", "tarvitsee apua päivittäisissä", "toimissa."],
                ["Päätös on voimassa", "vuoden 2026 loppuun", "saakka."],
            )
        ),
        X(
            "<p>Asiakas asuu yksin ja tarvitsee apua päivittäisissä toimissa.</p>"
            "<p>Päätös on voimassa vuoden 2026 loppuun saakka.</p>"
        ),
    ),
    (
        "two columns digit",
        DIFFERENT,
        P(
            (
                ["Asiakas asuu yksin ja", "tarvitsee apua 3 kertaa", "toimissa."],
                ["Päätös on voimassa", "vuoden 2026 loppuun", "saakka."],
            )
        ),
        X(
            "<p>Asiakas asuu yksin ja tarvitsee apua 4 kertaa toimissa.</p>"
            "<p>Päätös on voimassa vuoden 2026 loppuun saakka.</p>"
        ),
    ),
    (
        "url",
        SAME,
        T("ks. https://esimerkki.example/sivu?id=1"),
        X("<p>ks. https://esimerkki.example/sivu?id=1</p>"),
    ),
    (
        "email",
        SAME,
        T("matti.esimerkki@esimerkki.example"),
        X("<p>matti.esimerkki@esimerkki.example</p>"),
    ),
    (
        "email other",
        DIFFERENT,
        T("matti.esimerkki@esimerkki.example"),
        X("<p>matti.esimerkki@esimerkki.exampel</p>"),
    ),
    ("iso compact", SAME, T("Laadittu 2026/02/01"), X("<p>Laadittu 1.2.2026</p>")),
    ("date en", SAME, T("Laadittu Feb 1, 2026"), X("<p>Laadittu 1.2.2026</p>")),
    ("date genitive", SAME, T("helmikuun 1. päivä 2026"), X("<p>1.2.2026</p>")),
    ("date partitive", SAME, T("1. helmikuuta 2026 klo 8"), X("<p>1.2.2026 klo 08:00</p>")),
    ("date short", SAME, T("1.2.26"), X("<p>1.2.2026</p>")),
    ("date swapped", DIFFERENT, T("2.1.2026"), X("<p>1.2.2026</p>")),
    ("year", DIFFERENT, T("vuodesta 1998"), X("<p>vuodesta 1989</p>")),
    ("roman", DIFFERENT, T("luokka II"), X("<p>luokka III</p>")),
    ("superscript", SAME, T("45 m2"), X("<p>45 m<sup>2</sup></p>")),
    ("superscript uni", SAME, T("45 m²"), X("<p>45 m<sup>2</sup></p>")),
    ("diaari", DIFFERENT, T("dnro 123/2026"), X("<p>dnro 132/2026</p>")),
    ("section", DIFFERENT, T("SHL 14 §"), X("<p>SHL 15 §</p>")),
    ("section spaced", SAME, T("14§ 2 mom."), X("<p>14 § 2 mom.</p>")),
    ("comma decimals vs list", DIFFERENT, T("1,5"), X("<p>1, 5</p>")),
    ("dot vs none", DIFFERENT, T("1.5 tablettia"), X("<p>15 tablettia</p>")),
    ("plus minus", DIFFERENT, T("+2"), X("<p>-2</p>")),
    ("lt gt", DIFFERENT, T("< 5"), X("<p>&gt; 5</p>")),
    ("le", DIFFERENT, T("≤ 5"), X("<p>&lt; 5</p>")),
    ("quotes moved", SAME, T("Hän sanoi: 'en halua'."), X("<p>Hän sanoi: ’en halua’.</p>")),
    ("ligature", SAME, T("o\ufb03ce \ufb01lmi"), X("<p>office filmi</p>")),
    ("entities", SAME, T("A & B < C"), X("<p>A &amp; B &lt; C</p>")),
    ("ws in br", SAME, T("Rivi yksi\nRivi kaksi"), X("<p>Rivi yksi<br/>Rivi kaksi</p>")),
    ("glued br", DIFFERENT, T("15"), X("<p>1<br/>5</p>")),
    ("paragraph lost", DIFFERENT, T("Yksi.\n\nKaksi.\n\nKolme."), X("<p>Yksi.</p><p>Kolme.</p>")),
    (
        "paragraph doubled",
        DIFFERENT,
        T("Yksi.\n\nKaksi."),
        X("<p>Yksi.</p><p>Kaksi.</p><p>Kaksi.</p>"),
    ),
    ("json dates", SAME, J({"pvm": "2026-02-01"}), J({"pvm": "1.2.2026"})),
    ("json order", SAME, J({"a": 1, "b": 2}), J({"b": 2, "a": 1})),
    ("json list", DIFFERENT, J({"a": [1, 2]}), J({"a": [2, 1]})),
    ("json null vs absent", DIFFERENT, J({"a": "x", "b": None}), J({"a": "x"})),
    ("json num str", DIFFERENT, J({"a": 12.50}), J({"a": "12,5"})),
    ("json bool", DIFFERENT, J({"a": True}), J({"a": False})),
    ("json bool str", DIFFERENT, J({"a": True}), J({"a": "false"})),
    ("json zeros", DIFFERENT, J({"a": "007"}), J({"a": "7"})),
    ("json oid", DIFFERENT, J({"a": "1.2.246.10"}), J({"a": "1.2.246.1"})),
    ("oid dot", DIFFERENT, T("1.2.246.10.99"), X("<p>1.2.246.1099</p>")),
    (
        "field order",
        SAME,
        T("Nimi: Matti\nIkä: 45\nKunta: Espoo"),
        X("<p>Kunta: Espoo</p><p>Nimi: Matti</p><p>Ikä: 45</p>"),
    ),
    (
        "field values swapped",
        DIFFERENT,
        T("Äiti: Anna\nIsä: Matti"),
        X("<p>Äiti: Matti</p><p>Isä: Anna</p>"),
    ),
    ("case", DIFFERENT, T("Ei"), X("<p>EI</p>")),
    ("sv compound hyph", SAME, T("service-\nbehov"), X("<p>servicebehov</p>")),
    ("sv och", SAME, T("social- och hälsovård"), X("<p>social- och hälsovård</p>")),
    ("line hyph digits", DIFFERENT, T("5-\n7 krt"), X("<p>57 krt</p>")),
    ("colon endings", SAME, T("KELA:n päätös"), X("<p>KELA:n päätös</p>")),
    ("colon vs none", DIFFERENT, T("Suhde A:B"), X("<p>Suhde AB</p>")),
    ("decimal newline", DIFFERENT, T("12,\n5"), X("<p>12,5</p>")),
    (
        "answers at page ends",
        SAME,
        P(["Allergioita?", "Ei"], ["Lääkkeitä?", "Ei"]),
        X("<p>Allergioita?</p><p>Ei</p><p>Lääkkeitä?</p><p>Ei</p>"),
    ),
    (
        "page number in the head line",
        SAME,
        P(["Hoiva Oy Päätös 1 (2)", "Alku"], ["Hoiva Oy Päätös 2 (2)", "Loppu"]),
        X("<p>Alku</p><p>Loppu</p>"),
    ),
    (
        "page number in the head of lone page",
        SAME,
        P(["Hoiva Oy Päätös 1 (1)", "Alku"]),
        X("<p>Hoiva Oy Päätös</p><p>Alku</p>"),
    ),
    (
        "foot printed",
        SAME,
        P(
            ["Alku", "Tulostettu: 1.2.2026 klo 12.00", "Hoiva Oy"],
            ["Loppu", "Tulostettu: 1.2.2026 klo 12.00", "Hoiva Oy"],
        ),
        X("<p>Alku</p><p>Loppu</p>"),
    ),
    (
        "sentence at page ends lost",
        DIFFERENT,
        P(["Alku", "Asiakas hyväksyi suunnitelman."], ["Loppu", "Asiakas hyväksyi suunnitelman."]),
        X("<p>Alku</p><p>Loppu</p><p>Asiakas hyväksyi suunnitelman.</p>"),
    ),
    (
        "count field lost",
        DIFFERENT,
        P(["Alku", "Määrä: 5"], ["Loppu", "Määrä: 5"]),
        X("<p>Alku</p><p>Loppu</p><p>Määrä: 5</p>"),
    ),
    ("sup exponent", DIFFERENT, T("102"), X("<p>10<sup>2</sup></p>")),
    ("phone digits", DIFFERENT, T("puh. 040 123 4567"), X("<p>puh. 0401234576</p>")),
    ("eng thousands", DIFFERENT, T("12,345.60 €"), X("<p>12 345,06 €</p>")),
    ("month abbr other", DIFFERENT, T("3 jun 2026"), X("<p>3 juli 2026</p>")),
    ("half lost", DIFFERENT, T("1½ tablettia"), X("<p>1 tablettia</p>")),
    ("half as 11/2", DIFFERENT, T("1½ tablettia"), X("<p>11/2 tablettia</p>")),
    ("letters lost item", DIFFERENT, T("a) siivous\nb) kauppa"), X("<ol><li>siivous</li></ol>")),
    ("sup footnote", DIFFERENT, T("14,501"), X("<p>14,50<sup>1</sup></p>")),
    ("sup exp", SAME, T("10²"), X("<p>10<sup>2</sup></p>")),
    ("yö vs yo", DIFFERENT, T("yö"), X("<p>yo</p>")),
    ("aa", DIFFERENT, T("Åland"), X("<p>Aland</p>")),
]


@pytest.mark.parametrize(
    ("is_same", "one", "other"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_what_a_reader_calls_the_same_is_the_same_and_nothing_else(
    is_same: bool, one: Readable, other: Readable
) -> None:
    for compared in (compare_contents(one, other), compare_contents(other, one)):
        assert (compared.comparison.same and compared.whole) is is_same
        assert is_same or compared.comparison.percent < 100
