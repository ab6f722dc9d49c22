"""The index of the search, for every engine."""

from pathlib import Path

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.indexing.index import Index
from chemins.indexing.service import IndexingError, program
from chemins.pages.context import Context
from chemins.pages.found import groups


def new_index(context: Context, place: Place) -> tuple[Index | None, tuple[Fault, ...]]:
    """An index to fill, or none and why, said at ``place``: nothing is there to make it."""
    if program() is None:
        return None, (fault("W-SEARCH", place),)
    return Index(context.locale, groups(context)), ()


def write_index(index: Index, site: Path, place: Place) -> tuple[Fault, ...]:
    """Writes ``index`` into the folder of the ``site``; what went wrong, said at ``place``.

    Raises:
        OSError: the disk refuses.
    """
    made = program()
    try:
        if made is None:
            raise IndexingError("")
        index.write(made, site)
    except IndexingError as error:
        return (fault("S-SEARCH", place, reason=str(error)),)
    return ()
