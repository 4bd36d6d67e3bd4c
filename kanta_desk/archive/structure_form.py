"""Sosmeta's annotations of a structure, read into ``model.structure``.

THL writes them beside the schema's own words, under ``sosmeta``: lists of texts by language, flags,
code systems, values. They are read leniently: an annotation that is not there leaves its place
empty, for what a document must hold is the schema's to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from kanta_desk.model.structure import (
    NO_TEXT,
    AllowedValue,
    FieldKind,
    StructureField,
    StructureForm,
    StructureHead,
)
from kanta_desk.model.text import Text

_KINDS: Final = {kind.value: kind for kind in FieldKind}
_BY_TYPE: Final = {
    "object": FieldKind.GROUP,
    "array": FieldKind.GROUP,
    "string": FieldKind.TEXT,
    "boolean": FieldKind.SWITCH,
    "number": FieldKind.NUMBER,
    "integer": FieldKind.NUMBER,
}
_OID: Final = re.compile(r"\d+(\.\d+)+", re.ASCII)
_SYSTEM_NAME: Final = re.compile(r"^(?:Kood\w*|Kod\w*)\s*:\s*(.*?)\s*[\d.]*\s*$", re.DOTALL)
# A form's number, which is printed in its head: it is no title of the field.
_FORM_NUMBER: Final = re.compile(r"\S+-THL-\S+")
_QUOTED: Final = re.compile(r"'(.+)' JSON schema")
_MAX_TEXT: Final = 10_000


def read_head(schema: Mapping[str, Any], oid: str) -> StructureHead:
    """What lists show of a structure, from its outermost annotations."""
    about = _about(schema)
    return StructureHead(
        oid=oid,
        title=_title(schema),
        status=_plain(about.get("status")),
        document_type=_plain(about.get("documentType")),
        author=_plain(about.get("documentAuthor")),
        subject=_plain(about.get("documentSubject")),
    )


def read_form(schema: Mapping[str, Any], oid: str) -> StructureForm:
    """All fields of a structure whose schema has been found to be of a known form."""
    return StructureForm(read_head(schema, oid), _field("", schema, required=True))


def texts(listed: Any) -> Text:
    """A text by language; THL gives Finnish and Swedish, and Finnish serves for the rest.

    ``-`` is how THL writes that there is none.
    """
    said: dict[str, str] = {}
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and (value := _plain(each.get("value"))) not in ("", "-"):
            said.setdefault(str(each.get("lang") or ""), value)
    fi = said.get("fi") or said.get("") or said.get("sv") or ""
    return Text(fi, said.get("sv") or fi, said.get("en") or fi) if fi else NO_TEXT


def _title(schema: Mapping[str, Any]) -> Text:
    """The name of the one root property; without it, what the schema calls itself."""
    for root in _properties(schema).values():
        if (name := texts(_about(root).get("name"))) is not NO_TEXT:
            return name
    said = _plain(schema.get("title"))
    quoted = _QUOTED.fullmatch(said)
    said = quoted[1] if quoted else said
    return Text(said, said, said)


def _field(key: str, schema: Mapping[str, Any], *, required: bool) -> StructureField:
    items = schema.get("items")
    inner = items if isinstance(items, dict) else schema
    about = _about(inner) or _about(schema)
    name = texts(about.get("name"))
    kind = _kind(about, inner)
    demanded = inner.get("required")
    wanted = set(map(str, demanded)) if isinstance(demanded, list) else set()
    children = () if kind.parts else _children(inner, wanted)
    return StructureField(
        key=key,
        kind=kind,
        label=_label(about, name, key),
        name=name,
        order=_number(about.get("rowNumber")),
        required=required,
        conditional=about.get("conditionalRequired") is True,
        repeatable=inner is not schema,
        hidden=about.get("hiddenField") is True,
        untitled=about.get("hiddenTitle") is True,
        system=_system(about),
        system_name=_system_name(about),
        values=_values(about),
        phrase=texts(about.get("phrase")),
        description=texts(about.get("description")),
        note=texts(about.get("implementationNote")),
        children=children,
    )


def _children(schema: Mapping[str, Any], wanted: set[str]) -> tuple[StructureField, ...]:
    read = (_field(k, v, required=k in wanted) for k, v in _properties(schema).items())
    return tuple(sorted(read, key=lambda each: each.order or 10**6))


def _kind(about: Mapping[str, Any], schema: Mapping[str, Any]) -> FieldKind:
    said = texts(about.get("representation")).fi
    if said:
        return _KINDS.get(said, FieldKind.OTHER)
    named = schema.get("type")
    return _BY_TYPE.get(named, FieldKind.OTHER) if isinstance(named, str) else FieldKind.GROUP


def _label(about: Mapping[str, Any], name: Text, key: str) -> Text:
    title = texts(about.get("title"))
    if title.fi and not _FORM_NUMBER.fullmatch(title.fi):
        return title
    if name.fi:
        return name
    words = key.replace("_", " ").strip().capitalize()
    return Text(words, words, words)


def _system(about: Mapping[str, Any]) -> str | None:
    oid = texts(about.get("classificationOid")).fi.removeprefix("urn:oid:")
    return oid if _OID.fullmatch(oid) else None


def _system_name(about: Mapping[str, Any]) -> Text:
    said = texts(about.get("classification"))
    if _system(about) is None:
        return NO_TEXT
    return Text(*(_without_oid(each) for each in (said.fi, said.sv, said.en)))


def _without_oid(said: str) -> str:
    found = _SYSTEM_NAME.match(said)
    return found[1] if found else said


def _values(about: Mapping[str, Any]) -> tuple[AllowedValue, ...]:
    """The codes that are allowed; their names stand in running text, ``1 = Isyys, 2 = …``."""
    listed = about.get("acceptedValues")
    codes = [
        value
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict) and (value := _plain(each.get("value")))
    ]
    said = texts(about.get("valueSet"))
    if not said.fi and _system(about) is None:
        said = texts(about.get("classification"))
    fi, sv = _named(said.fi, codes), _named(said.sv, codes)
    return tuple(
        AllowedValue(code, Text(name, sv.get(code, name), name))
        if (name := fi.get(code))
        else AllowedValue(code)
        for code in codes
    )


def _named(said: str, codes: list[str]) -> dict[str, str]:
    """``code = name`` pairs of a running text, each ending where the next code begins."""
    places = []
    for code in codes:
        found = re.search(rf"(?<![\w.]){re.escape(code)}\s*=\s*", said)
        if found:
            places.append((found.start(), found.end(), code))
    places.sort()
    ends = (begin for begin, _, _ in [*places[1:], (len(said), 0, "")])
    return {
        code: said[begin:end].strip().rstrip(",.;").strip()
        for (_, begin, code), end in zip(places, ends, strict=False)
    }


def _about(schema: Any) -> Mapping[str, Any]:
    about = schema.get("sosmeta") if isinstance(schema, dict) else None
    return about if isinstance(about, dict) else {}


def _properties(schema: Any) -> Mapping[str, Any]:
    found = schema.get("properties") if isinstance(schema, dict) else None
    return found if isinstance(found, dict) else {}


def _plain(value: Any) -> str:
    return value.strip()[:_MAX_TEXT] if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
