"""Reads answer frames: acknowledgements as errors, subjects as metadata and documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from kanta_desk.archive.cda import read_what_can_be
from kanta_desk.archive.header import archive_fields, read_metadata, read_state
from kanta_desk.archive.issues import read_issues
from kanta_desk.archive.payloads import decode_base64
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.requests import Acknowledged
from kanta_desk.archive.xml import attribute, find, find_all, local_name, parse, text_of
from kanta_desk.errors import (
    AnswerNotOurs,
    ArchiveDenied,
    ArchiveError,
    ArchiveRejected,
    ArchiveUnavailable,
    BadAnswer,
    BadDocument,
    Issue,
)
from kanta_desk.model.documents import Document, DocumentMetadata

# The guide names MCCI_IN000002UV01, but its example has the other as root element.
_REFUSALS = ("MCCI_IN000200UV01",)
_ACCEPTED = frozenset({"AA", "CA"})
_ERRORS = frozenset({"AE", "CE"})
_REJECTIONS = frozenset({"AR", "CR"})
_SAID = 200
_COUNT = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class MetadataAnswer:
    """What a metadata query brought; ``total`` may be more than what was sent, of which
    ``remaining`` are still to come."""

    documents: tuple[DocumentMetadata, ...]
    total: int
    remaining: int = 0


def read_metadata_answer(
    data: bytes, message_id: str, profile: MessageProfile, only: tuple[str, ...] = ()
) -> MetadataAnswer:
    """The answer to a metadata query; ``only`` as ``header.read_metadata`` takes it.

    Raises:
        ArchiveDenied, ArchiveRejected, ArchiveUnavailable: as the archive acknowledged.
        BadAnswer: if the answer cannot be read, or answers another message.
    """
    frame = _accepted(data, message_id, Key.METADATA_ANSWER, profile)
    documents = tuple(_indexed(s, i, profile, only) for i, s in enumerate(_subjects(frame), 1))
    total = _quantity(frame, "resultTotalQuantity")
    remaining = _quantity(frame, "resultRemainingQuantity")
    return MetadataAnswer(documents, max(total, len(documents) + remaining), remaining)


def _quantity(frame: etree._Element, name: str) -> int:
    said = attribute(frame, f"v3:controlActProcess/v3:queryAck/v3:{name}", "value")
    if said and not _COUNT.fullmatch(said):
        raise BadAnswer(f"queryAck/{name}", "not a number")
    return int(said or 0)


def read_document_answer(data: bytes, message_id: str, profile: MessageProfile) -> Document | None:
    """The answer to a document query, or None if the archive has no such document.

    Raises:
        ArchiveDenied, ArchiveRejected, ArchiveUnavailable: as the archive acknowledged.
        BadAnswer: if the answer cannot be read, or answers another message.
        BadDocument: if the document's header cannot be read, or is another than its frame says.
    """
    frame = _accepted(data, message_id, Key.DOCUMENT_ANSWER, profile)
    subjects = _subjects(frame)
    if not subjects:
        return None
    if len(subjects) > 1:
        raise BadAnswer("subject", "more than one document")
    by_archive = archive_fields(profile)
    indexed = _indexed(subjects[0], 1, profile, by_archive)
    content = find(subjects[0], "v3:text")
    if content is None or content.get("representation") != "B64":
        raise BadAnswer("subject/clinicalDocument/text", "missing, or not B64")
    document = read_what_can_be(
        decode_base64(content.text or "", "subject/clinicalDocument/text"), profile
    )
    inside = document.metadata
    for field in ("document_oid", "set_id"):
        if getattr(inside, field) != getattr(indexed, field):
            raise BadDocument(f"document: {profile.fields[field].path}", "not the frame's")
    known = {key: getattr(indexed, key) for key in by_archive}
    return replace(document, metadata=replace(inside, **known))


def read_invalidation_answer(data: bytes, message_id: str, profile: MessageProfile) -> Acknowledged:
    """What was said to an invalidation. A refusal of another message is no answer to ours.

    Raises:
        ArchiveUnavailable: AR, or a fault of the service: nothing is said of the message.
        BadAnswer: if the answer cannot be read, or answers another message.
    """
    try:
        _accepted(data, message_id, Key.INVALIDATION_ANSWER, profile)
    except ArchiveDenied as error:
        _demand_ours(data, message_id)
        return Acknowledged(False, str(error.fields["issue"]))
    except ArchiveRejected as error:
        _demand_ours(data, message_id)
        return Acknowledged(False, str(error.fields["issue"]), str(error.fields["said"]))
    return Acknowledged(True)


def read_outcome_answer(
    data: bytes, asked_id: str, message_id: str, profile: MessageProfile
) -> Acknowledged | None:
    """What the archive said to message ``asked_id``, or None if it has never taken it in.

    Raises:
        ArchiveDenied, ArchiveRejected, ArchiveUnavailable: as the archive acknowledged the query.
        BadAnswer: if the answer cannot be read, or tells of another message.
    """
    frame = _accepted(data, message_id, Key.OUTCOME_ANSWER, profile)
    act = "v3:controlActProcess"
    if attribute(frame, f"{act}/v3:queryAck/v3:queryResponseCode", "code") == "NF":
        return None
    told = find(frame, f"{act}/v3:subject/v3:acknowledgement")
    if told is None or attribute(told, "v3:targetMessage/v3:id", "extension") != asked_id:
        raise AnswerNotOurs("answer: subject/acknowledgement")
    kind = told.get("typeCode")
    if kind not in ("AA", "AE"):
        raise BadAnswer("answer: subject/acknowledgement/@typeCode", "unknown")
    code = find(told, "v3:acknowledgementDetail/v3:code")
    if code is None:
        return Acknowledged(kind == "AA")
    return Acknowledged(
        kind == "AA", (code.get("code") or "")[:_SAID], (code.get("displayName") or "")[:_SAID]
    )


def _demand_ours(data: bytes, message_id: str) -> None:
    target = find_all(
        parse(data, "answer"), "soap:Body/v3:*/v3:acknowledgement/v3:targetMessage/v3:id"
    )
    if [each.get("extension") for each in target] != [message_id]:
        raise AnswerNotOurs("answer: targetMessage")


def _indexed(
    subject: etree._Element, number: int, profile: MessageProfile, only: tuple[str, ...] = ()
) -> DocumentMetadata:
    what = f"subject {number}"
    metadata = read_metadata(subject, profile, what, only=only)
    return replace(metadata, state=read_state(subject, profile, what))


def _subjects(frame: etree._Element) -> list[etree._Element]:
    return find_all(frame, "v3:controlActProcess/v3:subject/v3:clinicalDocument")


def _accepted(
    data: bytes, message_id: str, interaction: Key, profile: MessageProfile
) -> etree._Element:
    """The frame of an answer that the archive accepted to give."""
    envelope = parse(data, "answer")
    fault = find(envelope, "soap:Body/soap:Fault")
    if fault is not None:
        code = text_of(find(fault, "faultcode"))
        if code.rpartition(":")[2] == "Client":
            raise ArchiveRejected(code[:_SAID], "SOAP Fault")
        raise ArchiveUnavailable(code[:_SAID])
    frames = find_all(envelope, "soap:Body/v3:*")
    if len(frames) != 1:
        raise BadAnswer("answer: soap:Body", "not one frame")
    frame = frames[0]
    expected = profile[interaction]
    if local_name(frame) not in (expected, profile[Key.REFUSAL], *_REFUSALS):
        raise BadAnswer("answer: interaction", f"not {expected}")
    _raise_refusal(frame, message_id, profile)
    if local_name(frame) != expected:
        raise BadAnswer("answer: interaction", f"not {expected}")
    return frame


def _raise_refusal(frame: etree._Element, message_id: str, profile: MessageProfile) -> None:
    acknowledgement = find(frame, "v3:acknowledgement")
    if acknowledgement is None:
        raise BadAnswer("answer: acknowledgement", "missing")
    kind = acknowledgement.get("typeCode")
    if kind not in _ACCEPTED | _ERRORS | _REJECTIONS:
        raise BadAnswer("answer: acknowledgement/@typeCode", "unknown")
    target = attribute(acknowledgement, "v3:targetMessage/v3:id", "extension")
    # A message that could not be read is refused without its id; nothing else is accepted so.
    if target != message_id and (target or kind in _ACCEPTED):
        raise AnswerNotOurs("answer: targetMessage")
    if kind not in _ACCEPTED:
        raise _refusal(kind in _REJECTIONS, read_issues(acknowledgement), profile)


def _refusal(rejected: bool, issues: tuple[Issue, ...], profile: MessageProfile) -> ArchiveError:
    """AR says nothing of the message itself; AE refuses it, and may deny the right to it."""
    first = issues[0] if issues else Issue("")
    if rejected:
        return ArchiveUnavailable(first.said or first.code, issues)
    if any(issue.code == profile[Key.ISSUE_DENIED] for issue in issues):
        return ArchiveDenied(profile[Key.ISSUE_DENIED], issues)
    return ArchiveRejected(first.code, first.said, issues)
