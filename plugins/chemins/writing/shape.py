"""A file and its record → the same file in the one shape: keys, order, quotes; nothing is lost.

A comment goes with the field or the item that it speaks of; a key left empty and a value that says
what would hold unsaid stay, because somebody wrote them; the narrative is not touched.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from chemins.locales import Locale
from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.words import key_of
from chemins.writing.layout import Edit, Group, Layout, Leaf, Node, edited, layout_of, with_newlines
from chemins.writing.record import field_of, flow_of, item_of, shorthand_of
from chemins.writing.remarks import Remarks, remarks_of, says_nothing, written_fields

_STEP = "  "


def shaped(raw: str, record: Record, locale: Locale) -> str:
    """The file ``raw``, from which ``record`` was read without a fault, in the one shape.

    Raises:
        ValueError: ``raw`` has no front matter.
    """
    layout = layout_of(with_newlines(raw))
    remarks = remarks_of(layout, type(record), locale)
    shape = _Shape(layout, remarks, locale)
    lines = [*shape.fields(layout.fields, record, "", ()), *remarks.foot]
    front = "".join(f"{line}\n" for line in lines)
    return edited(raw, [Edit(0, layout.after, f"---\n{front}---\n")])


class _Shape:
    """The lines of one record."""

    def __init__(self, layout: Layout, remarks: Remarks, locale: Locale) -> None:
        self.layout, self.remarks, self.locale = layout, remarks, locale

    def fields(self, group: Group, holder: Record | Part, indent: str, loc: Loc) -> Iterator[str]:
        """The lines of what ``group`` says of ``holder``, in the order of the declaration."""
        model = type(holder)
        written = written_fields(group, model, self.locale)
        for name, declared in declaration(model).items():
            if name not in written:
                continue
            here = (*loc, name)
            key = key_of(model, name, self.locale)
            lines = list(
                self._field(key, written[name].value, getattr(holder, name), declared, indent, here)
            )
            yield from self._with_remarks(lines, indent, here)

    def _with_remarks(self, lines: list[str], indent: str, loc: Loc) -> Iterator[str]:
        yield from (f"{indent}{each}" for each in self.remarks.above.get(loc, ()))
        first, line_end, rest = lines[0].partition("\n")
        beside = "".join(f"  {each}" for each in self.remarks.beside.get(loc, ()))
        yield f"{first}{beside}{line_end}{rest}"
        yield from lines[1:]
        yield from (f"{indent}{each}" for each in self.remarks.below.get(loc, ()))

    def _field(
        self,
        key: str,
        node: Node,
        value: Any,
        declared: FieldDeclaration,
        indent: str,
        loc: Loc,
    ) -> Iterator[str]:
        if says_nothing(node) or value == () or (value is None and not isinstance(node, Leaf)):
            yield f"{indent}{key}:"
        elif value is None and isinstance(node, Leaf):
            # « valeur: nd » is read as something else than a value: it stays as it was typed.
            yield f"{indent}{key}: {self.layout.text[node.start : node.end]}"
        elif isinstance(node, Leaf) and (lines := self._as_laid_out(node, declared, indent)):
            yield "\n".join([f"{indent}{key}: {lines[0]}", *lines[1:]])
        elif declared.many:
            yield from self._list(key, node, value, declared, indent, loc)
        elif (
            isinstance(node, Group)
            and isinstance(value, Part)
            and not self._is_plain(node, value, loc)
        ):
            yield f"{indent}{key}:"
            yield from self.fields(node, value, indent + _STEP, loc)
        else:
            yield from field_of(key, value, declared, self.locale, indent)

    def _as_laid_out(self, leaf: Leaf, declared: FieldDeclaration, indent: str) -> list[str]:
        """The lines of a text that its author laid out on several, under a key at ``indent``.

        None where it is not of that sort, or says by itself how far it is indented.
        """
        head, *lines = self.layout.text[leaf.start : leaf.end].split("\n")
        mark = head.partition("#")[0].rstrip()
        if declared.holds != "prose" or declared.many or mark not in ("|", "|-", ">", ">-"):
            return []
        margin = min(len(each) - len(each.lstrip(" ")) for each in lines if each.strip())
        shown = [f"{indent}{_STEP}{each[margin:]}" if each[margin:] else "" for each in lines]
        return [mark, *shown]

    def _list(
        self,
        key: str,
        node: Node,
        value: Sequence[Any],
        declared: FieldDeclaration,
        indent: str,
        loc: Loc,
    ) -> Iterator[str]:
        nodes = _items(node, len(value))
        plain = [
            self._is_plain(each, item, (*loc, number))
            for number, (each, item) in enumerate(zip(nodes, value, strict=True))
        ]
        if all(plain) and not self.remarks.inside(loc):
            flow = flow_of(tuple(value), declared, self.locale)
            if flow:
                yield f"{indent}{key}: {flow}"
                return
        yield f"{indent}{key}:"
        inner = indent + _STEP
        for number, (each, item) in enumerate(zip(nodes, value, strict=True)):
            here = (*loc, number)
            if plain[number] or not isinstance(each, Group):
                lines = list(item_of(item, declared, self.locale, inner))
            else:
                lines = list(self.fields(each, item, inner + _STEP, here))
                lines = _dashed(lines, inner)
            yield from self._with_remarks(lines, inner, here)

    def _is_plain(self, node: Node | None, value: Any, loc: Loc) -> bool:
        """Whether nothing of ``node`` is lost when it is written from ``value`` alone."""
        if not isinstance(value, Part) or not isinstance(node, Group):
            return not self.remarks.inside(loc)
        written = set(written_fields(node, type(value), self.locale))
        is_short = shorthand_of(value) is not None and written == {type(value).shorthand}
        return (is_short or not written) and not self.remarks.inside(loc)


def _items(node: Node, count: int) -> list[Node | None]:
    """What stands for each of ``count`` items; none where several stand in one text."""
    if isinstance(node, Group) and node.is_list:
        found: list[Node | None] = [each for each in node.items if not says_nothing(each)]
    else:
        found = [node]
    return found if len(found) == count else [None] * count


def _dashed(lines: list[str], indent: str) -> list[str]:
    """``lines`` of one item, a dash before the first that says something; comments stand above."""
    for number, line in enumerate(lines):
        if not line.lstrip().startswith("#"):
            dashed = f"{indent}- {line.lstrip(' ')}"
            above = [f"{indent}{each.lstrip()}" for each in lines[:number]]
            return [*above, dashed, *lines[number + 1 :]]
    return lines
