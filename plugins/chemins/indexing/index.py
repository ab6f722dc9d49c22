"""The pages of a site, one after another, then the files of their index.

The files are Pagefind's, under its names, with two things put right: its fragments get the texts
back (it was given words alone: a third of the work, and of the weight), and what it writes only for
its own interface is left out. What narrows results, and the words of ours, stand in two files
beside them: Pagefind writes its filters in another order each time.
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
from chemins.indexing.words import joined, listed, words
from chemins.locales import Locale

FOLDER = "pagefind"
"""Where the index is on the site."""

ENTRY = "chemins.json"
"""The file in it that a search reads first."""

SHOWN = 4000
"""How much of a text is kept to show a passage of it, in signs; all of it is searched."""

_SIGNATURE = b"pagefind_dcd"
_KEPT = frozenset({"fragment", "index", "pagefind-entry.json"})


class Index:
    """The index of one build."""

    def __init__(self, locale: Locale, kinds: Sequence[str]) -> None:
        """Takes the language, and the groups of results in their order."""
        self._locale = locale
        self._common = listed(locale.text("search.common"))
        self._kinds = kinds
        self._pages: list[tuple[str, str]] = []
        self._fragments: list[bytes] = []
        self._facets: dict[str, dict[str, list[int]]] = {name: {} for name in FACETS}
        self._signs: set[str] = set()

    def add(self, found: Found) -> None:
        """Adds a page."""
        number = len(self._pages)
        known = (value for values in found.facets.values() for value in values)
        said = words(
            joined((found.title, found.text, found.word, found.place, *known)), self._common
        )
        self._pages.append((" ".join(words(found.title, self._common)), " ".join(said)))
        self._fragments.append(_packed(_fragment(found, len(said))))
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
        folder = site / FOLDER
        with Service(program) as service:
            for number, (title, content) in enumerate(self._pages):
                service.add(str(number), title, content)
            service.write(folder)
        try:
            self._complete(folder)
        except (ValueError, KeyError, IndexError, StopIteration) as error:
            raise IndexingError(str(error)) from error

    def _complete(self, folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            if path.name not in _KEPT and path.suffix != ".pf_meta":
                _erase(path)
        meta = next(folder.glob("*.pf_meta"))
        order: dict[int, int] = {}
        for at, (name, _) in enumerate(decoded(_unpacked(meta))[1]):
            fragment = folder / "fragment" / f"{name}.pf_fragment"
            number = int(json.loads(_unpacked(fragment))["url"])
            fragment.write_bytes(self._fragments[number])
            order[number] = at
        brief = {at: self._pages[number][0].count(" ") + 1 for number, at in order.items()}
        facets = _packed(
            {
                "titles": [brief[at] for at in range(len(brief))],
                **{name: _shelves(held, order) for name, held in self._sorted()},
            }
        )
        file = f"facets.{hashlib.sha256(facets).hexdigest()[:10]}.json.gz"
        (folder / file).write_bytes(facets)
        entry = self._entry(meta.name, file)
        (folder / ENTRY).write_text(entry, "utf-8", newline="\n")

    def _sorted(self) -> Iterator[tuple[str, Mapping[str, list[int]]]]:
        for name, held in self._facets.items():
            if name == "kind":
                yield name, {kind: held[kind] for kind in self._kinds if kind in held}
            else:
                yield name, dict(sorted(held.items()))

    def _entry(self, meta: str, facets: str) -> str:
        locale = self._locale
        said = {
            "meta": meta,
            "facets": facets,
            "language": locale.language,
            "common": sorted(self._common),
            "endings": locale.text("search.endings").split(","),
            "lesser": locale.text("search.kinds.pages"),
            "signs": {sign: [css_class(sign), shape(sign)] for sign in sorted(self._signs)},
            "words": dict(sorted(locale.under("search.said"))),
        }
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _fragment(found: Found, count: int) -> dict[str, Any]:
    meta = {
        "title": found.title,
        "sign": found.sign,
        "word": found.word,
        "place": found.place,
        "example": "1" if found.illustrative else "",
    }
    return {
        "url": found.address,
        "content": found.text[:SHOWN],
        "word_count": count,
        "filters": {},
        "meta": {name: value for name, value in meta.items() if value},
        "anchors": [],
    }


def _shelves(held: Mapping[str, Iterable[int]], order: Mapping[int, int]) -> list[list[Any]]:
    """Value → its pages, as steps from one to the next: [value, [first, step, step…]]."""
    return [[value, _steps(sorted(order[page] for page in pages))] for value, pages in held.items()]


def _steps(pages: list[int]) -> list[int]:
    return [*pages[:1], *(after - before for before, after in pairwise(pages))]


def _packed(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A time of 0: two builds of one content are the same.
    return gzip.compress(_SIGNATURE + text.encode("utf-8", "replace"), 6, mtime=0)


def _unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(file.name)
    return data[len(_SIGNATURE) :]


def _erase(path: Path) -> None:
    if path.is_dir():
        for each in path.iterdir():
            _erase(each)
        path.rmdir()
    else:
        path.unlink()
