"""A paper signed with a card: PAdES baseline B (ETSI EN 319 142-1) by pyHanko.

The signature is added after the paper's own bytes, which stay as they are, and is proven against
the certificate before the paper is given on. It carries the signer's certificate and those above
it. It holds no time stamp of a third party and no answer about revocation: what it says of its time
is what the signer's machine said.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kanta_desk.errors import SignatureRejected

FIELD = "Allekirjoitus"
_ROOM_SIGNATURE = 512
"""Bytes left for the longest signature: RSA of 4096 bits."""

SignBytes = Callable[[bytes], bytes]
"""Signs what it is given, whole: a PKCS#1 v1.5 signature, or an ECDSA one in DER."""


class _CardSigner(Signer):
    """pyHanko's signer over a key that never leaves its card."""

    def __init__(
        self, certificate: x509.Certificate, above: SimpleCertificateStore, sign: SignBytes
    ) -> None:
        super().__init__(signing_cert=certificate, cert_registry=above)
        self._sign = sign

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature over ``data``; in a dry run only its room, so that no PIN is spent."""
        return bytes(_ROOM_SIGNATURE) if dry_run else self._sign(data)


class _Appended(IncrementalPdfFileWriter):
    """What is appended to a PDF/A-2, which stays of version 1.7: pyHanko would call it 2.0 for the
    names of digests and curves alone, and such a file is no PDF/A-2."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version as it is."""


def signed_pdf(
    paper: bytes,
    certificate: bytes,
    chain: Sequence[bytes],
    sign: SignBytes,
    *,
    name: str,
    reason: str,
) -> bytes:
    """``paper`` (PDF/A) with one signature; ``certificate`` and ``chain`` are DER.

    ``name`` is the signer's, ``reason`` what the signature is given for; both are shown by readers
    of PDF. ``sign`` is called once.

    Raises:
        SignatureRejected: if what ``sign`` gave is not the certificate's signature.
    """
    signer_certificate = _read(certificate)
    above = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    above.register_multiple(map(_read, chain))
    meta = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=_digest_of(signer_certificate),
        name=name,
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
    )
    writer = _Appended(io.BytesIO(paper))
    signer = PdfSigner(meta, _CardSigner(signer_certificate, above, sign))
    signed: bytes = signer.sign_pdf(writer).getvalue()
    _prove(signed)
    return signed


def _read(der: bytes) -> x509.Certificate:
    read: x509.Certificate = x509.Certificate.load(der)  # type: ignore[no-untyped-call]
    return read


def _digest_of(certificate: x509.Certificate) -> str:
    """The digest that a card signs over with this key: SHA-384 on P-384, else SHA-256."""
    key = certificate.public_key
    return "sha384" if key.algorithm == "ec" and key.curve[1] == "secp384r1" else "sha256"


def _prove(signed: bytes) -> None:
    """See that the signature covers the whole paper and is the certificate's; trust is apart.

    Raises:
        SignatureRejected: if it is not.
    """
    found = PdfFileReader(io.BytesIO(signed)).embedded_signatures[-1]
    found.compute_integrity_info()
    intact, valid = validate_sig_integrity(
        found.signer_info, found.signer_cert, "data", found.compute_digest()
    )
    whole = found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    if not (intact and valid and whole):
        raise SignatureRejected(detail="paper")
