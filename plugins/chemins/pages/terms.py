"""The words of the glossary, linked where a page first uses them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from chemins.locales import fold
from chemins.records.term import Term
from chemins.text import escape

_WORD = re.compile(r"\w+")
_CLOSED = ("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6")
"""Elements whose text is left alone: a link in a link, a sample, a heading."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a term."""

    words: str
    """As it stands in the glossary."""

    term: Term
    """What it means."""


class Glossary:
    """Finds terms in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Takes the terms; each is known by its name and by its acronym."""
        self._by_first_word: dict[str, list[_Name]] = {}
        for name in sorted(_names(terms), key=lambda each: -len(each.words)):
            first = _WORD.search(name.words)
            if first:
                self._by_first_word.setdefault(_folded(first[0]), []).append(name)
        self._others: set[str] = set()

    def linked(self, html: Markup, seen: set[str], href: Callable[[Term], str]) -> Markup:
        """``html`` with the first use of each term not yet in ``seen`` made a link; ``seen`` grows.

        ``html`` is our own: ``<`` and ``>`` stand in it for tags alone.
        """
        # Nearly all words begin no term, and a language has fewer of them than a site.
        words = set(_WORD.findall(html)) - self._others
        first_words = [each for each in words if _folded(each) in self._by_first_word]
        self._others.update(words.difference(first_words))
        if not first_words:
            return html
        pieces = str(html).split("<")
        closed = ""
        for index in range(1, len(pieces)):
            tag, _, text = pieces[index].partition(">")
            name = tag.partition(" ")[0]
            if closed:
                closed = "" if name == f"/{closed}" else closed
            elif name in _CLOSED:
                closed = name
            if not closed and any(each in text for each in first_words):
                pieces[index] = f"{tag}>{self._text(text, seen, href)}"
        return Markup("<".join(pieces))

    def _text(self, text: str, seen: set[str], href: Callable[[Term], str]) -> str:
        written, end = [], 0
        for word in _WORD.finditer(text):
            if word.start() < end or text[word.start() - 1 : word.start()] in ("&", "#"):
                continue  # already written, or the name of an entity
            name = self._name_at(text, word)
            if name and name.term.identifier not in seen:
                seen.add(name.term.identifier)
                stop = word.start() + len(name.words)
                anchor = f'<a class="term" href="{escape.attribute(href(name.term))}">'
                written += [text[end : word.start()], anchor, text[word.start() : stop], "</a>"]
                end = stop
        return "".join((*written, text[end:]))

    def _name_at(self, text: str, word: re.Match[str]) -> _Name | None:
        for name in self._by_first_word.get(_folded(word[0]), ()):
            stop = word.start() + len(name.words)
            if _same(text[word.start() : stop], name) and not _WORD.match(text, stop):
                return name
        return None


@lru_cache(maxsize=16384)
def _folded(word: str) -> str:
    """``fold``, once a word."""
    return fold(word)


def _same(found: str, name: _Name) -> bool:
    """Whether ``found`` is ``name``: an acronym to the letter, a word in any case."""
    return found == name.words if name.words.isupper() else fold(found) == fold(name.words)


def _names(terms: Iterable[Term]) -> Iterator[_Name]:
    for term in terms:
        yield _Name(term.term, term)
        if term.acronym:
            yield _Name(term.acronym, term)
