"""How a run reports its faults: to a person, to a program, to a code host. Text only, no I/O."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from chemins.faults.fault import Fault, Place, Severity, Word
from chemins.locales import Locale

MAX_SHOWN = 500
"""How many faults a text report spells out; the rest are counted."""

PATTERN = r"^(.+?):(\d+):(\d+)-(\d+): (error|warning|info) ([A-Z][A-Z0-9-]*): (.*)$"
"""A fault as an editor is told it: file, line, columns, severity, code, sentence and hint."""

BEGINS, ENDS = "chemins>", "chemins<"
"""What a watching check says before it looks, and after: what it said before is then forgotten."""

_MARGIN = "   "
_CLIP = 100
_COMMANDS = ("::", "##[")
"""What a code host's log would obey, were it quoted at the beginning of a line."""

Lines = Callable[[str, int], str]
"""(path, line number) → the line of the file, empty when it cannot be quoted."""

Row = dict[str, Any]
"""A fault for a program."""


@dataclass(frozen=True)
class Reporter:
    """Says faults in one language."""

    locale: Locale
    """The reader's language."""

    lines: Lines = lambda path, number: ""  # noqa: ARG005
    """Gives the line that a fault points to."""

    prefix: str = ""
    """What stands before a path so that it can be opened from where the command was run."""

    def sentence(self, fault: Fault) -> str:
        """What is wrong."""
        return self._said("sentence", fault)

    def hint(self, fault: Fault) -> str:
        """What to do about it."""
        return self._said("hint", fault)

    def text(self, faults: Iterable[Fault]) -> str:
        """For a person: each fault with its line quoted, then how many there are."""
        ordered = sorted(set_apart(faults), key=lambda each: each.order)
        shown = [self._block(each) for each in ordered[:MAX_SHOWN]]
        if len(ordered) > MAX_SHOWN:
            shown.append(self.locale.text("report.more", count=len(ordered) - MAX_SHOWN))
        return "\n".join((*shown, self.summary(ordered)))

    def json(self, faults: Iterable[Fault]) -> str:
        """For a program: a list of objects."""
        rows = [self._row(each) for each in sorted(set_apart(faults), key=lambda e: e.order)]
        return json.dumps(rows, ensure_ascii=False, indent=2)

    def rows(self, faults: Iterable[Fault]) -> list[Row]:
        """For a page: an object for each of the first faults, with its line quoted in three."""
        ordered = sorted(set_apart(faults), key=lambda each: each.order)
        return [self._quoted(each) for each in ordered[:MAX_SHOWN]]

    def github(self, faults: Iterable[Fault]) -> str:
        """For GitHub Actions: one workflow command a fault, shown on the line of the file."""
        ordered = sorted(set_apart(faults), key=lambda each: each.order)
        return "\n".join(self._annotation(each) for each in ordered)

    def editor(self, faults: Iterable[Fault]) -> str:
        """For an editor: a line a fault, that a pattern takes apart, from column to column."""
        ordered = sorted(set_apart(faults), key=lambda each: each.order)
        return "\n".join(self._marked(each) for each in ordered)

    def summary(self, faults: Iterable[Fault]) -> str:
        """How many faults of each severity, in a sentence."""
        counts = dict.fromkeys(Severity, 0)
        for each in faults:
            counts[each.severity] += 1
        words = {
            Severity.ERROR: "errors",
            Severity.WARNING: "warnings",
            Severity.ADVICE: "advice",
        }
        said = [
            self.locale.text(f"report.{words[severity]}", count=counts[severity])
            for severity in sorted(Severity, reverse=True)
            if counts[severity]
        ]
        return self.locale.text("report.closing", counts=", ".join(said))

    def _block(self, fault: Fault) -> str:
        place = fault.place
        where = self._where(place)
        head = f"{self._path(fault)}{where}  {fault.code}  {self.sentence(fault)}"
        quoted, start, width = _clip(self.lines(place.path, place.line), place.column, place.width)
        if not quoted:
            return f"{head}\n{_MARGIN}{self.hint(fault)}\n"
        pointer = f"{' ' * start}{'^' * width} {self.hint(fault)}"
        return f"{head}\n{_MARGIN}{quoted}\n{_MARGIN}{pointer}\n"

    def _where(self, place: Place) -> str:
        """Where in its file ``place`` is."""
        if not place.sheet:
            return "" if place.is_folder else f":{place.line}:{place.column}"
        said = self.locale.text(
            "report.cell" if place.heading else "report.sheet_row",
            sheet=_printable(place.sheet),
            row=place.line,
            heading=_printable(place.heading),
            letter=_letter(place.column),
        )
        return f", {said}"

    def _row(self, fault: Fault) -> Row:
        return {
            "code": fault.code,
            "severity": fault.severity.name.lower(),
            "file": self._path(fault),
            "line": fault.place.line,
            "column": fault.place.column,
            **({"sheet": fault.place.sheet} if fault.place.sheet else {}),
            "message": self.sentence(fault),
            "hint": self.hint(fault),
        }

    def _quoted(self, fault: Fault) -> Row:
        place = fault.place
        line, start, width = _clip(self.lines(place.path, place.line), place.column, place.width)
        parts = (line[:start], line[start : start + width], line[start + width :])
        where = f"{self._path(fault)}{self._where(place)}"
        return {**self._row(fault), "place": where, "quoted": parts if line else ()}

    def _annotation(self, fault: Fault) -> str:
        level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
        properties = {
            "file": self._path(fault),
            "line": str(fault.place.line),
            "col": str(fault.place.column),
            "title": fault.code,
        }
        said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        where = f"{self._where(fault.place)[2:]}\n" if fault.place.sheet else ""
        message = _data(f"{where}{self.sentence(fault)}\n{self.hint(fault)}")
        return f"::{level[fault.severity]} {said}::{message}"

    def _marked(self, fault: Fault) -> str:
        place = fault.place
        where = f"{place.line}:{place.column}-{place.column + place.width}"
        level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "info"}
        said = " ".join(f"{self.sentence(fault)} → {self.hint(fault)}".split("\n"))
        return f"{self._path(fault)}:{where}: {level[fault.severity]} {fault.code}: {said}"

    def _path(self, fault: Fault) -> str:
        path = _printable(fault.place.path)
        return self.prefix.rstrip("/") or path if path == "." else f"{self.prefix}{path}"

    def _said(self, what: str, fault: Fault) -> str:
        key = f"faults.{fault.code}.{what}_{fault.variant}"
        if not (fault.variant and self.locale.has(key)):
            key = f"faults.{fault.code}.{what}"
        return self.locale.text(key, **_values(fault.values, self.locale))


