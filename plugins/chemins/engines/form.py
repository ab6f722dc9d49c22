"""The form of a site, from its settings and its folder: to publish, or to show in a preview."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from chemins.forms.form_page import FOLDER, Form, form_files
from chemins.locales import Locale
from chemins.reading.folder import listing
from chemins.records import KINDS
from chemins.records.kinds import folder_of
from chemins.settings import Settings


def form_of(
    settings: Settings, file: Path, locale: Locale, site: str, *, at_hand: bool = False
) -> Form:
    """The form of the site called ``site`` that ``file`` describes."""
    content = settings.content
    return Form(
        kinds=KINDS,
        locale=locale,
        site=site,
        content=content.name if at_hand else _from_repository(content, file),
        hosting=settings.admin.hosting,
        files=_files(content, locale),
        url="" if at_hand else settings.url,
        at_hand=at_hand,
    )


def write_form(form: Form, folder: Path) -> None:
    """Puts ``form`` on the site in ``folder``; what stands there already stays.

    Raises:
        OSError: the disk refuses.
    """
    target = folder / FOLDER
    if (target / "index.html").exists():
        return
    target.mkdir(parents=True, exist_ok=True)
    for name, data in form_files(form):
        (target / name).write_bytes(data)


def _from_repository(content: Path, file: Path) -> str:
    """The path of ``content`` from the top of the repository that holds it."""
    content = content.resolve()
    for above in (file.resolve().parent, *file.resolve().parents):
        if (above / ".git").exists() and content.is_relative_to(above):
            return content.relative_to(above).as_posix()
    return (
        content.relative_to(file.resolve().parent).as_posix()
        if content.is_relative_to(file.resolve().parent)
        else content.name
    )


def _files(content: Path, locale: Locale) -> Mapping[str, str]:
    """Folders in English, and singles under another name, that the content folder holds."""
    found: dict[str, str] = {}
    for file in listing(content, KINDS, locale).records:
        place = PurePosixPath(file.path)
        name = place.parts[0] if file.kind.folder else place.stem
        standard = (
            folder_of(file.kind, locale)
            if file.kind.folder
            else locale.text(f"kinds.{file.kind.kind}.file")
        )
        if name != standard:
            found.setdefault(file.kind.kind, name)
        else:
            found[file.kind.kind] = name
    return found
