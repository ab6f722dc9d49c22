"""GeoJSON → a publication, also when it is a lone feature or a portal's list of records.

Source: RFC 7946, "The GeoJSON Format" (2016); its ``crs`` member: the specification of 2008, § 3.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from chemins.imports.dates import date_in
from chemins.imports.geometry import polygons_of
from chemins.imports.publication import Polygon, Publication, RefusedError, Row
from chemins.imports.reference import WGS84, System, of_epsg
from chemins.imports.texts import decoded, mended
from chemins.records.when import When

_MALFORMED = (ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
_DATED = ("metadata", "date", "updated", "modified", "generated", "timestamp", "dateMaj")
"""The members that may say of when a file is."""


def publication_of(data: bytes, name: str) -> Publication:
    """What the bytes ``data`` of the file ``name`` hold.

    Raises:
        RefusedError: it is no JSON, or not of a form that carries quartiers.
    """
    try:
        whole = json.loads(decoded(data))
    except _MALFORMED as error:
        raise RefusedError("json") from error
    found = list(_features(whole))
    if not found:
        raise RefusedError("features")
    rows, mends = [], 0
    for number, (values, _) in enumerate(found, start=1):
        said = {column: _said(value) for column, value in values.items()}
        right = {mended(column): mended(value) for column, value in said.items()}
        mends += right != said
        rows.append(Row(number, right))

    def shape(index: int) -> tuple[Polygon, ...]:
        return polygons_of(found[index][1])

    columns = dict.fromkeys(column for row in rows for column in row.values)
    system, is_said = _system(whole)
    return Publication(
        name=name,
        columns=tuple(columns),
        rows=tuple(rows),
        shape=shape,
        system=system,
        is_guessed=not is_said,
        dates=_dates(whole),
        mended=mends,
    )


def _features(whole: Any) -> Iterator[tuple[Mapping[str, Any], Any]]:
    """The values of each feature, and its geometry."""
    if isinstance(whole, dict):
        kind = whole.get("type")
        if kind == "Topology":
            raise RefusedError("topojson")
        listed = whole.get("features") or whole.get("results") or whole.get("records")
        items = [whole] if kind == "Feature" else listed
    else:
        items = whole
    if not isinstance(items, list):
        raise RefusedError("features")
    for item in items:
        if isinstance(item, dict):
            yield _values(item), _geometry(item)


def _values(item: Mapping[str, Any]) -> Mapping[str, Any]:
    for name in ("properties", "fields"):
        if isinstance(item.get(name), dict):
            return dict(item[name])
    return {} if "geometry" in item else item


def _geometry(item: Mapping[str, Any]) -> Any:
    """The geometry of a feature, or the one that a portal puts among its values."""
    if item.get("geometry"):
        return item["geometry"]
    inner = item.get("fields") if isinstance(item.get("fields"), dict) else item
    for value in (inner or {}).values():
        if isinstance(value, dict) and ("coordinates" in value or "geometry" in value):
            return value
    return None


def _said(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ", ".join(map(_said, value)) if len(value) < 200 else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _system(whole: Any) -> tuple[System, bool]:
    """The system that the file says, and whether it says one at all."""
    said = whole.get("crs") if isinstance(whole, dict) else None
    if not said:
        return WGS84, False
    properties = said.get("properties") if isinstance(said, dict) else None
    name = str((properties or {}).get("name") if isinstance(properties, dict) else said)
    if re.search(r"CRS:?84", name, re.IGNORECASE):
        return WGS84, True
    number = re.search(r"EPSG\D*?(?:\d+\.\d+)?\D*?(\d{4,6})$", name, re.IGNORECASE)
    system = of_epsg(int(number[1])) if number else None
    if system is None:
        raise RefusedError("system", system=name[:80])
    return system, True


def _dates(whole: Any) -> Mapping[str, When]:
    if not isinstance(whole, dict):
        return {}
    metadata = whole.get("metadata")
    inner = metadata if isinstance(metadata, dict) else {}
    said = [str(holder.get(name) or "") for holder in (whole, inner) for name in _DATED]
    found = (date_in(text) for text in said)
    return {"metadata": when} if (when := next(filter(None, found), None)) else {}
