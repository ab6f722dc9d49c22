"""Relations: a field that links records, and the name of the same link walked backwards."""

from dataclasses import dataclass
from typing import Any

from pydantic import Field

RECORDS = "*"
"""As a target: any kind of record."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between kinds, declared once for both directions."""

    to: tuple[str, ...]
    """The kinds it may lead to; ``("*",)`` for any."""

    inverse: str
    """The link's name seen from its target."""

    loose: bool = False
    """Whether a word that names no record is fine as it is: « parents », a public and no actor."""

    def leads_to(self, kind: str) -> bool:
        """Whether a record of ``kind`` may stand at the other end."""
        return kind in self.to or self.to == (RECORDS,)

    def __call__(self, schema: dict[str, Any]) -> None:
        """Lets pydantic carry the relation in ``json_schema_extra`` and say it in its schema."""
        schema["x-relation"] = {"to": list(self.to), "inverse": self.inverse}


def relation(*to: str, inverse: str, default: Any = (), loose: bool = False) -> Any:
    """A field that links to records of the kinds ``to``, seen from there as ``inverse``."""
    return Field(default=default, json_schema_extra=Relation(to, inverse, loose))
