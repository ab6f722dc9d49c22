"""A fictional territory as maps see it: communes side by side, small quartiers in one of them."""

import json
from collections.abc import Iterable, Mapping
from math import cos, radians
from typing import Any

from chemins.records.outline import Outline

Degrees = tuple[float, float]

TOWN: Degrees = (5.05, 44.05)
"""The middle of the town that the quartiers are in."""

_METRE = 1 / 111_200


def away(east: float, north: float, middle: Degrees = TOWN) -> Degrees:
    """The point so many metres from ``middle``."""
    longitude = middle[0] + east * _METRE / cos(radians(middle[1]))
    return (round(longitude, 6), round(middle[1] + north * _METRE, 6))


def square(east: float, north: float, side: float, middle: Degrees = TOWN) -> tuple[Degrees, ...]:
    """A square of ``side`` metres whose middle is so many metres from ``middle``."""
    half = side / 2
    corners = ((-half, -half), (half, -half), (half, half), (-half, half), (-half, -half))
    return tuple(away(east + x, north + y, middle) for x, y in corners)


def outline(code: str, east: float, north: float, side: float = 400) -> Outline:
    """A square quartier, or commune."""
    return Outline(code, (square(east, north, side),))


def feature(properties: Mapping[str, Any], form: str, coordinates: Any) -> dict[str, Any]:
    """One thing of a GeoJSON file."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": form, "coordinates": coordinates},
    }


def collection(features: Iterable[Mapping[str, Any]]) -> str:
    """A GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": [*features]})


QUARTIERS = {
    "lilas": ("QN99901M", "Les Lilas", -500.0, 300.0),
    "mimosas": ("QN99902M", "Les Mimosas", 0.0, 400.0),
    "tanneries": ("QN99903M", "Les Tanneries", 100.0, -400.0),
}
"""Identifier → code, name, and metres from the middle of the town."""

_COMMUNES = {"99001": "Val-Fleuri", "99002": "Rochebelle", "99003": "Les Aires", "99004": "Combe"}

_LILAS = """
lieux:
  - {{nom: Maison des familles, adresse: 1 rue de l’Essai, longitude: {0}, latitude: {1}}}
  - {{nom: Bibliothèque, longitude: {0}, latitude: {1}}}
  - {{nom: Sous-préfecture, longitude: {2}, latitude: {3}}}
"""


def _quartier(identifier: str) -> str:
    code, name, east, north = QUARTIERS[identifier]
    head = f"nom_officiel: {name}\ncode_qp: {code}\ncommunes: [Val-Fleuri]"
    if identifier == "lilas":
        head += _LILAS.format(*away(east + 50, north), *away(east + 9000, north)).rstrip()
    return f"---\n{head}\n---\nUn quartier.\n"


def _action(title: str, status: str, east: float) -> str:
    longitude, latitude = away(QUARTIERS["lilas"][2] + east, QUARTIERS["lilas"][3] - 100)
    venue = f"{{nom: La halle, longitude: {longitude}, latitude: {latitude}}}"
    return (
        f"---\ntitre: {title}\nstatut: {status}\nmotif: On l’a dit.\n"
        f"quartiers: [lilas]\nlieu: {venue}\n---\n"
    )


MAPPED: Mapping[str, str] = {
    "territoire.md": """---
titre: Un contrat de ville
nom: le Val-Fleuri
demonstration: oui
communes:
"""
    + "".join(f'  - {{code: "{code}", nom: {name}}}\n' for code, name in _COMMUNES.items())
    + """contours: {fichier: donnees/q.geojson, source: ANCT, licence: Licence Ouverte 2.0}
contours_communes: {fichier: donnees/c.geojson, source: IGN, mis_a_jour: 2024}
fond_de_carte: {fichier: donnees/f.geojson, source: la mairie}
---
""",
    "donnees/q.geojson": collection(
        feature({"code_qp": code}, "Polygon", [square(east, north, 400)])
        for code, _, east, north in QUARTIERS.values()
    ),
    "donnees/c.geojson": collection(
        feature({"INSEE_COM": code}, "Polygon", [square(east, north, 9000)])
        for code, east, north in zip(
            [*_COMMUNES, "99005"],
            (0, 9000, 0, 9000, -9000),
            (0, 0, 9000, 9000, 0),
            strict=True,
        )
    ),
    "donnees/f.geojson": collection(
        (
            feature({"nom": "L’Ouvèze"}, "LineString", [away(-4000, -900), away(4000, -900)]),
            feature({"name": "Gare"}, "Point", away(-300, -700)),
        )
    ),
    **{f"quartiers/{identifier}.md": _quartier(identifier) for identifier in QUARTIERS},
    "actions/jardin.md": _action("Un jardin partagé", "en cours", -100),
    "actions/navette.md": _action("Une navette", "abandonnée", 100),
}
"""Records and files: three quartiers in one of four communes, what to go to, and a river."""
