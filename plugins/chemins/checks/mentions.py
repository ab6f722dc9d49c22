"""Every link and picture in a record's texts leads somewhere on the site, or openly elsewhere."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from chemins.checks.references import reference_fault
from chemins.checks.texts import prose
from chemins.content_paths import ContentPaths
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import closest
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.records.identifiers import reference_of
from chemins.records.relations import RECORDS
from chemins.strategy import Strategy
from chemins.text.escape import safe_url
from chemins.text.mentions import Mention, mentions
from chemins.text.parser import REFERENCE

_BEYOND_REFERENCES = re.compile(r"\]\(|\]:|<[^\s<>]+[:@]")
"""What a text needs to have any link or picture but ``[[references]]``."""

_ON_A_COMPUTER = re.compile(
    r"[A-Za-z]:[\\/]|\\|~/|file:|/(?:home|Users|Volumes|mnt|media|tmp)/", re.IGNORECASE
)
"""How the path of a file on somebody's own disk begins."""


def broken_mentions(
    strategy: Strategy, paths: ContentPaths, drafts: Iterable[Draft]
) -> Iterator[Fault]:
    """A ``[[reference]]``, a relative link or a picture that leads nowhere."""
    for draft in drafts:
        for each in _doubtful(strategy, draft.body):
            place = draft.source.body_place(each.line, each.column, each.width)
            yield from _checked(strategy, paths, draft, each, place)
    for record in strategy.records:
        for each in _doubtful(strategy, record.body):
            place = record.source.body_place(each.line, each.column, each.width)
            yield from _checked(strategy, paths, record, each, place)
        for loc, text in prose(record):
            for each in _doubtful(strategy, text):
                yield from _checked(strategy, paths, record, each, record.place_of(*loc))


def _doubtful(strategy: Strategy, text: str) -> tuple[Mention, ...]:
    """The mentions of ``text``; none, unparsed, where all that could be one surely leads somewhere.

    Code may hold what is no reference, and only parsing tells; but it can only make them fewer.
    """
    if _BEYOND_REFERENCES.search(text) is None:
        references = (reference_of(found[1]) for found in REFERENCE.finditer(text))
        if all(strategy.resolve.one(each) for each in references):
            return ()
    return mentions(text)


def _checked(
    strategy: Strategy, paths: ContentPaths, record: Record | Draft, mention: Mention, place: Place
) -> Iterator[Fault]:
    if mention.what == "reference":
        reference = reference_of(mention.value)
        found = strategy.resolve.candidates(reference)
        if len(found) > 1 or not (found or strategy.resolve.is_unread(reference)):
            yield reference_fault(strategy, place, mention.value, (RECORDS,), found, "[[…]]")
    elif _is_on_a_computer(mention.value) and not paths.address(mention.value, record.source.path):
        name = re.split(r"[\\/]", mention.value)[-1]
        code = "E-IMAGE" if mention.what == "image" else "E-LINK"
        yield fault(code, place, "local", value=mention.value, name=name)
    elif mention.what == "image" and _is_elsewhere(mention.value):
        yield fault("E-IMAGE", place, value=mention.value)
    elif _is_elsewhere(mention.value):
        if safe_url(mention.value) is None:
            yield fault("E-LINK", place, "unsafe", value=mention.value)
    elif not paths.address(mention.value, record.source.path):
        near = _near(mention.value, paths, record.source.path)
        yield fault("E-LINK", place, "near" if near else "", value=mention.value, suggestion=near)


def _near(href: str, paths: ContentPaths, path: str) -> str | None:
    """The path that ``href`` was probably meant to be, as the file ``path`` has to write it."""
    folder = posixpath.dirname(path)
    near = closest(posixpath.normpath(posixpath.join(folder, href)), paths.paths)
    # Two paths of one folder are near by their folder alone: their names must be too.
    if near is None or not closest(posixpath.basename(href), [posixpath.basename(near)]):
        return None
    return posixpath.relpath(near, folder or ".")


def _is_on_a_computer(href: str) -> bool:
    return _ON_A_COMPUTER.match(href) is not None


def _is_elsewhere(href: str) -> bool:
    return href.startswith("//") or ":" in href.partition("/")[0]
