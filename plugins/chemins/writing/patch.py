"""A file and two states of its record → the file that says the second, and nothing else changed.

Only the spans of what differs are written: comments, quotes, the order of the fields, line ends and
the byte order mark stay as their author left them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.words import Model, key_of, typed_keys
from chemins.writing import edits
from chemins.writing.comparing import aligned, differ, is_empty, model_of, says_nothing, split
from chemins.writing.layout import (
    Edit,
    Entry,
    Group,
    Layout,
    Leaf,
    Node,
    edited,
    layout_of,
    with_newlines,
)
from chemins.writing.record import field_of, front_matter_of, item_of, shorthand_of, text_of
from chemins.writing.scalars import scalar
from chemins.writing.weaving import replaced

_STEP = "  "


class _CoarseError(Exception):
    """What is written cannot be changed in place: the whole field is written anew."""


def patched(raw: str, before: Record, after: Record, locale: Locale) -> str:
    """The file ``raw``, from which ``before`` was read, as a file that says ``after``.

    Raises:
        ValueError: ``raw`` is not the file of ``before``.
    """
    layout = layout_of(with_newlines(raw))
    try:
        changes = list(_Patch(layout, locale).fields(layout.fields, before, after))
    except _CoarseError:
        fields = layout.fields
        said = front_matter_of(after, locale).removesuffix("\n")
        changes = [Edit(fields.start, fields.end, said)]
    if before.body != after.body:
        changes.append(_body(layout, after.body))
    return edited(raw, changes)


def _body(layout: Layout, body: str) -> Edit:
    start, end = layout.body
    if start == end:
        lead = "" if layout.text[: layout.after].endswith("\n") else "\n"
        return Edit(layout.after, layout.after, f"{lead}{body}\n" if body else "")
    if not body:
        return Edit(layout.after, layout.next_line(end), "")
    return Edit(start, end, body)


class _Patch:
    """The edits of one file."""

    def __init__(self, layout: Layout, locale: Locale) -> None:
        self.layout, self.locale = layout, locale

    def fields(self, group: Group, before: Record | Part, after: Record | Part) -> Iterator[Edit]:
        """The edits that make ``group`` say ``after``."""
        model = model_of(after)
        written = self._written(group, model)
        emptied = [
            name
            for name in declaration(model)
            if name in written and differ(before, after, name) and is_empty(after, name)
        ]
        if group.is_flow and (emptied or self._added(written, before, after)):
            yield self._flow_fields(group, written, before, after)
            return
        # What stands beside a dash holds its item up; so does what is there alone.
        if len(emptied) == len(group.entries) > 0 or any(
            not edits.begins_line(self.layout, written[each].key.start) for each in emptied
        ):
            raise _CoarseError
        for name, declared in declaration(model).items():
            if not differ(before, after, name):
                continue
            value = getattr(after, name)
            entry = written.get(name)
            if entry is None:
                if not is_empty(after, name):
                    yield self._new(group, written, name, declared, after)
            elif name in emptied:
                yield edits.without_entry(self.layout, entry)
            else:
                yield from self._changed(group, entry, declared, getattr(before, name), value)

    def _flow_fields(
        self,
        group: Group,
        written: dict[str, Entry],
        before: Record | Part,
        after: Record | Part,
    ) -> Edit:
        """``group``, between braces, with the fields of ``after``, where each fits on a line."""
        pieces: list[tuple[int, str]] = []
        last = -1
        for name, declared in declaration(model_of(after)).items():
            entry = written.get(name)
            if entry is not None:
                last = group.entries.index(entry)
            if is_empty(after, name) or (entry is None and not differ(before, after, name)):
                continue
            if entry is not None and not differ(before, after, name):
                piece = self.layout.text[entry.key.start : entry.value.end]
            else:
                key = entry.key.text if entry else key_of(model_of(after), name, self.locale)
                piece = f"{key}: {self._on_a_line(getattr(after, name), declared)}"
            pieces.append((last, piece))
        return edits.flow_fields(group, [piece for _, piece in sorted(pieces, key=itemgetter(0))])

    def _on_a_line(self, value: Any, declared: FieldDeclaration) -> str:
        """``value`` as it stands between braces."""
        bare = shorthand_of(value) if isinstance(value, Part) else value
        if declared.many or declared.holds == "counts" or bare is None:
            raise _CoarseError
        text = text_of(bare, self.locale)
        if "\n" in text:
            raise _CoarseError
        is_text = isinstance(bare, str) or "," in text
        return scalar(text, in_flow=True) if is_text else text

    def _written(self, group: Group, model: Model) -> dict[str, Entry]:
        known = typed_keys(model, self.locale)
        found: dict[str, Entry] = {}
        for entry in group.entries:
            declared = known.get(fold(entry.key.text))
            if declared is not None:
                found.setdefault(declared.name, entry)
        return found

    def _added(self, written: dict[str, Entry], before: Any, after: Any) -> bool:
        return any(
            name not in written and differ(before, after, name)
            for name in declaration(model_of(after))
        )

    def _new(
        self,
        group: Group,
        written: dict[str, Entry],
        name: str,
        declared: FieldDeclaration,
        after: Record | Part,
    ) -> Edit:
        """A field that is not there yet, on a line after the one declared before it."""
        model = model_of(after)
        key = key_of(model, name, self.locale)
        lines = list(field_of(key, getattr(after, name), declared, self.locale))
        order = list(declaration(model))
        place = order.index(name)
        earlier = [each for each in written if order.index(each) < place]
        last = max(earlier, key=lambda each: written[each].value.end, default=None)
        entry = written[last] if last is not None else None
        return edits.with_entry(self.layout, group, entry, split(lines))

    def _changed(
        self, group: Group, entry: Entry, declared: FieldDeclaration, before: Any, value: Any
    ) -> Iterator[Edit]:
        try:
            found = list(self._value(group, entry, declared, before, value))
        except _CoarseError:
            if group.is_flow:
                raise
            key = entry.key.text
            lines = split(list(field_of(key, value, declared, self.locale)))
            lines[0] = lines[0][len(key) + 1 :]
            found = edits.with_value(self.layout, entry, lines)
        yield from found

    def _value(
        self, group: Group, entry: Entry, declared: FieldDeclaration, before: Any, value: Any
    ) -> Iterator[Edit]:
        margin = " " * (self.layout.column(self._anchor(group, entry))) + _STEP
        if declared.many:
            yield from self._list(entry.value, declared, before, value, margin, group.is_flow)
        elif declared.holds == "counts":
            raise _CoarseError
        elif declared.part is not None:
            yield from self._part(entry.value, before, value, margin, group.is_flow)
        else:
            yield self._leaf(entry.value, value, margin, group.is_flow)

    def _anchor(self, group: Group, entry: Entry) -> int:
        return entry.key.start if not group.is_flow else group.start

    def _leaf(self, node: Node, value: Any, margin: str, in_flow: bool) -> Edit:
        if not isinstance(node, Leaf):
            raise _CoarseError
        text = text_of(value, self.locale)
        if (
            not isinstance(value, str)
            and not node.style
            and "\n" not in self.layout.text[node.start : node.end]
        ):
            lead = "" if self.layout.text[node.start - 1] in " [{\n" else " "
            # « 1,5 » between brackets would be two items.
            whole = scalar(text, in_flow=True) if in_flow and "," in text else text
            return Edit(node.start, node.end, lead + whole)
        return replaced(self.layout, node, text, margin, in_flow=in_flow)

    def _part(
        self, node: Node, before: Any, value: Part, margin: str, in_flow: bool
    ) -> Iterator[Edit]:
        if isinstance(node, Leaf):
            bare = shorthand_of(value)
            if before is None or bare is None:
                raise _CoarseError
            yield self._leaf(node, bare, margin, in_flow)
        elif node.is_list or before is None:
            raise _CoarseError
        else:
            yield from self.fields(node, before, value)

    def _list(
        self,
        node: Node,
        declared: FieldDeclaration,
        before: Sequence[Any],
        value: Sequence[Any],
        margin: str,
        in_flow: bool,
    ) -> Iterator[Edit]:
        if isinstance(node, Leaf) and len(before) == len(value) == 1 and declared.part is None:
            yield self._leaf(node, value[0], margin, in_flow)
            return
        if not isinstance(node, Group) or not node.is_list or declared.holds == "counts":
            raise _CoarseError
        items = [each for each in node.items if not says_nothing(each)]
        if len(items) != len(before) or not value or not before:
            raise _CoarseError
        pairs, gone, come = aligned(before, value)
        if node.is_flow:
            yield from self._flow_list(
                node, items, declared, value, pairs, before, bool(gone or come)
            )
            return
        yield from edits.without_items(self.layout, [items[index] for index in gone])
        for old, new in pairs:
            if before[old] != value[new]:
                yield from self._item(items[old], declared, before[old], value[new])
        for at, numbers in come.items():
            lines = [
                line for new in numbers for line in split(self._item_lines(declared, value[new]))
            ]
            if at < len(items):
                where = node.items.index(items[at])
            else:
                where = node.items.index(items[-1]) + 1
            yield from edits.with_items(self.layout, node, where, lines)

    def _item(
        self, node: Node, declared: FieldDeclaration, before: Any, value: Any
    ) -> Iterator[Edit]:
        margin = " " * edits.dash_column(self.layout, node) + _STEP
        try:
            if declared.part is not None:
                found = list(self._part(node, before, value, margin, in_flow=False))
            else:
                found = [self._leaf(node, value, margin, in_flow=False)]
        except _CoarseError:
            lines = split(self._item_lines(declared, value))
            found = edits.with_item(self.layout, node, lines)
        yield from found

    def _item_lines(self, declared: FieldDeclaration, value: Any) -> list[str]:
        return list(item_of(value, declared, self.locale, ""))

    def _flow_list(
        self,
        node: Group,
        items: list[Node],
        declared: FieldDeclaration,
        value: Sequence[Any],
        pairs: list[tuple[int, int]],
        before: Sequence[Any],
        is_resized: bool,
    ) -> Iterator[Edit]:
        if not is_resized:
            for old, new in pairs:
                if before[old] == value[new]:
                    continue
                if declared.part is not None:
                    yield from self._part(items[old], before[old], value[new], "", in_flow=True)
                else:
                    yield self._leaf(items[old], value[new], "", in_flow=True)
            return
        kept = {new: items[old] for old, new in pairs if before[old] == value[new]}
        pieces = []
        for number, each in enumerate(value):
            if number in kept:
                pieces.append(self.layout.text[kept[number].start : kept[number].end])
                continue
            pieces.append(self._on_a_line(each, replace(declared, many=False)))
        if "\n" in self.layout.text[node.start : node.end]:
            raise _CoarseError
        yield edits.flow_list(node, pieces)
