"""HiGHS, asked for the smallest objective in whole numbers and for its proof.

One thread and one seed, so that the same question always gets the same answer. What it takes for
a plan is checked by the engine before anybody hears of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import highspy
import numpy as np

from pragola.planning.programme import Sheet

_ONE_THREAD = 1
_BELOW_ONE = 0.5
_TIGHT = 1e-9


class Ended(StrEnum):
    """How the search ended."""

    PROVEN = "proven"
    IMPOSSIBLE = "impossible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Solved:
    """`values` of the columns in whole numbers, None without any."""

    ended: Ended
    values: tuple[int, ...] | None


type Watch = Callable[[], bool]
"""Asked now and then whether to go on; False stops the search."""


def solve(
    sheet: Sheet,
    objective: Sequence[int],
    *,
    watch: Watch | None = None,
    tight: bool = False,
    nodes: int | None = None,
) -> Solved:
    """The whole numbers of the smallest objective, proven or as far as `watch` lets it go.

    `nodes` is the most branches that are looked at; None: all.
    """
    if any(low > high for low, high in zip(sheet.lower, sheet.upper, strict=True)):
        return Solved(Ended.IMPOSSIBLE, None)
    highs = _loaded(sheet, objective)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", _BELOW_ONE)
    if nodes is not None:
        highs.setOptionValue("mip_max_nodes", nodes)
    if tight:
        highs.setOptionValue("mip_feasibility_tolerance", _TIGHT)
        highs.setOptionValue("primal_feasibility_tolerance", _TIGHT)
    if watch is not None:
        highs.HandleUserInterrupt = False
        highs.cbMipInterrupt.subscribe(lambda event: _ask(watch, event))
    highs.changeColsIntegrality(
        len(sheet.cost),
        np.arange(len(sheet.cost), dtype=np.int32),
        np.array([highspy.HighsVarType.kInteger] * len(sheet.cost)),
    )
    highs.run()
    return _outcome(highs)


def _ask(watch: Watch, event: object) -> None:
    if not watch():
        event.interrupt()  # type: ignore[attr-defined]


def _outcome(highs: highspy.Highs) -> Solved:
    status = highs.getModelStatus()
    if status in (
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    ):
        return Solved(Ended.IMPOSSIBLE, None)
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = tuple(round(v) for v in highs.getSolution().col_value) if found else None
    proven = status == highspy.HighsModelStatus.kOptimal
    return Solved(Ended.PROVEN if proven else Ended.STOPPED, values)


def _loaded(sheet: Sheet, objective: Sequence[int]) -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    highs.setOptionValue("threads", _ONE_THREAD)
    highs.setOptionValue("random_seed", 0)
    highs.passModel(_model(sheet, objective))
    return highs


def _model(sheet: Sheet, objective: Sequence[int]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(sheet.cost), len(sheet.rows)
    model.col_cost_ = np.array(objective, dtype=np.float64)
    model.col_lower_ = np.array(sheet.lower, dtype=np.float64)
    model.col_upper_ = np.array(sheet.upper, dtype=np.float64)
    ends = [(least, most) for _, least, most in sheet.rows]
    infinite = highspy.kHighsInf
    model.row_lower_ = np.array([-infinite if a is None else a for a, _ in ends], dtype=np.float64)
    model.row_upper_ = np.array([infinite if b is None else b for _, b in ends], dtype=np.float64)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    starts = np.cumsum([0, *(len(terms) for terms, _, _ in sheet.rows)])
    matrix.start_ = starts.astype(np.int32)
    matrix.index_ = np.array([c for terms, _, _ in sheet.rows for c in terms], dtype=np.int32)
    matrix.value_ = np.array(
        [v for terms, _, _ in sheet.rows for v in terms.values()], dtype=np.float64
    )
    return model


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best without whole numbers, and by how much it changes.

    `by_rows` with the ends of the changing rows, `by_column` with the ends of the column asked
    for; `prices` with every step of a column away from the end it stands at.
    """

    best: float
    by_rows: tuple[float, ...]
    by_column: float
    values: np.ndarray[tuple[int], np.dtype[np.float64]]
    prices: np.ndarray[tuple[int], np.dtype[np.float64]]


class Relaxation:
    """A programme without whole numbers, kept warm while some rows and one column change.

    The rows may fall short at `penalty` per point, so that there is an answer whenever the rest
    is possible at all; None: they may not.
    """

    def __init__(
        self, sheet: Sheet, objective: Sequence[int], *, penalty: int | None, rows: int = 1
    ) -> None:
        self._highs = _loaded(sheet, objective)
        self._first = len(sheet.rows)
        self._rows = rows
        self._columns = len(sheet.cost)
        nothing = np.array([], dtype=np.int32), np.array([], dtype=np.float64)
        for row in range(self._first, self._first + rows):
            self._highs.addRow(-highspy.kHighsInf, highspy.kHighsInf, 0, *nothing)
            if penalty is not None:
                short = np.array([row], dtype=np.int32), np.array([1.0])
                self._highs.addCol(float(penalty), 0, highspy.kHighsInf, 1, *short)

    def objective(self, terms: Mapping[int, Fraction]) -> None:
        """Other terms of some columns in the objective, which is to be small."""
        for column, value in terms.items():
            self._highs.changeColCost(column, float(value))

    def row(self, terms: Mapping[int, Fraction], least: Fraction, *, place: int = 0) -> None:
        """A changing row; a column keeps its term until it is named again."""
        row = self._first + place
        for column, value in terms.items():
            self._highs.changeCoeff(row, column, float(value))
        self._highs.changeRowBounds(row, float(least), highspy.kHighsInf)

    def between(self, column: int, lower: int, upper: int) -> None:
        """Other ends of a column."""
        self._highs.changeColBounds(column, lower, upper)

    def best(self, column: int) -> Relaxed | None:
        """The best, with what it changes by with that column; None where nothing is possible.

        An answer that HiGHS does not vouch for bounds nothing.
        """
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            nothing = np.zeros(self._columns)
            return Relaxed(-highspy.kHighsInf, (0.0,) * self._rows, 0.0, nothing, nothing)
        duals = self._highs.getSolution()
        return Relaxed(
            float(self._highs.getInfo().objective_function_value),
            tuple(float(dual) for dual in duals.row_dual[self._first :]),
            float(duals.col_dual[column]),
            np.array(duals.col_value[: self._columns]),
            np.array(duals.col_dual[: self._columns]),
        )
