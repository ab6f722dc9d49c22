"""The shapes of chosen quartiers: to degrees, mended, or refused with a reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.imports.contours import Outlined
from chemins.imports.listed import Listed, Spot
from chemins.imports.publication import Points, Polygon, ShapeError
from chemins.imports.reference import System, guessed
from chemins.imports.repair import sound

_ABSENT = frozenset({"none", "flat", "shared"})
"""Why a file of points, or of nothing, has no shape for anybody: told once, not for each."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended of one quartier's shape."""

    code: str
    """Its official code."""

    name: str
    """Its official name."""

    acts: tuple[str, ...]
    """The names of what was done."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of the quartiers that have one."""

    outlined: dict[str, Outlined]
    """By official code."""

    mended: tuple[Mended, ...]
    """What was mended, in their order."""

    faults: tuple[Fault, ...]
    """Those that are refused."""

    systems: tuple[str, ...]
    """The systems that coordinates were brought from."""


def outlines_of(quartiers: Iterable[Listed], path: str) -> Outlines:
    """The shapes of ``quartiers``, which the file ``path`` lists."""
    outlined: dict[str, Outlined] = {}
    mended: list[Mended] = []
    faults: list[Fault] = []
    systems: dict[str, None] = {}
    reasons: set[str] = set()
    for one in quartiers:
        if not any(spot.publication.has_shapes for spot in one.spots):
            continue
        try:
            polygons = [each for spot in one.spots for each in _polygons(spot, systems)]
            found = sound(polygons)
        except ShapeError as error:
            reasons.add(error.reason)
            faults.append(_refused(one, error.reason, path))
            continue
        outlined[one.code] = Outlined(one.code, one.name or one.code, found.polygons)
        if found.acts:
            mended.append(Mended(one.code, one.name, found.acts))
    if not outlined and reasons <= _ABSENT:
        faults.clear()
    return Outlines(outlined, tuple(mended), tuple(faults), tuple(systems))


def _refused(one: Listed, reason: str, path: str) -> Fault:
    row = one.spots[0].row.number
    place = Place(path, row if one.spots[0].publication.has_lines else 1)
    said = Word(f"faults.W-IMPORT-SHAPE.reasons.{reason}")
    return fault("W-IMPORT-SHAPE", place, quartier=one.code, name=one.name, number=row, reason=said)


def _polygons(spot: Spot, systems: dict[str, None]) -> tuple[Polygon, ...]:
    """The polygons of one row, in degrees."""
    if spot.is_shared:
        raise ShapeError("shared")
    polygons = spot.publication.shape(spot.index)
    system = spot.publication.system
    first = next((point for each in polygons for ring in each for point in ring), None)
    if spot.publication.is_guessed and first is not None:
        system = guessed(*first) or system
    if system.degrees is None:
        return polygons
    systems[system.name] = None
    return tuple(tuple(_ring(ring, system) for ring in each) for each in polygons)


def _ring(ring: Points, system: System) -> Points:
    degrees: Callable[[float, float], tuple[float, float]] = system.degrees or _same
    try:
        return tuple(degrees(x, y) for x, y in ring)
    except (ArithmeticError, ValueError) as error:
        raise ShapeError("outside") from error


def _same(x: float, y: float) -> tuple[float, float]:
    return (x, y)
