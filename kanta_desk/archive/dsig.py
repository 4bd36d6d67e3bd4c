"""XML-DSig's vocabulary and the few steps that making and proving signatures share.

XML-DSig 1.1 and RFC 4051/6931 for the identifiers; an elliptic signature is r‖s (§6.4.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from lxml import etree

from kanta_desk.trust.certificate import PublicKey

DS: Final = "http://www.w3.org/2000/09/xmldsig#"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
ENVELOPED: Final = f"{DS}enveloped-signature"
EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
XML_NS: Final = "http://www.w3.org/XML/1998/namespace"
_ENC: Final = "http://www.w3.org/2001/04/xmlenc#"
_MORE: Final = "http://www.w3.org/2001/04/xmldsig-more#"

DIGESTS: Final = {
    f"{_ENC}sha256": "sha256",
    f"{_MORE}sha384": "sha384",
    f"{_ENC}sha512": "sha512",
}
RSA_SHA256: Final = f"{_MORE}rsa-sha256"
ECDSA_SHA256: Final = f"{_MORE}ecdsa-sha256"
ECDSA_SHA384: Final = f"{_MORE}ecdsa-sha384"
RSA_METHODS: Final[dict[str, type[hashes.HashAlgorithm]]] = {
    RSA_SHA256: hashes.SHA256,
    f"{_MORE}rsa-sha384": hashes.SHA384,
    f"{_MORE}rsa-sha512": hashes.SHA512,
}
ECDSA_METHODS: Final[dict[str, type[hashes.HashAlgorithm]]] = {
    ECDSA_SHA256: hashes.SHA256,
    ECDSA_SHA384: hashes.SHA384,
    f"{_MORE}ecdsa-sha512": hashes.SHA512,
}
SHA256: Final = f"{_ENC}sha256"
MIN_RSA_BITS: Final = 2048


def holds(key: PublicKey, method: str, message: bytes, value: bytes) -> bool | None:
    """Whether ``value`` is the key's signature by ``method`` over ``message``.

    None where the method is none for this key: a method of another family (HMAC, DSA, an elliptic
    one for an RSA key), a weak hash, or a short key.
    """
    try:
        if isinstance(key, rsa.RSAPublicKey):
            digest = RSA_METHODS.get(method)
            if digest is None or key.key_size < MIN_RSA_BITS:
                return None
            key.verify(value, message, padding.PKCS1v15(), digest())
            return True
        digest = ECDSA_METHODS.get(method)
        if digest is None:
            return None
        size = (key.curve.key_size + 7) // 8
        if len(value) != 2 * size:
            return False
        halves = (int.from_bytes(half, "big") for half in (value[:size], value[size:]))
        key.verify(encode_dss_signature(*halves), message, ec.ECDSA(digest()))
    except InvalidSignature:
        return False
    return True


def canonical(element: etree._Element, method: str, prefixes: tuple[str, ...] = ()) -> bytes:
    """An element in canonical form without comments, with the namespaces that are in scope there.

    ``prefixes`` are those that exclusive canonicalisation is to treat inclusively.
    """
    if method == EXCLUSIVE and not prefixes:
        return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)
    # What is inherited from outside counts in the inclusive form: serialising it writes the
    # namespaces in scope at the element; xml:lang and its like are inherited by hand (C14N §2.4).
    alone = etree.fromstring(
        etree.tostring(element, encoding="utf-8", with_tail=False), _reparser()
    )
    if method == INCLUSIVE:
        for ancestor in element.iterancestors():
            for name, value in ancestor.attrib.items():
                if str(name).startswith(f"{{{XML_NS}}}") and alone.get(name) is None:
                    alone.set(name, value)
    return etree.tostring(
        alone,
        method="c14n",
        exclusive=method == EXCLUSIVE,
        with_comments=False,
        inclusive_ns_prefixes=list(prefixes) or None,
    )


def canonical_whole(root: etree._Element, method: str, prefixes: tuple[str, ...] = ()) -> bytes:
    """A whole document in canonical form, with the processing instructions beside its root."""
    return etree.tostring(
        root.getroottree(),
        method="c14n",
        exclusive=method == EXCLUSIVE,
        with_comments=False,
        inclusive_ns_prefixes=list(prefixes) or None,
    )


@contextmanager
def without(element: etree._Element) -> Iterator[None]:
    """The tree as it is without ``element``, and with the text that follows it."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root cannot be left out")
    place, tail, before = parent.index(element), element.tail, element.getprevious()
    holder, name = (parent, "text") if before is None else (before, "tail")
    said = getattr(holder, name)
    parent.remove(element)
    element.tail = None
    setattr(holder, name, f"{said or ''}{tail or ''}" or None)
    try:
        yield
    finally:
        setattr(holder, name, said)
        parent.insert(place, element)
        element.tail = tail


def _reparser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
