"""What little of CBOR is needed to read the list of pages that Pagefind writes: RFC 8949."""

from collections.abc import Iterator
from typing import Any

_ARRAY, _TEXT, _BYTES = 4, 3, 2
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}
_OPEN = 31
_BREAK = 0xFF


def decoded(data: bytes) -> Any:
    """The value that ``data`` holds: numbers, texts, arrays.

    Raises:
        ValueError: it holds something else.
    """
    return _Reader(data).value()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def value(self) -> Any:
        major, count = self._head()
        if major == 0:
            return count
        if major == 1 and count is not None:
            return -1 - count
        if major in (_BYTES, _TEXT) and count is not None:
            start, self._at = self._at, self._at + count
            held = self._data[start : self._at]
            return held.decode() if major == _TEXT else held
        if major == _ARRAY:
            return list(self._items(count))
        raise ValueError(major)

    def _items(self, count: int | None) -> Iterator[Any]:
        if count is not None:
            for _ in range(count):
                yield self.value()
            return
        while self._data[self._at] != _BREAK:
            yield self.value()
        self._at += 1

    def _head(self) -> tuple[int, int | None]:
        first = self._data[self._at]
        self._at += 1
        major, low = first >> 5, first & 31
        if low == _OPEN:
            return major, None
        if low not in _SIZES:
            return major, low
        start, self._at = self._at, self._at + _SIZES[low]
        return major, int.from_bytes(self._data[start : self._at], "big")
