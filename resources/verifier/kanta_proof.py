#!/usr/bin/env python3
# ruff: noqa: B905, E501, RUF005, RUF007, T201, UP017 (Python 3.9, a command, texts one a line)
"""Checks a proof that an event is in an access log of Kanta Desk, without Kanta Desk.

    python3 kanta_proof.py PROOF.json [ANNEX.json] [--anchors FILE] [--root FILE] [--language fi|sv|en]

PROOF.json is the proof of one event, or of two checkpoints of one log being of one history.
ANNEX.json brings more witnesses: the chain of the workstation's keys, and what cards have signed.
--anchors: a text file of checkpoints that was kept outside the workstation. --root: the card
issuer's certificate (PEM or DER), got from the issuer itself. Exit status: 0 what the files claim
holds, 1 it does not, 2 a file cannot be read. The whole log of a register, as it was handed over,
is checked by kanta_register.py.

This is one file that needs Python 3.9 or newer and nothing else, so that whoever must rely on a
proof can read all of it. What is checked: RFC 9162 (Merkle tree: leaf, inclusion path, consistency
path), C2SP signed-note (checkpoints as text), RFC 8032 (Ed25519), RFC 8017 (RSA PKCS#1 v1.5),
FIPS 186-5 (ECDSA), RFC 5280 (who signed which certificate; not revocation).
"""

import argparse
import base64
import datetime
import hashlib
import json
import os
import sys

MAX_FILE = 64 * 1024 * 1024
DASH = "\u2014 "
DRIFT = datetime.timedelta(minutes=5)  # what keeping a clock right may set it back by


class Bad(Exception):
    """A claim that does not hold. Its argument is a key of TEXTS, then what fills it."""


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(text):
    return base64.b64decode(text, validate=True)


# --- The Merkle tree, RFC 9162 section 2.1 -------------------------------------------------------


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_by_path(leaf, index, size, path):
    """The root that an inclusion path leads to (section 2.1.3.2), or None."""
    if not 0 <= index < size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


