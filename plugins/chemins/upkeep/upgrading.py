"""The files of a site → the same files in the form of a newer version, all together or none."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from chemins.checks.version import version_of
from chemins.faults import Fault
from chemins.locales import Locale
from chemins.records.territory import Territory
from chemins.records.words import key_of
from chemins.upkeep.files import Files, Held
from chemins.upkeep.migrations import MIGRATIONS, Migration, migrated
from chemins.writing import edits
from chemins.writing.layout import Edit, Leaf, edited, layout_of, with_newlines
from chemins.writing.remarks import written_fields


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What coming to a version changes."""

    found: int
    """The version that the records are of."""

    version: int
    """The version that this program reads."""

    changed: dict[str, tuple[bytes, bytes]]
    """Path → the file before and after."""

    faults: tuple[Fault, ...] = ()
    """What keeps a file from being brought along: then none is."""

    says_version: bool = True
    """Whether there is a territory's record to write the version in."""


def upgrade(files: Files, migrations: Sequence[Migration] = MIGRATIONS) -> Upgrade:
    """``files`` in the form that ``migrations`` lead to."""
    version = 1 + len(migrations)
    held = list(files.held())
    found, _ = version_of(each.record for each in held if each.record is not None)
    if found >= version:
        return Upgrade(found, version, {})
    changed: dict[str, tuple[bytes, bytes]] = {}
    faults: list[Fault] = []
    says_version = False
    for each in held:
        try:
            after = _after(each, files.locale, migrations[found - 1 :], version)
        except (ValueError, yaml.YAMLError):
            faults += each.faults
            continue
        says_version |= each.file.kind is Territory
        if after != each.data:
            changed[each.file.path] = (each.data, after)
    return Upgrade(found, version, changed, tuple(faults), says_version)


def _after(held: Held, locale: Locale, migrations: Sequence[Migration], version: int) -> bytes:
    """What the file becomes.

    Raises:
        ValueError: it cannot be opened, or is no record, or not UTF-8.
        yaml.YAMLError: its front matter is broken.
    """
    if held.record is None:
        raise ValueError(held.file.path)
    raw = migrated(held.data.decode(), held.file.kind, locale, migrations)
    if held.file.kind is Territory:
        raw = _with_version(raw, version, locale)
    return raw.encode()


def _with_version(raw: str, version: int, locale: Locale) -> str:
    """The territory's record ``raw`` once it says ``version``."""
    layout = layout_of(with_newlines(raw))
    written = written_fields(layout.fields, Territory, locale)
    said = written.get("schema_version")
    if said is not None and isinstance(said.value, Leaf):
        lead = "" if layout.text[said.value.start - 1] == " " else " "
        return edited(raw, [Edit(said.value.start, said.value.end, f"{lead}{version}")])
    last = layout.fields.entries[-1] if layout.fields.entries else None
    line = f"{key_of(Territory, 'schema_version', locale)}: {version}"
    return edited(raw, [edits.with_entry(layout, layout.fields, last, [line])])
