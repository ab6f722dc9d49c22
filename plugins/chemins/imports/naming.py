"""The identifiers of new quartiers: their names; longer where two of them would be the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from chemins.imports.listed import Listed
from chemins.reading.folder import INDEX_NAMES
from chemins.records.identifiers import identifier_of, shortened


def identifiers(quartiers: Sequence[Listed], taken: Iterable[str]) -> dict[str, str]:
    """Official code → identifier, none of which is ``taken``.

    A name that two quartiers share, as « Centre ville », is followed by the commune in both, then
    by the code: so that the order in which they come changes nothing.
    """
    held = {*taken, *INDEX_NAMES}
    found: dict[str, str] = {}
    waiting = list(quartiers)
    for spell in (_name, _with_commune, _with_code):
        spelt = {one.code: spell(one) for one in waiting}
        counts = Counter(spelt.values())
        fits = [
            one
            for one in waiting
            if spelt[one.code] and counts[spelt[one.code]] == 1 and spelt[one.code] not in held
        ]
        for one in fits:
            found[one.code] = spelt[one.code]
            held.add(spelt[one.code])
        waiting = [one for one in waiting if one.code not in found]
    return {one.code: found.get(one.code) or one.code.lower() for one in quartiers}


def _name(one: Listed) -> str:
    return shortened(identifier_of(one.name))


def _with_commune(one: Listed) -> str:
    commune = identifier_of(next(iter(one.communes), ""))
    return f"{_name(one)}-{shortened(commune)}" if _name(one) and commune else ""


def _with_code(one: Listed) -> str:
    return "-".join(filter(None, (_name(one), one.code.lower())))
