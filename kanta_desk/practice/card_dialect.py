"""How the cards of each scheme speak: the software card is one of these, strictly.

Facts: FINEID S4-2 v4.0 (professional, staff, operator, backup and organisation cards) as
transcribed by an independent implementation; FINEID S4-1 v3.1 and v4.0 (citizens' cards) as Web
eID's and OpenSC's drivers use them. What is not published is played the harsher way, so that a
reader who assumes the milder one is found out: a PIN in the other scheme's form is a wrong PIN.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Dialect:
    """One card model, as its reader meets it.

    ``pin1``, ``pin2``, ``puk``: references; ``pin_digits`` their shortest and longest values.
    ``block``: the length to which a PIN is padded with 00, 0 where it travels bare.
    ``most``: bytes that one READ BINARY gives.
    ``hash_first``: the digest comes in PSO HASH, and the signature's length must be asked exactly:
    a 6Cxx loses the digest (OpenSC). Else it comes within PSO CDS, and there is no PSO HASH.
    ``keys_by_folder``: the signature key is found in DF.ESIGN alone, and that by its name alone.
    ``unblock_at_once``: RESET RETRY COUNTER carries the PUK too; else that is verified first.
    ``tries_object``: GET DATA tells the tries of a PIN.
    ``trap``: selecting what is not there answers 9000, and the read tells.
    """

    name: str
    atr: bytes
    pin1: int
    pin2: int
    puk: int
    pin_digits: tuple[int, int]
    pin2_digits: tuple[int, int]
    block: int
    authentication_key: int
    signature_key: int
    signature_file: int
    issuer_file: int
    root_file: int
    most: int
    hash_first: bool
    keys_by_folder: bool
    unblock_at_once: bool
    tries_object: bool
    trap: bool

    def form(self, pin: bytes) -> bytes:
        """A PIN as the card keeps and compares it."""
        return pin.ljust(self.block, b"\x00") if self.block else pin


COSMO_X = Dialect(
    name="cosmo-x",
    atr=bytes.fromhex("3BDD96008031FE450031B8640429ECC1739401808349"),
    pin1=0x03,
    pin2=0x04,
    puk=0x12,
    pin_digits=(4, 8),
    pin2_digits=(4, 8),
    block=0,
    authentication_key=0x01,
    signature_key=0x82,
    signature_file=0x4332,
    issuer_file=0x4333,
    root_file=0x4334,
    most=0xE7,
    hash_first=False,
    keys_by_folder=True,
    unblock_at_once=False,
    tries_object=False,
    trap=True,
)
IDEAL_CITIZ = replace(
    COSMO_X,
    name="ideal-citiz",
    atr=bytes.fromhex("3BDD96008031FE450031B8640429ECC1739401808248"),
)
COSMO_V7 = replace(
    COSMO_X,
    name="cosmo-v7",
    atr=bytes.fromhex("3BDF96008031FE450031B8640429ECC173940180829000DA"),
)
CITIZEN_4_0 = Dialect(
    name="citizen-4.0",
    atr=bytes.fromhex("3B7F9600008031B865B085050011122460829000"),
    pin1=0x11,
    pin2=0x82,
    puk=0x83,
    pin_digits=(4, 12),
    pin2_digits=(6, 12),
    block=12,
    authentication_key=0x01,
    signature_key=0x02,
    signature_file=0x4332,
    issuer_file=0x4336,
    root_file=0x4334,
    most=0xB5,
    hash_first=True,
    keys_by_folder=False,
    unblock_at_once=True,
    tries_object=True,
    trap=False,
)
CITIZEN_3_1 = replace(
    CITIZEN_4_0,
    name="citizen-3.1",
    atr=bytes.fromhex("3B7F9600008031B865B08504021B1200F6829000"),
    signature_key=0x03,
    signature_file=0x4335,
)

DIALECTS = {
    dialect.name: dialect for dialect in (COSMO_X, IDEAL_CITIZ, COSMO_V7, CITIZEN_4_0, CITIZEN_3_1)
}
