"""What is done and what was promised, as tables: a line an action, a line a commitment and year."""

from collections.abc import Callable, Iterator
from itertools import chain

from chemins.addresses import Addresses
from chemins.exports.table import csv_file
from chemins.locales import Locale
from chemins.records.action import Action, FundingNature
from chemins.records.contract import Commitment, CommitmentYear, Contract, Signatory
from chemins.records.identifiers import reference_of
from chemins.records.period import Period
from chemins.records.words import label_of
from chemins.strategy import Strategy
from chemins.strategy.commitments import commitments_of, told
from chemins.strategy.money import NATURES, budget_of
from chemins.strategy.pathways import DOWNSTREAM
from chemins.text.markdown import plain

_SEVERAL = " | "
"""Between the values of one cell."""


def actions_csv(strategy: Strategy, addresses: Addresses) -> Iterator[str]:
    """The actions as the pieces of a CSV file."""
    locale = strategy.locale
    heads = [head(locale) for head, _ in _COLUMNS]
    rows = (
        [cell(strategy, action) for _, cell in _COLUMNS] + [addresses.of(action)]
        for action in strategy.all(Action)
    )
    address = locale.text("table.address")
    return csv_file(chain([[*heads, address]], rows), locale)


def commitments_csv(strategy: Strategy) -> Iterator[str]:
    """The commitments as the pieces of a CSV file: one of which nothing is told has one line."""
    locale = strategy.locale
    heads = [
        label_of(Signatory, "actor", locale),
        label_of(Commitment, "text", locale),
        label_of(Commitment, "actions", locale),
        *(label_of(CommitmentYear, name, locale) for name in ("year", "state", "said")),
        locale.text("site.example"),
    ]
    return csv_file(chain([heads], _commitment_rows(strategy)), locale)


def has_commitments(strategy: Strategy) -> bool:
    """Whether somebody is said to have signed a contract."""
    contract = strategy.single(Contract)
    return bool(contract and contract.signatories)


def _commitment_rows(strategy: Strategy) -> Iterator[list[str]]:
    locale = strategy.locale
    contract = strategy.single(Contract)
    example = locale.text("flags.yes").partition(",")[0]
    mark = example if contract and contract.illustrative else ""
    for signed in commitments_of(strategy).signed:
        for each in signed.undertaken:
            actions = _SEVERAL.join(action.label for action in each.actions)
            said = [signed.name, plain(each.commitment.text), actions]
            for year in reversed(told(each.commitment)):
                state = year.state.said(locale)
                yield [*said, str(year.year), state, plain(year.said or ""), mark]
            if not each.commitment.years:
                yield [*said, "", "", "", mark]
        if not signed.undertaken:
            yield [signed.name, "", "", "", "", "", mark]


Head = Callable[[Locale], str]
Cell = Callable[[Strategy, Action], str]


def _field(name: str, cell: Cell) -> tuple[Head, Cell]:
    """A column that bears the name of a field."""
    return (lambda locale: label_of(Action, name, locale), cell)


def _targets(name: str) -> Cell:
    """The titles of what a field leads to, and the words that lead to no record."""

    def cell(strategy: Strategy, action: Action) -> str:
        value = getattr(action, name)
        typed = value if isinstance(value, tuple) else (value,) if value else ()
        return _SEVERAL.join(_named(strategy, each) for each in typed)

    return cell


def _named(strategy: Strategy, typed: str) -> str:
    found = strategy.resolve.one(reference_of(typed), ("actor", "quartier"))
    return found.label if found else typed


def _served(strategy: Strategy, action: Action) -> str:
    return _SEVERAL.join(each.label for each in strategy.targets(action, DOWNSTREAM))


def _moment(end: str) -> tuple[Head, Cell]:
    def cell(_: Strategy, action: Action) -> str:
        when = getattr(action.dates, end) if action.dates else None
        return str(when) if when else ""

    return (lambda locale: label_of(Period, end, locale), cell)


def _sum(nature: FundingNature) -> tuple[Head, Cell]:
    def head(locale: Locale) -> str:
        return locale.text("table.euros", nature=nature.said(locale))

    def cell(strategy: Strategy, action: Action) -> str:
        budget = budget_of(action)
        total = budget.totals.get(nature) if budget else None
        return "" if total is None else _digits(total, strategy.locale)

    return (head, cell)


def _digits(value: float, locale: Locale) -> str:
    """A number that a spreadsheet takes for one: no mark between thousands."""
    text = f"{value:.2f}".removesuffix(".00")
    return text.replace(".", locale.text("table.decimal"))


_COLUMNS: tuple[tuple[Head, Cell], ...] = (
    (lambda locale: locale.text("table.identifier"), lambda _, action: action.identifier),
    _field("title", lambda _, action: action.label),
    _field("status", lambda strategy, action: action.status.said(strategy.locale)),
    _field("theme", lambda strategy, it: it.theme.said(strategy.locale) if it.theme else ""),
    _field("lead", _targets("lead")),
    _field("partners", _targets("partners")),
    _field("quartiers", _targets("quartiers")),
    _moment("start"),
    _moment("end"),
    _field("contributes_to", _served),
    _field("publics", lambda _, action: _SEVERAL.join(action.publics)),
    _field(
        "participation",
        lambda strategy, it: it.participation.said(strategy.locale) if it.participation else "",
    ),
    _field("venue", lambda _, action: action.venue.name if action.venue else ""),
    *map(_sum, NATURES),
    (
        lambda locale: locale.text("site.example"),
        lambda strategy, it: (
            strategy.locale.text("flags.yes").partition(",")[0] if it.illustrative else ""
        ),
    ),
)
"""The columns: what heads each, and what stands in it."""
