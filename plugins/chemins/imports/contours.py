"""New outlines into a file of contours: those that are there keep their place and their words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chemins.imports.columns import codes_in
from chemins.imports.geometry import polygons_of
from chemins.imports.publication import RefusedError, ShapeError
from chemins.imports.repair import sound
from chemins.imports.texts import decoded
from chemins.locales import Locale
from chemins.records.territory import Commune
from chemins.records.words import key_of

_MALFORMED = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Outlined:
    """One quartier with its shape, to be put in the file."""

    code: str
    """Its official code."""

    name: str
    """Its official name."""

    polygons: list[list[list[list[float]]]]
    """As a GeoJSON MultiPolygon writes them."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A file of contours with new ones in it."""

    data: bytes
    """The whole file."""

    added: tuple[str, ...]
    """The codes that it did not have."""

    changed: tuple[str, ...]
    """The codes whose shape is another."""


def merged(before: bytes | None, outlines: Mapping[str, Outlined], locale: Locale) -> Merged:
    """The file ``before``, or a new one, with ``outlines`` in it.

    Raises:
        RefusedError: what is there is no GeoJSON.
    """
    whole = _read(before)
    features: list[Any] = whole.pop("features")
    there: dict[str, Any] = {}
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        code = _code(properties) if isinstance(properties, dict) else None
        if code:
            there[code] = feature
    changed = []
    for code in (each for each in outlines if each in there):
        if not _is_drawn(there[code].get("geometry"), outlines[code]):
            there[code]["geometry"] = _geometry(outlines[code])
            changed.append(code)
    added = [code for code in outlines if code not in there]
    features += [_feature(outlines[code], locale) for code in added]
    try:
        return Merged(_written(whole, features), tuple(added), tuple(changed))
    except ValueError as error:  # numbers and letters that JSON itself does not have
        raise RefusedError("json") from error


def _read(before: bytes | None) -> dict[str, Any]:
    if before is None:
        return {"type": "FeatureCollection", "features": []}
    try:
        whole = json.loads(decoded(before))
    except _MALFORMED as error:
        raise RefusedError("json") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("features"), list):
        raise RefusedError("features")
    return {"type": "FeatureCollection", **whole}


def _code(properties: Mapping[str, Any]) -> str | None:
    """The official code of a feature, under whatever name it has there."""
    said = (value for value in properties.values() if isinstance(value, str))
    return next((codes[0] for value in said if (codes := codes_in(value))), None)


def _is_drawn(geometry: Any, outline: Outlined) -> bool:
    """Whether ``geometry`` is that shape, as it is written or once it is looked at alike."""
    if geometry == _geometry(outline):
        return True
    try:
        return sound(polygons_of(geometry)).polygons == outline.polygons
    except ShapeError:
        return False


def _geometry(outline: Outlined) -> dict[str, Any]:
    if len(outline.polygons) == 1:
        return {"type": "Polygon", "coordinates": outline.polygons[0]}
    return {"type": "MultiPolygon", "coordinates": outline.polygons}


def _feature(outline: Outlined, locale: Locale) -> dict[str, Any]:
    code, name = key_of(Commune, "code", locale), key_of(Commune, "name", locale)
    return {
        "type": "Feature",
        "properties": {code: outline.code, name: outline.name},
        "geometry": _geometry(outline),
    }


def _written(whole: Mapping[str, Any], features: list[Any]) -> bytes:
    """A feature a line, so that a change of one is a change of one line."""
    head = _json(whole)[:-1]
    lines = ",\n".join(map(_json, features))
    return f'{head},"features":[\n{lines}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
