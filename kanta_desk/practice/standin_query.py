"""Reads the queries that the stand-in gets: by its own eyes, not by those of the client."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from lxml import etree

from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.xml import NAMESPACES, V3, find, parse
from kanta_desk.errors import BadAnswer, InputError
from kanta_desk.model.codes import CodeSystem, base_system
from kanta_desk.model.documents import organisation_of
from kanta_desk.model.identifiers import HETU_ROOT, Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.time import from_hl7
from kanta_desk.practice.standin_rows import Wanted

MAX_MESSAGE = 256 * 1024
MAX_DOCUMENTS = 1000
_COUNT = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a frame: what it is, whose, and whom to answer. Empty where it says nothing."""

    interaction: str = ""
    message_root: str = ""
    message_id: str = ""
    sender: str = ""
    user: str = ""
    unit: str = ""
    purpose: str = ""

    @property
    def organisation(self) -> str:
        """The organisation of the unit in whose name the user asks."""
        try:
            return organisation_of(Oid.parse(self.unit)).value
        except InputError:
            return ""


class Refused(Exception):
    """The stand-in refuses a message: ``code`` of ``CodeSystem.PROCESS_ISSUE``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_frame(body: bytes, profile: MessageProfile) -> tuple[Head, etree._Element]:
    """The head of the frame in a SOAP envelope, and the frame.

    Raises:
        Refused: if the message is broken.
    """
    broken = Refused(profile[Key.ISSUE_BROKEN])
    if len(body) > MAX_MESSAGE:
        raise broken
    try:
        envelope = parse(body, "query")
    except BadAnswer:
        raise broken from None
    frames = envelope.findall("soap:Body/*", NAMESPACES)
    if len(frames) != 1 or etree.QName(frames[0]).namespace != V3:
        raise broken
    frame = frames[0]
    person = "controlActProcess/authorOrPerformer/assignedPerson"
    head = Head(
        interaction=etree.QName(frame).localname,
        message_root=_said(frame, "id", "root"),
        message_id=_said(frame, "id", "extension"),
        sender=_said(frame, "sender/device/id", "root"),
        user=_said(frame, f"{person}/id", "extension"),
        unit=_said(frame, f"{person}/representedOrganization/id", "root"),
        purpose=_reason(frame, CodeSystem.PURPOSE),
    )
    if not all((head.message_root, head.message_id, head.sender, head.user)):
        raise broken
    if _said(frame, "interactionId", "extension") != head.interaction:
        raise broken
    return head, frame


def read_wanted(frame: etree._Element, profile: MessageProfile) -> tuple[Wanted, int]:
    """The conditions of a query, and how many documents it wants at most.

    Raises:
        Refused: if something that must be there is not, or a value cannot be.
    """
    listed = _find(frame, "controlActProcess/queryByParameter/parameterList")
    if listed is None:
        raise Refused(profile[Key.ISSUE_BROKEN])

    def value(key: Key, name: str) -> str:
        return _said(listed, f"{profile[key]}/value", name)

    modes = {code: mode for mode, code in profile.modes.items()}
    mode = modes.get(value(Key.PARAMETER_MODE, "code"))
    if mode is None:
        raise Refused("STANDIN-05")
    wanted = Wanted(
        controller=value(Key.PARAMETER_CONTROLLER, "root"),
        register=value(Key.PARAMETER_REGISTER, "code"),
        mode=mode,
        oid=value(Key.PARAMETER_DOCUMENT, "root"),
        set_id=value(Key.PARAMETER_SET, "root"),
        case_id=value(Key.PARAMETER_CASE, "extension"),
        task=value(Key.PARAMETER_TASK, "code"),
        process=value(Key.PARAMETER_PROCESS, "code"),
        type=value(Key.PARAMETER_TYPE, "code"),
        group=value(Key.PARAMETER_GROUP, "code"),
        author=value(Key.PARAMETER_AUTHOR, "extension"),
        producer=value(Key.PARAMETER_PRODUCER, "root"),
        birth=value(Key.PARAMETER_BIRTH, "value")[:8],
    )
    if not wanted.controller or not wanted.register:
        raise Refused("STANDIN-02")
    if client := value(Key.PARAMETER_CLIENT, "extension"):
        wanted = replace(wanted, client=_client(value(Key.PARAMETER_CLIENT, "root"), client))
    name = f"{profile[Key.PARAMETER_NAME]}/value"
    if (element := _find(listed, name)) is not None:
        wanted = replace(wanted, name=(_text(element, "given"), _text(element, "family")))
    if (between := _find(listed, f"{profile[Key.PARAMETER_CREATED]}/value")) is not None:
        low, high = (_moment(between, bound, profile) for bound in ("low", "high"))
        wanted = replace(wanted, created_from=low, created_to=high)
    if (between := _find(listed, f"{profile[Key.PARAMETER_ARCHIVED]}/value")) is not None:
        low, high = (_moment(between, bound, profile) for bound in ("low", "high"))
        wanted = replace(wanted, archived_from=low, archived_to=high)
    if not wanted.has_key:
        raise Refused("STANDIN-03")
    return wanted, _limit(frame, "controlActProcess/queryByParameter/initialQuantity")


def read_continuation(frame: etree._Element, profile: MessageProfile) -> tuple[str, int, int]:
    """Which query to go on with, from which result (1 is the first), and how many it wants.

    Raises:
        Refused: if something that must be there is not.
    """
    further = "controlActProcess/queryContinuation"
    query_id = _said(frame, f"{further}/queryId", "extension")
    start = _said(frame, f"{further}/startResultNumber", "value")
    if not query_id or not _COUNT.fullmatch(start):
        raise Refused(profile[Key.ISSUE_BROKEN])
    return query_id, max(1, int(start)), _limit(frame, f"{further}/continuationQuantity")


def _limit(frame: etree._Element, path: str) -> int:
    asked = _said(frame, path, "value")
    limit = int(asked) if _COUNT.fullmatch(asked) else MAX_DOCUMENTS
    return max(1, min(limit, MAX_DOCUMENTS))


def read_asked_message(frame: etree._Element, profile: MessageProfile) -> str:
    """The id of the message whose fate is asked for.

    Raises:
        Refused: if it is not there.
    """
    listed = f"controlActProcess/queryByParameter/parameterList/{profile[Key.PARAMETER_MESSAGE]}"
    if not (asked := _said(frame, f"{listed}/value", "extension")):
        raise Refused("STANDIN-03")
    return asked


def _client(root: str, value: str) -> tuple[str, str]:
    """The client's identifier, which in practice must be artificial."""
    try:
        if root != HETU_ROOT:
            temporary = TemporaryId.parse(root, value)
            return temporary.root.value, temporary.value
        code = Henkilotunnus.parse(value)
    except InputError:
        raise Refused("STANDIN-04") from None
    if not code.is_artificial:
        raise Refused("STANDIN-04")
    return root, code.value


def _moment(between: etree._Element, bound: str, profile: MessageProfile) -> datetime | None:
    text = _said(between, bound, "value")
    try:
        return from_hl7(text) if text else None
    except InputError:
        raise Refused(profile[Key.ISSUE_BROKEN]) from None


def _reason(frame: etree._Element, system: str) -> str:
    """The reason of one code system: the order of reasons is free."""
    for reason in frame.findall("v3:controlActProcess/v3:reasonCode", NAMESPACES):
        if base_system(reason.get("codeSystem") or "") == base_system(system):
            return (reason.get("code") or "").strip()
    return ""


def _find(element: etree._Element, path: str) -> etree._Element | None:
    return find(element, _in_v3(path))


@cache
def _in_v3(path: str) -> str:
    return "/".join(f"v3:{step}" for step in path.split("/"))


def _said(element: etree._Element, path: str, name: str) -> str:
    found = _find(element, path)
    return (found.get(name) or "").strip() if found is not None else ""


def _text(element: etree._Element, path: str) -> str:
    found = _find(element, path)
    return (found.text or "").strip() if found is not None else ""
