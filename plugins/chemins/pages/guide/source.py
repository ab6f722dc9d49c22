"""The handbook as it is written: Markdown files, in the order in which its contents name them.

There is one, in French, whatever the language of a site: its pages ship with the package, and stand
in ``docs/guide`` of a checkout. Adding one is adding its file, and a line where it is to be found.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

LANGUAGE = "fr"
"""The language that it is written in."""

INDEX = "index.md"
"""The file of a folder that names the others."""

_CHECKOUT = ("..", "..", "docs", "guide")
_ENDING = ".md"
_LINK = re.compile(r"\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_TITLE = re.compile(r"^# +(.+?)\s*$")
_HEADING = re.compile(r"^## +(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the handbook."""

    path: str
    """Its file, from the folder of the handbook: ``developpeurs/index.md``."""

    title: str
    """Its first line."""

    opening: str
    """What stands before its first part, as Markdown."""

    parts: tuple[tuple[str, str], ...]
    """Its parts: the heading of each, and its Markdown."""

    @property
    def address(self) -> str:
        """Where it is, from the address of the handbook: ``developpeurs/``."""
        return address_of(self.path)


def address_of(path: str) -> str:
    """Where the page of the file ``path`` is, from the address of the handbook."""
    bare = path.removesuffix(_ENDING)
    return "" if bare == "index" else bare.removesuffix("/index") + "/"


def folder() -> Path:
    """Where its files are: in the package, or beside it in a checkout."""
    package = Path(str(resources.files("chemins")))
    shipped = package / "guide"
    return shipped if shipped.is_dir() else package.joinpath(*_CHECKOUT).resolve()


@cache
def leaves() -> tuple[Leaf, ...]:
    """Its pages, in reading order: an index, then what it names, then what nothing names."""
    return in_order(texts_in(folder()))


def texts_in(folder: Path) -> Mapping[str, str]:
    """The files under ``folder``: their paths, and what they say."""
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob(f"*{_ENDING}"))
    }


def in_order(texts: Mapping[str, str]) -> tuple[Leaf, ...]:
    """``texts`` as pages, in reading order."""
    named = dict.fromkeys(_walked(INDEX, texts, set()))
    return tuple(leaf(path, texts[path]) for path in (*named, *sorted(texts.keys() - named)))


def links_in(path: str, text: str) -> tuple[str, ...]:
    """The files of the handbook that ``text``, of the file ``path``, leads to."""
    here = posixpath.dirname(path)
    prose = "\n".join(line for line, is_code in _lines(text) if not is_code)
    return tuple(posixpath.normpath(posixpath.join(here, link)) for link in _LINK.findall(prose))


def leaf(path: str, text: str) -> Leaf:
    """The page of the file ``path`` that says ``text``."""
    title = ""
    opening: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    for line, is_code in _lines(text):
        if not is_code and not title and (found := _TITLE.match(line)):
            title = found[1]
        elif not is_code and (found := _HEADING.match(line)):
            parts.append((found[1], []))
        else:
            (parts[-1][1] if parts else opening).append(line)
    bodies = tuple((heading, "\n".join(lines).strip()) for heading, lines in parts)
    return Leaf(path, title or path, "\n".join(opening).strip(), bodies)


def _walked(path: str, texts: Mapping[str, str], seen: set[str]) -> Iterator[str]:
    """``path``, and behind it what its index names: an index leads on, another page does not."""
    if path in seen or path not in texts:
        return
    seen.add(path)
    yield path
    if posixpath.basename(path) == INDEX:
        for each in links_in(path, texts[path]):
            yield from _walked(each, texts, seen)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of ``text``, each with whether it is in a block of code."""
    fence = ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        yield line, bool(fence or found)
        if fence and line.strip() == fence:
            fence = ""
        elif not fence and found:
            fence = found[1]
