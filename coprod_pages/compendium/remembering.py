"""What a worker remembers of searches, within a number of bytes. Pure."""

import sys
from array import array
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from threading import Lock
from typing import Any

MOST_BYTES = 24 * 1024 * 1024


class Memory:
    """Answers asked for lately; those asked for longest ago are forgotten first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._answers: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._answers

    def __len__(self) -> int:
        return len(self._answers)

    @property
    def bytes(self) -> int:
        """How much is remembered."""
        return self._bytes

    def get(self, key: Hashable) -> Any:
        """The answer, or `None` when it is not remembered."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key][0]

    def put(self, key: Hashable, answer: Any) -> None:
        """Remember an answer, unless it alone is more than there is room for."""
        size = size_of(answer) + 200
        with self._lock:
            if key in self._answers:
                self._bytes -= self._answers.pop(key)[1]
            if size > self._most_bytes:
                return
            self._answers[key] = (answer, size)
            self._bytes += size
            while self._bytes > self._most_bytes:
                _key, (_answer, forgotten) = self._answers.popitem(last=False)
                self._bytes -= forgotten

    def without(self, keys: Iterable[Hashable]) -> "Memory":
        """A copy that has forgotten these."""
        with self._lock:
            copy = Memory(self._most_bytes)
            copy._answers, copy._bytes = self._answers.copy(), self._bytes
        for key in keys:
            if key in copy._answers:
                copy._bytes -= copy._answers.pop(key)[1]
        return copy

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._answers.clear()
            self._bytes = 0


def size_of(answer: Any) -> int:
    """About how many bytes an answer takes: a number, an array, a text, or an object of such."""
    if isinstance(answer, int | float | array | str | bytes):
        return sys.getsizeof(answer)
    fields = getattr(answer, "__dict__", None)
    if fields is None:
        return 500
    return 500 + sum(size_of(value) for value in fields.values())
