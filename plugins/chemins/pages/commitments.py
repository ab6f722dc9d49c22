"""Commitments on a page: what was promised, by whom, by which actions, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.values import anchored
from chemins.records.action import Action
from chemins.records.actor import Actor
from chemins.records.base import Record
from chemins.records.contract import Contract
from chemins.strategy.commitments import Signed, Undertaken, told

_FEW = 4
"""How many signatories are found without a list of them: on a phone each takes a screen or two."""


def table(desk: Desk) -> Markup:
    """Who committed to what: a group of rows for each signatory, a row for each commitment."""
    signed = desk.context.committed.signed
    groups = [_group(desk, each, number) for number, each in enumerate(signed, 1)]
    if not groups:
        return Markup("")
    shortcuts = groups if len(groups) > _FEW else ()
    return desk.template("contract/commitments", groups=groups, shortcuts=shortcuts)


def made_html(desk: Desk, actor: Actor) -> Markup:
    """What ``actor`` undertook to do."""
    return _listed(desk, desk.context.committed.of(actor), signed=False)


def kept_html(desk: Desk, action: Action) -> Markup:
    """The commitments that ``action`` keeps."""
    return _listed(desk, desk.context.committed.kept_by(action), signed=True)


def _listed(desk: Desk, found: Iterable[Undertaken], *, signed: bool) -> Markup:
    rows = [_row(desk, each) for each in found]
    if not rows:
        return Markup("")
    contract = desk.strategy.single(Contract)
    href = desk.href(contract) if contract else ""
    return desk.template("contract/undertaken", rows=rows, contract=href, signed=signed)


def _group(desk: Desk, signed: Signed, number: int) -> Mapping[str, object]:
    return {
        "anchor": f"{desk.said('contract.signatory_anchor')}-{number}",
        "plain": signed.actor.label if signed.actor else signed.name,
        "name": _actor(desk, signed.name, signed.actor),
        "rows": [_row(desk, each) for each in signed.undertaken],
    }


def _row(desk: Desk, undertaken: Undertaken) -> Mapping[str, object]:
    return {
        "anchor": f"{desk.said('contract.commitment_anchor')}-{undertaken.number}",
        "text": desk.inline(undertaken.commitment.text),
        "signatory": _actor(desk, undertaken.signatory, undertaken.actor),
        "actions": [
            {
                "link": anchored(desk, each),
                "code": each.status.value,
                "word": each.status.said(desk.locale),
            }
            for each in undertaken.actions
        ],
        "years": list(_years(desk, undertaken)),
    }


def _years(desk: Desk, undertaken: Undertaken) -> Iterator[Mapping[str, object]]:
    for each in told(undertaken.commitment):
        yield {
            "year": str(each.year),
            "code": each.state.value,
            "word": each.state.said(desk.locale),
            "said": desk.prose(each.said),
        }


def _actor(desk: Desk, name: str, actor: Record | None) -> Markup:
    return anchored(desk, actor) if actor is not None else desk.inline(name)
