"""A session's ideas in their groups, as the room sorted them: the diagram, without syntax.

Source of the form: the affinity diagram (Kawakita's KJ method, 1967); in the CoVe's deck,
« schéma patates ».
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chemins.locales import Locale
from chemins.records.session import Idea, IdeaMap, Session
from chemins.text import markdown

MOST_DRAWN = 150
"""How many ideas a picture may have: beyond, the list says it all."""


@dataclass(frozen=True, slots=True)
class Potato:
    """One group of ideas: a soft shape with its ideas in it."""

    name: str
    """What it is called, plain text."""

    ideas: tuple[str, ...]
    """In the order in which they were said, plain text."""

    loose: bool = False
    """Whether it only gathers the ideas of no group: drawn without a shape."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The groups at one moment of the session."""

    title: str
    """What this state is called; empty when a session has only one."""

    note: str
    """Of when it is; empty when that is not known."""

    potatoes: tuple[Potato, ...]
    """In reading order."""

    @property
    def is_vast(self) -> bool:
        """Whether it holds more ideas than a picture can show."""
        return sum(len(potato.ideas) for potato in self.potatoes) > MOST_DRAWN


def sketches(session: Session, locale: Locale) -> tuple[Sketch, ...]:
    """The states that the groups of ``session`` went through, oldest first, none that is empty.

    The last one is made of its ideas, when the room put some of them in groups.
    """
    versions = [version for version in session.versions if version.groups]
    found = [_version(version, at, locale) for at, version in enumerate(versions, start=1)]
    if any(idea.group for idea in session.ideas):
        title = locale.text("pages.ideas.last") if found else ""
        found.append(Sketch(title, "", tuple(_potatoes(session.ideas, locale))))
    return tuple(found)


def grouped(ideas: Sequence[Idea]) -> dict[str | None, list[Idea]]:
    """``ideas`` by group, in the order in which groups come up, those of no group last."""
    found: dict[str | None, list[Idea]] = {idea.group: [] for idea in ideas if idea.group}
    for idea in ideas:
        found.setdefault(idea.group or None, []).append(idea)
    return found


def _version(version: IdeaMap, number: int, locale: Locale) -> Sketch:
    return Sketch(
        title=_plain(version.title, locale) or locale.text("pages.ideas.version", number=number),
        note=version.date.said(locale) if version.date else "",
        potatoes=tuple(
            Potato(_plain(group.name, locale), tuple(_plain(idea, locale) for idea in group.ideas))
            for group in version.groups
        ),
    )


def _potatoes(ideas: Sequence[Idea], locale: Locale) -> Iterator[Potato]:
    for name, inside in grouped(ideas).items():
        texts = tuple(_plain(idea.text, locale) for idea in inside)
        if name is None:
            yield Potato(locale.text("pages.ideas.ungrouped"), texts, loose=True)
        else:
            yield Potato(_plain(name, locale), texts)


def _plain(text: str | None, locale: Locale) -> str:
    return locale.typeset(markdown.plain(text)) if text else ""
