"""A verdict for programs and for the terminal: ``verdict.json``, and the matrix in plain lines."""

from __future__ import annotations

import unicodedata
from typing import Any

import orjson

from kanta_desk.deployment.clients import name_of_test_person
from kanta_desk.deployment.outcome import result_of
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    Aspect,
    Cell,
    CellState,
    CountVerdict,
    Decision,
    DocumentVerdict,
    Verdict,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.text import Counted, Language, Text

FORMAT = "kanta-desk-verdict-1"
_MAX_NAME = 34
_SIGNS = {
    CellState.OK: "✓",
    CellState.WARNING: "!",
    CellState.FAILED: "✗",
    CellState.NOT_CHECKED: "–",
    CellState.WAITING: "…",
    CellState.ASKS: "?",
    CellState.NOT_NEEDED: "·",
}
_DOCUMENT = Text("Asiakirja", "Handling", "Document")
_UNEXPECTED = Counted(
    Text(
        "{n} asiakirja, jota suunnitelmassa ei ole:",
        "{n} handling som inte ingår i planen:",
        "{n} document that is not in the plan:",
    ),
    Text(
        "{n} asiakirjaa, joita suunnitelmassa ei ole:",
        "{n} handlingar som inte ingår i planen:",
        "{n} documents that are not in the plan:",
    ),
)


def verdict_json(verdict: Verdict) -> bytes:
    """The verdict in its stable machine form: members are only ever added. Identity codes are
    masked unless artificial, times ISO in UTC."""
    plan = verdict.plan
    state, result = result_of(verdict)
    whole = {
        "format": FORMAT,
        "plan": {
            "name": plan.name,
            "sha256": plan.sha256,
            "kind": plan.kind,
            "test_case": plan.test_case,
            "system": plan.system,
            "system_version": plan.system_version,
            "vendor": plan.vendor,
            "test_day": plan.test_day,
        },
        "run_id": verdict.run_id,
        "started": verdict.started,
        "ended": verdict.ended,
        "complete": verdict.complete,
        "stopped_by": verdict.stopped_by,
        "state": verdict.state,
        "passed": verdict.passed,
        "rows": [_row(row) for row in verdict.rows],
        "result": result.en,
        "result_state": state,
        "unexpected": [_finding(finding) for finding in verdict.unexpected],
        "findings": [_finding(finding) for finding in verdict.findings],
        "counts": [_count(count) for count in verdict.counts],
        "decisions": [_decision(decision) for decision in verdict.decisions],
        "real_clients": verdict.real_clients,
        "sample": verdict.sample,
        "continues": verdict.continues,
        "reported": verdict.reported,
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _row(row: DocumentVerdict) -> dict[str, Any]:
    return {
        "key": row.expected.key,
        "client": name_of_test_person(row.expected.client_id),
        "document_oid": row.document_oid and row.document_oid.value,
        "sha256": row.sha256,
        "archived": row.archived,
        "paired_by": row.paired_by.en if row.paired_by else "",
        "candidates": [candidate.document_oid.value for candidate in row.candidates],
        "state": row.state,
        "states": {cell.aspect.value: cell.state for cell in row.cells},
        "cells": {cell.aspect.value: _cell(cell) for cell in row.cells},
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "summary": cell.summary.en,
        "findings": [_finding(finding) for finding in cell.findings],
        "differences": [
            {"place": d.place, "before": d.before, "expected": d.expected, "found": d.found}
            for d in cell.differences
        ],
        "received": [
            {"key": r.key, "expected": r.expected, "received": r.received, "agrees": r.agrees}
            for r in cell.received
        ],
        "similarity": cell.similarity,
        "evidence": cell.evidence,
    }


def _count(count: CountVerdict) -> dict[str, Any]:
    return {
        "key": count.expected.key,
        "expected": count.expected.number,
        "found": count.found,
        "state": count.state,
        "summary": count.summary.en,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "key": decision.key,
        "aspect": decision.aspect,
        "ruling": decision.ruling,
        "note": decision.note,
        "by": decision.by,
        "at": decision.at,
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "title": finding.title.en,
        "source": finding.source,
        "place": finding.place,
        "evidence": finding.evidence,
    }


def matrix_lines(verdict: Verdict, language: Language) -> list[str]:
    """The matrix as lines for the terminal, columns aligned; the result comes last."""
    names = [CELL_NAMES[state].of(language) for state in CellState]
    heads = [ASPECT_NAMES[aspect].of(language) for aspect in Aspect]
    width = max(map(len, (*names, *heads))) + 2
    rows = [
        (_plain(row.expected.key), _shortened(_plain(_name(row))), row.cells)
        for row in verdict.rows
    ]
    key_width = max((len(key) for key, _, _ in rows), default=0) + 2
    name_width = max((len(name) for _, name, _ in rows), default=0)
    name_width = max(name_width, len(_DOCUMENT.of(language))) + 2
    head = " " * key_width + _DOCUMENT.of(language).ljust(name_width)
    lines = [(head + "".join(f"  {name}".ljust(width + 2) for name in heads)).rstrip()]
    for key, name, cells in rows:
        said = (f"{_SIGNS[cell.state]} {CELL_NAMES[cell.state].of(language)}" for cell in cells)
        line = key.ljust(key_width) + name.ljust(name_width)
        lines.append((line + "".join(text.ljust(width + 2) for text in said)).rstrip())
    if verdict.unexpected:
        lines.append(_UNEXPECTED.filled(language, len(verdict.unexpected)))
        lines += [f"  ! {f.place}  {_plain(f.title.of(language))}" for f in verdict.unexpected]
    state, result = result_of(verdict)
    lines.append(f"{_SIGNS[state]} {result.of(language)}")
    return lines


def _name(row: DocumentVerdict) -> str:
    return row.expected.title or row.expected.document_type


def _plain(text: str) -> str:
    """Without control characters, which must not reach the terminal from a document."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")


def _shortened(name: str) -> str:
    return name if len(name) <= _MAX_NAME else name[: _MAX_NAME - 1] + "…"
