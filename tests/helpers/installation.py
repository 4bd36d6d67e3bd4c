"""An installation set up by its files alone, as an administrator does it."""

from __future__ import annotations

from datetime import date

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.session import Session
from kanta_desk.model.people import Register
from kanta_desk.model.rights import Decision
from kanta_desk.practice.organisation import OWN, OWN_UNIT, PROFILE, PURPOSES
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import PracticePki
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths
from tests.helpers.practice import PATIENCE


def first_session(desk: Desk, register: Register, pin: str, *, adopt: bool = True) -> Session:
    """The holder of the card that is in becomes the first administrator, once and for all; a
    ``rights.toml`` written by hand is brought in by the same act."""
    decision = Decision("1/2026", date(2026, 1, 1), "Toimitusjohtaja")

    def begin() -> Session:
        return desk.first_administrator(bytearray(pin, "ascii"), register, decision, adopt=adopt)

    return desk.submit(Lane.CARD, begin).result(PATIENCE)


def configure(paths: Paths, pki: PracticePki, url: str, status_url: str = "") -> None:
    """Write options, and rights by hand as before the log held them: an archive at ``url``; the
    archivist may act, nobody else, once the first administrator has brought them in.

    Whether certificates are revoked is asked at ``status_url``; without one nobody can tell, and
    the organisation lets its people look at documents all the same.
    """
    trust = f'proxy = "{status_url}"' if status_url else "unknown_may_view = true"
    roots = paths.config / "roots"
    roots.mkdir()
    for number, der in enumerate((*pki.roots, *pki.intermediates)):
        (roots / f"{number}.der").write_bytes(der)
    (paths.config / "log.secret").write_text("a machine without a keyring\n", encoding="utf-8")
    purpose = PURPOSES[0]
    (paths.config / FILE).write_text(
        f"""
trust_roots = "roots"
[log]
keys = "passphrase"
passphrase_file = "log.secret"
[trust]
{trust}
[organisation]
oid = "{OWN.party.oid}"
name = "{OWN.name}"
business_id = "{OWN.business_id}"
unit_oid = "{OWN_UNIT.oid}"
unit_name = "{OWN_UNIT.name}"
[connection]
name = "Testi"
mode = "test"
url = "{url}"
profile = "{PROFILE}"
ca_file = "{pki.ca_file.as_posix()}"
client_chain = "{pki.client_chain.as_posix()}"
client_key = "{pki.client_key.as_posix()}"
timeout = 10.0
[[purpose]]
code = "{purpose.code}"
fi = "{purpose.name.fi}"
sv = "{purpose.name.sv}"
en = "{purpose.name.en}"
""",
        encoding="utf-8",
    )
    paths.rights.write_text(
        "".join(
            f"""
[[grant]]
identifier = "{ARCHIVIST.person.identifier}"
name = "Maija Arkistonhoitaja"
role = "{role}"
controller = "{OWN.register.controller.oid}"
controller_name = "{OWN.register.controller.name}"
register = "{OWN.register.code.value}"
basis = "Päätös 1/2026"
valid_from = 2026-01-01
granted_by = "Toimitusjohtaja"
"""
            for role in ("archivist", "auditor")
        ),
        encoding="utf-8",
    )
