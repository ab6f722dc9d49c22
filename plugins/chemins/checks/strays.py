"""What lies among the records and that no record names: a minutes, a list of addresses, a mistake.

Such a file is not published: somebody dropped it there, and nobody said that it is public.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from chemins.checks.texts import files, prose
from chemins.content_paths import ContentPaths
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import fold
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.strategy import Strategy
from chemins.text.mentions import mentions

_PROBABLY_RECORDS = (".md.txt", ".txt", ".markdown", ".mdown", ".md.docx")


def strays(
    strategy: Strategy, paths: ContentPaths, others: Iterable[str], drafts: Iterable[Draft] = ()
) -> frozenset[str]:
    """The files of ``others`` that stand in the folder of a kind and that no record names."""
    folders = {fold(name) for name in strategy.kinds.folders(strategy.locale)}
    among = {
        path
        for path in others
        if "/" in path and not path.endswith(".md") and fold(path.partition("/")[0]) in folders
    }
    if not among:
        return frozenset()
    named = set(addresses_named(paths, (*strategy.records, *drafts)))
    return frozenset(path for path in among if paths.address(f"/{quote(path)}", "") not in named)


def stray_faults(found: Iterable[str]) -> Iterator[Fault]:
    """A warning for each, with what it probably should be."""
    for path in sorted(found):
        name = path.rpartition("/")[2]
        ending = next((each for each in _PROBABLY_RECORDS if name.lower().endswith(each)), "")
        if ending:
            better = f"{name[: -len(ending)]}.md"
            yield fault("W-STRAY", Place(path), "record", name=name, suggestion=better)
        else:
            link = f"<{name}>" if " " in name else name
            yield fault("W-STRAY", Place(path), name=name, link=link)


def addresses_named(paths: ContentPaths, records: Iterable[Record | Draft]) -> Iterator[str]:
    """The addresses that ``records`` link to, show, or name as files."""
    for record in records:
        for href in _hrefs(record):
            address = paths.address(href, record.source.path)
            yield (address or "").partition("#")[0]


def _hrefs(record: Record | Draft) -> Iterator[str]:
    """What ``record`` links to, shows or names as a file, as it is written."""
    texts = [record.body]
    if isinstance(record, Record):
        yield from (name for _, name in files(record))
        texts += [text for _, text in prose(record)]
    for text in texts:
        yield from (mention.value for mention in mentions(text) if mention.what != "reference")
