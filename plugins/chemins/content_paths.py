"""Where the files of the content folder are on the site: what a relative link in a record means."""

import posixpath
import unicodedata
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
        addressed = {
            **{path: page_address(path) for path in others},
            **{record.source.path: addresses.of(record) for record in records},
        }
        # A Mac may name a file with its accents apart; what is typed has them together.
        joined = {unicodedata.normalize("NFC", path): to for path, to in addressed.items()}
        self._by_path: Mapping[str, str] = joined | addressed
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
        _, mark, fragment = href.partition("#")
        target = target_of(href, path)
        if leaves(target):
            return None
        found = self._by_path.get(target)
        if found is None and f"{target}/" in self._addresses:
            found = f"{target}/"
        return None if found is None else f"{quote(found)}{mark}{fragment}"


def target_of(href: str, path: str) -> str:
    """The path of the content folder that ``href`` means when it is written in the file ``path``.

    It begins with ``..`` where it is none.
    """
    bare = unquote(href.partition("#")[0].partition("?")[0])
    start = "" if bare.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(start, bare.lstrip("/"))) if bare else path


def leaves(target: str) -> bool:
    """Whether the path ``target`` is outside the content folder."""
    return target == ".." or target.startswith("../")


def page_address(path: str) -> str:
    """The address of a file of the content folder that holds no record."""
    folder, _, name = path.rpartition("/")
    stem, ending = posixpath.splitext(name)
    if ending.lower() != ".md":
        return path
    parts = [folder] if name in _INDEXES else [folder, stem]
    return "".join(f"{part}/" for part in parts if part)