def is_consistent(first, first_root, second, second_root, path):
    """Whether the second tree begins with the first (section 2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return first_root == second_root and not path
    if first & (first - 1) == 0:
        path = [first_root] + path
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# --- Ed25519, RFC 8032 section 5.1 ---------------------------------------------------------------

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def ed_add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def ed_multiply(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = ed_add(result, point)
        point = ed_add(point, point)
        number >>= 1
    return result


def ed_point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


ED_BASE = ed_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519_holds(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = ed_point(public), ed_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    left, right = ed_multiply(s, ED_BASE), ed_add(r, ed_multiply(h, a))
    same_x = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- RSA and ECDSA, as cards and their issuers sign ----------------------------------------------

DIGEST_INFO = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}
CURVES = {  # by object identifier in hex: p, b, order, base point of secp384r1; a is p - 3
    "2b81040022": (
        2**384 - 2**128 - 2**96 + 2**32 - 1,
        0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
        0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
        0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
        0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F,
    ),
}


def rsa_holds(key, message, signature, digest):
    modulus, exponent = key
    size = (modulus.bit_length() + 7) // 8
    if len(signature) != size or modulus.bit_length() < 2048 or exponent < 3:
        return False
    tail = b"\x00" + DIGEST_INFO[digest] + hashlib.new(digest, message).digest()
    wanted = b"\x00\x01" + b"\xff" * (size - 2 - len(tail)) + tail
    value = int.from_bytes(signature, "big")
    return value < modulus and pow(value, exponent, modulus).to_bytes(size, "big") == wanted


def ec_add(p, one, other):
    if one is None or other is None:
        return other if one is None else one
    if one[0] == other[0]:
        if (one[1] + other[1]) % p == 0:
            return None
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, p) % p
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, p) % p
    x = (slope * slope - one[0] - other[0]) % p
    return x, (slope * (one[0] - x) - one[1]) % p


def ec_multiply(p, number, point):
    result = None
    while number:
        if number & 1:
            result = ec_add(p, result, point)
        point = ec_add(p, point, point)
        number >>= 1
    return result


def ecdsa_holds(key, message, signature, digest):
    (p, b, order, gx, gy), (x, y) = key
    if not (0 <= x < p and 0 <= y < p) or (y * y - x * x * x + 3 * x - b) % p:
        return False
    r, s = (int.from_bytes(number, "big") for number in ec_signature(signature))
    if not (0 < r < order and 0 < s < order):
        return False
    hashed = hashlib.new(digest, message).digest()
    e = int.from_bytes(hashed, "big") >> max(0, 8 * len(hashed) - order.bit_length())
    w = pow(s, -1, order)
    found = ec_add(
        p, ec_multiply(p, e * w % order, (gx, gy)), ec_multiply(p, r * w % order, (x, y))
    )
    return found is not None and found[0] % order == r


def ec_signature(data):
    parts = children(expect(data, 0x30))
    if len(parts) != 2 or any(tag != 0x02 for tag, _, _ in parts):
        raise ValueError("not an ECDSA signature")
    return [content for _, content, _ in parts]


# --- Certificates, RFC 5280: as little of DER as is needed ---------------------------------------


def tlv(data, at):
    """Tag, content, whole and the position after it, of the DER value at a position."""
    start, tag = at, data[at]
    length, at = data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        if not 1 <= count <= 4:
            raise ValueError("length")
        length, at = int.from_bytes(data[at : at + count], "big"), at + count
    if at + length > len(data):
        raise ValueError("cut short")
    return tag, data[at : at + length], data[start : at + length], at + length


def expect(data, tag):
    found, content, _, end = tlv(data, 0)
    if found != tag or end != len(data):
        raise ValueError("not the DER value expected")
    return content


def children(data):
    parts, at = [], 0
    while at < len(data):
        tag, content, whole, at = tlv(data, at)
        parts.append((tag, content, whole))
    return parts


class Certificate:
    """What of a certificate is looked at here."""

    def __init__(self, der):
        self.der = der
        (_, tbs, self.signed), (_, algorithm, _), (_, signature, _) = children(expect(der, 0x30))
        self.signature, self.algorithm = signature[1:], children(algorithm)[0][1].hex()
        fields = children(tbs)
        if fields[0][0] == 0xA0:
            fields = fields[1:]
        self.serial = str(int.from_bytes(fields[0][1], "big", signed=True))
        self.issuer, self.subject = fields[2][2], fields[4][2]
        self.begins, self.ends = (moment(tag, text) for tag, text, _ in children(fields[3][1]))
        self.key = public_key(fields[5][1])
        self.is_ca = False
        for tag, content, _ in fields[6:]:
            if tag == 0xA3:
                for _, extension, _ in children(expect(content, 0x30)):
                    parts = children(extension)
                    if parts[0][1].hex() == "551d13":
                        self.is_ca = (0x01, b"\xff") in [
                            (t, c) for t, c, _ in children(expect(parts[-1][1], 0x30))
                        ]

    @property
    def name(self):
        names = {"550403": "", "550405": "", "55040a": ""}
        for _, group, _ in children(expect(self.subject, 0x30)):
            for _, pair, _ in children(group):
                (_, kind, _), (tag, value, _) = children(pair)
                if kind.hex() in names:
                    names[kind.hex()] = value.decode(
                        "utf-16-be" if tag == 0x1E else "utf-8", "replace"
                    )
        return ", ".join(value for value in names.values() if value)

    def is_signed_by(self, issuer):
        scheme = {
            "2a864886f70d01010b": "sha256",
            "2a864886f70d01010c": "sha384",
            "2a864886f70d01010d": "sha512",
            "2a8648ce3d040302": "sha256",
            "2a8648ce3d040303": "sha384",
            "2a8648ce3d040304": "sha512",
        }.get(self.algorithm)
        return scheme is not None and holds(issuer.key, self.signed, self.signature, scheme)


def moment(tag, content):
    text = content.decode("ascii")
    if tag == 0x17:
        text = ("19" if text[0] >= "5" else "20") + text
    return datetime.datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=datetime.timezone.utc)


def public_key(spki):
    (_, algorithm, _), (_, bits, _) = children(spki)
    kinds = children(algorithm)
    if kinds[0][1].hex() == "2a864886f70d010101":
        (_, modulus, _), (_, exponent, _) = children(expect(bits[1:], 0x30))
        return "rsa", (int.from_bytes(modulus, "big"), int.from_bytes(exponent, "big"))
    if kinds[0][1].hex() == "2a8648ce3d0201" and kinds[1][1].hex() in CURVES and bits[1] == 4:
        half = (len(bits) - 2) // 2
        point = (int.from_bytes(bits[2 : 2 + half], "big"), int.from_bytes(bits[2 + half :], "big"))
        return "ec", (CURVES[kinds[1][1].hex()], point)
    raise ValueError("a kind of key that cards and their issuers do not have")


def holds(key, message, signature, digest):
    kind, numbers = key
    return (rsa_holds if kind == "rsa" else ecdsa_holds)(numbers, message, signature, digest)


# --- Signed notes --------------------------------------------------------------------------------


class Note:
    """A signed text; a checkpoint or a link of the key chain."""

    def __init__(self, whole):
        text, gap, line = whole.rpartition("\n\n")
        words = line.rstrip("\n").split(" ")
        if not gap or not line.startswith(DASH) or len(words) != 3:
            raise ValueError("not a signed note")
        self.text, self.signer, blob = text + "\n", words[1], b64(words[2])
        self.key_id, self.signature = blob[:4], blob[4:]
        self.lines = text.split("\n")
        self.said = dict(line.partition(": ")[::2] for line in self.lines if ": " in line)
        self.key = b64(self.said["key"])

    def is_signed_by(self, key):
        known = sha256(self.signer.encode() + b"\n\x01" + key)[:4]
        return known == self.key_id and ed25519_holds(key, self.text.encode(), self.signature)


class Checkpoint(Note):
    """How a log stood at a moment."""

    def __init__(self, whole):
        super().__init__(whole)
        self.origin, self.size, self.root = self.lines[0], int(self.lines[1]), b64(self.lines[2])
        self.tree = self.origin.split("/", 2)[2]
        self.time, self.epoch = self.said["time"], int(self.said["epoch"])
        if str(self.size) != self.lines[1]:
            raise ValueError("size")


def at(time):
    """A time as notes and cards tell it."""
    return datetime.datetime.fromisoformat(time.replace("Z", "+00:00"))


# --- What is claimed and what is found -----------------------------------------------------------


class Report:
    """Collects what was proved and what was not, in one language."""

    def __init__(self, language):
        self.language, self.proved, self.open = language, {}, {}  # each text once, in order

    def text(self, key, *values):
        texts = TEXTS[key].split(" | ")
        return texts[("fi", "sv", "en").index(self.language)].format(*values)

    def add(self, key, *values):
        self.proved[self.text(key, *values)] = key

    def leave(self, key, *values):
        self.open[self.text(key, *values)] = key


def check_event(proof, report):
    """The event is in the tree that the checkpoint signs."""
    entry, index = proof["entry"].encode(), int(proof["index"])
    note = Checkpoint(proof["checkpoint"])
    root = root_by_path(leaf_hash(entry), index, note.size, [b64(h) for h in proof["path"]])
    if root != note.root:
        raise Bad("bad-path")
    fields = json.loads(entry)
    if fields[1] != index + 1:
        raise Bad("bad-number")
    shown = datetime.datetime.fromtimestamp(fields[3] / 1000, datetime.timezone.utc)
    print(report.text("event", fields[1], note.tree))
    print("  " + " | ".join(str(f) for f in (shown.isoformat(), fields[5], fields[6], fields[9])))
    report.add("inclusion", fields[1], note.size, note.time)
    return note


def check_consistency(proof, report):
    """The older checkpoint's log is the beginning of the newer one's."""
    old, new = Checkpoint(proof["old"]), Checkpoint(proof["new"])
    path = [b64(h) for h in proof["path"]]
    if old.origin != new.origin or not is_consistent(old.size, old.root, new.size, new.root, path):
        raise Bad("bad-consistency")
    print(report.text("two", new.tree))
    report.add("consistency", old.size, old.time, new.size, new.time)
    if not old.is_signed_by(old.key):
        raise Bad("bad-note", old.size)
    return new


def follows(link, before):
    """Whether the key before vouches for a link of the chain."""
    named = link.said["previous"] == base64.b64encode(sha256(before.text.encode())).decode()
    next_one = int(link.said["epoch"]) == int(before.said["epoch"]) + 1
    return named and next_one and link.is_signed_by(before.key)


def check_links(note, annex, report):
    """The chain of keys, each vouched for by the one before, leads to the checkpoint's key."""
    links = [Note(whole) for whole in annex.get("links", [])]
    if not links:
        report.leave("no-links")
        return []
    for before, link in zip(links, links[1:]):
        if not follows(link, before):
            raise Bad("bad-link", link.said["epoch"])
    own = [link for link in links if int(link.said["epoch"]) == note.epoch]
    later = [link for link in links if int(link.said["epoch"]) == note.epoch + 1]
    is_own = any(note.lines[0].startswith(link.lines[0][: -len("keys")]) for link in own)
    if not is_own or own[0].key != note.key or at(note.time) < at(own[0].said["since"]) - DRIFT:
        raise Bad("bad-epoch", note.epoch)
    if later and at(note.time) > at(later[0].said["since"]) + DRIFT:
        raise Bad("bad-epoch", note.epoch)
    report.add("links", links[0].said["epoch"], links[0].said["since"], note.epoch)
    return links


