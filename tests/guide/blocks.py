"""The blocks of code of a page of the handbook, and what their first line asks of a test.

    ```console                 commands (``$ …``), each with what it answers: run, and compared
    ```console réseau          commands that need the network or an account: not run
    ```console long            commands that take minutes: not run here
    ```console serveur         a command that goes on until it is stopped: started, asked, stopped
    ```console échoue          commands that end with a fault, as the page says
    ```markdown content/x.md   a file, whole, that the reader writes
    ```diff mkdocs.yml         lines that the reader takes out (``-``) and adds (``+``) in a file

In what a command answers, ``…`` stands for anything, and for any lines where it is alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = frozenset({"réseau", "long", "serveur", "échoue"})
"""What may stand behind ``console``."""

_FENCE = re.compile(r"^( *)(`{3,})(.*)$")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True)
class Block:
    """A block of code."""

    page: str
    line: int
    language: str
    about: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def marks(self) -> frozenset[str]:
        return frozenset(self.about.split())

    @property
    def steps(self) -> tuple["Step", ...]:
        """The commands, each with the lines that the page shows below it."""
        found: list[tuple[int, str, list[str]]] = []
        for number, line in enumerate(self.text.splitlines(), self.line + 1):
            if line.startswith("$ "):
                found.append((number, line[2:], []))
            else:
                assert found, f"{self.where}: an answer without a command"
                found[-1][2].append(line)
        return tuple(Step(f"{self.page}:{n}", said, tuple(shown)) for n, said, shown in found)


@dataclass(frozen=True)
class Step:
    """A command, and what the page says that it answers."""

    where: str
    command: str
    shown: tuple[str, ...]

    def is_answered_by(self, said: str) -> bool:
        """Whether ``said`` is what the page shows; a page may show nothing."""
        if not any(line.strip() for line in self.shown):
            return True
        lines = [_pattern(line.rstrip()) for line in self.shown]
        return bool(re.fullmatch("".join(lines) + r"\s*", f"{_even(said)}\n"))


def _pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".*?".join(map(re.escape, _even(line).split("…"))) + r" *\n"


def _even(text: str) -> str:
    """``text`` with plain spaces: those that do not break look the same on a page."""
    return "\n".join(line.rstrip() for line in text.translate(_SPACES).strip("\n").split("\n"))


def blocks_of(page: str, text: str) -> Iterator[Block]:
    """The blocks of ``text``, in order."""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        if found := _FENCE.match(line):
            margin, fence, info = found.groups()
            held = []
            for _, inside in lines:
                if inside.strip() == fence:
                    break
                held.append(inside.removeprefix(margin))
            language, _, about = info.strip().partition(" ")
            yield Block(page, number, language, about.strip(), "".join(f"{e}\n" for e in held))


def edited(text: str, change: str) -> str:
    """``text`` with the lines of a ``diff`` taken out and added.

    Lines that stay stand around those that change, enough of them to be found once; a line ``…``
    leaves some out.
    """
    for hunk in re.split(r"^ ?…\n", change, flags=re.MULTILINE):
        before = "".join(line[1:] for line in hunk.splitlines(True) if line[0] in " -")
        after = "".join(line[1:] for line in hunk.splitlines(True) if line[0] in " +")
        assert text.count(before) == 1, f"found {text.count(before)} times:\n{before}"
        text = text.replace(before, after)
    return text
