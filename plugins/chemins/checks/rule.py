"""A rule: what is looked for in a whole strategy, under which code, how much it weighs.

A rule is a function that yields findings; ``@rule`` gives it its code and its severity. Its words
are in the locales, under ``faults.<code>``; the reasoning behind a rule of coherence is a text of
its own beside them, in ``rules/``, which the handbook prints.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chemins.faults import Fault, Place, Severity
from chemins.records.base import Record
from chemins.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule does not hold."""

    at: Place
    """Where to look, and to mend."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """What its sentence and its hint speak of."""

    variant: str = ""
    """Chooses other words of the same code, where one act does not fit all."""

    about: Record | None = None
    """The record that it speaks of, for those who read it on a page and not in a file."""


Find = Callable[[Strategy], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, ready to be asked."""

    code: str
    """Stable: people search for it."""

    severity: Severity
    """What it stops."""

    find: Find
    """What looks for it."""

    def __call__(self, strategy: Strategy) -> Iterator[Fault]:
        """A fault for each place of ``strategy`` where the rule does not hold."""
        return map(self.fault, self.find(strategy))

    def fault(self, found: Finding) -> Fault:
        """``found``, as a report says it."""
        return Fault(self.code, self.severity, found.at, found.values, found.variant)


def rule(code: str, severity: Severity) -> Callable[[Find], Rule]:
    """Makes the function below it the rule ``code``."""

    def made(find: Find) -> Rule:
        return Rule(code, severity, find)

    return made
