"""Files of records → the same files in the one shape. A file with a fault is left alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from chemins.faults import Fault
from chemins.locales import Locale
from chemins.reading.record import record_of
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.upkeep.files import Files, Held
from chemins.writing.layout import layout_of, with_newlines
from chemins.writing.remarks import remarks_of
from chemins.writing.shape import shaped


@dataclass(frozen=True, slots=True)
class Formatting:
    """What putting files in the one shape comes to."""

    changed: dict[str, tuple[bytes, bytes]]
    """Path → the file before and after."""

    same: tuple[str, ...]
    """The files that are in shape."""

    left: dict[str, tuple[Fault, ...]]
    """The files that are left alone, with what is wrong with them."""

    at_risk: tuple[str, ...]
    """Those in which something would be lost: there should be none."""


def formatting(files: Files, chosen: frozenset[str] | None = None) -> Formatting:
    """The records among ``files`` whose paths are ``chosen``, or all of them, in the one shape."""
    held = (each for each in files.held() if chosen is None or each.file.path in chosen)
    return _sorted_out(held, files.locale)


def _sorted_out(held: Iterable[Held], locale: Locale) -> Formatting:
    changed: dict[str, tuple[bytes, bytes]] = {}
    same: list[str] = []
    left: dict[str, tuple[Fault, ...]] = {}
    at_risk: list[str] = []
    for each in held:
        path = each.file.path
        if each.faults or not isinstance(each.record, Record):
            left[path] = each.faults
            continue
        after = shaped(each.data.decode(), each.record, locale).encode()
        if after == each.data:
            same.append(path)
        elif _says_the_same(each, after, locale):
            changed[path] = (each.data, after)
        else:
            at_risk.append(path)
    return Formatting(changed, tuple(same), left, tuple(at_risk))


def _says_the_same(held: Held, after: bytes, locale: Locale) -> bool:
    """Whether ``after`` reads as the file did, and holds as many comments."""
    before, kind = held.record, held.file.kind
    again, faults = record_of(after, held.file.path, held.file.identifier, kind, locale)
    if faults or isinstance(again, Draft) or not isinstance(before, Record):
        return False
    counts = (
        remarks_of(layout_of(with_newlines(data.decode())), kind, locale).count
        for data in (held.data, after)
    )
    is_same = (again.model_dump(), again.body) == (before.model_dump(), before.body)
    return is_same and len(set(counts)) == 1
