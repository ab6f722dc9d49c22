"""What was dropped of a page → where it stands in the Markdown that the page is written in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chemins.cleaning.clean import Dropped
from chemins.cleaning.verbatim import without_code
from chemins.faults import Fault, Place
from chemins.faults.codes import fault

MOST = 50
"""How many of a page are told: the rest have the same cause."""


@dataclass(slots=True)
class Source:
    """The Markdown of a page, in which what is dropped of its HTML is looked for."""

    path: str
    """Its file."""

    text: str
    """All of it, front matter included."""

    body_line: int = 1
    """The line on which its body begins."""

    _bare: str = field(init=False, default="")
    _from: dict[str, int] = field(init=False, default_factory=dict)

    def place_of(self, dropped: Dropped) -> Place:
        """Where ``dropped`` stands: the same thing dropped again stands further on.

        The start of the file when it cannot be found, as when an extension wrote it.
        """
        self._bare = self._bare or self._searched()
        for pattern in _patterns(dropped):
            searched = re.compile(pattern, re.IGNORECASE)
            found = searched.search(self._bare, self._from.get(pattern, 0))
            if found:
                self._from[pattern] = found.end()
                return self.place(found.start(), found.end())
        return Place(self.path)

    def _searched(self) -> str:
        """The text, without its front matter and what is only shown; signs keep their places."""
        start = 0
        for _ in range(self.body_line - 1):
            start = self.text.find("\n", start) + 1
        return " " * start + without_code(self.text[start:])

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from ``start`` to ``end``: at most the rest of a line."""
        line = self.text.count("\n", 0, start) + 1
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        last = end if line_end < 0 else min(end, line_end)
        return Place(self.path, line, start - line_start + 1, max(last - start, 1))


def _patterns(dropped: Dropped) -> Iterator[str]:
    """How ``dropped`` may be written, surest first."""
    tag, name = re.escape(dropped.tag), re.escape(dropped.attribute)
    if not name:
        yield rf"<\s*{tag}\b"
        return
    value = dropped.value.strip()
    written = "|".join(map(re.escape, dict.fromkeys((value, value.replace("&", "&amp;")))))
    if dropped.sort == "address":
        if value:
            yield rf"(?:{written})"
        # Spelled with entities or blanks, the end of it is what it is written with.
        yield rf"\b{name}\s*="
        yield r"\]\("
    elif dropped.sort == "name" and value:
        yield rf"(?<=[\s\"'#=])(?:{written})(?=[\s\"'}}>])"
    yield rf"(?<=[\s\"'/{{]){name}(?=[\s=/>}}]|\Z)"


def faults_of(dropped: Iterable[Dropped], source: Source) -> Iterator[Fault]:
    """A fault for each thing of ``dropped``, placed in ``source``."""
    for _, each in zip(range(MOST), dropped, strict=False):
        scheme, _, _ = each.value.partition(":")
        yield fault(
            "W-HTML",
            source.place_of(each),
            each.sort,
            tag=each.tag,
            attribute=each.attribute,
            value=each.value,
            scheme=f"{scheme.strip()}:",
        )
