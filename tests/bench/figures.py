"""What every bench has in common: figures beside their yardsticks, as a table and as JSON.

A bench is a module with ``def measure(quick: bool) -> Iterable[Figure]`` that ends with
``run(__doc__, measure)``. ``python -m tests.bench.<name>`` prints each figure as soon as it is
there; ``--quick`` asks for a short run; ``--json FILE`` writes the list when all are there.
Timings inform and never decide a test.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    ``yardstick`` is what it is compared with, measured in the same run and in the same unit, and
    ``ratio`` is figure ÷ yardstick unless the goal says otherwise. ``goal`` is in words, such as
    ``≤ 1.2×``; ``met`` is None where there is nothing to meet.
    """

    figure: str
    value: float
    unit: str
    yardstick: str = ""
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None

    def line(self) -> str:
        """One line of the table."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}×"
        verdict = {None: "", True: "met", False: "NOT MET"}[self.met]
        value = f"{self.value:,.3g}" if abs(self.value) < 100 else f"{self.value:,.0f}"
        return (
            f"{self.figure:<58} {value:>10} {self.unit:<9} {ratio:>8}  "
            f"{self.goal:<14} {verdict:<8} {self.yardstick}"
        ).rstrip()


def run(about: str | None, measure: Callable[[bool], Iterable[Figure]]) -> None:
    """The bench as a command: measure, print, and write JSON where it was asked for."""
    parser = argparse.ArgumentParser(description=(about or "").strip().partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a short run, for a first look")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as a list")
    asked = parser.parse_args()
    figures = []
    for figure in measure(asked.quick):
        print(figure.line(), flush=True)
        figures.append(figure)
    if asked.json is not None:
        told = [{name: getattr(f, name) for name in Figure.__slots__} for f in figures]
        asked.json.write_text(
            json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
