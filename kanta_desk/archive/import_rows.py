"""The rows of a code set's export, whatever file they came in: CSV and XML become the same.

The code service (Koodistopalvelu) has changed its exports over the years, and people pass them on
through other programs. So columns are known by many names, in Finnish, Swedish and English, and
what is not known is passed over. (Names seen in published exports: ``CodeId``, ``Abbreviation``,
``LongName``; ``longname``, ``begindate``, ``expirationdate``, ``parentid``, ``hierarchylevel``,
``Y-Tunnus``, ``officestreetaddress`` in XML; ``conceptCodeId`` in the REST interface.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from kanta_desk.model.imports import RowFault, RowProblem
from kanta_desk.model.time import HELSINKI

MAX_ROWS: Final = 500_000
MAX_CELL: Final = 2_000

CODE, BEGIN, END, PARENT, SYSTEM = "code", "begin", "end", "parent", "system"
NAME, SHORT, ABBREVIATION = "name", "short", "abbreviation"

_NAMED: Final[dict[str, tuple[str, ...]]] = {
    CODE: ("codeid", "koodi", "code", "id", "conceptcodeid", "kooditunnus", "koodintunnus",
           "tunnus", "koodiarvo", "kod", "codevalue"),
    NAME: ("longname", "pitkänimi", "pitkanimi", "nimi", "name", "koodinnimi", "långtnamn", "namn",
           "conceptname"),
    SHORT: ("shortname", "lyhytnimi", "kortnamn"),
    ABBREVIATION: ("abbreviation", "lyhenne", "förkortning", "orgykslyhenne"),
    BEGIN: ("beginningdate", "begindate", "begin", "startdate", "validfrom", "voimassaalkaen",
            "voimassaoloalkaa", "voimassaolonalku", "voimassaolonalkupäivä", "voimassaalkupvm",
            "alkupvm", "alkupäivä", "alkamispäivä", "giltigfrån", "giltigfrom"),
    END: ("expiringdate", "expirationdate", "expirydate", "expires", "enddate", "validto",
          "voimassaolopäättyy", "voimassaolonloppu", "voimassaolonpäättymispäivä",
          "voimassaolonloppupäivä", "voimassaloppupvm", "voimassaasti", "loppupvm", "loppupäivä",
          "päättymispäivä", "giltigtill", "giltigttill"),
    PARENT: ("parentid", "parent", "parentcode", "yläkoodi", "ylätaso", "ylätasonkoodi",
             "yläorganisaatio", "yläorganisaationoid", "överordnadkod"),
    SYSTEM: ("codesystem", "codesystemid", "codesetid", "koodisto", "koodistonoid",
             "koodistontunnus", "classificationid", "luokitus", "kodsystem"),
    "business_id": ("ytunnus", "businessid", "fonummer", "fonumret"),
    "street": ("officestreetaddress", "katuosoite", "lähiosoite", "käyntiosoite", "street",
               "gatuadress"),
    "postal_code": ("postnumber", "postinumero", "postalcode", "postnummer"),
    "post_office": ("postoffice", "postitoimipaikka", "postanstalt"),
    "municipality": ("sijaintikunta", "kunta", "municipality", "kommun"),
    "sector": ("sektori", "sector", "sektor"),
}  # fmt: skip
_KNOWN: Final = {name: column for column, names in _NAMED.items() for name in names}
_LANGUAGES: Final = {
    "fi": "fi", "suomi": "fi", "suomeksi": "fi", "suomenkielinen": "fi", "finska": "fi",
    "sv": "sv", "se": "sv", "ruotsi": "sv", "ruotsiksi": "sv", "ruotsinkielinen": "sv",
    "svenska": "sv",
    "en": "en", "englanti": "en", "englanniksi": "en", "englanninkielinen": "en", "english": "en",
    "engelska": "en",
}  # fmt: skip
_BY_LANGUAGE: Final = {NAME, SHORT, ABBREVIATION}
_WORD = re.compile(r"[^\W_]+")
_FIRST_OPEN, _LAST_OPEN = 1900, 2099
_DAY = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ](?P<t>.*))?", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?: (?P<t>.*))?", re.ASCII),
    re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?: (?P<t>.*))?", re.ASCII),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?P<t>\d{2,6})?", re.ASCII),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One code: the ``number`` of its row (or line), and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass
class Sheet:
    """All rows of a file, and what it says of the code set as a whole.

    ``headings`` gives each column as the file itself calls it, for telling faults.
    """

    rows: list[Row] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    system: str = ""
    names: dict[str, str] = field(default_factory=dict)
    begin: str = ""
    end: str = ""

    def problem(self, fault: RowFault, row: Row, column: str = "") -> RowProblem:
        """A fault of one cell, in the file's own words."""
        value = row.cells.get(column, "")[:60]
        return RowProblem(fault, row.number, self.headings.get(column, column), value)


@lru_cache(maxsize=4096)
def column_of(heading: str, language: str = "") -> str:
    """What a heading stands for, such as ``name`` or ``name sv``; empty if it is not known.

    Spaces, signs, case and the mark of an attribute column (``A:``) do not matter.
    """
    words = _WORD.findall(heading.casefold().removeprefix("a:"))
    said = _LANGUAGES.get(language.casefold(), "")
    column = _KNOWN.get("".join(words), "")
    if not column and len(words) > 1:
        languages = [word for word in words if word in _LANGUAGES]
        column = _KNOWN.get("".join(word for word in words if word not in _LANGUAGES), "")
        said = _LANGUAGES[languages[0]] if languages else said
    if column in _BY_LANGUAGE and said in ("sv", "en"):
        return f"{column} {said}"
    return column


@lru_cache(maxsize=16384)
def day_of(text: str) -> date:
    """A day in any of the forms that exports use; a moment with a zone is taken to Helsinki's day.

    Raises:
        ValueError: if it is none, or no such day.
    """
    for form in _DAY:
        if found := form.fullmatch(text):
            day = date(int(found["y"]), int(found["m"]), int(found["d"]))
            clock = found["t"] or ""
            if clock.endswith("Z") or re.search(r"[+-]\d\d:?\d\d$", clock):
                return datetime.fromisoformat(text).astimezone(HELSINKI).date()
            return day
    raise ValueError("no day")


def first_day(text: str) -> date | None:
    """From when something is valid; the years that stand for *always* give None.

    Raises:
        ValueError: as ``day_of``.
    """
    day = day_of(text) if text else None
    return None if day is None or day.year <= _FIRST_OPEN else day


def last_day(text: str) -> date | None:
    """Until when something is valid; the years that stand for *for good* give None.

    Raises:
        ValueError: as ``day_of``.
    """
    day = day_of(text) if text else None
    return None if day is None or day.year >= _LAST_OPEN else day
