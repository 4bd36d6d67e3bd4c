"""The message profile: what the archive's messages look like, as data with its evidence.

Message ids, code values and the places of metadata that are not published live in
``resources/profiles/*.toml``; the code knows only their keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, NoReturn

from kanta_desk.archive.xml import NAMESPACES
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.documents import DocumentMetadata, RecordState, SearchMode
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-profile-1"
SIGNED_FRAME = "frame"
"""The one form of signed request that this program makes: see ``archive.xmlsig``."""


class Key(StrEnum):
    """The facts that a profile must give, each a short text."""

    ENDPOINT = "endpoint"
    HEALTH = "health"
    SOAP_ACTION = "soap_action"
    RECEIVER = "receiver"
    PROCESSING = "processing"
    CLIENT_SOFTWARE = "client_software"
    USER_ROOT = "user_root"
    METADATA_QUERY = "metadata_query"
    METADATA_ANSWER = "metadata_answer"
    DOCUMENT_QUERY = "document_query"
    DOCUMENT_ANSWER = "document_answer"
    REFUSAL = "refusal"
    INVALIDATION = "invalidation"
    INVALIDATION_ANSWER = "invalidation_answer"
    CONTINUATION = "continuation"
    OUTCOME_QUERY = "outcome_query"
    OUTCOME_ANSWER = "outcome_answer"
    METADATA_REQUEST = "metadata_request"
    DOCUMENT_REQUEST = "document_request"
    INVALIDATION_REQUEST = "invalidation_request"
    CONTINUATION_REQUEST = "continuation_request"
    OUTCOME_REQUEST = "outcome_request"
    INVALIDATION_FIELDS = "invalidation_fields"
    INVALIDATOR_FUNCTION = "invalidator_function"
    REASON_PATH = "reason_path"
    REQUEST_SIGNATURE = "request_signature"
    MESSAGE_LIFE = "message_life"
    NEW_DOCUMENT_OID = "new_document_oid"
    ISSUE_DENIED = "issue_denied"
    ISSUE_BROKEN = "issue_broken"
    OLD_GROUP = "old_group"
    STATE_VALID = "state_valid"
    STATE_REPLACED = "state_replaced"
    STATE_INVALIDATED = "state_invalidated"
    INVALIDATED_RECORD_STATUS = "invalidated_record_status"
    MODE_BASIC = "mode_basic"
    MODE_VERSIONS = "mode_versions"
    MODE_INVALIDATED = "mode_invalidated"
    MODE_OLD = "mode_old"
    PARAMETER_MODE = "parameter_mode"
    PARAMETER_CONTROLLER = "parameter_controller"
    PARAMETER_REGISTER = "parameter_register"
    PARAMETER_CLIENT = "parameter_client"
    PARAMETER_NAME = "parameter_name"
    PARAMETER_BIRTH = "parameter_birth"
    PARAMETER_DOCUMENT = "parameter_document"
    PARAMETER_SET = "parameter_set"
    PARAMETER_CASE = "parameter_case"
    PARAMETER_TASK = "parameter_task"
    PARAMETER_PROCESS = "parameter_process"
    PARAMETER_TYPE = "parameter_type"
    PARAMETER_GROUP = "parameter_group"
    PARAMETER_CREATED = "parameter_created"
    PARAMETER_ARCHIVED = "parameter_archived"
    PARAMETER_AUTHOR = "parameter_author"
    PARAMETER_PRODUCER = "parameter_producer"
    PARAMETER_MESSAGE = "parameter_message"
    PATH_TEXT = "path_text"
    PATH_JSON = "path_json"


class Kind(StrEnum):
    """How a metadata field is written in the header."""

    OID = "oid"  # @root
    ROOT = "root"  # @root, kept as text
    ROOTS = "roots"  # @root of each
    SYMBOL = "symbol"  # @code alone
    TEXT = "text"
    TEXTS = "texts"  # the text of each
    INTEGER = "integer"  # @value
    TIME = "time"  # @value
    DATE = "date"  # @value
    FLAG = "flag"  # @value true or false
    INTERVAL = "interval"  # low/@value and high/@value
    CODE = "code"  # @code @codeSystem @displayName
    CLIENT = "client"  # @root @extension
    NAME = "name"  # given, family
    PARTY = "party"  # id/@root and name, or @root with the name beside it
    PROFESSIONAL = "professional"  # id, assignedPerson/name
    VERSION = "version"  # id, setId, versionNumber
    SOFTWARE = "software"  # @moderator @product @version
    SIGNATURE = "signature"  # signatureDescription, signatureTimestamp
    MEDIA = "media"  # @mediaType


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a profile, and how well it is known."""

    key: str
    value: str
    verified: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where and how one field of ``DocumentMetadata`` is written in a header."""

    key: str
    path: str
    kind: Kind
    name_path: str
    by_archive: bool
    verified: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Branch:
    """The places of fields as a tree of tags: which fields stand at an element, what is below it.

    At the root, ``fields`` are those whose paths have conditions and are looked for by themselves.
    """

    fields: list[str] = field(default_factory=list)
    below: dict[str, Branch] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class MessageProfile:
    """One way of talking with an archive. ``profile[Key.X]`` is the value of a fact."""

    name: str
    title: Text
    practice: bool
    facts: Mapping[str, Fact]
    fields: Mapping[str, FieldPlace]

    def __getitem__(self, key: Key) -> str:
        return self.facts[key].value

    @cached_property
    def unverified(self) -> tuple[Fact, ...]:
        """Everything in it that could not be confirmed, for the window to show."""
        places = (Fact(p.key, p.path, p.verified, p.evidence) for p in self.fields.values())
        return tuple(f for f in (*self.facts.values(), *places) if not f.verified)

    def places_of(self, keys: Iterable[str]) -> Branch:
        """Where these fields stand."""
        root = Branch()
        for each in map(self.fields.__getitem__, keys):
            branch = root
            if "[" not in each.path:
                for step in each.path.split("/"):
                    prefix, _, name = step.partition(":")
                    tag = f"{{{NAMESPACES[prefix]}}}{name}"
                    branch = branch.below.setdefault(tag, Branch())
            branch.fields.append(each.key)
        return root

    @cached_property
    def states(self) -> Mapping[str, RecordState]:
        """What a version's status code in an answer means."""
        return {
            self[Key.STATE_VALID]: RecordState.VALID,
            self[Key.STATE_REPLACED]: RecordState.REPLACED,
            self[Key.STATE_INVALIDATED]: RecordState.INVALIDATED,
        }

    @cached_property
    def modes(self) -> Mapping[SearchMode, str]:
        """The code of each mode of searching."""
        return {
            SearchMode.BASIC: self[Key.MODE_BASIC],
            SearchMode.VERSIONS: self[Key.MODE_VERSIONS],
            SearchMode.INVALIDATED: self[Key.MODE_INVALIDATED],
            SearchMode.OLD: self[Key.MODE_OLD],
        }

    @cached_property
    def invalidation_fields(self) -> tuple[str, ...]:
        """The fields of the header that an invalidating version carries."""
        return tuple(self[Key.INVALIDATION_FIELDS].split())

    @cached_property
    def message_life(self) -> timedelta:
        """How long after its making a message can still be carried out."""
        return timedelta(seconds=int(self[Key.MESSAGE_LIFE]))

    @classmethod
    def load(cls, name: str) -> MessageProfile:
        """Read ``resources/profiles/<name>.toml``.

        Raises:
            SettingsUnreadable: naming the key at fault.
        """
        if not re.fullmatch(r"[a-z0-9-]+", name, re.ASCII):
            raise SettingsUnreadable("profile", "name")
        path = resource("profiles", f"{name}.toml")
        return _read(read_toml(path), path.name)


