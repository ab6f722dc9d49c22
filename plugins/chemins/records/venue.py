"""The venue: where an action or a session takes place, where a resident may come."""

from typing import ClassVar

from chemins.records.base import Part
from chemins.records.types import Latitude, Line, Longitude, Phone


class Venue(Part):
    """A place that a resident can find, and that a map can show."""

    says_whom: ClassVar[bool] = True

    shorthand: ClassVar[str] = "name"

    in_a_row: ClassVar[bool] = True
    corrected: ClassVar[tuple[str, ...]] = ("name", "address", "phone")

    name: Line
    """What it is called."""

    address: Line | None = None
    """Where it is."""

    phone: Phone | None = None
    """Where to call."""

    longitude: Longitude | None = None
    """Degrees east, WGS 84."""

    latitude: Latitude | None = None
    """Degrees north, WGS 84."""
