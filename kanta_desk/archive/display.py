"""What a display form holds beside its text: what would run, what would load, its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kanta_desk.archive.payloads import MAX_XHTML_ELEMENTS
from kanta_desk.archive.xml import parse
from kanta_desk.errors import BadDocument

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_RUNNING: Final = frozenset(
    {"applet", "button", "embed", "form", "iframe", "input", "object", "script", "select", "frame"}
)
_ADDRESSES: Final = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "longdesc", "poster", "src",
     "srcset"}
)  # fmt: skip
_LINKING: Final = frozenset({"a", "area"})
_SCHEME: Final = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_STYLE_LOAD: Final = re.compile(r"url\s*\(|@import|expression\s*\(", re.IGNORECASE)
_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class DisplayFacts:
    """What was found in a display form.

    ``root`` and ``root_class`` name its first element; ``running`` are names of elements,
    attributes and schemes that would run something or ask for input; ``loading`` places that would
    fetch something from outside.
    """

    root: str
    root_class: str
    language: str
    running: tuple[str, ...] = ()
    loading: tuple[str, ...] = ()


def display_facts(data: bytes) -> DisplayFacts:
    """Look through an XHTML display form.

    Raises:
        BadDocument: if it is not well-formed.
    """
    root = parse(data, "xhtml", BadDocument, MAX_XHTML_ELEMENTS)
    running: dict[str, None] = {}
    loading: dict[str, None] = {}
    for element in root.iter(etree.Element):
        name = _local(element)
        if name in _RUNNING:
            running[name] = None
        if name == "style" and _STYLE_LOAD.search(element.text or ""):
            loading["style"] = None
        for key, value in element.items():
            _look_at(name, str(key).rpartition("}")[2].lower(), str(value), running, loading)
    return DisplayFacts(
        root=_local(root),
        root_class=root.get("class") or "",
        language=(root.get(_LANG) or root.get("lang") or "").lower(),
        running=tuple(running)[:_MOST],
        loading=tuple(loading)[:_MOST],
    )


def _look_at(
    name: str, key: str, value: str, running: dict[str, None], loading: dict[str, None]
) -> None:
    if key.startswith("on"):
        running[key] = None
    if key == "style" and _STYLE_LOAD.search(value):
        loading[f"{name}/@style"] = None
    if key not in _ADDRESSES:
        return
    scheme = _SCHEME.match(value)
    said = scheme[1].lower() if scheme else ""
    if said in ("javascript", "vbscript"):
        running[f"{said}:"] = None
    elif name not in _LINKING and said != "data" and value.strip() and not value.startswith("#"):
        # A link waits for somebody to follow it; everything else would be fetched by showing it.
        loading[f"{name}/@{key}"] = None


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
