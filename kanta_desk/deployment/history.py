"""What changed from one run of a test to the next, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kanta_desk.deployment.journal import row_names
from kanta_desk.model.deployment import Aspect, CellState, DocumentVerdict, Verdict
from kanta_desk.model.testruns import CellChange, RowChange, RunChanges


def changes_between(before: Verdict, after: Verdict) -> RunChanges:
    """What two runs say differently. Rows of two plans are the same if they say the same of the
    document, or else bear the same key."""
    old, new = _rows(before), _rows(after)
    keys = {row.expected.key: name for name, row in old.items()}
    pairs: dict[str, tuple[DocumentVerdict | None, DocumentVerdict | None]] = {}
    for name, row in new.items():
        known = name if name in old else keys.get(row.expected.key, "")
        pairs[name] = (old.pop(known, None), row)
    pairs |= {f"gone {name}": (row, None) for name, row in old.items()}
    extra = [{f.place for f in verdict.unexpected} for verdict in (before, after)]
    return RunChanges(
        before.run_id,
        after.run_id,
        tuple(_changes(pairs)),
        appeared=tuple(sorted(extra[1] - extra[0])),
        gone=tuple(sorted(extra[0] - extra[1])),
    )


def _rows(verdict: Verdict) -> dict[str, DocumentVerdict]:
    names = row_names(verdict.plan)
    return {names[row.expected.key]: row for row in verdict.rows}


def _changes(
    pairs: Mapping[str, tuple[DocumentVerdict | None, DocumentVerdict | None]],
) -> Iterator[RowChange]:
    for before, after in pairs.values():
        cells = tuple(
            CellChange(aspect, was, now)
            for aspect in Aspect
            if (was := _state(before, aspect)) != (now := _state(after, aspect))
        )
        pair = content = False
        if before is not None and after is not None:
            pair = before.document_oid != after.document_oid
            content = bool(before.sha256 and after.sha256) and before.sha256 != after.sha256
        row = after or before
        if row is not None and (cells or pair or content):
            yield RowChange(row.expected.key, row.expected.title, cells, pair, content)


def _state(row: DocumentVerdict | None, aspect: Aspect) -> CellState | None:
    return row.cell(aspect).state if row else None
