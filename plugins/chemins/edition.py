"""One reading of a content folder, whole: records, graph, addresses, and all that is wrong.

What `check`, `build` and the preview have in common: they begin here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chemins.addresses import Addresses
from chemins.checks import check
from chemins.checks.strays import stray_faults, strays
from chemins.content_paths import ContentPaths
from chemins.faults import Fault
from chemins.locales import Locale
from chemins.reading import Content, outlines_of, read
from chemins.reading.by_hand import faults_by_hand
from chemins.records.kinds import Kinds
from chemins.records.outline import Outline
from chemins.records.territory import Territory
from chemins.strategy import Strategy, strategy_of


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A content folder, read and checked."""

    content: Content
    """The files, without those that nobody said are public."""

    strategy: Strategy
    """The graph of what could be read."""

    addresses: Addresses
    """Where its pages are."""

    paths: ContentPaths
    """Where its files are."""

    outlines: Mapping[str, Outline]
    """The shapes of its quartiers, by official code."""

    faults: tuple[Fault, ...]
    """Everything wrong, in the files and between them."""


def edition_of(folder: Path, kinds: Kinds, locale: Locale | None = None) -> Edition:
    """Reads ``folder`` and checks it.

    Raises:
        OSError: the folder itself cannot be read.
    """
    content = read(folder, kinds, locale)
    strategy = strategy_of(content.records, kinds, content.locale, content.drafts, content.missed)
    addresses = Addresses(content.locale)
    unread = (draft.source.path for draft in content.drafts)
    paths = ContentPaths(content.records, (*content.others, *unread), kinds, addresses)
    outlines, wrong = outlines_of(folder, strategy.single(Territory))
    dropped = strays(strategy, paths, content.others, content.drafts)
    others = content.others - dropped
    return Edition(
        content=replace(content, others=others),
        strategy=strategy,
        addresses=addresses,
        paths=paths,
        outlines=outlines,
        faults=(
            *content.faults,
            *wrong,
            *check(strategy, paths, content.drafts),
            *stray_faults(dropped),
            *faults_by_hand(folder, others),
        ),
    )