def check_card(card, note, links, roots, report):
    """A card signed a statement of the log's heads; the checkpoint's log agrees with it."""
    heads = card["heads"]
    certificate, time = signed_heads(card)
    tree = [line.split(" ") for line in heads.split("\n") if line.startswith(note.tree + " ")]
    if not tree:
        raise Bad("bad-heads")
    size, root = int(tree[0][1]), b64(tree[0][2])
    path = [b64(h) for h in card["path"]]
    old, new = sorted([(size, root), (note.size, note.root)])
    if not is_consistent(*old, *new, path):
        raise Bad("bad-card-tree", size)
    report.add("card", certificate.name, time, size, note.size)
    for line in heads.split("\n"):
        words = line.split(" ")
        known = [link for link in links if words[:1] == ["keys"] and link.said["epoch"] == words[1]]
        if known and words[2] != known[0].said["key"]:
            raise Bad("bad-epoch", words[1])
        if known:
            report.add("card-key", words[1])
    check_path(certificate, [Certificate(b64(c)) for c in card["issuers"]], roots, time, report)


def signed_heads(card):
    """Whose card signed how a log stood, and when: its certificate, and the time it said."""
    message, heads = b64(card["message"]), card["heads"]
    lines = message.decode().split("\n")
    said = dict(line.partition(": ")[::2] for line in lines if ": " in line)
    of_log = lines[0] in ("KANTA-DESK CHALLENGE 1", "KANTA-DESK SEAL 1")
    if not of_log or said.get("log-head", "").rpartition(":")[2] != sha256(heads.encode()).hex():
        raise Bad("bad-heads")
    certificate = Certificate(b64(card["certificate"]))
    digest = {"RSA-PKCS1-SHA256": "sha256", "ECDSA-P384-SHA384": "sha384"}[card["algorithm"]]
    if not holds(certificate.key, message, b64(card["signature"]), digest):
        raise Bad("bad-card")
    return certificate, said["time"]


