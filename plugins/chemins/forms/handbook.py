"""The handbook's page of the kinds of record: each with its fields, from its declaration."""

from collections.abc import Iterator, Mapping

from chemins.forms.fields import FieldWords, field_words
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.kinds import Kinds, folder_of
from chemins.records.words import kind_name
from chemins.text.escape import markdown


def kinds_page(kinds: Kinds, locale: Locale) -> Mapping[str, str]:
    """The page, under its path, as Markdown."""
    parts = [f"# {locale.text('handbook.kinds.title')}", locale.text("handbook.kinds.intro")]
    for kind in kinds:
        name = kind_name(kind.kind, locale)
        parts += [f"## {name[0].upper()}{name[1:]}", _about(kind, locale)]
        parts.append("\n".join(_table(field_words(kind, locale), locale)))
    text = "\n\n".join((*parts, locale.text("handbook.made")))
    return {f"{locale.text('handbook.kinds.file')}.md": f"{text}\n"}


def _about(kind: type[Record], locale: Locale) -> str:
    about = locale.text(f"kinds.{kind.kind}.about")
    if kind.folder:
        place = locale.text("handbook.kinds.folder", folder=folder_of(kind, locale))
    else:
        place = locale.text("handbook.kinds.single", file=locale.text(f"kinds.{kind.kind}.file"))
    return f"{about} {place}"


def _table(fields: tuple[FieldWords, ...], locale: Locale) -> Iterator[str]:
    yield f"| {locale.text('handbook.kinds.field')} | {locale.text('handbook.kinds.says')} |"
    yield "|---|---|"
    for key, field in _flat(fields):
        marks = f" ({', '.join(field.marks)})" if field.marks else ""
        says = " ".join(_sentence(each) for each in field.says)
        yield f"| `{key}`{marks} | {says} |"


def _sentence(text: str) -> str:
    plain = " ".join(text.split())
    return markdown(plain if plain.endswith((".", "?", "!", "…")) else f"{plain}.")


def _flat(fields: tuple[FieldWords, ...], above: str = "") -> Iterator[tuple[str, FieldWords]]:
    """Each field, and behind it the fields that it holds, under its own name."""
    for field in fields:
        key = f"{above}{field.key}"
        yield key, field
        yield from _flat(field.parts, f"{key} → ")
