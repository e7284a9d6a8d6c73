"""Timing, and what is said of many times."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass
class Times:
    """Milliseconds of many calls: of waiting, and of this process working.

    Where others use the machine too, only the second can be compared. It has no part of what a
    database server does.
    """

    median: float
    p95: float
    cpu: float
    number: int

    @classmethod
    def of(cls, times: list[tuple[float, float]]) -> "Times":
        """From pairs of seconds."""
        waited = sorted(wall for wall, _cpu in times)
        p95 = waited[round(0.95 * (len(waited) - 1))]
        cpu = statistics.median(cpu for _wall, cpu in times)
        return cls(statistics.median(waited) * 1000, p95 * 1000, cpu * 1000, len(waited))


def timed(call: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    """Seconds of waiting and of work, and what was returned."""
    begun, worked = time.perf_counter(), time.process_time()
    result = call()
    return (time.perf_counter() - begun, time.process_time() - worked), result


def times_of(
    calls: Iterable[Callable[[], Any]],
    before: Callable[[], Any] = lambda: None,
    at_most: float = 60.0,
) -> Times:
    """The times of the calls, `before` each of which something is done that does not count.

    No call is begun after `at_most` seconds: some baselines take minutes.
    """
    times: list[tuple[float, float]] = []
    begun = time.perf_counter()
    for call in calls:
        before()
        times.append(timed(call)[0])
        if time.perf_counter() - begun > at_most:
            break
    return Times.of(times)
