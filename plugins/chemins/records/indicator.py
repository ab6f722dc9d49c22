"""The indicator: a measure of a change, of an action or of a quartier, seen at dates.

Source: law n° 2014-173 of 21 February 2014, and the instructions on the contrats de ville: a
contract is followed by figures of each quartier and by « éléments d'appréciation qualitative issus
de l'observation locale ». One kind holds both.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import ValidationInfo, model_validator

from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.relations import relation
from chemins.records.types import Choice, File, Line, Moment, Number, Reference, Whole, locale_of


class IndicatorNature(Choice):
    """Whether one counts, or looks and listens."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"


class Direction(Choice):
    """Which way one hopes that it goes. It colours nothing."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"


class Gap(Choice):
    """Why there is no value: a producer says so, where an empty cell says nothing."""

    SECRET = "secret"
    UNAVAILABLE = "unavailable"
    UNSURE = "unsure"


def gap_of(typed: str, locale: Locale) -> Gap | None:
    """The reason that ``typed`` stands for where a number is awaited: « s », « nd », « ns »."""
    # A dash is no letter, and folds to nothing.
    sign = fold(typed).replace(" ", "") or typed.strip()
    for gap in Gap:
        if sign in locale.text(f"gaps.{gap.value}").split():
            return gap
    return None


EVERYWHERE = ("", "")
"""The place of what is measured over the whole territory."""


class Level(Part):
    """A value that one starts from, or aims at."""

    shorthand: ClassVar[str] = "value"

    in_a_row: ClassVar[bool] = True

    value: Number | None = None
    """How much."""

    date: Moment | None = None
    """When, or by when."""


class Measurement(Part):
    """What was measured or seen, at a date, in one place or over the whole territory."""

    in_a_row: ClassVar[bool] = True
    told_apart_by: ClassVar[tuple[str, ...]] = ("date", "quartier", "commune")
    corrected: ClassVar[tuple[str, ...]] = ("value", "note")

    date: Moment
    """When, or for which period."""

    value: Number | None = None
    """How much; nothing where it is not known."""

    gap: Gap | None = None
    """Why it is not known, when its producer says so."""

    quartier: Reference | None = relation("quartier", inverse="measured_by", default=None)
    """In which quartier; in none, it is of the commune or of the whole territory."""

    commune: Line | None = None
    """In which commune."""

    note: Line | None = None
    """What is to be known of it; what was seen, where one does not count."""

    @model_validator(mode="before")
    @classmethod
    def _say_what_lacks(cls, typed: Any, info: ValidationInfo) -> Any:
        """« valeur: nd » is a value that is not there, and says why."""
        if isinstance(typed, Mapping) and isinstance(value := typed.get("value"), str):
            gap = gap_of(value, locale_of(info))
            if gap is not None and "gap" not in typed:
                return {**typed, "value": None, "gap": gap}
        return typed

    @property
    def where(self) -> tuple[str, str]:
        """Its place: a quartier by its identifier, a commune by its folded name, or all of it."""
        if self.quartier:
            return ("quartier", self.quartier)
        return ("commune", fold(self.commune)) if self.commune else EVERYWHERE


class RowFilter(Part):
    """Which rows of a table are meant: those that say this in this column."""

    column: Line
    """The heading of the column."""

    value: Line | None = None
    """What stands there; nothing for an empty cell."""


class Series(Part):
    """Where a table of values lies, and what of it is meant."""

    shorthand: ClassVar[str] = "file"

    in_a_row: ClassVar[bool] = True

    file: File
    """A CSV file, named as a link of the text would."""

    column: Line | None = None
    """The heading of the column of values, where a table has several measures."""

    date: Moment | None = None
    """When all of it was measured, where no column says so."""

    key: Line | None = None
    """The heading of the column that says in which quartier, where it has a name of its own."""

    rows: tuple[RowFilter, ...] = ()
    """Which rows, where one period has several."""


class Indicator(Record):
    """A measure, and what it has been."""

    kind: ClassVar[str] = "indicator"
    folder: ClassVar[str] = "indicators"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)
    corrected: ClassVar[tuple[str, ...]] = (
        *("unit", "target", "produced_by", "frequency", "values"),
    )

    title: Line
    """What is measured, so that a resident understands it."""

    order: Whole | None = None
    """Its place among the indicators."""

    measures: tuple[Reference, ...] = relation("change", "action", "quartier", inverse="indicators")
    """What it tells of."""

    unit: Line | None = None
    """What the numbers count: ``%``, ``habitants``, ``€``."""

    nature: IndicatorNature = IndicatorNature.QUANTITATIVE
    """Whether one counts, or looks and listens."""

    direction: Direction | None = None
    """Which way one hopes that it goes."""

    baseline: Level | None = None
    """Where it stood at the start."""

    target: Level | None = None
    """Where one wants it to be."""

    values: tuple[Measurement, ...] = ()
    """What it has been."""

    series: Series | None = None
    """The table that has more of its values."""

    produced_by: Line | None = None
    """Whose figures they are, from which publication."""

    frequency: Line | None = None
    """How often it is measured."""

    updated_on: Moment | None = None
    """When its values were last brought up to date."""
