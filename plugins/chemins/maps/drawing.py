"""A map as it is drawn, without syntax: what stands where, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from chemins.maps.boxes import Box
from chemins.maps.labels import Label
from chemins.maps.projection import Point

Lines = Sequence[Sequence[Point]]

WIDTH = 460.0
"""Pixels: how wide maps are drawn. A column of a page is about as wide; a phone, two thirds."""


@dataclass(frozen=True, slots=True)
class Area:
    """A quartier on a map."""

    key: str
    """Its official code."""

    rings: Lines
    """Its shape; none where it is too small to have one."""

    dot: Box | None = None
    """The disc that stands for it, when it is too small."""

    role: str = ""
    """``here``: the one that the page is about. ``near``: one of those around it."""

    wide: Label | None = None
    """What is written where the picture is drawn at its size."""

    narrow: Label | None = None
    """What is written on a phone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered sign: a place to go, an action."""

    key: str
    """What it stands for."""

    kind: str
    """``place`` or ``action``: its shape."""

    number: int
    """That of the list beside the map."""

    at: Point
    """Where it is."""

    box: Box
    """Where its sign stands, beside."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A length to measure by."""

    metres: int
    """On the ground."""

    pixels: float
    """On the picture."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map."""

    height: float
    """Pixels, without the strip of the scale."""

    scale: Scale
    """A length to measure by."""

    areas: tuple[Area, ...] = ()
    """The quartiers, in the order of the list beside."""

    marks: tuple[Mark, ...] = ()
    """The numbered signs, in the order of the list beside."""

    communes: Lines = ()
    """The edges of municipalities."""

    lines: Lines = ()
    """The lines of the background."""

    dots: tuple[Point, ...] = ()
    """The points of the background."""

    names: tuple[Label, ...] = ()
    """The names of municipalities and of the background, read where there is room."""

    frames: tuple[Box, ...] = ()
    """What another picture shows larger."""

    captions: tuple[tuple[Label | None, Label | None], ...] = ()
    """What the frames are called, at full size and on a phone."""

    towns: tuple[tuple[Label | None, Label | None], ...] = ()
    """The names of the municipalities of many quartiers, at full size and on a phone."""

    around: bool = False
    """Whether it shows where the others lie: it is the smaller one."""


_SCALES = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000)


def scale_of(pixels_a_metre: float) -> Scale:
    """The round length that takes at most a third of the width."""
    room = WIDTH / 3
    fitting = [each for each in _SCALES if each * pixels_a_metre <= room]
    metres = max(fitting, default=_SCALES[0])
    return Scale(metres, min(metres * pixels_a_metre, room))
