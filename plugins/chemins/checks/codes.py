"""Every code there is, with its severity: those of reading and building, then the rules'."""

from collections.abc import Mapping

from chemins.checks.rules import RULES
from chemins.faults import Severity
from chemins.faults.codes import CODES


def severities() -> Mapping[str, Severity]:
    """Each code with its severity: what `chemins explain` and the handbook know."""
    return {**CODES, **{each.code: each.severity for each in RULES}}
