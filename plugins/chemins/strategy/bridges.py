"""Bridges: contributions without which changes reach no vision at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chemins.records.change import Change
from chemins.records.vision import Vision
from chemins.strategy.pathways import UPSTREAM
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Link, Strategy
from chemins.strategy.ways import Ways, leading, ways

_ROOT: Key = ("", "")
"""All visions at once: what every path should reach."""


@dataclass(frozen=True, slots=True, eq=False)
class Bridge:
    """A contribution on which a path hangs."""

    link: Link
    """The contribution; its source has no other way to any vision."""

    hanging: int
    """How many changes have no other way than this link, its source included."""


def bridges(strategy: Strategy) -> tuple[Bridge, ...]:
    """The contributions on which the only path to a vision hangs, in the order of the changes."""
    found = ways(strategy)
    onward = {
        change.key: leading(strategy, change, found)
        for change in strategy.all(Change)
        if change.key in found.reaching
    }
    order = _from_visions(strategy, found)
    above = _above(order, onward)
    counts = dict.fromkeys(order, 1)
    for key in reversed(order[1:]):
        counts[above[key]] += counts[key]
    place = {key: index for index, key in enumerate(order)}
    return tuple(
        Bridge(links[0], counts[key])
        for key, all_links in onward.items()
        if len(links := _without_rounds(key, all_links, above, place)) == 1
    )


def _above(order: list[Key], onward: Mapping[Key, tuple[Link, ...]]) -> dict[Key, Key]:
    """For each change, the nearest point through which all its paths to a vision pass.

    The tree of dominators, seen from the visions: Cooper, Harvey and Kennedy, "A Simple, Fast
    Dominance Algorithm" (2001).
    """
    place = {key: index for index, key in enumerate(order)}
    above: dict[Key, Key] = {_ROOT: _ROOT}
    moved = True
    while moved:
        moved = False
        for key in order[1:]:
            targets = (_end(link) for link in onward[key])
            common = _common((each for each in targets if each in above), above, place)
            if above.get(key) != common:
                above[key], moved = common, True
    return above


def _end(link: Link) -> Key:
    return _ROOT if isinstance(link.target, Vision) else link.target.key


def _without_rounds(
    key: Key, links: tuple[Link, ...], above: Mapping[Key, Key], place: Mapping[Key, int]
) -> tuple[Link, ...]:
    """``links`` but for those that only lead back to ``key``, where changes turn in circles."""
    kept = []
    for link in links:
        passed = _end(link)
        while place[passed] > place[key]:
            passed = above[passed]
        if passed != key:
            kept.append(link)
    return tuple(kept)


def _common(keys: Iterable[Key], above: Mapping[Key, Key], place: Mapping[Key, int]) -> Key:
    """The nearest point through which all of ``keys`` pass on their way to the root."""
    first, *others = keys
    for other in others:
        while first != other:
            if place[first] > place[other]:
                first = above[first]
            else:
                other = above[other]
    return first


def _from_visions(strategy: Strategy, found: Ways) -> list[Key]:
    """The root, then the changes that reach it, each after one that it contributes to.

    In reverse postorder of a walk that goes back from the visions.
    """
    done: list[Key] = []
    seen: set[Key] = set()
    starts = [
        each for vision in strategy.all(Vision) for each in strategy.sources(vision, UPSTREAM)
    ]
    for start in starts:
        if start.key in seen or start.key not in found.reaching:
            continue
        seen.add(start.key)
        stack = [(start, iter(strategy.sources(start, UPSTREAM)))]
        while stack:
            record, rest = stack[-1]
            for each in rest:
                if each.key not in seen and each.key in found.reaching:
                    seen.add(each.key)
                    stack.append((each, iter(strategy.sources(each, UPSTREAM))))
                    break
            else:
                done.append(record.key)
                stack.pop()
    return [_ROOT, *reversed(done)]
