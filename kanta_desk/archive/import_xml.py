"""Exports of code sets in XML: the code service's result files, its SOAP and REST answers.

Known by what they have in common, not by a schema: an entry (``termitementry``, ``conceptCode`` …)
with an id, days of validity, and attributes by type and language; around them perhaps the set's own
element (``termsystem``). Entries are read one by one and forgotten, so that a register of a hundred
thousand units needs little memory.
"""

from __future__ import annotations

import io
import re
from typing import Final

from lxml import etree

from kanta_desk.archive.import_csv import decoded
from kanta_desk.archive.import_rows import (
    ABBREVIATION,
    CODE,
    MAX_CELL,
    MAX_ROWS,
    NAME,
    SHORT,
    Row,
    Sheet,
    column_of,
)
from kanta_desk.errors import ImportUnreadable
from kanta_desk.model.imports import RowFault

_ENTRIES: Final = {"termitementry", "conceptcode", "codeentry", "entry", "koodi", "item", "row"}
_SETS: Final = {"termsystem", "codesystem", "codeset", "classification", "koodisto"}
_SPELLED: Final = (
    "termItemEntry", "conceptCode", "codeEntry", "termSystem", "codeSystem", "codeSet",
)  # fmt: skip
# The parser itself passes over what is neither; these are all ways in which they are spelled.
_TAGS: Final = [
    f"{{*}}{tag}"
    for name in (*_ENTRIES, *_SETS, *_SPELLED)
    for tag in (name, name[0].upper() + name[1:])
]
_ATTRIBUTES: Final = {"attribute", "attributes"}
_MAX_ELEMENTS: Final = 5_000_000
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_xml(data: bytes, file: str) -> Sheet:
    """All entries of an export.

    Raises:
        ImportUnreadable: naming ``file`` and the line.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = _DECLARATION.sub("", decoded(data, file)).encode()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ImportUnreadable(file, "definition")
    if data.count(b"<") > 2 * _MAX_ELEMENTS:
        raise ImportUnreadable(file, "size")
    sheet = Sheet()
    entries = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=_TAGS,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in entries:
            if _is_entry(element):
                _take_entry(sheet, element, file)
                _forget(element)
            elif _local(element) in _SETS:
                _take_set(sheet, element)
    except etree.XMLSyntaxError as error:
        raise ImportUnreadable(file, "xml", f"{error.position[0]}:{error.position[1]}") from None
    return sheet


def _take_entry(sheet: Sheet, element: etree._Element, file: str) -> None:
    if len(sheet.rows) >= MAX_ROWS:
        raise ImportUnreadable(file, "rows", str(element.sourceline))
    cells = _said(element, sheet)
    if not cells:
        return
    row = Row(element.sourceline or 0, cells)
    long = next((column for column, value in cells.items() if len(value) > MAX_CELL), None)
    if long is not None:
        sheet.problems.append(sheet.problem(RowFault.TOO_LONG, row, long))
    else:
        sheet.rows.append(row)


def _take_set(sheet: Sheet, element: etree._Element) -> None:
    """What an element around entries says of the set; the innermost that names itself counts."""
    said = _said(element, sheet)
    system = said.get(CODE, "")
    if not system or sheet.system:
        return
    sheet.system = system
    sheet.begin, sheet.end = said.get("begin", ""), said.get("end", "")
    for language, column in (("fi", NAME), ("sv", f"{NAME} sv"), ("en", f"{NAME} en")):
        if value := said.get(column):
            sheet.names[language] = value


def _said(element: etree._Element, sheet: Sheet) -> dict[str, str]:
    """The cells that an element gives: its attributes, its children, its attribute children."""
    cells: dict[str, str] = {}
    for key, value in element.attrib.items():
        _put(cells, sheet, str(key), "", str(value))
    for child in element:
        typed = child.get("type")
        if typed is not None:  # most are: a register has a million of these
            if column_of(typed) and (text := child.text):
                _put(cells, sheet, typed, child.get("language", ""), text)
        elif len(child) and _local(child) in _ATTRIBUTES:
            for inner in child:
                _put_element(cells, sheet, inner)
        else:
            _put_element(cells, sheet, child)
    for short in (SHORT, ABBREVIATION):
        if NAME not in cells and short in cells:
            cells[NAME] = cells[short]
    return cells


def _put_element(cells: dict[str, str], sheet: Sheet, element: etree._Element) -> None:
    if _is_entry(element):
        return
    key = element.get("type") or element.get("name") or _local(element)
    value, language = element.text or "", element.get("language") or element.get(_XML_LANG) or ""
    for child in element:  # the REST interface: attributeName beside attributeValue
        match _local(child):
            case "attributename" | "type" | "name":
                key = child.text or key
            case "attributevalue" | "value":
                value = child.text or value
            case "language" | "lang":
                language = child.text or language
    _put(cells, sheet, key, language, value)


def _put(cells: dict[str, str], sheet: Sheet, heading: str, language: str, value: str) -> None:
    column, value = column_of(heading, language), value.strip()
    if column and value and column not in cells:
        cells[column] = value
        sheet.headings.setdefault(column, heading)


def _forget(element: etree._Element) -> None:
    """Free an entry and those before it, which were emptied like this one."""
    element.clear()
    parent = element.getparent()
    while (before := element.getprevious()) is not None and _local(before) in _ENTRIES:
        if parent is None:
            return
        parent.remove(before)


def _is_entry(element: etree._Element) -> bool:
    """Whether this is one code: a leaf of such a name (``<koodi>1</koodi>``) is but a cell."""
    return _local(element) in _ENTRIES and bool(len(element) or element.attrib)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
