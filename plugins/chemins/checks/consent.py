"""Words are published when the person who said them agrees."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.session import Session
from chemins.strategy import Strategy


@rule("QUOTATION-CONSENT", Severity.WARNING)
def quotation_without_consent(strategy: Strategy) -> Iterator[Finding]:
    """A quotation stays out of the site, since nothing says that the person agrees."""
    for session in strategy.all(Session):
        for index, quotation in enumerate(session.quotations):
            if not quotation.is_public:
                refused = ("quotations", index, "consent") in session.source.places
                at = session.place_of("quotations", index)
                yield Finding(at, variant="refused" if refused else "")