def set_apart(faults: Iterable[Fault]) -> list[Fault]:
    """``faults`` without those that say the same thing of the same place."""
    return list({(each.order, str(each.values)): each for each in faults}.values())


def _values(values: Mapping[str, Any], locale: Locale) -> dict[str, str]:
    said = {}
    for name, value in values.items():
        if isinstance(value, Word):
            said[name] = locale.text(value.key, **_values(value.values, locale))
        else:
            said[name] = _shortened(_printable(str(value)))
    return said or {"": ""}


def _shortened(text: str, limit: int = 600) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _letter(column: int) -> str:
    """The letters by which a spreadsheet calls a column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _printable(text: str) -> str:
    """``text`` without what could move a terminal's cursor or hide what follows."""
    return "".join(c if c.isprintable() else " " if c in "\t\n" else "\ufffd" for c in text)


def _clip(line: str, column: int, width: int) -> tuple[str, int, int]:
    """The part of ``line`` to quote, where its pointer starts, and how wide it is."""
    line = _printable(line.rstrip())
    start = min(column - 1, len(line))
    indent = len(line) - len(line.lstrip())
    first = indent if start - indent < _CLIP * 2 // 3 else start - _CLIP // 3
    first = min(first, start)
    quoted = line[first : first + _CLIP]
    before, after = ("…" if first > indent else ""), ("…" if len(line) > first + _CLIP else "")
    if quoted.startswith(_COMMANDS):
        before = "·"
    at = start - first + len(before)
    return f"{before}{quoted}{after}", at, max(1, min(width, len(before) + len(quoted) - at))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