# Without these a version is none, or is not known to invalidate.
_NEEDED = {"document_oid", "set_id", "version", "replaces", "document_group", "status"}
_NOT_IN_HEADER = {"state", "purpose", "old_document", "unreadable"}


def _read(data: Mapping[str, Any], file: str) -> MessageProfile:
    def fault(key: str, reason: str) -> NoReturn:
        raise SettingsUnreadable(f"{file}: {key}", reason)

    if data.get("format") != FORMAT:
        fault("format", f"not {FORMAT}")
    try:
        facts = {k: Fact(k, t["value"], t["verified"], t["evidence"]) for k, t in
                 data["facts"].items()}  # fmt: skip
        places = {k: _place(k, t) for k, t in data["fields"].items()}
        title = Text(**data["title"])
        name, practice = data["name"], data["practice"]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        fault("facts and fields", repr(error))
    wanted = {f.name for f in fields(DocumentMetadata)} - _NOT_IN_HEADER
    for what, has, needs in (("facts", set(facts), set(Key)), ("fields", set(places), wanted)):
        for key in sorted(has ^ needs):
            fault(f"{what}.{key}", "unknown" if key in has else "missing")
    sent = facts[Key.INVALIDATION_FIELDS].value.split()
    if missing := (_NEEDED - set(sent)) | (set(sent) - wanted):
        fault(f"facts.{Key.INVALIDATION_FIELDS}", f"{sorted(missing)[0]} missing or unknown")
    if not re.fullmatch(r"[1-9]\d{0,7}", facts[Key.MESSAGE_LIFE].value, re.ASCII):
        fault(f"facts.{Key.MESSAGE_LIFE}", "not a number of seconds")
    if facts[Key.REQUEST_SIGNATURE].value != SIGNED_FRAME:
        fault(f"facts.{Key.REQUEST_SIGNATURE}", f"not {SIGNED_FRAME}")
    return MessageProfile(name, title, practice, facts, places)


def _place(key: str, table: Mapping[str, Any]) -> FieldPlace:
    return FieldPlace(
        key=key,
        path=table["path"],
        kind=Kind(table["kind"]),
        name_path=table.get("name_path", ""),
        by_archive=table.get("by_archive", False),
        verified=table["verified"],
        evidence=table["evidence"],
    )
