"""The GeoJSON files that the territory names → what its maps are drawn from.

Codes are looked for under whatever name a publication gives them: « code », « insee », « codgeo »…
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from chemins.faults import Fault, Word
from chemins.faults.codes import fault
from chemins.reading.geojson import MALFORMED, MAX_BYTES, Feature, features_of
from chemins.records.outline import Geography, Landmark, Outline
from chemins.records.territory import Contours, Territory
from chemins.records.types import is_quartier_code

MAX_POINTS = 20_000
"""How many points one shape may have: a whole region in detail has fewer."""

_COMMUNE_CODE = re.compile(r"\d{5}|2[AB]\d{3}")

_COMMUNE_KEYS = (
    "insee",
    "inseecom",
    "codeinsee",
    "cominsee",
    "refinsee",
    "codgeo",
    "codegeo",
    "codecommune",
    "codecom",
    "depcom",
    "comcode",
    "code",
    "com",
    "commune",
)
"""What publications call a commune's code: letters alone, in lower case; the surest first."""

_NAME_KEYS = ("nom", "name", "label", "libelle", "nomcom", "libgeo", "nomofficiel", "toponyme")
"""What publications call a name, likewise."""

_MAX_NAME = 60


class _DoubtError(Exception):
    """What keeps a file from being drawn, as ``faults.E-CONTOURS.problems`` calls it."""


def geography_of(
    folder: Path, territory: Territory | None
) -> tuple[Geography, tuple[Fault, ...], frozenset[str]]:
    """What the maps of ``territory`` are drawn from, what is wrong, and the files that it is in."""
    if territory is None:
        return Geography(), (), frozenset()
    codes = (_insee(each.code) for each in territory.communes)
    known = frozenset(code for code in codes if code)
    sources: tuple[tuple[str, Contours | None, Callable[[Iterable[Feature]], Any], Any], ...] = (
        ("contours", territory.contours, _quartiers, {}),
        ("commune_contours", territory.commune_contours, lambda e: _communes(e, known), {}),
        ("background", territory.background, _background, ()),
    )
    found: dict[str, Any] = {}
    faults: dict[str, Fault] = {}
    for field, contours, read, nothing in sources:
        found[field] = nothing
        if contours is None:
            continue
        try:
            found[field] = read(_features(folder, contours.file))
        except _DoubtError as doubt:
            said = Word(f"faults.E-CONTOURS.problems.{doubt}")
            place = territory.place_of(field, "file")
            variant = "" if field == "contours" else field
            told = fault("E-CONTOURS", place, variant, file=contours.file, problem=said)
            faults[contours.file] = told
    geography = Geography(found["contours"], found["commune_contours"], found["background"])
    return geography, tuple(faults.values()), frozenset(faults)


def _features(folder: Path, name: str) -> tuple[Feature, ...]:
    path = folder / name
    problem = _problem(folder, path)
    if problem is None:
        try:
            features = features_of(path)
        except MALFORMED:
            problem = "form"
        else:
            if any(each.size > MAX_POINTS for each in features):
                problem = "detailed"
    if problem is not None:
        raise _DoubtError(problem)
    return features


def _problem(folder: Path, path: Path) -> str | None:
    try:
        if not path.resolve().is_relative_to(folder.resolve()) or path.is_symlink():
            return "outside"
        if not path.is_file():
            return "missing"
        return "heavy" if path.stat().st_size > MAX_BYTES else None
    except (OSError, RuntimeError, ValueError):  # no system takes such a name
        return "missing"


def _quartiers(features: Iterable[Feature]) -> Mapping[str, Outline]:
    return _outlines(features, _quartier_code, "empty")


def _communes(features: Iterable[Feature], known: frozenset[str]) -> Mapping[str, Outline]:
    """Those of the territory, where it gives their codes; else all that the file holds."""
    outlines = _outlines(features, lambda said: _commune_code(said, known), "empty_communes")
    if not known:
        return outlines
    own = {code: outline for code, outline in outlines.items() if code in known}
    if not own:
        raise _DoubtError("other_communes")
    return own


def _outlines(
    features: Iterable[Feature], code_of: Callable[[Mapping[str, Any]], str | None], empty: str
) -> Mapping[str, Outline]:
    """The shapes of ``features`` by their code; the parts of one that comes in several together."""
    outlines: dict[str, Outline] = {}
    doubt = empty
    for feature in features:
        code = code_of(feature.properties)
        if code is None:
            continue
        if feature.rings:
            rings = (*(outlines[code].rings if code in outlines else ()), *feature.rings)
            outlines[code] = Outline(code, rings, _name(feature.properties))
        elif not outlines:
            doubt = "degrees" if feature.beyond else "shapeless"
    if not outlines:
        raise _DoubtError(doubt)
    return outlines


def _background(features: Iterable[Feature]) -> tuple[Landmark, ...]:
    """The shapes of areas are drawn by their edge: a background colours nothing."""
    features = tuple(features)
    drawn = tuple(
        Landmark(_name(each.properties), (*each.lines, *each.rings), each.points)
        for each in features
        if each.lines or each.rings or each.points
    )
    if not drawn:
        beyond = any(each.beyond for each in features)
        raise _DoubtError("degrees" if beyond else "empty_background")
    return drawn


def _quartier_code(properties: Mapping[str, Any]) -> str | None:
    """The official code, under whatever name a publication gives it."""
    for value in properties.values():
        if isinstance(value, str) and is_quartier_code(value.strip()):
            return value.strip()
    return None


def _commune_code(properties: Mapping[str, Any], known: frozenset[str]) -> str | None:
    """The INSEE code: where a file says so, else wherever a known one stands.

    A postal code has the same form: a value under another name counts only when the territory
    gives it as the code of one of its communes.
    """
    said = dict(_said(properties))
    codes = [code for key in _COMMUNE_KEYS if (code := _insee(said.get(key)))]
    others = [code for value in said.values() if (code := _insee(value)) in known]
    return next((code for code in codes if code in known), None) or next(
        iter((*codes, *filter(None, others))), None
    )


def _insee(value: Any) -> str | None:
    """``value`` as a commune's code; a number has lost the zero that it began with."""
    text = f"{value:05d}" if type(value) is int else str(value or "").strip().upper()
    return text if _COMMUNE_CODE.fullmatch(text) else None


def _name(properties: Mapping[str, Any]) -> str:
    said = dict(_said(properties))
    names = (said.get(key) for key in _NAME_KEYS)
    found = next((name for name in names if isinstance(name, str) and name.strip()), "")
    return " ".join(found.split())[:_MAX_NAME]


def _said(properties: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """``properties``, their names in letters alone: ``INSEE_COM`` is « inseecom »."""
    for key, value in properties.items():
        yield re.sub(r"[^a-z]", "", key.lower()), value
