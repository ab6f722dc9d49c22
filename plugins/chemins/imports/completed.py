"""The record that ``chemins new`` began for a code alone, once the official file says its name.

A record that a person wrote is never changed; these words are ours, and ask to be replaced.
"""

from pathlib import PurePosixPath

from chemins.imports.listed import Listed
from chemins.imports.site import Known, Site
from chemins.locales import Locale, fold
from chemins.reading.record import record_of
from chemins.records.identifiers import identifier_of
from chemins.records.quartier import Quartier
from chemins.records.territory import Commune
from chemins.records.words import key_of
from chemins.writing import patched


def is_begun(known: Known, one: Listed, site: Site) -> bool:
    """Whether the record ``known`` still says that the name of its quartier is to be written."""
    waiting = site.locale.text("new.unnamed", code=one.code)
    return bool(one.name) and fold(known.name) == fold(waiting)


def is_called_by_code(known: Known, one: Listed) -> bool:
    """Whether the file of ``known`` is named by its code, for want of a name."""
    return identifier_of(PurePosixPath(known.path).stem) == one.code.lower()


def completed(known: Known, one: Listed, site: Site, former: str) -> bytes | None:
    """The file of ``known`` with the name and the communes of ``one``; none when it has a fault.

    ``former`` is the identifier that it had, when it takes another: what names it by that goes on.
    """
    data = site.bytes_of(known.path)
    if data is None:
        return None
    record, faults = record_of(data, known.path, "", Quartier, site.locale)
    if faults or not isinstance(record, Quartier):
        return None
    communes = [Commune(name=name, code=code or None) for name, code in one.communes.items()]
    names = (*record.former_names, former) if former else record.former_names
    said = {
        "official_name": one.name,
        "communes": record.communes or tuple(communes),
        "former_names": names,
    }
    text = patched(data.decode(), record, record.model_copy(update=said), site.locale)
    return _without_hint(text, "communes", site.locale).encode()


def _without_hint(text: str, name: str, locale: Locale) -> str:
    """``text`` without the line, turned into a comment, that asked for a field that is there."""
    hint = f"# {key_of(Quartier, name, locale)}:"
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(hint))
