"""A reader proposes a correction from a record's page, by a form that knows the record."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.helpers import written
from tests.imports.bodies import body_of, form_of

from chemins.addresses import Addresses
from chemins.engines.context import context_of, proposals_in
from chemins.forms.issue_forms import FOLDER, issue_forms
from chemins.imports.correction import correcting
from chemins.locales import load
from chemins.pages.build import site_of
from chemins.pages.whole import whole
from chemins.records import KINDS

FR = load("fr")
REPOSITORY = "https://github.com/exemple/belleville/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    said = issue_forms(KINDS, FR)
    return written(tmp_path_factory.mktemp("depot"), {f"{FOLDER}/{k}": v for k, v in said.items()})


def links(edition, proposals, address: str) -> dict[str, str]:
    context = context_of(edition, url="https://exemple.fr/", proposals=proposals)
    (page,) = [each for each in site_of(context).pages if each.address == address]
    tree = LexborHTMLParser(str(whole(context, page.draw())))
    found = [a for a in tree.css("a[href]") if "/issues/new" in a.attributes["href"]]
    return {a.text(): a.attributes["href"] for a in found}


def asked(href: str) -> dict[str, str]:
    parts = urlsplit(href)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}issues/new"
    return {name: value for name, (value,) in parse_qs(parts.query).items()}


def test_the_form_is_opened_with_the_record_and_its_state_in_it(demo, folder):
    proposals = proposals_in(REPOSITORY, folder, FR)
    found = links(demo, proposals, "changements/parents-informes/")
    assert list(found) == ["Proposer une correction", "Corriger ou ajouter\u00a0: observations"]
    said = asked(found["Proposer une correction"])
    assert said["template"] == "correction-changement.yml"
    assert said["fiche"] == "https://exemple.fr/changements/parents-informes/"
    form = form_of("correction-changement")
    answers = {
        form.target.label: said["fiche"],
        "Titre": "Les parents savent",
        "Repère de la fiche": said["repere"],
    }
    correction = correcting(body_of(form, answers).encode(), "x.md", demo.content, KINDS)
    assert (correction.path, correction.faults) == ("changements/parents-informes.md", ())


def test_a_mark_of_the_site_is_that_of_the_record_as_it_is_read_again(example, folder):
    """Of an indicator too, whose page knows the values of a table beside its record."""
    proposals = proposals_in(REPOSITORY, folder, FR)
    (indicator, *_) = [each for each in example.strategy.records if getattr(each, "series", None)]
    found = links(example, proposals, Addresses(FR).of(indicator))
    said = asked(found["Proposer une correction"])
    form = form_of("correction-indicateur")
    answers = {
        form.target.label: said["fiche"],
        "Fréquence": "tous les trois ans et demi",
        "Repère de la fiche": said["repere"],
    }
    correction = correcting(body_of(form, answers).encode(), "x.md", example.content, KINDS)
    assert correction.faults == ()


@pytest.mark.parametrize("repository", [None, "", "git@github.com:exemple/belleville"])
def test_without_a_repository_nothing_is_proposed(demo, folder, repository):
    assert proposals_in(repository, folder, FR) is None
    assert links(demo, None, "changements/parents-informes/") == {}


def test_without_forms_nothing_is_proposed(demo, tmp_path, folder):
    assert proposals_in(REPOSITORY, tmp_path, FR) is None
    proposals = proposals_in(REPOSITORY, folder, FR)
    assert links(demo, replace(proposals, forms={}), "changements/parents-informes/") == {}
