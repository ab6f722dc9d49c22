"""Where the files of the content folder are on the site: what a relative link in a record means."""

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from chemins.addresses import Addresses
from chemins.records.base import Record
from chemins.records.kinds import Kinds
from chemins.records.quartier import Quartier

_INDEXES = ("index.md", "README.md")


class ContentPaths:
    """Content path → address, for records, pages written by hand, pictures and documents."""

    def __init__(
        self, records: Iterable[Record], others: Iterable[str], kinds: Kinds, addresses: Addresses
    ) -> None:
        """Takes the records, and the paths of all other files of the content folder."""
        records = tuple(records)
        self._by_path: Mapping[str, str] = {
            **{path: page_address(path) for path in others},
            **{record.source.path: addresses.of(record) for record in records},
        }
        indexes = {addresses.index(kind) for kind in kinds if kind.folder}
        plans = {addresses.plan(each) for each in records if isinstance(each, Quartier)}
        self._addresses = indexes | plans | addresses.pages | set(self._by_path.values())

    @property
    def paths(self) -> Iterable[str]:
        """The paths that a link may name."""
        return self._by_path

    def address(self, href: str, path: str) -> str | None:
        """What ``href`` leads to when it is written in the file ``path``; none when nowhere.

        A fragment stays; it is followed when the built site is checked.
        """
        bare, mark, fragment = href.partition("#")
        bare = unquote(bare.partition("?")[0])
        start = "" if bare.startswith("/") else posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(start, bare.lstrip("/"))) if bare else path
        if target.startswith(".."):
            return None
        found = self._by_path.get(target)
        if found is None and f"{target}/" in self._addresses:
            found = f"{target}/"
        return None if found is None else f"{quote(found)}{mark}{fragment}"


def page_address(path: str) -> str:
    """The address of a file of the content folder that holds no record."""
    folder, _, name = path.rpartition("/")
    stem, ending = posixpath.splitext(name)
    if ending.lower() != ".md":
        return path
    parts = [folder] if name in _INDEXES else [folder, stem]
    return "".join(f"{part}/" for part in parts if part)
