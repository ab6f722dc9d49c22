"""What a content folder holds already, as an import needs to know it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from chemins.locales import Locale, fold
from chemins.reading import Content
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.records.identifiers import identifier_of
from chemins.records.kinds import folder_of
from chemins.records.quartier import Quartier
from chemins.records.territory import Contours, Territory
from chemins.records.types import is_quartier_code


@dataclass(frozen=True, slots=True)
class Known:
    """A quartier that has a record."""

    path: str
    """Its file, in the content folder."""

    name: str
    """Its official name, as the record says it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A content folder."""

    content: Path
    """Where it is."""

    locale: Locale
    """The language of its records."""

    folder: str
    """Where its quartiers are."""

    quartiers: Mapping[str, Known]
    """Those that have a code, by it."""

    nameless: Mapping[str, str]
    """Folded name → file of those that have no code."""

    identifiers: frozenset[str]
    """Those that are taken."""

    territory: str
    """The file of the territory's record; empty when there is none."""

    names_contours: bool
    """Whether the territory's record says anything of contours."""

    contours: Contours | None
    """What it says of them, when that can be read."""

    contours_file: str
    """The file that it names, even where the rest cannot be read."""

    communes: Mapping[str, str]
    """The territory's communes: official code → name."""

    @property
    def prefix(self) -> str:
        """What to write before a path of the folder so that it opens from here."""
        shown = self.content.as_posix()
        return "" if shown == "." else f"{shown}/"

    def holds(self, path: str) -> bool:
        """Whether ``path`` is in the folder for certain, through no link on the disk."""
        root, file = self.content.resolve(), self.content / path
        return file.resolve().is_relative_to(root) and not file.is_symlink()

    def bytes_of(self, path: str) -> bytes | None:
        """What the file ``path`` holds; none when there is no such file."""
        file = self.content / path
        return file.read_bytes() if file.is_file() and self.holds(path) else None


def site_of(content: Content) -> Site:
    """What ``content`` holds."""
    held: list[Record | Draft] = [*content.records, *content.drafts]
    quartiers: dict[str, Known] = {}
    nameless: dict[str, str] = {}
    territory: Record | Draft | None = None
    for each in held:
        if _model(each) is Territory:
            territory = each
        if _model(each) is Quartier:
            code = str(_value(each, "code") or "").strip()
            name = str(_value(each, "official_name") or "")
            if is_quartier_code(code):
                quartiers[code] = Known(each.source.path, name)
            else:
                nameless[fold(name)] = each.source.path
    places = [PurePosixPath(path) for path in content.record_files]
    folder = folder_of(Quartier, content.locale)
    tops = sorted(
        {
            path.parts[0]
            for path in places
            if len(path.parts) > 1 and fold(path.parts[0]) == fold(folder)
        }
    )
    whole = territory if isinstance(territory, Territory) else None
    return Site(
        content=content.folder,
        locale=content.locale,
        folder=tops[0] if tops else folder,
        quartiers=quartiers,
        nameless=nameless,
        identifiers=frozenset(identifier_of(path.stem) for path in places if path.parts[0] in tops),
        territory=territory.source.path if territory else "",
        names_contours=bool(territory and _value(territory, "contours")),
        contours=whole.contours if whole else None,
        contours_file=_file(_value(territory, "contours")) if territory else "",
        communes={each.code: each.name for each in whole.communes if each.code} if whole else {},
    )


def _file(contours: Any) -> str:
    """The file that ``contours`` names, read or as it was typed."""
    if isinstance(contours, Contours):
        return contours.file
    return str(contours.get("file") or "") if isinstance(contours, Mapping) else ""


def _model(each: Record | Draft) -> type[Record]:
    return each.model if isinstance(each, Draft) else type(each)


def _value(each: Record | Draft, name: str) -> Any:
    return each.values.get(name) if isinstance(each, Draft) else getattr(each, name)
