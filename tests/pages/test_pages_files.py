"""A file that a field names is a link on the page; what is private stays out of every page."""

import json

from tests.helpers import edition, of_files, pages_of
from tests.pages.filled import filled, parsed

from chemins.exports.strategy_json import strategy_json
from chemins.forms.fields import described
from chemins.locales import load
from chemins.records import Quartier

FR = load("fr")


def project(document: str) -> dict[str, str]:
    head = f"nom_officiel: Centre\nprojet: {{resume: Bientôt, document: {document}}}"
    return {
        "quartiers/centre.md": f"---\n{head}\n---\n",
        "documents/Projet d’ensemble.pdf": "%PDF-1.7",
    }


def links(tmp_path, document: str) -> dict[str, str]:
    found = edition(tmp_path, project(document))
    assert of_files(found.faults) == (), found.faults
    html = pages_of(found)[1]["quartiers/centre/"]
    return {
        node.text(): node.attributes["href"] for node in parsed(html).css(".project__document a")
    }


def test_a_document_of_the_site_is_read_from_the_page(tmp_path):
    found = links(tmp_path, "../documents/Projet d’ensemble.pdf")
    assert found == {"Projet d’ensemble.pdf": "../../documents/Projet%20d%E2%80%99ensemble.pdf"}


def test_a_document_of_another_site_is_too(tmp_path):
    found = links(tmp_path, "https://exemple.fr/projet.pdf")
    assert found == {"projet.pdf": "https://exemple.fr/projet.pdf"}


def test_a_file_that_a_field_names_is_named(tmp_path):
    files = project("centre.pdf") | {"quartiers/centre.pdf": "%PDF-1.7"}
    assert of_files(edition(tmp_path, files).faults) == ()


def test_what_is_private_is_in_no_page_and_no_data(tmp_path):
    record = filled(Quartier, "parole")
    assert record.photos[0].authorisation == "parole"
    from chemins.addresses import Addresses
    from chemins.records import KINDS
    from chemins.strategy import strategy_of

    strategy = strategy_of([record], KINDS, FR)
    (row,) = json.loads("".join(strategy_json(strategy, Addresses(FR))))["records"]
    assert {"file", "credit", "people"} < set(row["photos"][0])
    assert "authorisation" not in row["photos"][0]


def test_those_who_write_are_told_that_it_is_private():
    said = described(Quartier, FR)
    assert "autorisation" in said
    assert "jamais publiée" in said
