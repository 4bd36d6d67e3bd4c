"""An installation set up by its files alone, as an administrator does it."""

from __future__ import annotations

from kanta_desk.desk.assemble import RIGHTS_FILE
from kanta_desk.practice.organisation import OWN, OWN_UNIT, PROFILE, PURPOSES
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import PracticePki
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths


def configure(paths: Paths, pki: PracticePki, url: str) -> None:
    """Write options and rights: an archive at ``url``; the archivist may act, nobody else."""
    roots = paths.config / "roots"
    roots.mkdir()
    for number, der in enumerate((*pki.roots, *pki.intermediates)):
        (roots / f"{number}.der").write_bytes(der)
    purpose = PURPOSES[0]
    (paths.config / FILE).write_text(
        f"""
trust_roots = "roots"
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
    (paths.config / RIGHTS_FILE).write_text(
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
