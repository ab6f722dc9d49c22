"""The pages of a site, one after another, then the files of their index.

Pagefind is given the words of each page, and makes of them the pieces of the index: those files are
its own, untouched. What is shown of a page, what narrows results and the words of ours are files
beside them, smaller than those that Pagefind would write, and the same each time.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from chemins.diagrams.glyphs import css_class, shape
from chemins.indexing.cbor import decoded
from chemins.indexing.found import FACETS, Found
from chemins.indexing.service import IndexingError, Service
from chemins.indexing.words import listed, words
from chemins.locales import Locale

FOLDER = "pagefind"
"""Where the index is on the site."""

ENTRY = "chemins.json"
"""The file in it that a search reads first."""

SHOWN = 1600
"""How much of a text is kept to show a passage of it, in signs; all of it is searched."""

_STEP = 50
"""Lengths are told by so many words: exact ones would be ten times heavier, and rank no better."""

_SIGNATURE = b"pagefind_dcd"


class Index:
    """The index of one build."""

    def __init__(self, locale: Locale, kinds: Sequence[str]) -> None:
        """Takes the language, and the groups of results in their order."""
        self._locale = locale
        self._common = listed(locale.text("search.common"))
        self._kinds = kinds
        self._pages: list[tuple[str, str]] = []
        self._titles: list[int] = []
        self._fragments: list[bytes] = []
        self._facets: dict[str, dict[str, list[int]]] = {name: {} for name in FACETS}
        self._signs: set[str] = set()

    def add(self, found: Found) -> None:
        """Adds a page."""
        number = len(self._pages)
        known = (value for values in found.facets.values() for value in values)
        named = words(" ".join((found.title, *found.also)), self._common)
        said = words(" ".join((found.text, found.word, found.place, *known)), self._common)
        self._pages.append((" ".join(named), " ".join(dict.fromkeys((*named, *said)))))
        self._titles.append(len(words(found.title, self._common)))
        self._fragments.append(_packed(_shown(found)))
        self._signs.add(found.sign)
        for name, values in ({"kind": (found.kind,)} | dict(found.facets)).items():
            for value in values:
                self._facets[name].setdefault(value, []).append(number)

    def write(self, program: Path, site: Path) -> None:
        """Writes the index into the folder of the ``site``.

        Raises:
            IndexingError: Pagefind did not do its work.
            OSError: the disk refuses.
        """
        with Service(program) as service:
            for number, (title, content) in enumerate(self._pages):
                service.add(str(number), title, content)
            made = service.files()
        try:
            self._write(site / FOLDER, made)
        except (ValueError, KeyError, IndexError) as error:
            raise IndexingError(str(error)) from error

    def _write(self, folder: Path, made: Mapping[str, bytes]) -> None:
        """Writes into ``folder`` the pieces of what Pagefind ``made``, and what goes with them."""
        # It makes no list of no pages.
        lists = [data for path, data in made.items() if path.endswith(".pf_meta")]
        meta = decoded(_unpacked(lists[0])) if lists else ("", [], [])
        order = [_number(made[f"fragment/{name}.pf_fragment"]) for name, _ in meta[1]]
        shown = [self._fragments[number] for number in order]
        place = f"pages/{_digest(shown)}"
        pages = _packed(self._told(order, meta[2]))
        name = f"pages.{_digest([pages])}.json.gz"
        entry = self._entry(name, f"{place}/")
        for inside in ("index", place):
            (folder / inside).mkdir(parents=True)
        for path, data in made.items():
            if path.startswith("index/"):
                (folder / path).write_bytes(data)
        for at, data in enumerate(shown):
            (folder / f"{place}/{at}.json.gz").write_bytes(data)
        (folder / name).write_bytes(pages)
        (folder / ENTRY).write_text(entry, "utf-8", newline="\n")

    def _told(self, order: Sequence[int], pieces: Any) -> dict[str, Any]:
        """What must be known of all pages at once, by their place in ``order``."""
        at = {number: place for place, number in enumerate(order)}
        return {
            "pieces": pieces,
            "titles": [max(1, self._titles[number]) for number in order],
            "lengths": [self._words(number) // _STEP * _STEP for number in order],
            "facets": {name: _shelves(held, at) for name, held in self._sorted()},
        }

    def _words(self, number: int) -> int:
        return self._pages[number][1].count(" ") + 1

    def _sorted(self) -> Iterator[tuple[str, Mapping[str, list[int]]]]:
        for name, held in self._facets.items():
            if name == "kind":
                yield name, {kind: held[kind] for kind in self._kinds if kind in held}
            else:
                yield name, dict(sorted(held.items()))

    def _entry(self, pages: str, shown: str) -> str:
        locale = self._locale
        said = {
            "pages": pages,
            "shown": shown,
            "language": locale.language,
            "common": sorted(self._common),
            "endings": locale.text("search.endings").split(","),
            "lesser": locale.text("search.kinds.pages"),
            "signs": {sign: [css_class(sign), shape(sign)] for sign in sorted(self._signs)},
            "words": dict(sorted(locale.under("search.said"))),
        }
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _shown(found: Found) -> dict[str, str]:
    """What is shown of a page, without what is empty."""
    said = {
        "address": found.address,
        "title": found.title,
        "sign": found.sign,
        "word": found.word,
        "place": found.place,
        "example": "1" if found.illustrative else "",
        "text": found.text[:SHOWN],
    }
    return {name: value for name, value in said.items() if value}


def _number(fragment: bytes) -> int:
    """The number of the page that Pagefind wrote in ``fragment``: we called it so."""
    return int(json.loads(_unpacked(fragment))["url"])


def _digest(pieces: Iterable[bytes]) -> str:
    made = hashlib.sha256()
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()[:10]


def _shelves(held: Mapping[str, Iterable[int]], order: Mapping[int, int]) -> list[list[Any]]:
    """Value → its pages, as steps from one to the next: [value, [first, step, step…]]."""
    return [[value, _steps(sorted(order[page] for page in pages))] for value, pages in held.items()]


def _steps(pages: list[int]) -> list[int]:
    return [*pages[:1], *(after - before for before, after in pairwise(pages))]


def _packed(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A time of 0: two builds of one content are the same.
    return gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)


def _unpacked(packed: bytes) -> bytes:
    data = gzip.decompress(packed)
    if not data.startswith(_SIGNATURE):
        raise ValueError(_SIGNATURE.decode())
    return data[len(_SIGNATURE) :]
