"""The language of a site: what its territory's record says, before any other record is read."""

import re
from pathlib import Path

from chemins.locales import LANGUAGES, fold, load
from chemins.reading.opening import opened

_PEEK = 8192
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"^[\"']?(\w+)[\"']?[ \t]*:[ \t]*[\"']?([A-Za-z-]+)", re.MULTILINE)


def language_of(folder: Path) -> str:
    """The language that the territory's record declares; else the one its file is named in.

    Only the record itself can be wrong about it, and its reading says so: here, what cannot be
    read counts as not said.
    """
    for language in LANGUAGES:
        locale = load(language)
        path = folder / f"{locale.text('kinds.territory.file')}.md"
        if path.is_file() and not path.is_symlink():
            field = locale.text("kinds.territory.fields.language.key")
            return _declared(path, {fold(field), "language"}) or language
    return LANGUAGES[0]


def _declared(path: Path, keys: set[str]) -> str | None:
    try:
        with opened(path) as (file, _):
            head = re.sub(r"\r\n?", "\n", file.read(_PEEK).decode("utf-8", "replace"))
    except OSError:
        return None
    front_matter = re.split(
        r"^(?:---|\.\.\.)[ \t]*$", head.lstrip("\ufeff"), maxsplit=2, flags=re.MULTILINE
    )
    head = front_matter[1] if len(front_matter) > 1 else ""
    for key, value in _FIELD.findall(head):
        if fold(key) in keys and value.lower()[:2] in LANGUAGES:
            return str(value.lower()[:2])
    return None
