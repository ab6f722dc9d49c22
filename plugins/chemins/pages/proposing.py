"""The link by which a reader proposes a correction of a record: an address, and no request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from markupsafe import Markup

from chemins.forms.corrections import MARK, Form
from chemins.pages.context import Desk
from chemins.records.base import Record
from chemins.records.words import label_of
from chemins.strategy.version import version_of


@dataclass(frozen=True, slots=True)
class Proposals:
    """Where corrections are proposed."""

    repository: str = ""
    """The address of the repository that holds the records."""

    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    """Kind → the forms that correct its records, of those that the repository has."""


def proposal(desk: Desk, record: Record) -> Markup:
    """The links for ``record``, of its own form first; nothing where there is none for it."""
    proposals = desk.context.proposals
    forms = proposals.forms.get(record.kind, ()) if proposals else ()
    if proposals is None or not forms:
        return Markup("")
    mark = version_of([record]).mark
    page = f"{desk.context.url}{desk.context.addresses.of(record)}"
    links = []
    for form in forms:
        said = {"template": form.file, form.target.key: page, form.of(MARK)[0].key: mark}
        href = f"{proposals.repository}/issues/new?{urlencode(said)}"
        links.append((href, _called(desk, form)))
    return desk.template("parts/propose", links=links)


def _called(desk: Desk, form: Form) -> str:
    if not form.loc:
        return desk.locale.text("corrections.propose")
    label = label_of(form.kind, form.loc, desk.locale)
    name = label[:1].lower() + label[1:]
    return desk.locale.typeset(desk.locale.text("corrections.propose_items", name=name))
