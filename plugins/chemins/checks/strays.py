"""What lies among the records and that no record names: a minutes, a list of addresses, a mistake.

Such a file is not published: somebody dropped it there, and nobody said that it is public.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from chemins.checks.mentions import prose
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
    named = set(_named(paths, (*strategy.records, *drafts)))
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


def _named(paths: ContentPaths, records: Iterable[Record | Draft]) -> Iterator[str]:
    for record in records:
        texts = [record.body]
        if isinstance(record, Record):
            texts += [text for _, text in prose(record)]
        for text in texts:
            for mention in mentions(text):
                if mention.what != "reference":
                    address = paths.address(mention.value, record.source.path)
                    yield (address or "").partition("#")[0]
