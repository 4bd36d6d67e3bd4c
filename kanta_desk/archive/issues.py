"""What the archive says is wrong: codes with causes and remedies, from a table that is data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from lxml import etree

from kanta_desk.archive.xml import attribute, find_all
from kanta_desk.errors import Issue, SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource

FORMAT: Final = "kanta-desk-issues-1"
MOST: Final = 20
_SAID: Final = 200
# Errors first: what an acknowledgement tells beside them explains nothing.
_GRAVITY: Final = {"E": 0, "": 0, "W": 1, "I": 2}
_MEANT_HETU: Final = re.compile(r"\b\d{6}[-+A-FU-Y]\w{4}\b", re.ASCII)


def read_issues(acknowledgement: etree._Element) -> tuple[Issue, ...]:
    """All issues of an acknowledgement, the gravest first, as they are told apart by their codes.

    Of the archive's own words only the code's display is kept, and no identity code in it: free
    text may tell of a person.
    """
    details = find_all(acknowledgement, "v3:acknowledgementDetail")[:MOST]
    details.sort(key=lambda each: _GRAVITY.get(each.get("typeCode") or "", 1))
    return tuple(
        issue(attribute(each, "v3:code", "code"), attribute(each, "v3:code", "displayName"))
        for each in details
    )


def issue(code: str, said: str) -> Issue:
    """An issue with what is known of its code."""
    known = _known().get(code)
    shown = _MEANT_HETU.sub("…", said)[:_SAID]
    if known is None:
        return Issue(code[:_SAID], shown)
    return Issue(code, shown, known.cause, known.remedy)


@cache
def _known() -> Mapping[str, Issue]:
    path = resource("profiles", "issues.toml")
    data = read_toml(path)
    if data.get("format") != FORMAT:
        raise SettingsUnreadable(f"{path.name}: format", f"not {FORMAT}")
    try:
        return {code: _issue(code, table) for code, table in data["issues"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise SettingsUnreadable(path.name, repr(error)) from None


def _issue(code: str, table: Mapping[str, Any]) -> Issue:
    cause, remedy = table["cause"], table["remedy"]
    languages = ("fi", "sv", "en")
    return Issue(
        code,
        "",
        tuple(cause[each] for each in languages),
        tuple(remedy[each] for each in languages),
    )
