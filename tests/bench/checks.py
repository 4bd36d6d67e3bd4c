"""Reading and checking one typical document, and its signature, beside the bare libraries.

``python -m tests.bench.checks [--quick] [--json FILE]``. The yardstick of a check is lxml's bare
parse of the document and of its display form, SHA-256 of the same bytes, and the validation of the
structured form by ``jsonschema``; that of a signature is ``signxml``'s verification of the same
document.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import thread_time

import orjson
from cryptography.hazmat.primitives.serialization import Encoding
from jsonschema import Draft7Validator
from lxml import etree

from kanta_desk.archive.cda import read_document
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.pdfa import pdf_facts
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.signatures import read_signatures
from kanta_desk.archive.structures import Structure
from kanta_desk.checks.registry import CheckContext, check_document
from kanta_desk.model.documents import PDF, XHTML
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.organisation import LAST_DAY
from kanta_desk.practice.seed import SeededVersion, seeded
from kanta_desk.practice.seed_data import SeedSet
from tests.bench.figures import Figure, run
from tests.helpers.sealing import Sealer

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of one round in processor time, in which others on the machine do not count."""
    return in_turn((work,), rounds)[0]


def in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """As ``milliseconds``, of works that take turns: what slows the processor down slows all."""
    for work in works:
        work()
    gc.collect()
    gc.freeze()  # what the bench itself has set up is nobody's garbage
    took: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, seconds in zip(works, took, strict=True):
            start = thread_time()
            work()
            seconds.append(thread_time() - start)
    return [median(seconds) * 1000 for seconds in took]


def structure_of(value: object, oid: str) -> Structure:
    """A structure that a value follows, as deep as the value, in the manner of THL's."""
    schema = schema_of(value) | {"sosmeta": {"oid": oid}}
    return Structure.parse(orjson.dumps(schema), "bench")


def schema_of(value: object) -> dict[str, object]:
    """A schema that a value follows."""
    if isinstance(value, dict):
        properties = {key: schema_of(inner) for key, inner in value.items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    if isinstance(value, list):
        # Items may differ: the schema of any keeps to their type.
        return {"type": "array", "minItems": 1, "items": {"type": _type(value[0])}}
    return {"type": _type(value), "minLength": 1}


def _type(value: object) -> str:
    return {dict: "object", list: "array", str: "string", bool: "boolean"}.get(
        type(value), "number"
    )


def typical() -> SeededVersion:
    """The practice document of median size in the form that is stored today: XHTML and JSON."""
    versions = [v for v in seeded(SeedSet.load()) if v.payloads[0].media_type == XHTML]
    return sorted(versions, key=lambda v: len(v.payloads[0].data))[len(versions) // 2]


def measure(quick: bool) -> Iterable[Figure]:
    """Check, signature, PDF."""
    rounds = 50 if quick else 500
    profile, codes = MessageProfile.load("standin-1"), CodeSets.load()
    version = typical()
    data = version.cda(profile)
    display, structured = (p.data for p in version.payloads)
    value = orjson.loads(structured)
    oid = version.metadata.structure_oid or ""
    structure = structure_of(value, oid)
    validator = Draft7Validator(schema_of(value))
    context = CheckContext(
        LAST_DAY, codes.knows, True, code_valid=codes.valid, structure=lambda _: structure
    )

    def ours() -> object:
        document = read_document(data, profile)
        whole = replace(document, metadata=replace(version.metadata, media_type=XHTML))
        return check_document(whole, context)

    if ours() != ():
        raise AssertionError("the typical document is not faultless")

    def bare() -> object:
        etree.fromstring(data)
        etree.fromstring(display)
        hashlib.sha256(data).hexdigest()
        return list(validator.iter_errors(orjson.loads(structured)))

    def rules() -> object:
        return list(validator.iter_errors(value))

    took, yard, reading = in_turn((ours, bare, lambda: read_document(data, profile)), rounds)
    yield Figure(
        f"read and check a document of {len(data) // 1024} KB",
        took,
        "ms",
        f"bare parse, hash, jsonschema: {yard:.3f} ms",
        took / yard,
        "≤ 5×",
        took <= 5 * yard,
    )
    yield Figure("  of which reading", reading, "ms")
    ruling, bare_rules = in_turn((lambda: structure.faults(value), rules), rounds)
    yield Figure(
        "  the structure alone",
        ruling,
        "ms",
        f"jsonschema: {bare_rules:.3f} ms",
        ruling / bare_rules,
    )
    yield from _signature(data, rounds)
    pdf = next(v for v in seeded(SeedSet.load()) if v.payloads[0].media_type == PDF)
    content = pdf.payloads[0].data
    yield Figure(
        f"look into a PDF of {len(content) // 1024} KB",
        milliseconds(lambda: pdf_facts(content), rounds),
        "ms",
    )


def _signature(data: bytes, rounds: int) -> Iterable[Figure]:
    from signxml.verifier import SignatureConfiguration, XMLVerifier

    validity = Validity(NOW - timedelta(days=30), NOW + timedelta(days=3000))
    root = Authority.root("Bench", "HARJOITUS", KeyKind.EC_P256, validity)
    key = KeyKind.EC_P256.generate()
    certificate = root.issue(Subject("Bench"), key.public_key(), Purpose.AUTHENTICATION, validity)
    der = certificate.public_bytes(Encoding.DER)
    signed = Sealer(key, der, root.certificate.public_bytes(Encoding.DER)).sign(data, NOW)
    (found,) = read_signatures(signed)
    if found.doubt is not None:
        raise AssertionError(found.doubt)
    expect = SignatureConfiguration(location=".//", expect_references=2, require_x509=True)

    def library() -> object:
        return XMLVerifier().verify(
            etree.fromstring(signed), x509_cert=certificate, expect_config=expect
        )

    took, yard = in_turn((lambda: read_signatures(signed), library), rounds)
    yield Figure(
        "prove a document's signature",
        took,
        "ms",
        f"signxml, parse and verify: {yard:.3f} ms",
        took / yard,
        "≤ 1.5×",
        took <= 1.5 * yard,
    )


if __name__ == "__main__":
    run(__doc__, measure)
