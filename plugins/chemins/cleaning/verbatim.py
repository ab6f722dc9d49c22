"""Markdown without its code and its comments, whose tags are no tags; every sign keeps its place.

Read line by line and in linear time, whatever the text: a page may be hostile.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import chain

_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
_FENCE = re.compile(r"`{3,}|~{3,}")
_TICKS = re.compile(r"`+")


def without_code(text: str) -> str:
    """``text`` with blanks in the place of fenced blocks, of code in lines and of comments."""
    lines = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(_bare(line))
        if fence:
            lines.append(" " * len(line))
            if found and found[0].startswith(fence) and not _bare(line)[found.end() :].strip():
                fence = ""
        elif found:
            fence = found[0]
            lines.append(" " * len(line))
        else:
            lines.append(_without_ticks(line))
    return _without_comments("\n".join(lines))


def _bare(line: str) -> str:
    """``line`` without what makes it part of a quotation or of a list."""
    line = line.lstrip(" \t>")
    marker = _MARKER.match(line)
    return line[marker.end() :] if marker else line


def _without_ticks(line: str) -> str:
    if "`" not in line:
        return line
    runs = [found.span() for found in _TICKS.finditer(line)]
    starts = defaultdict(list)
    for start, end in runs:
        starts[end - start].append(start)
    kept, at = [], 0
    for start, end in runs:
        if start < at:
            continue
        alike = starts[end - start]
        following = bisect_right(alike, start)
        if following < len(alike):
            closing = alike[following] + end - start
            kept += [line[at:start], " " * (closing - start)]
            at = closing
    return "".join(chain(kept, [line[at:]]))


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        found = text.find("-->", start + 4)
        end = found + 3 if found >= 0 else len(text)
        kept += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join(chain(kept, [text[at:]]))
