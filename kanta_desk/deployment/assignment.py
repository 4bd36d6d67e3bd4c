"""The best assignment of rows to documents, and how much worse the next best one is.

Not greedy: a row yields a document that suits another row better if it has a good one itself. The
cost of being wrong is a document called another's, so each assignment comes with its regret: what
the whole would lose if this pair were forbidden. Near nothing means that nobody can say.

The method is the Hungarian one with potentials, row by row, in time O(columns³).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FORBIDDEN = 10**6


@dataclass(frozen=True, slots=True)
class Assigned:
    """A row's column in the best assignment, and what forbidding the pair would cost."""

    column: int
    regret: int


def assign(costs: Sequence[Sequence[int]]) -> tuple[Assigned, ...]:
    """The cheapest assignment of each row to a column of its own, in the rows' order.

    ``costs`` has a line for each row; there are at least as many columns as rows.
    """
    if not costs:
        return ()
    width = len(costs[0])
    # Rows that cost nothing take what is left over, so that a freed column is the only free one.
    idle = [[0] * width for _ in range(width - len(costs))]
    work = _Assignment([*(list(line) for line in costs), *idle])
    for row in range(width):
        work.add(row)
    columns = work.columns()[: len(costs)]
    return tuple(Assigned(column, work.regret(row, column)) for row, column in enumerate(columns))


class _Assignment:
    """Rows assigned one after another; column 0 is the start of each search and no real one."""

    def __init__(self, costs: list[list[int]]) -> None:
        self.costs = costs
        self.width = len(costs[0])
        self.of_row = [0] * (len(costs) + 1)
        self.of_column = [0] * (self.width + 1)
        self.holder = [0] * (self.width + 1)  # 1-based row that has the column; 0: nobody

    def columns(self) -> list[int]:
        """Each row's column."""
        found = [0] * len(self.costs)
        for column, row in enumerate(self.holder):
            if column and row:
                found[row - 1] = column - 1
        return found

    def regret(self, row: int, column: int) -> int:
        """How much dearer the best assignment without this pair is."""
        kept = self.costs[row][column], self.of_row[:], self.of_column[:], self.holder[:]
        before = self._cost()
        self.costs[row][column] = FORBIDDEN
        self.holder[column + 1] = 0
        self.add(row)
        regret = min(self._cost() - before, FORBIDDEN)
        self.costs[row][column], self.of_row, self.of_column, self.holder = kept
        return regret

    def add(self, row: int) -> None:
        """Give a row a column, moving others where that is cheaper in all."""
        self.holder[0] = row + 1
        column = 0
        least = [FORBIDDEN * 4] * (self.width + 1)
        came_from = [0] * (self.width + 1)
        seen = [False] * (self.width + 1)
        while self.holder[column]:
            seen[column] = True
            at = self.holder[column]
            line, used = self.costs[at - 1], self.of_row[at]
            delta, nearest = FORBIDDEN * 8, 0
            for other in range(1, self.width + 1):
                if seen[other]:
                    continue
                slack = line[other - 1] - used - self.of_column[other]
                if slack < least[other]:
                    least[other], came_from[other] = slack, column
                if least[other] < delta:
                    delta, nearest = least[other], other
            for other in range(self.width + 1):
                if seen[other]:
                    self.of_row[self.holder[other]] += delta
                    self.of_column[other] -= delta
                else:
                    least[other] -= delta
            column = nearest
        while column:
            self.holder[column] = self.holder[came_from[column]]
            column = came_from[column]
        self.holder[0] = 0

    def _cost(self) -> int:
        return sum(
            self.costs[row - 1][column - 1]
            for column, row in enumerate(self.holder)
            if column and row
        )
