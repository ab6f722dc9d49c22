"""Which place a cell of a table means: a quartier, a commune, the whole territory, none of ours."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from chemins.locales import Locale, fold
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of, reference_of
from chemins.records.quartier import Quartier
from chemins.records.territory import Commune, Territory
from chemins.records.types import quartier_code_in

_COMMUNE_CODE = re.compile(r"\d[0-9AB]\d{3}")


class Nowhere(Enum):
    """What a cell is that means no place of this strategy."""

    ELSEWHERE = "elsewhere"
    """A place of an official list, and not one of ours: a national table has thousands."""

    UNKNOWN = "unknown"
    """A word that means nothing here."""


Spot = tuple[str, str]
"""Field and value: ``("quartier", "lilas")``, ``("commune", "Carpentras")``, ``("", "")``."""

EVERYWHERE: Spot = ("", "")
"""The whole territory."""


class Spots:
    """The places of a strategy by all the ways in which a table may write them."""

    def __init__(self, records: Iterable[Record], locale: Locale) -> None:
        """Takes what was read, and the language of the words for the whole territory."""
        self._spots: dict[str, Spot] = {}
        whole = locale.text("columns.whole").split(",")
        self._spots.update(dict.fromkeys(map(fold, whole), EVERYWHERE))
        quartiers: dict[str, Spot] = {}
        for record in records:
            if isinstance(record, Territory):
                named = (record.name, record.title, record.siren)
                self._spots.update({fold(each): EVERYWHERE for each in named if each})
                self._spots.setdefault(_bare(record.name, locale), EVERYWHERE)
                self._spots.update(_communes(record.communes))
            elif isinstance(record, Quartier):
                self._spots.update(_communes(record.communes))
                spot = ("quartier", record.identifier)
                quartiers |= dict.fromkeys(_names(record), spot)
        # A quartier may bear the name of its commune: in its column, it is meant.
        self._quartiers = quartiers
        self.names = tuple(quartiers)

    def of(self, typed: str) -> Spot | Nowhere:
        """What ``typed`` means where quartiers stand; the whole territory when it is empty."""
        if not typed:
            return EVERYWHERE
        folded = fold(typed)
        code = quartier_code_in(typed)
        found = self._quartiers.get(folded) or self._spots.get(folded)
        if found is None:
            found = self._quartiers.get(fold(code or reference_of(typed)))
        if found is not None:
            return found
        official = code or _COMMUNE_CODE.fullmatch(typed.upper().replace(" ", ""))
        return Nowhere.ELSEWHERE if official else Nowhere.UNKNOWN

    def commune(self, typed: str) -> Spot | Nowhere:
        """What ``typed`` means where communes stand: any word is the name of one."""
        if not typed:
            return EVERYWHERE
        # A spreadsheet takes the code of a commune for a number: « 01053 » comes back as « 1053 ».
        code = typed.zfill(5) if typed.isdigit() else typed.upper()
        found = self._spots.get(fold(typed)) or self._spots.get(fold(code))
        if found is not None:
            return found
        official = _COMMUNE_CODE.fullmatch(code) or quartier_code_in(typed)
        return Nowhere.ELSEWHERE if official else ("commune", typed)


def _bare(name: str, locale: Locale) -> str:
    """« le Val d'Orbelle » as the tables of others write it: « Val d'Orbelle »."""
    article, _, rest = fold(name).partition(" ")
    return rest if rest and article in locale.text("columns.articles").split(",") else fold(name)


def _names(quartier: Quartier) -> Iterator[str]:
    typed = (quartier.identifier, quartier.code, quartier.official_name, quartier.usual_name)
    yield from (fold(each) for each in typed if each)
    yield from (fold(identifier_of(each)) for each in quartier.former_names)


def _communes(communes: Iterable[Commune]) -> dict[str, Spot]:
    return {
        fold(each): ("commune", commune.name)
        for commune in communes
        for each in (commune.name, commune.code)
        if each
    }
