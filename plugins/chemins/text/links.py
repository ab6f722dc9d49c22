"""What the text asks of the rest of the product about the links it holds."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a ``[[reference]]`` leads to."""

    href: str
    """Its address, from the page that is being written."""

    title: str
    """Its title, plain text: what the link says when its author gave it no words."""


class Links(Protocol):
    """Where the links of one page lead. Asked once a link, in reading order."""

    def reference(self, reference: str) -> Target | None:
        """What ``[[reference]]`` leads to; none when there is no such record."""
        ...

    def address(self, href: str) -> str | None:
        """A relative ``href`` of the source, as the page must say it; none if it leads nowhere."""
        ...
