"""Compares the years with each other: what each file said of the others, and when it was signed.

A file's first event names the newest trees of all registers as they were when it began, so no file
can be taken away or changed unnoticed; and none can be put in either: the year that follows would
have named it, and the checkpoints of its own time would have covered it. Those cannot be made
later, for the keys of that time are gone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.accesslog.verifytrust import DRIFT, Trees
from kanta_desk.model.events import CARRIED, EventKind, EventRef, LogHead
from kanta_desk.model.logreport import FaultKind, Had, LogFault

_UNSIGNED = timedelta(hours=1) + DRIFT
"""A tree that has begun waits no longer for its first checkpoint while the program runs."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a file said when it began, and when that was."""

    time: datetime
    heads: LogHead


Openings = Mapping[str, Opening]
"""By ``TreeName`` as text."""


def compare_openings(trees: Trees, tell: Tell) -> None:
    """What each file said, when it began, of the files that were there; and that it said it."""
    openings: dict[str, Opening] = {}
    for tree in trees.values():
        if tree.name.register == CARRIED:
            continue
        opening = _opening_of(tree)
        if opening is None or opening.time.astimezone(UTC).year != tree.name.year:
            tell(LogFault(FaultKind.YEAR, tree.place, 1, 1, "no opening of this year"))
        else:
            openings[tree.place] = opening
    for place, opening in openings.items():
        _compare_named(trees[place], opening, trees, openings, tell)
        _compare_unnamed(trees[place], opening, trees, tell)
    _compare_times(trees, openings, tell)
    _compare_ends(trees, tell)


def _opening_of(tree: Tree) -> Opening | None:
    row = tree.connection.execute("SELECT entry, leaf_hash FROM event WHERE seq = 1").fetchone()
    try:
        event = decode(row[0], row[1], tree.name) if row else None
        if event is None or event.kind != EventKind.LOG_YEAR:
            return None
        return Opening(event.time, LogHead.parse(event.evidence))
    except ValueError:
        return None


def _compare_named(
    tree: Tree, opening: Opening, trees: Trees, openings: Openings, tell: Tell
) -> None:
    """A year gets no more events once the register's next one has begun."""
    for head in opening.heads.trees:
        named = trees.get(str(head.tree))
        had, by = Had("", str(head.tree), head.size, head.root.hex()), f"by {tree.name}"
        if named is None:
            tell(LogFault(FaultKind.MISSING, str(head.tree), 1, head.size, by, had=had))
        elif named.root(head.size) != head.root:
            tell(LogFault(FaultKind.YEAR, named.place, 1, head.size, by, had=had))
        elif head.tree.register in (tree.name.register, CARRIED) and named.size > head.size:
            first, last = head.size + 1, named.size
            tell(LogFault(FaultKind.YEAR, named.place, first, last, f"after {tree.name}"))
        elif (there := openings.get(named.place)) and there.time > opening.time + DRIFT:
            tell(LogFault(FaultKind.CLOCK, tree.place, 1, 1, f"before {head.tree} that it names"))


def _compare_unnamed(tree: Tree, opening: Opening, trees: Trees, tell: Tell) -> None:
    """What was there when a year began, and it does not know: that was put in afterwards."""
    register, year = tree.name.register, tree.name.year
    named = [head.tree for head in opening.heads.trees]
    there = [each for each in trees.values() if each.name.register == CARRIED]
    there = [each for each in there if each.name not in named]
    before = [each for each in trees.values() if each.name.register == register]
    before = [each for each in before if each.name.year < year]
    if before:
        last = max(before, key=lambda each: each.name)
        # A newer one that it names is missing; that is told.
        if not any(one.register == register and last.name.year <= one.year < year for one in named):
            there.append(last)
    for each in there:
        tell(LogFault(FaultKind.YEAR, each.place, 1, each.size, f"not named by {tree.name}"))


def _compare_times(trees: Trees, openings: Openings, tell: Tell) -> None:
    """Every tree was signed soon after it began: all that waits is signed together."""
    times = sorted({point.time for tree in trees.values() for point in tree.points})
    # The newest may be of a moment after this verification looked into the other files.
    times = times[:-1]
    for place, opening in openings.items():
        tree = trees[place]
        first = tree.points[0] if tree.points else None
        if first and first.time < opening.time - DRIFT:
            tell(LogFault(FaultKind.CLOCK, place, 1, first.size, "signed before it began"))
        missed = (time for time in times if time > opening.time + _UNSIGNED)
        if any(first is None or time < first.time for time in missed):
            last = first.size if first else tree.size
            tell(LogFault(FaultKind.ORDER, place, 1, last, "not signed in its time"))


def _compare_ends(trees: Trees, tell: Tell) -> None:
    """A year that is over is signed to its end, before anything of the next one is."""
    later: set[str] = set()
    for tree in reversed(tuple(trees.values())):
        register = tree.name.register
        signed = tree.points[-1].size if tree.points else 0
        if register in later and signed < tree.size:
            detail = "the end of the year is not signed"
            tell(LogFault(FaultKind.ORDER, tree.place, signed + 1, tree.size, detail))
        if tree.points and register != CARRIED:
            later.add(register)


def compare_waiting(
    trees: Trees, waiting: Mapping[str, Collection[EventRef] | None], tell: Tell
) -> None:
    """The intents that are said to wait are somewhere: else the log cannot be opened."""
    for ref in sorted({ref for refs in waiting.values() for ref in refs or ()}):
        tree = trees.get(str(ref.tree))
        if tree is None or not 1 <= ref.seq <= tree.size:
            detail = "open_intent: no such event"
            tell(LogFault(FaultKind.INDEX, str(ref.tree), ref.seq, ref.seq, detail))
