"""A measured figure, and how to take one."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Figure:
    """Values in ``unit``, and the bar the median is held to, if any.

    ``most`` says whether the bar is an upper bound (times, memory) or a lower one (rates).
    """

    what: str
    values: Sequence[float]
    unit: str
    bar: float | None = None
    most: bool = True

    @property
    def good(self) -> bool:
        """The median is on the right side of the bar."""
        if self.bar is None:
            return True
        return median(self.values) <= self.bar if self.most else median(self.values) >= self.bar

    def cells(self) -> tuple[str, str, str, str]:
        """What is printed: name, median, worst, bar."""
        worst = max(self.values) if self.most else min(self.values)
        sign = "≤" if self.most else "≥"
        bar = "" if self.bar is None else f"{sign} {self.bar:,.4g} {self.unit}"
        return self.what, f"{median(self.values):,.1f} {self.unit}", f"{worst:,.1f}", bar


def times(
    run: Callable[[], object],
    *,
    rounds: int = 9,
    warm: int = 1,
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    """Milliseconds that ``run`` took, each round after the warm ones.

    ``clock`` may be ``time.process_time``: the processor's time, which other work on the machine
    does not lengthen.
    """
    for _ in range(warm):
        run()
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = clock()
        run()
        taken.append((clock() - start) * 1000)
    return taken


def resident(process: int | str = "self") -> float:
    """Mebibytes of memory that a process holds: this one, or the one with that number."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no VmRSS for process {process}")
