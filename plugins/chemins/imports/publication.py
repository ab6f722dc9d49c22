"""What a published file holds, whatever its format: rows of texts, each with a shape or none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chemins.imports.reference import WGS84, System
from chemins.records.when import When

Points = tuple[tuple[float, float], ...]
Polygon = tuple[Points, ...]
"""An outer ring, then its holes, as they were published: nobody has looked whether they close."""


class RefusedError(Exception):
    """Why a whole file cannot be read: the name of a reason, and what its sentence speaks of."""

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


class ShapeError(Exception):
    """Why one shape cannot be drawn."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One quartier, or one line of a table."""

    number: int
    """Which line of a table, or which feature, from 1."""

    values: Mapping[str, str]
    """What each column says."""

    surplus: int = 0
    """How many cells it has beyond the columns: somebody forgot quotes around a comma."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One layer of a file."""

    name: str
    """What it is called."""

    columns: tuple[str, ...]
    """Its columns, as they are spelt there."""

    rows: tuple[Row, ...]
    """Its rows."""

    shape: Callable[[int], tuple[Polygon, ...]]
    """The polygons of the row at an index, in the file's own system; raises ShapeError."""

    has_shapes: bool = True
    """Whether it has any place for shapes."""

    has_lines: bool = False
    """Whether a row's number is its line in a text."""

    system: System = WGS84
    """What its coordinates count from."""

    is_guessed: bool = False
    """Whether nothing says the system, so that coordinates themselves may tell another."""

    dates: Mapping[str, When] = field(default_factory=dict)
    """Of when it is: by what says so."""

    mended: int = 0
    """How many of its texts had broken accents, and have them again."""


def no_shape(index: int) -> tuple[Polygon, ...]:  # noqa: ARG001
    """The shape of a row of a table without any.

    Raises:
        ShapeError: always.
    """
    raise ShapeError("none")