def check_path(certificate, issuers, roots, time, report):
    """Who vouches for the card's certificate."""
    then = at(time)
    here, steps = certificate, 0
    while True:
        if not here.begins <= then <= here.ends:
            report.leave("validity", here.name)
            return
        above = [i for i in roots + issuers if i.subject == here.issuer and here.is_signed_by(i)]
        if not above or steps > 8:
            report.leave("no-issuer", here.name, hashlib.sha256(here.der).hexdigest())
            return
        if not above[0].is_ca:
            raise Bad("bad-issuer", above[0].name)
        here, steps = above[0], steps + 1
        if here.der in [root.der for root in roots]:
            report.add("issuer", here.name)
            report.leave("revocation")
            return
        if here.subject == here.issuer:
            report.leave("no-issuer", here.name, hashlib.sha256(here.der).hexdigest())
            return


def check_anchors(note, text, report):
    """The checkpoint is among those that were kept elsewhere."""
    parts = text.split("\n\n")
    if note.text[:-1] in parts:
        report.add("anchored")
        return
    other = [
        p.split("\n") for p in parts if p.startswith(note.origin + "\n" + str(note.size) + "\n")
    ]
    if other and b64(other[0][2]) != note.root:
        raise Bad("bad-anchor", note.size)
    report.leave("not-anchored")


