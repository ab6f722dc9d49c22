"""Short stories on a sheet: headings, each with its entries, in the largest type that holds.

What does not hold in the smallest is left out and counted, never cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chemins.diagrams.metrics import wrap

HEADING, META, TEXT = 1.3, 0.86, 1.0
"""The sizes of headings, of the line above a title, of what is told under it, in that of titles."""

LEADING = 1.3
"""From line to line, in the size of each."""

HEADING_GAP, ENTRY_GAP, STORY_GAP = 0.55, 0.75, 1.1
"""Under a heading, and before an entry and a story, in the size of titles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a story."""

    title: str
    """Plain text."""

    shape: str = ""
    """Its sign; empty for none."""

    meta: str = ""
    """What stands above the title: kind, state, date."""

    lines: tuple[str, ...] = ()
    """What is told under it, each on lines of its own."""

    mark: str = ""
    """What says that it is an example; empty where it is not."""

    href: str = ""
    """Where its page is published; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class Story:
    """A heading, and what stands under it."""

    heading: str
    """Plain text."""

    entries: tuple[Entry, ...]
    """In reading order."""

    further: int = 0
    """How many entries there is no room for."""


@dataclass(frozen=True, slots=True)
class Told:
    """Stories as they lie."""

    size: float
    """The size of titles, in points."""

    stories: tuple[Story, ...]
    """Those that have something to say."""

    height: float
    """How high they stand together, in points."""


def told(
    stories: Sequence[Story], sizes: Sequence[float], wide: float, room: float, further: str
) -> Told:
    """``stories`` in ``wide`` points, as large as ``sizes`` and ``room`` allow.

    ``further`` is about what is said where entries are left out.
    """
    kept = tuple(story for story in stories if story.entries)
    for size in sizes:
        height = _height(kept, size, wide, further)
        if height <= room and _on_a_line(kept, size, wide):
            return Told(size, kept, height)
    size = sizes[-1]
    while kept and (height := _height(kept, size, wide, further)) > room:
        # The last story goes whole once none has an entry left to give.
        kept = _shortened(kept) if any(story.entries for story in kept) else kept[:-1]
    return Told(size, kept, _height(kept, size, wide, further))


def _on_a_line(stories: Sequence[Story], size: float, wide: float) -> bool:
    """Whether no heading leaves a last word alone."""
    return all(len(wrap(story.heading, "display", size * HEADING, wide)) == 1 for story in stories)


def _shortened(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    """``stories`` with one entry less: the last of the longest, and of the last of these."""
    longest = max(range(len(stories)), key=lambda at: (len(stories[at].entries), at))
    story = stories[longest]
    shorter = replace(story, entries=story.entries[:-1], further=story.further + 1)
    return (*stories[:longest], shorter, *stories[longest + 1 :])


def _height(stories: Sequence[Story], size: float, wide: float, further: str) -> float:
    return sum(_story(story, size, wide, further) for story in stories)


def _story(story: Story, size: float, wide: float, further: str) -> float:
    heading = size * HEADING
    high = len(wrap(story.heading, "display", heading, wide)) * heading * LEADING
    high += size * (STORY_GAP + HEADING_GAP)
    high += sum(_entry(entry, size, wide) for entry in story.entries)
    if story.further:
        high += len(wrap(further, "text", size * META, wide)) * size * META * LEADING
        high += size * ENTRY_GAP
    return high


def _entry(entry: Entry, size: float, wide: float) -> float:
    title = f"{entry.title} {entry.mark}" if entry.mark else entry.title
    meta = f"MM {entry.meta}" if entry.meta else ""
    return (
        len(wrap(meta, "text", size * META, wide)) * size * META
        + len(wrap(title, "bold", size, wide)) * size
        + sum(len(wrap(line, "text", size * TEXT, wide)) for line in entry.lines) * size * TEXT
    ) * LEADING + size * ENTRY_GAP
