"""A site → the files of its schemas and of its editor, by their paths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chemins.forms import editor
from chemins.forms.schema import Named, schema_json
from chemins.forms.snippets import kind_snippets, record_snippets
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.records.kinds import Kinds

KINDS_FILE = f"{editor.FOLDER}/chemins.code-snippets"
"""The snippets of kinds and fields."""

RECORDS_FILE = f"{editor.FOLDER}/chemins-fiches.code-snippets"
"""Those of the records that there are: written anew as often as one likes, and not kept."""


@dataclass(frozen=True, slots=True)
class EditorFiles:
    """What is written for an editor."""

    ours: Mapping[str, str]
    """The files that are written anew each time."""

    theirs: Mapping[str, str]
    """The files that are the team's as soon as they are there."""


def editor_files(kinds: Kinds, locale: Locale, named: Named | None = None) -> EditorFiles:
    """The files of the editor; with those of the records ``named``, where they are given."""
    ours = {KINDS_FILE: editor.snippets(kind_snippets(kinds, locale, named), locale)}
    if named is not None:
        ours[RECORDS_FILE] = editor.snippets(record_snippets(named, locale), locale)
    theirs = {
        f"{editor.FOLDER}/settings.json": editor.settings(locale),
        f"{editor.FOLDER}/tasks.json": editor.tasks(locale),
    }
    return EditorFiles(ours, theirs)


def schema_files(
    kinds: Iterable[type[Record]], locale: Locale, named: Named | None = None
) -> dict[str, str]:
    """The schema of each of ``kinds``, by the name that the site publishes it under."""
    return {f"{each.kind}.schema.json": schema_json(each, locale, named) for each in kinds}


def named_in(records: Iterable[Record], drafts: Iterable[Draft] = ()) -> Named:
    """The records that can be named, those that cannot be read yet included, kind by kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for record in records:
        found.setdefault(record.kind, []).append((record.identifier, record.label))
    for draft in drafts:
        found.setdefault(draft.model.kind, []).append((draft.identifier, draft.identifier))
    return {kind: tuple(sorted(each)) for kind, each in found.items()}
