"""The contribution: one thing helps another to come about. A claim, never a cause."""

from typing import ClassVar

from chemins.records.base import Part
from chemins.records.types import Choice, Flag, Prose, Reference


class Strength(Choice):
    """How well a contribution is supported.

    After contribution analysis: Mayne, "Contribution analysis: coming of age?", Evaluation, 2012.
    """

    FRAGILE = "fragile"
    PLAUSIBLE = "plausible"
    SUPPORTED = "supported"


class Contribution(Part):
    """« Contribue à »: what is helped, on what assumption, how sure we are."""

    shorthand: ClassVar[str] = "to"
    written_out: ClassVar[bool] = True

    to: Reference
    """The change or the vision that is helped."""

    assumption: Prose | None = None
    """Why one should help the other."""

    strength: Strength | None = None
    """How well that is supported."""

    evidence: Prose | None = None
    """By what."""

    illustrative: Flag = False
    """Whether the link is an example."""