def read(path):
    with open(path, "rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise ValueError("too large")
    return data


def read_certificates(path):
    data = read(path)
    if b"-----BEGIN CERTIFICATE-----" not in data:
        return [Certificate(data)]
    bodies = data.decode("ascii").split("-----BEGIN CERTIFICATE-----")[1:]
    return [Certificate(b64("".join(b.split("-----END")[0].split()))) for b in bodies]


def check(arguments, report):
    if os.path.isdir(arguments.proof):
        raise ValueError(report.text("folder"))
    proof = json.loads(read(arguments.proof))
    annex = json.loads(read(arguments.annex)) if arguments.annex else {}
    roots = read_certificates(arguments.root) if arguments.root else []
    if proof["form"] == "kanta-desk proof 1":
        note = check_event(proof, report)
    elif proof["form"] == "kanta-desk consistency 1":
        note = check_consistency(proof, report)
    else:
        raise ValueError("another form of proof")
    if not note.is_signed_by(note.key):
        raise Bad("bad-note", note.size)
    report.add("note", note.signer, note.time)
    links = check_links(note, annex, report)
    for card in annex.get("cards", []):
        check_card(card, note, links, roots, report)
    if not annex.get("cards"):
        report.leave("no-card")
    if arguments.anchors:
        check_anchors(note, read(arguments.anchors).decode("utf-8"), report)
    else:
        report.leave("no-anchors")
    report.leave("elsewhere")


def run(check, parser, words):
    """Check what the words name, and say what was found; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser.add_argument("--anchors")
    parser.add_argument("--root")
    parser.add_argument("--language", choices=("fi", "sv", "en"), default="fi")
    arguments = parser.parse_args(words)
    report = Report(arguments.language)
    try:
        check(arguments, report)
    except Bad as found:
        print(report.text("does-not-hold"))
        print("  " + report.text(*found.args))
        return 1
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as fault:
        print(report.text("unreadable", type(fault).__name__ + ": " + str(fault)), file=sys.stderr)
        return 2
    print(report.text("proved"))
    for line in report.proved:
        print("  + " + line)
    print(report.text("not-proved"))
    for line in report.open:
        print("  - " + line)
    return 0


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("proof")
    parser.add_argument("annex", nargs="?")
    return run(check, parser, words)


# Each text in Finnish, Swedish and English.
TEXTS = """
event: Tapahtuma {0}, loki {1} | Händelse {0}, logg {1} | Event {0}, log {1}
two: Kaksi tarkistuspistettä, loki {0} | Två kontrollpunkter, logg {0} | Two checkpoints, log {0}
proved: TÄMÄ ON TODISTETTU: | DETTA ÄR BEVISAT: | THIS IS PROVED:
not-proved: TÄTÄ EI OLE TODISTETTU: | DETTA ÄR INTE BEVISAT: | THIS IS NOT PROVED:
does-not-hold: TODISTUS EI PIDÄ PAIKKAANSA: | BEVISET HÅLLER INTE: | THE PROOF DOES NOT HOLD:
unreadable: Tiedostoa ei voi lukea: {0} | Filen kan inte läsas: {0} | A file cannot be read: {0}
folder: kansion tarkistaa kanta_register.py | en mapp kontrolleras med kanta_register.py | a folder is checked by kanta_register.py
inclusion: Tapahtuma {0} on täsmälleen tässä muodossa lokissa, jossa oli {1} tapahtumaa {2}. | Händelse {0} finns i exakt denna form i loggen, som hade {1} händelser {2}. | Event {0} is in the log in exactly this form, when the log had {1} events at {2}.
consistency: Loki, jossa oli {0} tapahtumaa {1}, on sellaisenaan sen lokin alkuosa, jossa oli {2} tapahtumaa {3}. | Loggen som hade {0} händelser {1} är oförändrad början på loggen som hade {2} händelser {3}. | The log of {0} events at {1} is, unchanged, the beginning of the log of {2} events at {3}.
note: Työaseman {0} avain on allekirjoittanut tarkistuspisteen {1}. | Arbetsstationens {0} nyckel har undertecknat kontrollpunkten {1}. | The key of workstation {0} signed the checkpoint of {1}.
links: Avain polveutuu katkeamatta avaimesta {0}, joka otettiin käyttöön {1}; tarkistuspisteen avain on numero {2}. | Nyckeln härstammar utan avbrott från nyckel {0}, som togs i bruk {1}; kontrollpunktens nyckel har nummer {2}. | The key descends without a break from key {0}, in use since {1}; the checkpoint's key is number {2}.
card: Kortti ”{0}” on allekirjoittanut {1} lokin, jossa oli {2} tapahtumaa; se ja tarkistuspisteen {3} tapahtumaa ovat samaa historiaa. | Kortet ”{0}” undertecknade {1} loggen med {2} händelser; den och kontrollpunktens {3} händelser är samma historia. | The card “{0}” signed at {1} the log of {2} events; it and the checkpoint's {3} events are one history.
card-key: Kortti on samalla vahvistanut työaseman avaimen {0}. | Kortet bekräftade samtidigt arbetsstationens nyckel {0}. | The card vouched for the workstation's key {0} at the same time.
issuer: Kortin varmenteen on myöntänyt annettu juuri ”{0}”. | Kortets certifikat härrör från den givna roten ”{0}”. | The card's certificate comes from the given root “{0}”.
anchored: Sama tarkistuspiste on työaseman ulkopuolella säilytettävissä tarkistuspisteissä. | Samma kontrollpunkt finns bland dem som bevaras utanför arbetsstationen. | The same checkpoint is among those kept outside the workstation.
no-links: Että tarkistuspisteen avain on työaseman oma: avainketjua ei annettu. | Att kontrollpunktens nyckel är arbetsstationens egen: ingen nyckelkedja gavs. | That the checkpoint's key is the workstation's own: no key chain was given.
no-card: Että kukaan ihminen olisi allekirjoittanut lokin: korttiallekirjoitusta ei annettu. | Att någon människa har undertecknat loggen: ingen kortunderskrift gavs. | That any person signed the log: no card signature was given.
no-anchors: Että loki on sama kuin muualla säilytetty: muualla säilytettyjä tarkistuspisteitä ei annettu. | Att loggen är den som bevaras annanstans: inga kontrollpunkter därifrån gavs. | That the log is the one vouched for elsewhere: no checkpoints from elsewhere were given.
not-anchored: Että loki on sama kuin muualla säilytetty: tätä tarkistuspistettä ei ole niissä. | Att loggen är den som bevaras annanstans: denna kontrollpunkt finns inte där. | That the log is the one vouched for elsewhere: this checkpoint is not there.
no-issuer: Että varmenne on aito: vertaa varmenteen ”{0}” SHA-256-tiivistettä myöntäjän ilmoittamaan: {1} | Att certifikatet är äkta: jämför SHA-256 för ”{0}” med vad utfärdaren uppger: {1} | That the certificate is genuine: compare the SHA-256 of “{0}” with what its issuer says: {1}
validity: Että varmenne ”{0}” oli voimassa allekirjoitettaessa. | Att certifikatet ”{0}” gällde vid underskriften. | That the certificate “{0}” was valid at the time of signing.
revocation: Että korttia ei ollut peruutettu: sulkulistaa ei tarkisteta tässä. | Att kortet inte var spärrat: spärrlistan kontrolleras inte här. | That the card was not revoked: revocation is not checked here.
elsewhere: Että tapahtuma on kirjattu totuudenmukaisesti tai että kaikki tapahtumat on kirjattu: todistus koskee vain sitä, ettei kirjattua ole muutettu. | Att händelsen antecknades sanningsenligt eller att alla händelser antecknades: beviset gäller bara att det antecknade inte har ändrats. | That the event was recorded truthfully, or that every event was recorded: the proof is only that what was recorded was not changed.
bad-path: Tapahtuma ei johda tarkistuspisteen juuritiivisteeseen. | Händelsen leder inte till kontrollpunktens rotkondensat. | The event does not lead to the checkpoint's root hash.
bad-number: Tapahtuman oma numero on toinen kuin sen paikka lokissa. | Händelsens eget nummer är ett annat än dess plats i loggen. | The event's own number is not its place in the log.
bad-consistency: Vanhempi loki ei ole uudemman alkuosa: lokia on muutettu tarkistuspisteiden välillä tai lokeja on kaksi. | Den äldre loggen är inte början på den nyare: loggen har ändrats emellan eller det finns två. | The older log is not the beginning of the newer: it was changed in between, or there are two.
bad-note: Tarkistuspisteen ({0} tapahtumaa) allekirjoitus on väärä. | Underskriften på kontrollpunkten ({0} händelser) är fel. | The signature of the checkpoint ({0} events) is wrong.
bad-link: Avainketju katkeaa avaimeen {0}. | Nyckelkedjan bryts vid nyckel {0}. | The key chain breaks at key {0}.
bad-epoch: Tarkistuspistettä ei ole allekirjoittanut sen ajan avain ({0}). | Kontrollpunkten är inte undertecknad med sin tids nyckel ({0}). | The checkpoint was not signed by the key of its time ({0}).
bad-heads: Kortin allekirjoittama tieto ei koske tätä lokia. | Det som kortet undertecknade gäller inte denna logg. | What the card signed is not about this log.
bad-card: Kortin allekirjoitus on väärä. | Kortets underskrift är fel. | The card's signature is wrong.
bad-card-tree: Kortin allekirjoittama loki ({0} tapahtumaa) on toista historiaa kuin tarkistuspiste. | Loggen som kortet undertecknade ({0} händelser) har en annan historia än kontrollpunkten. | The log that the card signed ({0} events) is of another history than the checkpoint.
bad-issuer: Varmenne ”{0}” ei ole varmenteen myöntäjän varmenne. | Certifikatet ”{0}” är inte en utfärdares. | The certificate “{0}” is not an issuer's.
bad-anchor: Muualla säilytetty tarkistuspiste ({0} tapahtumaa) on toinen: lokilla on kaksi historiaa. | Kontrollpunkten som bevaras annanstans ({0} händelser) är en annan: loggen har två historier. | The checkpoint kept elsewhere ({0} events) is another: the log has two histories.
"""
TEXTS = dict(line.split(": ", 1) for line in TEXTS.strip().split("\n"))


if __name__ == "__main__":
    sys.exit(main())
