"""An edition → what its pages are made with: the same for every engine."""

from pathlib import Path

from chemins.edition import Edition
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.forms.corrections import Form, forms_of
from chemins.forms.issue_forms import FOLDER
from chemins.locales import Locale
from chemins.pages.context import DRAWN_BY, Context
from chemins.pages.proposing import Proposals
from chemins.records import KINDS
from chemins.records.territory import Territory


def context_of(
    edition: Edition,
    drawn_by: str = DRAWN_BY[0],
    *,
    preview: bool = False,
    guests: tuple[str, ...] = (),
    coherence: bool = False,
    handbook: bool = False,
    marks_unapproved: bool = False,
    url: str = "",
    proposals: Proposals | None = None,
) -> Context:
    """The context of all pages of ``edition``; ``preview`` when only its authors see them.

    ``guests`` are the origins that frames may show. With ``coherence``, a page shows the state of
    the strategy to its team; with ``handbook``, the handbook of Chemins is there to read. ``url``
    is where the site will be published, empty when nobody says.
    """
    return Context(
        strategy=edition.strategy,
        addresses=edition.addresses,
        paths=edition.paths,
        geography=edition.geography,
        drawn_by=drawn_by,
        url=whole_url(url),
        preview=preview,
        guests=guests,
        coherence=coherence,
        handbook=handbook,
        marks_unapproved=marks_unapproved,
        proposals=proposals,
    )


def proposals_in(repository: str | None, folder: Path, locale: Locale) -> Proposals | None:
    """Where readers of the site in ``folder`` propose corrections; none where they cannot.

    They can where its ``repository`` is named, and has forms (« chemins forms »).
    """
    if not repository or not whole_url(repository):
        return None
    forms: dict[str, tuple[Form, ...]] = {}
    for each in forms_of(KINDS, locale):
        if (folder / FOLDER / each.file).is_file():
            forms[each.kind.kind] = (*forms.get(each.kind.kind, ()), each)
    return Proposals(repository.rstrip("/"), forms) if forms else None


def whole_url(url: str) -> str:
    """``url`` with a slash at the end; empty when it is no address that others can follow."""
    return f"{url.rstrip('/')}/" if url.startswith(("https://", "http://")) else ""


def site_faults(edition: Edition) -> tuple[Fault, ...]:
    """What a site lacks, that a folder of records need not have: a word on who publishes it."""
    if edition.strategy.single(Territory) or not edition.content.record_files:
        return ()
    file = f"{edition.content.locale.text('kinds.territory.file')}.md"
    return (fault("W-TERRITORY", Place(file), file=file),)
