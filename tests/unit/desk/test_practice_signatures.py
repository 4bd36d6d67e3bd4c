"""The practice documents show all honest states of a signature: holds, does not, none."""

from __future__ import annotations

from pathlib import Path

from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.signatures import SignatureDoubt, SignatureState
from kanta_desk.practice.seed_data import SeedSet
from tests.helpers.practice import practice_desk, sign_in

SEEDS = {document.key: document for document in SeedSet.load().documents}


def test_a_seal_that_holds_one_that_was_changed_one_of_a_stranger_and_none(
    tmp_path: Path,
) -> None:
    with practice_desk(tmp_path) as desk:
        session = sign_in(desk)

        def judged(key: str) -> tuple[SignatureState, SignatureDoubt | None] | None:
            seed = SEEDS[key]
            criteria = SearchCriteria(case_id=seed.case, document_type=seed.type)
            register = next(
                r for r in desk.registers_for(session.holder) if _is_of(r.controller.name, seed)
            )
            found = session.search(criteria, register).documents
            opened = session.look(session.open(found[0].document_oid, register))
            assert opened.signatures is not None
            return next(((r.state, r.doubt) for r in opened.signatures), None)

        assert judged("IAK-01") == (SignatureState.VERIFIED, None)
        assert judged("VAM-01") == (SignatureState.NOT_VERIFIED, SignatureDoubt.DIGEST)
        assert judged("VAM-02") == (SignatureState.NOT_VERIFIED, SignatureDoubt.ISSUER)
        assert judged("IAK-02") is None


def _is_of(controller: str, seed: object) -> bool:
    whose = {"hoiva": "Hoiva", "county": "Esimerkkilän"}
    return controller.startswith(whose[str(getattr(seed, "register", ""))])
