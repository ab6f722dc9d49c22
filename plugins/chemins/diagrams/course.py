"""How a cooperation went: its published observations on the seven degrees, without syntax."""

from dataclasses import dataclass

from chemins.locales import Locale
from chemins.records.cooperation import Cooperation, Degree
from chemins.strategy.observations import published, span


@dataclass(frozen=True, slots=True)
class Mark:
    """One observation."""

    degree: int
    """Which of the degrees, from 0."""

    start: float
    """When what its date covers begins: years and parts of them."""

    end: float
    """When that ends: the same as its beginning for a day."""

    word: str
    """Its date, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Course:
    """The observations of one cooperation."""

    title: str
    """What it is about."""

    degrees: tuple[str, ...]
    """The words of the seven degrees, from rivalry to trust."""

    poles: tuple[str, str]
    """The words of what they lie between."""

    marks: tuple[Mark, ...]
    """Oldest first."""

    illustrative: bool = False
    """Whether it is an example."""


def course(record: Cooperation, locale: Locale) -> Course:
    """The course of ``record``: what those concerned agreed to publish, and nothing of the rest."""
    degrees = tuple(Degree)
    words = [degree.said(locale) for degree in degrees]
    return Course(
        title=locale.typeset(record.label),
        degrees=tuple(word[0].upper() + word[1:] for word in words),
        poles=(locale.text("pages.cooperation.start"), locale.text("pages.cooperation.end")),
        marks=tuple(
            Mark(
                degrees.index(seen.observation.degree),
                *span(seen.observation.date),
                seen.observation.date.said(locale),
            )
            for seen in published(record)
        ),
        illustrative=record.illustrative,
    )
