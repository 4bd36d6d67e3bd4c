"""Certificates: a revocation list of a million entries, and what a trust decision costs.

The yardstick of a list is the least that must be done with it: hashing its bytes once. That of a
look-up is the same look-up by a general parser; that of a decision, its bare HTTP requests.
"""

from __future__ import annotations

import hashlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.practice.authority import Authority, KeyKind, Validity
from kanta_desk.practice.pki_answers import Mood
from kanta_desk.practice.pki_lists import Listed, revocation_list
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_index import IndexedList
from kanta_desk.trust.ocsp import MAX_ANSWER, REQUEST_TYPE, question
from tests.bench.figures import Figure, run
from tests.helpers.revocation import fresh_card, issuers

_ENTRIES, _FEW = 1_000_000, 50_000


def measure(quick: bool) -> Iterable[Figure]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _lists(Path(folder), _FEW if quick else _ENTRIES)
        yield from _decisions(Path(folder), 10 if quick else 60)


def _lists(folder: Path, entries: int) -> Iterable[Figure]:
    now = datetime.now(UTC)
    validity = Validity(now - timedelta(days=1), now + timedelta(days=365))
    authority = Authority.root("Bench Root CA", "Bench", KeyKind.RSA_3072, validity)
    # Serial numbers of sixteen bytes with a reason each: some 50 bytes an entry, as DVV's had.
    serials = [int.from_bytes(hashlib.md5(b"%d" % n).digest()) >> 1 for n in range(entries)]
    der = revocation_list(
        authority, (Listed(s, now, 1) for s in serials), now, now + timedelta(days=1)
    )
    issuer = folder / "issuer.der"
    issuer.write_bytes(authority.certificate.public_bytes(Encoding.DER))
    path = folder / "large.crl"
    path.write_bytes(der)
    size = len(der)
    yield Figure("list: size", size / 1e6, "MB")
    hashing = _seconds(lambda: hashlib.sha512(der).digest())
    whole = _seconds(lambda: len(x509.load_der_x509_crl(der)))
    # In a process of its own, so that its memory is its own.
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.trust_index", str(path), str(issuer)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, grown, size_after = (float(word) for word in told.stdout.split())
    yield Figure(
        "list: verify, index and write", seconds, "s", f"hash it once: {hashing:.3g} s",
        seconds / hashing,
    )  # fmt: skip
    yield Figure(
        "list: memory beyond mapped pages", grown / 1e6, "MB", f"its size: {size / 1e6:.0f} MB",
        grown / size, "< 1×", grown < size,
    )  # fmt: skip
    yield Figure("list: index", (size_after - size) / 1e6, "MB")
    with IndexedList.opened(path) as found:
        sample = serials[:: max(1, entries // 2000)]
        ours = _seconds(lambda: [found.find(s) for s in sample]) / len(sample)
        assert all(found.find(s) is not None for s in sample)
        misses = _seconds(lambda: [found.find(s ^ 1 << 60) for s in sample]) / len(sample)
        signer = Certificate.parse(issuer.read_bytes())
        check = _seconds(lambda: found.is_true(signer, "http://status.example/ca.crl"))
    parsed = x509.load_der_x509_crl(der)
    few = sample[:: max(1, len(sample) // 10)]
    theirs = _seconds(lambda: [parsed.get_revoked_certificate_by_serial_number(s) for s in few])
    theirs /= len(few)
    yield Figure(
        "list: look-up, listed", ours * 1e6, "µs", f"parsed in memory: {theirs * 1e6:,.0f} µs",
        ours / theirs, "< 1×", ours < theirs,
    )  # fmt: skip
    yield Figure("list: look-up, not listed", misses * 1e6, "µs")
    yield Figure(
        "list: proven anew at first use", check, "s", f"parse it whole: {whole:.3g} s",
        check / whole,
    )  # fmt: skip


def _decisions(folder: Path, times: int) -> Iterable[Figure]:
    with issuers(folder / "crl") as asked:
        card = fresh_card()
        asked.admit(card)
        leaf, issuer = Certificate.parse(card.authentication), Certificate.parse(card.issuer)
        request = question(leaf, issuer).request

        def bare() -> None:
            asked.fetcher.post(leaf.ocsp_urls[0], request, REQUEST_TYPE, MAX_ANSWER)

        ours = _median(lambda: asked.admit(card), times)
        wire = _median(bare, times)
        yield Figure(
            "decision by OCSP: path, answer, issuer's list", ours * 1e3, "ms",
            f"the bare request: {wire * 1e3:.3g} ms", ours / wire,
        )  # fmt: skip
        asked.server.ocsp = Mood.FAILING
        kept = _median(lambda: asked.admit(card), times)
        yield Figure(
            "decision by the kept list, OCSP failing", kept * 1e3, "ms",
            f"the bare request: {wire * 1e3:.3g} ms", kept / wire,
        )  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _median(work: Callable[[], object], times: int) -> float:
    return statistics.median(_seconds(work) for _ in range(times))


if __name__ == "__main__":
    run(__doc__, measure)
