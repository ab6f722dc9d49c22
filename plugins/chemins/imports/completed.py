"""The record that ``chemins new`` began for a code alone, once the official file says its name.

A record that a person wrote is never changed; these words are ours, and ask to be replaced.
"""

from chemins.imports.listed import Listed
from chemins.imports.site import Known, Site
from chemins.locales import fold
from chemins.reading.record import record_of
from chemins.records.quartier import Quartier
from chemins.records.territory import Commune
from chemins.writing import patched


def is_begun(known: Known, one: Listed, site: Site) -> bool:
    """Whether the record ``known`` still says that the name of its quartier is to be written."""
    waiting = site.locale.text("new.unnamed", code=one.code)
    return bool(one.name) and fold(known.name) == fold(waiting)


def completed(known: Known, one: Listed, site: Site) -> bytes | None:
    """The file of ``known`` with the name and the communes of ``one``; none when it has a fault."""
    data = site.bytes_of(known.path)
    if data is None:
        return None
    record, faults = record_of(data, known.path, "", Quartier, site.locale)
    if faults or not isinstance(record, Quartier):
        return None
    communes = [Commune(name=name, code=code or None) for name, code in one.communes.items()]
    said = {"official_name": one.name, "communes": record.communes or tuple(communes)}
    return patched(data.decode(), record, record.model_copy(update=said), site.locale).encode()
