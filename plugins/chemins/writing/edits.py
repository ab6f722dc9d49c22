"""What can be done to the fields and the items of a file, each as the smallest edit of its text."""

from collections.abc import Sequence

from chemins.writing.layout import Edit, Entry, Group, Layout, Node


def renamed(entry: Entry, key: str) -> Edit:
    """``entry`` under another key."""
    return Edit(entry.key.start, entry.key.end, key)


def without_entry(layout: Layout, entry: Entry) -> Edit:
    """Without ``entry``, which begins its line; a comment above it stays."""
    return _lines_out(layout, entry.key.start, entry.value.end)


def with_entry(layout: Layout, group: Group, before: Entry | None, lines: Sequence[str]) -> Edit:
    """``group`` with the field that ``lines`` write, after ``before`` or as its first one.

    ``lines`` are not indented.
    """
    if not group.entries:
        return Edit(group.start, group.start, _text(lines, ""))
    first = group.entries[0].key.start
    margin = " " * layout.column(first)
    if before is not None:
        at = layout.next_line(before.value.end)
        return Edit(at, at, _text(lines, margin))
    if begins_line(layout, first):
        at = layout.line_start(first)
        return Edit(at, at, _text(lines, margin))
    return Edit(first, first, _text(lines, margin).removeprefix(margin) + margin)


def with_value(layout: Layout, entry: Entry, lines: Sequence[str]) -> list[Edit]:
    """``entry`` with another value: what ``lines``, not indented, write after the colon."""
    margin = " " * layout.column(entry.key.start)
    colon = layout.text.index(":", entry.key.end)
    head = layout.text[entry.key.end : colon]
    return _with_rest(
        layout, entry.key.end, entry.value.end, f"{head}:{lines[0]}", lines[1:], margin
    )


def with_item(layout: Layout, item: Node, lines: Sequence[str]) -> list[Edit]:
    """Another item in the place of ``item``: what ``lines``, dash first, not indented, write."""
    margin = " " * dash_column(layout, item)
    return _with_rest(layout, item.start, item.end, lines[0].removeprefix("- "), lines[1:], margin)


def without_items(layout: Layout, items: Sequence[Node]) -> list[Edit]:
    """The list without ``items``, which stand on lines of their own."""
    return [_lines_out(layout, _dash(layout, each), each.end) for each in items]


def with_items(layout: Layout, group: Group, index: int, lines: Sequence[str]) -> list[Edit]:
    """The list ``group`` with what ``lines``, not indented, write before its item ``index``."""
    margin = " " * dash_column(layout, group.items[0])
    if index:
        at = layout.next_line(group.items[index - 1].end)
    else:
        at = layout.line_start(_dash(layout, group.items[0]))
    return [Edit(at, at, _text(lines, margin))]


def dash_column(layout: Layout, item: Node) -> int:
    """Where the dash before ``item`` stands on its line."""
    return layout.column(_dash(layout, item))


def _dash(layout: Layout, item: Node) -> int:
    return layout.text.rindex("-", 0, item.start)


def flow_list(group: Group, pieces: Sequence[str]) -> Edit:
    """``group`` with ``pieces`` between its brackets."""
    return Edit(group.start, group.end, f"[{', '.join(pieces)}]")


def flow_fields(group: Group, pieces: Sequence[str]) -> Edit:
    """``group`` with ``pieces`` between its braces."""
    return Edit(group.start, group.end, f"{{{', '.join(pieces)}}}")


def _with_rest(
    layout: Layout, start: int, end: int, said: str, rest: Sequence[str], margin: str
) -> list[Edit]:
    """``said`` from ``start`` to ``end``, and ``rest`` below: a comment stays where it stands."""
    below = layout.next_line(end)
    return [Edit(start, end, said), *([Edit(below, below, _text(rest, margin))] if rest else [])]


def _text(lines: Sequence[str], margin: str) -> str:
    return "".join(f"{margin}{line}\n" if line else "\n" for line in lines)


def begins_line(layout: Layout, at: int) -> bool:
    """Whether nothing stands before the place ``at`` on its line."""
    return not layout.text[layout.line_start(at) : at].strip()


def _lines_out(layout: Layout, start: int, end: int) -> Edit:
    return Edit(layout.line_start(start), layout.next_line(end), "")
