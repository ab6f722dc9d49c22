"""One record → the text of its file, with the keys and the words of its site's language."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.types import Choice
from chemins.records.words import key_of
from chemins.writing.scalars import block, scalar

_STEP = "  "
_NOTHING = "{}"
"""A part that says nothing."""

_WIDTH = 90
"""How long a list may be on one line."""


def file_of(record: Record, locale: Locale) -> bytes:
    """The whole file of ``record``: UTF-8, a newline at its end."""
    body = f"{record.body}\n" if record.body else ""
    return f"---\n{front_matter_of(record, locale)}---\n{body}".encode()


def front_matter_of(record: Record, locale: Locale) -> str:
    """The fields that ``record`` fills, in the order in which its kind declares them."""
    return "".join(f"{line}\n" for line in fields_of(record, locale))


def fields_of(model: Record | Part, locale: Locale, indent: str = "") -> Iterator[str]:
    """The lines of what ``model`` fills."""
    for name, declared in declaration(type(model)).items():
        value = getattr(model, name)
        if value is None or value == type(model).model_fields[name].default or value == ():
            continue
        key = key_of(type(model), name, locale)
        yield from field_of(key, value, declared, locale, indent)


def field_of(
    key: str, value: Any, declared: FieldDeclaration, locale: Locale, indent: str = ""
) -> Iterator[str]:
    """The lines of one field, typed as ``key``."""
    head = f"{indent}{key}:"
    if not declared.many:
        yield from _value(head, value, declared, locale, indent + _STEP)
    elif flow := _flow(value, declared, locale):
        yield f"{head} {flow}"
    else:
        yield head
        for item in value:
            yield from item_of(item, declared, locale, indent + _STEP)


def _value(
    key: str, value: Any, declared: FieldDeclaration, locale: Locale, indent: str
) -> Iterator[str]:
    if declared.holds == "counts":
        counts = (f"{scalar(str(who), in_flow=True)}: {count}" for who, count in value)
        yield f"{key} {{{', '.join(counts)}}}"
        return
    if declared.part is not None:
        if (bare := shorthand_of(value)) is None:
            lines = list(fields_of(value, locale, indent))
            yield key if lines else f"{key} {_NOTHING}"
            yield from lines
            return
        value = bare
    yield f"{key} {_said(value, locale, indent)}"


def item_of(value: Any, declared: FieldDeclaration, locale: Locale, indent: str) -> Iterator[str]:
    """The lines of one item of a list, its dash first."""
    dash = f"{indent}- "
    if declared.part is not None:
        if (bare := shorthand_of(value)) is None:
            first, *rest = list(fields_of(value, locale, indent + _STEP)) or [_NOTHING]
            yield dash + first.lstrip()
            yield from rest
            return
        value = bare
    yield dash + _said(value, locale, indent + _STEP)


def _flow(value: tuple[Any, ...], declared: FieldDeclaration, locale: Locale) -> str:
    """The list between brackets; nothing when its items need lines of their own."""
    items: list[str] = []
    for each in value:
        bare = shorthand_of(each) if isinstance(each, Part) else each
        if bare is None or declared.holds == "counts" or "\n" in (said := text_of(bare, locale)):
            return ""
        items.append(scalar(said, in_flow=True) if isinstance(bare, str) else said)
    listed = f"[{', '.join(items)}]"
    short = declared.holds in ("reference", "choice") or all(len(item) <= 40 for item in items)
    return listed if short and len(listed) <= _WIDTH else ""


def shorthand_of(part: Part) -> Any:
    """What a part can be written as when it says one thing alone; none when it says more."""
    said = {
        name
        for name in declaration(type(part))
        if getattr(part, name) != type(part).model_fields[name].default
    }
    return getattr(part, part.shorthand) if said == {part.shorthand} else None


def _said(value: Any, locale: Locale, indent: str) -> str:
    text = text_of(value, locale)
    return block(text, indent) if isinstance(value, str) else text


def text_of(value: Any, locale: Locale) -> str:
    """What is typed for ``value``, which is no part."""
    if isinstance(value, bool):
        return locale.text(f"flags.{'yes' if value else 'no'}").split(",")[0]
    if isinstance(value, Choice):
        return value.said(locale)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    return str(value)


def _number(value: float) -> str:
    """``value`` without an exponent: people read it."""
    if value.is_integer():
        return str(int(value))
    text = repr(value)
    if "e" in text:
        text = f"{value:.20f}".rstrip("0")
    # « 1.125 » may be a thousand or a little more than one: reading refuses to guess.
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
