"""What is asked for of a file → the quartiers that are meant, or what was meant instead."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.imports.columns import insee_in
from chemins.imports.listed import Listed, departement_of
from chemins.imports.regions import departements_of, names
from chemins.locales import closest, fold

_CODE = re.compile(r"Q\s*[NP](?:[ \t]*[0-9A-Z]){6}(?![0-9A-Z*?])|Q[NP][0-9A-Z*?]*[*?][0-9A-Z*?]*")
_SHOWN = 6
"""How many quartiers a hint names."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for; the quartiers of codes, and those in communes that lie in places."""

    codes: tuple[str, ...] = ()
    """Official codes, as they were typed; ``QP084*`` for several."""

    communes: tuple[str, ...] = ()
    """Names or official codes of communes."""

    departements: tuple[str, ...] = ()
    """Codes of départements."""

    regions: tuple[str, ...] = ()
    """Names or codes of régions."""

    every: bool = False
    """All that the file has."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.codes or self.communes or self.departements or self.regions or self.every)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a request comes to."""

    quartiers: tuple[Listed, ...]
    """In the order of their codes."""

    faults: tuple[Fault, ...]
    """What of it fits nothing."""


def typed_codes(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes that ``texts`` hold, however they are spaced, and the words that are none."""
    codes: list[str] = []
    words: list[str] = []
    for text in texts:
        upper = text.upper()
        codes += ["".join(found[0].split()) for found in _CODE.finditer(upper)]
        words += re.split(r"[\s,;/|]+", _CODE.sub(" ", upper))
    return tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(filter(None, words)))


def chosen(
    listed: Mapping[str, Listed], request: Request, path: str, known: Mapping[str, str]
) -> Chosen:
    """The quartiers of ``listed`` that ``request`` means.

    ``known`` are the communes of the territory: official code → name.
    """
    faults: list[Fault] = []
    place = Place(path)
    codes = set(_of_codes(listed, request.codes, place, faults))
    if request.communes or request.departements or request.regions:
        codes |= set(_of_places(listed, request, place, faults, known))
    if request.every:
        codes |= set(listed)
    return Chosen(tuple(listed[code] for code in sorted(codes)), tuple(faults))


def _of_codes(
    listed: Mapping[str, Listed], typed: tuple[str, ...], place: Place, faults: list[Fault]
) -> Iterator[str]:
    codes, words = typed_codes(typed)
    for word in words:
        begun = [one for code, one in listed.items() if code.startswith(word)]
        alike = [one for code, one in listed.items() if len(word) > 4 and code[:5] == word[:5]]
        said = _named(begun or alike or listed.values())
        faults.append(fault("E-IMPORT-CODE", place, "form", quartier=word, there=said))
    for code in codes:
        if code in listed:
            yield code
        elif "*" in code or "?" in code:
            found = [each for each in listed if fnmatchcase(each, code)]
            yield from found
            if not found:
                faults.append(_unknown(code, listed, place))
        else:
            faults.append(_unknown(code, listed, place))


def _unknown(code: str, listed: Mapping[str, Listed], place: Place) -> Fault:
    """The fault of a code that the file does not have."""
    generations = {each[:2] for each in listed}
    if code[:2] not in generations:
        variant = "older" if code[:2] == "QP" else "newer"
        there = [one for one in listed.values() if one.departement == departement_of(code)]
        return fault(
            "E-IMPORT-CODE",
            place,
            variant,
            quartier=code,
            there=_named(there or [*listed.values()]),
        )
    alike = [each for each in listed if each[:7] == code[:7]]
    near = (alike or [closest(code, listed) or ""])[0]
    return fault(
        "E-IMPORT-CODE", place, "near" if near else "", quartier=code, **_near(near, listed)
    )


def _near(near: str, listed: Mapping[str, Listed]) -> dict[str, str]:
    one = listed.get(near)
    return {
        "suggestion": near or next(iter(listed), ""),
        "name": one.name if one else "",
        "there": _named(listed.values()),
    }


def _named(quartiers: Iterable[Listed]) -> str:
    """The first of ``quartiers``, code and name."""
    found = list(quartiers)
    shown = [f"{one.code} {one.name}".strip() for one in found[:_SHOWN]]
    return ", ".join([*shown, "…"] if len(found) > _SHOWN else shown)


def _of_places(
    listed: Mapping[str, Listed],
    request: Request,
    place: Place,
    faults: list[Fault],
    known: Mapping[str, str],
) -> Iterator[str]:
    within = _departements(listed, request, place, faults)
    if within is not None:
        listed = {code: one for code, one in listed.items() if one.departement in within}
    if not request.communes:
        yield from listed
        return
    for typed in filter(
        None, (each.strip() for text in request.communes for each in text.split(","))
    ):
        found = [one for one in listed.values() if _lies_in(one, typed, known)]
        areas = sorted({one.departement for one in found})
        if not found:
            faults.append(_no_commune(typed, listed, place))
        elif len(areas) > 1 and not insee_in(typed):
            said = ", ".join(areas)
            faults.append(fault("E-IMPORT-PLACE", place, "several", where=typed, there=said))
        yield from (one.code for one in found)


def _departements(
    listed: Mapping[str, Listed], request: Request, place: Place, faults: list[Fault]
) -> set[str] | None:
    """The départements that the request is limited to; none when it is to none."""
    if not (request.departements or request.regions):
        return None
    there = {one.departement for one in listed.values()}
    within: set[str] = set()
    for typed in re.split(r"[\s,;]+", " ".join(request.departements)):
        if code := typed.upper():
            code = code.zfill(2)
            within.add(code)
            if code not in there:
                said = ", ".join(sorted(there))
                faults.append(
                    fault("E-IMPORT-PLACE", place, "departement", where=typed, there=said)
                )
    for typed in (each.strip() for text in request.regions for each in text.split(",")):
        found = departements_of(typed)
        if found is None:
            said = ", ".join(names())
            faults.append(fault("E-IMPORT-PLACE", place, "region", where=typed, there=said))
        else:
            within |= found
            if not found & there:
                said = ", ".join(sorted(there))
                faults.append(
                    fault("E-IMPORT-PLACE", place, "departement", where=typed, there=said)
                )
    return within


def _lies_in(one: Listed, typed: str, known: Mapping[str, str]) -> bool:
    if numbers := insee_in(typed):
        name = known.get(numbers[0], "")
        return numbers[0] in one.insee or (bool(name) and not one.insee and _is_named(one, name))
    numbers_known = {code for code, name in known.items() if fold(name) == fold(typed)}
    return _is_named(one, typed) or (not one.communes and bool(one.insee & numbers_known))


def _is_named(one: Listed, name: str) -> bool:
    return fold(name) in map(fold, one.communes)


def _no_commune(typed: str, listed: Mapping[str, Listed], place: Place) -> Fault:
    names = {name for one in listed.values() for name in one.communes}
    numbers = {number for one in listed.values() for number in one.insee}
    if insee_in(typed) and not numbers:
        return fault("E-IMPORT-PLACE", place, "numbers", where=typed, there=", ".join([*names][:3]))
    if not insee_in(typed) and not names:
        said = ", ".join(sorted(numbers)[:_SHOWN])
        return fault("E-IMPORT-PLACE", place, "names", where=typed, there=said)
    near = closest(typed, numbers if insee_in(typed) else names)
    return fault("E-IMPORT-PLACE", place, "near" if near else "", where=typed, there=near or "")
