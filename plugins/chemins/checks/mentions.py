"""Every link and picture in a record's texts leads somewhere on the site, or openly elsewhere."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from chemins.checks.references import reference_fault
from chemins.checks.texts import Text, files, prose
from chemins.content_paths import ContentPaths, leaves, target_of
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import closest
from chemins.records.base import Loc, Record
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

_TOLD_WHERE_READ = frozenset({"contours", "commune_contours", "background", "series"})
"""The fields whose files are opened, and told, when the strategy is read."""


def broken_mentions(
    strategy: Strategy, paths: ContentPaths, drafts: Iterable[Draft]
) -> Iterator[Fault]:
    """A ``[[reference]]``, a relative link or a picture that leads nowhere."""
    for draft in drafts:
        for each in _doubtful(strategy, draft.body):
            place = draft.source.body_place(each.line, each.column, each.width)
            yield from checked(strategy, paths, draft, each, place)
    for record in strategy.records:
        for each in _doubtful(strategy, record.body):
            place = record.source.body_place(each.line, each.column, each.width)
            yield from checked(strategy, paths, record, each, place)
        for loc, text in prose(record):
            for each in _doubtful(strategy, text):
                place = place_in(record, loc, text, each)
                yield from checked(strategy, paths, record, each, place)
        for loc, name in files(record):
            if loc[0] not in _TOLD_WHERE_READ:
                each = Mention("image" if loc[0] == "photos" else "link", name, 1, 1, 1)
                yield from checked(strategy, paths, record, each, record.place_of(*loc))


def place_in(record: Record, loc: Loc, text: str, mention: Mention) -> Place:
    """The place of ``mention`` in ``text``, a field of ``record`` at ``loc``."""
    before = text.split("\n")[: mention.line - 1]
    start = sum(len(line) + 1 for line in before) + mention.column - 1
    return Text(record, loc, type(record), text).place(start, start + mention.width)


def _doubtful(strategy: Strategy, text: str) -> tuple[Mention, ...]:
    """The mentions of ``text``; none, unparsed, where all that could be one surely leads somewhere.

    Code may hold what is no reference, and only parsing tells; but it can only make them fewer.
    """
    if _BEYOND_REFERENCES.search(text) is None:
        references = (reference_of(found[1]) for found in REFERENCE.finditer(text))
        if all(strategy.resolve.one(each) for each in references):
            return ()
    return mentions(text)


def checked(
    strategy: Strategy, paths: ContentPaths, record: Record | Draft, mention: Mention, place: Place
) -> Iterator[Fault]:
    """What is wrong with one mention of the texts or the fields of ``record``."""
    if mention.what == "reference":
        reference = reference_of(mention.value)
        found = strategy.resolve.candidates(reference)
        if len(found) > 1 or not (found or strategy.resolve.is_unread(reference)):
            yield reference_fault(strategy, place, mention.value, (RECORDS,), found, "[[…]]")
    elif strayed := strayed_to(mention.value, paths, record.source.path):
        name = re.split(r"[\\/]", mention.value)[-1]
        code = "E-IMAGE" if mention.what == "image" else "E-LINK"
        yield fault(code, place, strayed, value=mention.value, name=name)
    elif mention.what == "image" and is_elsewhere(mention.value):
        yield fault("E-IMAGE", place, value=mention.value)
    elif is_elsewhere(mention.value):
        if safe_url(mention.value) is None:
            yield fault("E-LINK", place, "unsafe", value=mention.value)
    elif not paths.address(mention.value, record.source.path):
        near = _near(mention.value, paths, record.source.path)
        yield fault("E-LINK", place, "near" if near else "", value=mention.value, suggestion=near)


def strayed_to(href: str, paths: ContentPaths, path: str) -> str:
    """Where ``href``, in the file ``path``, leads that no reader follows.

    ``local``: a file of somebody's computer; ``outside``: out of the content folder; else empty.
    """
    if _ON_A_COMPUTER.match(href):
        return "" if paths.address(href, path) else "local"
    if is_elsewhere(href):
        return ""
    return "outside" if leaves(target_of(unquote(href).replace("\\", "/"), path)) else ""


def _near(href: str, paths: ContentPaths, path: str) -> str | None:
    """The path that ``href`` was probably meant to be, as the file ``path`` has to write it."""
    folder = posixpath.dirname(path)
    near = closest(posixpath.normpath(posixpath.join(folder, href)), paths.paths)
    # Two paths of one folder are near by their folder alone: their names must be too.
    if near is None or not closest(posixpath.basename(href), [posixpath.basename(near)]):
        return None
    return posixpath.relpath(near, folder or ".")


def is_elsewhere(href: str) -> bool:
    """Whether ``href`` names its own host, or another scheme."""
    return href.startswith("//") or ":" in href.partition("/")[0]
