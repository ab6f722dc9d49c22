"""The kinds of record that a strategy is made of, as one value that is passed, never global."""

from collections.abc import Iterable, Iterator

from chemins.locales import LANGUAGES, Locale, fold, load
from chemins.records.base import Record


class Kinds:
    """An ordered set of kinds."""

    def __init__(self, kinds: Iterable[type[Record]]) -> None:
        """Takes the kinds in the order in which a site shows them."""
        self._by_code = {kind.kind: kind for kind in kinds}

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(self._by_code.values())

    def __getitem__(self, code: str) -> type[Record]:
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def folders(self, locale: Locale) -> dict[str, type[Record]]:
        """Folder name → kind, in the site's language and in English."""
        found: dict[str, type[Record]] = {}
        for kind in self:
            if kind.folder:
                found[folder_of(kind, locale)] = kind
                found.setdefault(kind.folder, kind)
        return found

    def singles(self, locale: Locale) -> dict[str, type[Record]]:
        """File name without ending → kind, for the records that there is one of.

        In any language: the territory's own record says which one the site is in.
        """
        found: dict[str, type[Record]] = {}
        for kind in self:
            if not kind.folder:
                key = f"kinds.{kind.kind}.file"
                names = [known.text(key) for known in (locale, *_languages()) if known.has(key)]
                found |= dict.fromkeys((*names, kind.kind), kind)
        return found

    def named(self, word: str, locale: Locale) -> type[Record] | None:
        """The kind that a person calls ``word``: its folder, or its name in the singular."""
        typed = fold(word)
        for kind in self:
            names = (kind.kind, kind.folder, locale.text(f"kinds.{kind.kind}.one"))
            if typed in {fold(name) for name in names} or (
                kind.folder and typed == fold(folder_of(kind, locale))
            ):
                return kind
        return None


def _languages() -> Iterator[Locale]:
    return map(load, LANGUAGES)


def folder_of(kind: type[Record], locale: Locale) -> str:
    """The folder of ``kind`` in the language of ``locale``."""
    return locale.text(f"kinds.{kind.kind}.folder")
