"""The régions of France and their départements.

Source: INSEE, Code officiel géographique 2024 (law no. 2015-29 of 16 January 2015).
"""

from collections.abc import Mapping

from chemins.locales import fold

_REGIONS: Mapping[str, tuple[str, str]] = {
    "Auvergne-Rhône-Alpes": ("84", "01 03 07 15 26 38 42 43 63 69 73 74"),
    "Bourgogne-Franche-Comté": ("27", "21 25 39 58 70 71 89 90"),
    "Bretagne": ("53", "22 29 35 56"),
    "Centre-Val de Loire": ("24", "18 28 36 37 41 45"),
    "Corse": ("94", "2A 2B"),
    "Grand Est": ("44", "08 10 51 52 54 55 57 67 68 88"),
    "Hauts-de-France": ("32", "02 59 60 62 80"),
    "Île-de-France": ("11", "75 77 78 91 92 93 94 95"),
    "Normandie": ("28", "14 27 50 61 76"),
    "Nouvelle-Aquitaine": ("75", "16 17 19 23 24 33 40 47 64 79 86 87"),
    "Occitanie": ("76", "09 11 12 30 31 32 34 46 48 65 66 81 82"),
    "Pays de la Loire": ("52", "44 49 53 72 85"),
    "Provence-Alpes-Côte d'Azur": ("93", "04 05 06 13 83 84"),
    "Guadeloupe": ("01", "971"),
    "Martinique": ("02", "972"),
    "Guyane": ("03", "973"),
    "La Réunion": ("04", "974"),
    "Mayotte": ("06", "976"),
}

_SHORT = {"paca": "Provence-Alpes-Côte d'Azur", "idf": "Île-de-France", "reunion": "La Réunion"}


def names() -> tuple[str, ...]:
    """What the régions are called."""
    return tuple(_REGIONS)


def departements_of(typed: str) -> frozenset[str] | None:
    """The départements of the région that was typed, by name or by number; none for no région."""
    word = fold(_SHORT.get(fold(typed), typed))
    for name, (number, departements) in _REGIONS.items():
        if word in (fold(name), number):
            return frozenset(departements.split())
    return None
