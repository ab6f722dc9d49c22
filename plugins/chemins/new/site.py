"""What is wished → the files of a site, from the texts that the locales keep for it."""

import re
from collections.abc import Iterator, Mapping
from importlib import resources

from chemins.forms.editor_files import editor_files
from chemins.forms.issue_forms import FOLDER as ISSUE_FORMS
from chemins.forms.issue_forms import issue_forms
from chemins.locales import Locale, load, template
from chemins.new.wished import Wished
from chemins.records import KINDS, Quartier
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of
from chemins.records.kinds import folder_of
from chemins.records.version import SCHEMA_VERSION
from chemins.records.words import kind_name
from chemins.text.escape import markdown
from chemins.writing.scalars import scalar

_FIELD = re.compile(r"\{(\w+)\}")
_LENGTH = 60
"""Characters of an identifier that one can still read aloud."""


def site_files(wished: Wished, origin: str = "") -> dict[str, bytes]:
    """Every file of the site that is ``wished``, by its path in the site's folder.

    ``origin`` is where its team installs Chemins from, as pip names it; empty when unknown.
    """
    locale = load(wished.language)
    values = _values(wished, locale, origin)
    files = dict(_records(wished, locale, values))
    files |= {
        "mkdocs.yml": _filled(locale, "mkdocs.yml", values),
        "README.md": _filled(locale, "README.md", values),
        "requirements.txt": _filled(locale, "requirements.txt", values),
        ".gitignore": _filled(locale, "gitignore", values),
        ".github/workflows/site.yml": _workflow(locale),
        "theme_overrides/README.md": _filled(locale, "theme.md", values),
        "theme_overrides/logo.svg": _filled(locale, "logo.svg", values),
        f"theme_overrides/{locale.text('addresses.colours')}.css": _filled(
            locale, "colours.css", values
        ),
    }
    made = editor_files(KINDS, locale)
    files |= {**made.ours, **made.theirs}
    forms = issue_forms(KINDS, locale)
    files |= {f"{ISSUE_FORMS}/{name}": text for name, text in forms.items()}
    return {path: text.encode() for path, text in files.items()}


def example_of(kind: type[Record], locale: Locale) -> str:
    """The identifier of the example of ``kind``."""
    return identifier_of(locale.text("new.identifier", kind=kind_name(kind.kind, locale)))


def _values(wished: Wished, locale: Locale, origin: str) -> Mapping[str, str]:
    title = locale.text("new.title", name=wished.name)
    kinds = [kind_name(kind.kind, locale) for kind in KINDS if kind.kind != "change"]
    codes = [code for code, _ in wished.quartiers] or [locale.text("new.code")]
    quartiers = list(_quartiers(wished, locale))
    examples = {kind.kind: example_of(kind, locale) for kind in KINDS}
    return {
        **examples,
        "quartier": quartiers[0][0] if quartiers else examples["quartier"],
        "title": scalar(title),
        "plain_title": markdown(title),
        "name": scalar(wished.name),
        "language": wished.language,
        "version": str(SCHEMA_VERSION),
        "example": scalar(locale.text("new.example")),
        "unfinished": scalar(locale.text("new.unfinished")),
        "folder_change": f"content/{folder_of(KINDS['change'], locale)}",
        "kinds": locale.listing(kinds),
        "codes": ",".join(codes),
        "line": f"chemins @ {origin}" if origin else locale.text("new.no_origin"),
        "install_note": locale.text("new.installed" if origin else "new.not_installed"),
    }


def _records(
    wished: Wished, locale: Locale, values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    quartiers = list(_quartiers(wished, locale))
    for kind in KINDS:
        if kind is Quartier and quartiers:
            continue
        yield (
            _path(kind, values[kind.kind], locale),
            _filled(locale, f"records/{kind.kind}.md", values),
        )
    for identifier, code, name in quartiers:
        said = {"code": code, "official_name": scalar(name)}
        text = _filled(locale, "records/quartier_of_code.md", {**values, **said})
        yield _path(Quartier, identifier, locale), text


def _quartiers(wished: Wished, locale: Locale) -> Iterator[tuple[str, str, str]]:
    """The identifier, the code and the name of each quartier whose code is given.

    One without a name is called by its code, which never changes, as the address must not.
    """
    taken: set[str] = set()
    for code, name in wished.quartiers:
        identifier = identifier_of(name)
        if len(identifier) > _LENGTH:
            identifier = identifier[: _LENGTH + 1].rpartition("-")[0] or identifier[:_LENGTH]
        if not identifier or identifier in {*taken, "index", "readme"}:
            identifier = code.lower()
        taken.add(identifier)
        yield identifier, code, name or unnamed(code, locale)


def unnamed(code: str, locale: Locale) -> str:
    """What a quartier is called until somebody says its name."""
    return locale.text("new.unnamed", code=code)


def _path(kind: type[Record], identifier: str, locale: Locale) -> str:
    if not kind.folder:
        return f"content/{locale.text(f'kinds.{kind.kind}.file')}.md"
    return f"content/{folder_of(kind, locale)}/{identifier}.md"


def _filled(locale: Locale, name: str, values: Mapping[str, str]) -> str:
    """The text ``name`` with what is known put in; other braces stay, since YAML has its own."""
    text = template(locale.language, f"new/{name}")
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), text)


def _workflow(locale: Locale) -> str:
    """The steps are the same in every language; the words before them are not."""
    said = {"unknown": locale.text("new.workflow_unknown")}
    steps = resources.files("chemins.new").joinpath("workflow.yml").read_text("utf-8")
    steps = _FIELD.sub(lambda found: said.get(found[1], found[0]), steps)
    return template(locale.language, "new/workflow.yml") + steps
