"""What a fence asks for: one subject that the strategy has, and what of it is shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from chemins.checks.references import reference_fault
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import Locale, closest, fold
from chemins.records.base import Record
from chemins.records.change import Horizon
from chemins.records.fence import Fence, FenceField
from chemins.records.identifiers import reference_of
from chemins.strategy import Strategy

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "vision": "vision",
        "quartier": "quartier",
        "around": "change",
        "cooperation": "cooperation",
        "ideas": "session",
        "framework": "",
    }
)
"""What a fence may draw → the kind of the record that it names; none where it names no record."""

HORIZON = "horizon"
"""What keeps of a pathway only the changes of some horizons."""

_ON_PATHWAYS = frozenset({"vision", "quartier", "around"})
_MERMAID = ("accTitle", "accDescr")


@dataclass(frozen=True, slots=True)
class Request:
    """What a fence asks for, understood."""

    subject: str
    """One of ``SUBJECTS``."""

    record: Record | None
    """The record that it names."""

    horizons: tuple[Horizon, ...] = ()
    """The only horizons to show; none: all."""


def fence_faults(strategy: Strategy, fences: Iterable[Fence]) -> Iterator[Fault]:
    """What is wrong with ``fences``; a diagram of Mermaid's also needs words."""
    for fence in fences:
        if fence.language == "mermaid":
            yield from _wordless(fence)
            continue
        found = request_of(strategy, fence)
        if not isinstance(found, Request):
            yield from found


def request_of(strategy: Strategy, fence: Fence) -> Request | tuple[Fault, ...]:
    """What ``fence`` asks of ``strategy``, or all that is wrong with it."""
    if fence.faults:
        return fence.faults
    locale = strategy.locale
    known = _known(locale)
    faults: list[Fault] = []
    subjects: list[tuple[str, FenceField]] = []
    horizons: tuple[Horizon, ...] = ()
    for each in fence.fields:
        name = known.get(fold(each.key))
        if name is None:
            faults.append(_unknown(each, locale))
        elif name == HORIZON:
            horizons, wrong = _horizons(each, locale)
            faults += wrong
        else:
            subjects.append((name, each))
    if len(subjects) != 1:
        if not faults:
            place = subjects[1][1].at_key if subjects else fence.place
            variant = "several" if subjects else "nothing"
            faults.append(fault("E-FENCE", place, variant, known=_listed(locale)))
        return tuple(faults)
    name, asked = subjects[0]
    record = _record(strategy, name, asked)
    if isinstance(record, Fault):
        faults.append(record)
    elif horizons and name not in _ON_PATHWAYS:
        faults.append(fault("E-FENCE", fence.place, "no_horizon", key=asked.key))
    return tuple(faults) if faults else Request(name, record, horizons)  # type: ignore[arg-type]


def _known(locale: Locale) -> dict[str, str]:
    """Folded key → its name: in the site's language, and in English."""
    names = (*SUBJECTS, HORIZON)
    return {fold(word): name for name in names for word in (name, locale.text(f"fences.{name}"))}


def _listed(locale: Locale) -> str:
    return ", ".join(locale.text(f"fences.{name}") for name in SUBJECTS)


def _unknown(asked: FenceField, locale: Locale) -> Fault:
    near = closest(asked.key, (locale.text(f"fences.{name}") for name in (*SUBJECTS, HORIZON)))
    values: dict[str, Any] = {"key": asked.key, "suggestion": near, "known": _listed(locale)}
    return fault("E-FENCE", asked.at_key, "near" if near else "", **values)


def _horizons(asked: FenceField, locale: Locale) -> tuple[tuple[Horizon, ...], list[Fault]]:
    words = {
        fold(word): member
        for member, said in Horizon.words(locale).items()
        for word in (said, member.value)
        if isinstance(member, Horizon)
    }
    typed = [each.strip() for each in asked.value.split(",") if each.strip()]
    found = tuple(words[fold(each)] for each in typed if fold(each) in words)
    if typed and len(found) == len(typed):
        return found, []
    wrong = next((each for each in typed if fold(each) not in words), asked.value)
    choices = ", ".join(Horizon.words(locale).values())
    values: dict[str, Any] = {
        "key": asked.key,
        "value": wrong,
        "choices": choices,
        "suggestion": None,
    }
    return (), [fault("E-CHOICE", asked.at_value, **values)]


def _record(strategy: Strategy, name: str, asked: FenceField) -> Record | Fault | None:
    kind = SUBJECTS[name]
    if not kind:
        return None
    if not asked.value:
        return fault("E-FENCE", asked.at_key, "empty", key=asked.key)
    reference = reference_of(asked.value)
    found = strategy.resolve.candidates(reference, (kind,))
    if len(found) == 1:
        return found[0]
    return reference_fault(strategy, asked.at_value, asked.value, (kind,), found, asked.key)


def _wordless(fence: Fence) -> Iterator[Fault]:
    said = {each.key for each in fence.fields if each.value}
    missing = [name for name in _MERMAID if name not in said]
    if missing:
        place = Place(fence.place.path, fence.place.line, fence.place.column, fence.place.width)
        variant = "" if len(missing) == len(_MERMAID) else missing[0]
        yield fault("W-MERMAID", place, variant)
