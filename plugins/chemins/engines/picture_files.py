"""Pictures from the content folder to a site: the same bytes, whatever the engine."""

import shutil
from pathlib import Path, PurePath

from chemins.faults import Place
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.pictures import RASTER, BrokenError, bare


class UnpublishableError(Exception):
    """A picture broke between the check and its publication. Its message is the report."""


def is_picture(name: str) -> bool:
    """Whether a file of this name is a picture that may say who made it."""
    return _ending(name) in RASTER


def publish(source: Path, target: Path, shown: str, locale: Locale) -> None:
    """Writes the picture ``source``, ``shown`` to people, to ``target`` as it may be published.

    Raises:
        UnpublishableError: it cannot be drawn.
        OSError: the disk refuses.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes()
    try:
        published = bare(data, _ending(source.name))
    except BrokenError as error:
        broken = fault("E-PICTURE", Place(shown), name=source.name)
        raise UnpublishableError(Reporter(locale).text([broken])) from error
    if published == data:
        shutil.copyfile(source, target)
    else:
        target.write_bytes(published)


def _ending(name: str) -> str:
    return PurePath(name).suffix[1:].lower()
