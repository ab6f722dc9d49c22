"""One reading of a content folder, whole: records, graph, addresses, and all that is wrong.

What `check`, `build` and the preview have in common: they begin here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

from chemins.addresses import Addresses
from chemins.approval import Withheld
from chemins.checks import check
from chemins.checks.approval import links_to_waiting, waiting
from chemins.checks.fences import fence_faults
from chemins.checks.points import misplaced_points
from chemins.checks.strays import addresses_named, stray_faults, strays
from chemins.checks.written import addresses_in, check_written
from chemins.clock import today
from chemins.content_paths import ContentPaths
from chemins.faults import Fault
from chemins.locales import Locale
from chemins.publication import EVERYTHING, Publication
from chemins.reading import Content, Memory, attachment_faults, geography_of, measured, read
from chemins.reading.by_hand import ByHand, pages_by_hand
from chemins.reading.fences import fences_of
from chemins.records.base import Record
from chemins.records.fence import Fence
from chemins.records.kinds import Kinds
from chemins.records.outline import Geography
from chemins.records.territory import Territory
from chemins.strategy import Strategy, strategy_of


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A content folder, read and checked: what of it is published."""

    content: Content
    """The files, without those that nobody said are public."""

    strategy: Strategy
    """The graph of what could be read."""

    addresses: Addresses
    """Where its pages are."""

    paths: ContentPaths
    """Where its files are."""

    geography: Geography
    """What its maps are drawn from."""

    faults: tuple[Fault, ...]
    """Everything wrong, in the files and between them, in what is not published too."""

    withheld: Withheld | None = None
    """What waits to be approved, where that keeps it out of the site."""


def edition_of(
    folder: Path,
    kinds: Kinds,
    locale: Locale | None = None,
    *,
    publication: Publication = EVERYTHING,
    day: date | None = None,
    memory: Memory | None = None,
) -> Edition:
    """Reads ``folder`` and checks it, as of ``day``, or of today.

    ``memory`` keeps what is read for the next time: see there.

    Raises:
        OSError: the folder itself cannot be read.
    """
    content = measured(read(folder, kinds, locale, memory))
    strategy = strategy_of(content.records, kinds, content.locale, content.drafts, content.missed)
    addresses = Addresses(content.locale)
    paths = _paths(content, content.records, kinds, addresses)
    territory = strategy.single(Territory)
    geography, wrong, unread = geography_of(folder, territory)
    dropped = strays(strategy, paths, content.others, content.drafts)
    content = replace(content, others=content.others - dropped)
    public = frozenset(path for path in content.others if publication.publishes(path))
    pages, unwell = pages_by_hand(folder, public)
    withheld = Withheld(strategy, paths, addresses) if publication.approved_only else None
    attached = public - publication.own_files - unread - _told_with_records(content.faults)
    faults = (
        *content.faults,
        *wrong,
        *unwell,
        *check(strategy, paths, day or today(), content.drafts),
        *misplaced_points(strategy, geography),
        *stray_faults(dropped),
        *attachment_faults(folder, attached, publication.attachments),
        *_of_pages(pages, paths, content.locale, withheld),
        *fence_faults(strategy, _fences(pages)),
        *(waiting(withheld) if withheld else ()),
    )
    whole = Edition(content, strategy, addresses, paths, geography, faults)
    if withheld is None or publication.preview:
        return whole
    return _without(withheld, whole, pages, publication)


def _without(
    withheld: Withheld, whole: Edition, pages: Mapping[str, ByHand], publication: Publication
) -> Edition:
    """The edition ``whole``, made again of what does not wait."""
    content, kinds = whole.content, whole.strategy.kinds
    records = withheld.published()
    named = {
        *addresses_named(whole.paths, records),
        *(
            address
            for path, page in pages.items()
            for address in addresses_in(path, page.text, whole.paths)
        ),
        *publication.own_files,
    }
    alone = {*addresses_named(whole.paths, withheld.records.values())} - named
    kept_back = {
        path for path in content.others if whole.paths.address(f"/{quote(path)}", "") in alone
    }
    content = replace(content, records=records, others=content.others - kept_back)
    return replace(
        whole,
        content=content,
        strategy=strategy_of(records, kinds, content.locale, content.drafts, content.missed),
        paths=_paths(content, records, kinds, whole.addresses),
        withheld=withheld,
    )


def _paths(
    content: Content, records: tuple[Record, ...], kinds: Kinds, addresses: Addresses
) -> ContentPaths:
    unread = (draft.source.path for draft in content.drafts)
    return ContentPaths(records, (*content.others, *unread), kinds, addresses)


def _fences(pages: Mapping[str, ByHand]) -> Iterator[Fence]:
    for path, page in pages.items():
        yield from fences_of(path, page.body, page.body_line)


def _told_with_records(faults: tuple[Fault, ...]) -> set[str]:
    """The tables that cannot be read as such, of which the indicators that name them speak."""
    return {str(each.values["path"]) for each in faults if each.code == "E-SERIES"}


def _of_pages(
    pages: Mapping[str, ByHand], paths: ContentPaths, locale: Locale, withheld: Withheld | None
) -> Iterator[Fault]:
    for path, page in pages.items():
        yield from check_written(path, page.text, paths, locale)
        if withheld:
            yield from links_to_waiting(withheld, path, page.text)
