"""The fields of any record as labels and values, by their declaration alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from chemins.checks.mentions import is_elsewhere
from chemins.pages.context import Desk
from chemins.pages.period import period_said
from chemins.records.actor import Actor
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.identifiers import reference_of
from chemins.records.period import Period
from chemins.records.types import Choice
from chemins.records.when import When
from chemins.records.words import label_of
from chemins.text import escape


@dataclass(frozen=True, slots=True)
class Fact:
    """One field, said."""

    label: str
    """Its name."""

    value: Markup
    """What it holds, within a line or as blocks."""

    block: bool = False
    """Whether the value is made of blocks."""


def facts(
    desk: Desk, holder: Record | Part, names: Iterable[str] | None = None
) -> tuple[Fact, ...]:
    """The filled fields of ``holder``, those of ``names`` or all its kind's own."""
    return tuple(_facts(desk, holder, names))


def _facts(desk: Desk, holder: Record | Part, names: Iterable[str] | None) -> Iterator[Fact]:
    declared = declaration(type(holder))
    withheld = holder.withheld if isinstance(holder, Part) else ()
    for name in names if names is not None else _own(holder, declared):
        if name in withheld:
            continue
        field = declared[name]
        value = _public(getattr(holder, name))
        # Degrees are for maps: nobody reads a place in them.
        if field.private or field.holds == "degrees" or value in (None, (), ""):
            continue
        label = label_of(type(holder), name, desk.locale)
        block = _is_block(field, value)
        yield Fact(label, _said(desk, field, value), block)


def _is_block(field: FieldDeclaration, value: Any) -> bool:
    if field.holds == "prose":
        return True
    items = value if field.many else (value,)
    return not _is_short(field, items) if field.part or len(items) > 1 else False


def _public(value: Any) -> Any:
    """``value`` without the parts that nobody agreed to publish."""
    if isinstance(value, tuple):
        return tuple(each for each in value if not isinstance(each, Part) or each.is_public)
    return value


def _own(holder: Record | Part, declared: Iterable[str]) -> list[str]:
    if isinstance(holder, Part):
        return list(declared)
    return [name for name in declared if name not in Record.model_fields and name != holder.heading]


def _said(desk: Desk, field: FieldDeclaration, value: Any) -> Markup:
    if not field.many:
        return _one(desk, field, value)
    if len(value) == 1:
        return _one(desk, field, value[0])
    if _is_short(field, value):
        return Markup(", ").join(_one(desk, field, each) for each in value)
    rows = (Markup("<li>{}</li>").format(_one(desk, field, each)) for each in value)
    return Markup("<ul>{}</ul>").format(Markup("").join(rows))


def _is_short(field: FieldDeclaration, value: Any) -> bool:
    """Whether the items read well in a row: names, choices, links, and not sentences."""
    if field.part is not None:
        return all(each.in_a_row or _bare(each) for each in value)
    return field.holds in ("choice", "reference") or field.relation is not None


def _bare(part: Part) -> str | None:
    """What ``part`` says when only the field of its shorthand is filled; none otherwise."""
    filled = {name: getattr(part, name) for name in declaration(type(part))}
    said = [name for name, value in filled.items() if value not in (None, (), "", False)]
    return str(filled[part.shorthand]) if said == [part.shorthand] else None


def _one(desk: Desk, field: FieldDeclaration, value: Any) -> Markup:
    if isinstance(value, Part):
        return _part(desk, field, value)
    if field.relation is not None:
        return _linked(desk, value, field)
    said = _SAID.get(field.holds)
    return said(desk, value) if said else escape.html(plain_value(desk, value))


def phone_link(value: str) -> Markup:
    """A number that a telephone can call, kept on one line."""
    digits = "".join(sign for sign in value if sign.isdigit() or sign == "+")
    return _anchor(f"tel:{digits}", value.replace(" ", "\u00a0"))


def _part(desk: Desk, field: FieldDeclaration, value: Part) -> Markup:
    if isinstance(value, Period):
        return escape.html(period_said(desk, value))
    if field.relation is None and (bare := _bare(value)):
        return desk.inline(bare)
    if value.in_a_row:
        return Markup(", ").join(each.value for each in facts(desk, value))
    return desk.template("parts/facts", facts=facts(desk, value))


def file_link(desk: Desk, value: str, title: str | None = None) -> Markup:
    """A file of the site by its ``title`` or its name, or a page elsewhere by its address."""
    href = desk.address(value) or (escape.safe_url(value) if is_elsewhere(value) else None)
    said = title or value.rpartition("/")[2] or value
    return _anchor(href, said) if href else escape.html(said)


def plain_value(desk: Desk, value: Any) -> str:
    """A scalar as people say it."""
    locale = desk.locale
    if isinstance(value, bool):
        return locale.text("flags.yes" if value else "flags.no").partition(",")[0]
    if isinstance(value, Choice | When):
        return value.said(locale)
    if isinstance(value, date):
        return locale.date(value.year, value.month, value.day)
    if isinstance(value, time):
        return locale.time(value.hour, value.minute)
    if isinstance(value, int | float):
        return locale.number(value)
    return str(value)


def _linked(desk: Desk, value: str, field: FieldDeclaration) -> Markup:
    relation = field.relation
    return _reached(desk, value, relation.to if relation else ())


def linked_actor(desk: Desk, typed: str) -> Markup:
    """The organisation that is meant by ``typed``, as a link where it has a page."""
    return _reached(desk, typed, (Actor.kind,))


def _reached(desk: Desk, typed: str, to: tuple[str, ...]) -> Markup:
    target = desk.strategy.resolve.one(reference_of(typed), to) if to else None
    return escape.html(typed) if target is None else anchored(desk, target)


def anchored(desk: Desk, record: Record) -> Markup:
    """The title of ``record`` as a link, marked when it is an example."""
    anchor = _anchor(desk.href(record), record.label)
    return anchor + mark(desk) if record.illustrative else anchor


def mark(desk: Desk) -> Markup:
    """What says, beside a link, that it leads to an example."""
    return Markup(' <span class="mark">{}</span>').format(desk.locale.text("site.example"))


def _anchor(href: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(escape.attribute(href), text)


_SAID: Mapping[str, Callable[[Desk, Any], Markup]] = MappingProxyType(
    {
        "prose": lambda desk, value: desk.prose(value),
        "counts": lambda _, value: escape.html(", ".join(f"{n} {name}" for name, n in value)),
        "web": lambda _, value: _anchor(value, value),
        "mail": lambda _, value: _anchor(f"mailto:{value}", value),
        "phone": lambda _, value: phone_link(value),
        "file": file_link,
        "line": lambda desk, value: desk.inline(value),
        "year": lambda _, value: escape.html(str(value)),
    }
)
"""What a field holds → how it is said, where that is more than plain text."""
