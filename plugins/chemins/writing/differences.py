"""Files before and after → what differs, line by line, as a person reads it."""

import difflib
from collections.abc import Iterator, Mapping

Changed = Mapping[str, tuple[bytes, bytes]]
"""Path → what the file held, and what it is to hold."""


def differences(changed: Changed, prefix: str) -> Iterator[str]:
    """The lines that differ; ``prefix`` stands before each path, so that it opens from here."""
    for path, texts in changed.items():
        before, after = (text.decode().splitlines() for text in texts)
        name = f"{prefix}{path}"
        yield from difflib.unified_diff(before, after, name, name, lineterm="")
