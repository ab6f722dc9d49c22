"""What has changed in the form of records, version by version; and how a file comes to each.

A migration is a pure function: a file as it is laid out → the edits that bring it to the next
version. What it does not name stays, byte for byte: comments, quotes, line ends, the narrative.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chemins.locales import Locale, fold
from chemins.records.base import Record
from chemins.writing import edits
from chemins.writing.layout import (
    Edit,
    Entry,
    Group,
    Layout,
    Leaf,
    edited,
    layout_of,
    with_newlines,
)
from chemins.writing.scalars import quoted, scalar

Change = Callable[[Layout, type[Record], Locale], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Migration:
    """How records come to a version from the one before."""

    version: int
    """The version that they come to."""

    change: Change
    """What changes in one file."""


MIGRATIONS: tuple[Migration, ...] = ()
"""All of them, oldest first. None yet: version 1 is the first, and fields were only added to it."""


def migrated(raw: str, kind: type[Record], locale: Locale, migrations: Sequence[Migration]) -> str:
    """The file ``raw`` of a record of the kind ``kind``, once ``migrations`` have passed.

    Raises:
        ValueError: it has no front matter.
        yaml.YAMLError: its front matter is broken.
    """
    for each in migrations:
        layout = layout_of(with_newlines(raw))
        raw = edited(raw, list(each.change(layout, kind, locale)))
    return raw


def renamed(layout: Layout, keys: Sequence[Iterable[str]], name: str) -> Iterator[Edit]:
    """The key ``name`` in the place of an old one.

    ``keys`` lead to it: for each level, what it may have been called, in any language.
    """
    for entry in _entries(layout.fields, keys):
        yield edits.renamed(entry, name)


def reworded(
    layout: Layout, keys: Sequence[Iterable[str]], words: Mapping[str, str]
) -> Iterator[Edit]:
    """Other ``words``, old → new, where the value that ``keys`` lead to is one of the old ones."""
    known = {fold(old): new for old, new in words.items()}
    for entry in _entries(layout.fields, keys):
        values = entry.value.items if isinstance(entry.value, Group) else (entry.value,)
        for leaf in values:
            if isinstance(leaf, Leaf) and (word := known.get(fold(leaf.text))):
                in_flow = isinstance(entry.value, Group) and entry.value.is_flow
                text = quoted(word) if leaf.style else scalar(word, in_flow=in_flow)
                yield Edit(leaf.start, leaf.end, text)


def _entries(group: Group, keys: Sequence[Iterable[str]]) -> Iterator[Entry]:
    wanted = {fold(key) for key in keys[0]}
    for entry in group.entries:
        if fold(entry.key.text) not in wanted:
            continue
        if len(keys) == 1:
            yield entry
        elif isinstance(entry.value, Group):
            inner = entry.value.items if entry.value.is_list else (entry.value,)
            for each in inner:
                if isinstance(each, Group):
                    yield from _entries(each, keys[1:])
