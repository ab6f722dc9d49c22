"""The money of an action: a line for each sum, a column for what it is taken from."""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.values import linked_actor
from chemins.records.action import Action, Funding, FundingNature
from chemins.strategy.money import Budget, budget_of, nature_of


def budget_html(desk: Desk, action: Action) -> Markup:
    """The table of its sums, with their totals; nothing when it says nothing of money."""
    budget = budget_of(action)
    if budget is None:
        return Markup("")
    locale = desk.locale
    return desk.template(
        "actions/budget",
        title=action.label,
        natures=[_capital(each.said(locale)) for each in budget.natures],
        rows=[_row(desk, budget, line) for line in budget.lines],
        totals=[locale.money(budget.totals[each]) for each in budget.natures],
        years=list(_years(desk, budget)),
        total=locale.money(budget.total),
        has_total=budget.total > 0 and len(budget.lines) > 1,
        is_whole=budget.is_whole,
        has_steps=any(line.step for line in budget.lines),
    )


def _row(desk: Desk, budget: Budget, line: Funding) -> dict[str, object]:
    return {
        "year": str(line.year) if line.year is not None else "",
        "funder": linked_actor(desk, line.funder),
        "step": line.step.said(desk.locale) if line.step else "",
        "cells": [_cell(desk, line, each) for each in budget.natures],
    }


def _cell(desk: Desk, line: Funding, nature: FundingNature) -> str:
    if nature_of(line) is not nature:
        return ""
    return desk.said("actions.no_amount") if line.amount is None else desk.locale.money(line.amount)


def _years(desk: Desk, budget: Budget) -> Iterator[tuple[str, str]]:
    """Each year with its sum, where there are several."""
    if len(budget.years) > 1:
        for year, total in budget.years.items():
            yield str(year), desk.locale.money(total)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
