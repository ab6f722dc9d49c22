"""A fence of a page written by hand: a block of lines that asks for a drawing."""

from dataclasses import dataclass, field

from chemins.faults import Fault, Place


@dataclass(frozen=True, slots=True)
class FenceField:
    """One line of a fence, as it is typed."""

    key: str
    """Before the colon."""

    value: str
    """After it; empty when there is none."""

    at_key: Place
    """Where the key stands."""

    at_value: Place
    """Where the value stands, or the key again."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block, and where it stands in the text that it was found in."""

    language: str
    """What opens it says: ``chemins`` or ``mermaid``."""

    place: Place
    """Of its opening."""

    start: int
    """The line of the text that opens it, from 0."""

    end: int
    """The line after the one that closes it, from 0."""

    indent: str
    """What stands before the opening: a fence may be in a list."""

    text: str
    """What is between the two, without the indentation."""

    fields: tuple[FenceField, ...] = ()
    """Its lines, when it is one of ours; its title and description, when it is Mermaid's."""

    faults: tuple[Fault, ...] = field(default=(), compare=False)
    """What keeps its lines from being read."""
