"""What MkDocs would say in English, or pass over, is told at its line with what to do."""

import pytest
from tests.engines.sites import SETTINGS, built, small


def told(folder, settings=SETTINGS, files=None):
    return built(small(folder, files or {}, settings))


def test_an_entry_of_the_menu_that_leads_nowhere_stops_the_build(tmp_path):
    run = told(tmp_path, SETTINGS + "nav:\n  - Glossaire: glosaire/index.md\n")
    assert run.code == 1
    assert "mkdocs.yml:6:16  S-NAV" in run.said
    assert "vouliez-vous dire « glossaire/index.md »" in run.said


def test_a_setting_that_nobody_reads_is_told_and_stops_nothing(tmp_path):
    run = told(tmp_path, SETTINGS + "site_naem: Autre\n")
    assert run.code == 0, run.said
    assert "mkdocs.yml:5:1  W-SETTING" in run.said
    assert "site_name" in run.said


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("---\ntemplate: inconnu.html\n---\n# Bonjour\n", "libre.md:2:1", "inconnu.html"),
        ("# Bonjour\n\n[ici](http://[x)\n", "libre.md:3:", "adresse"),
    ],
)
def test_a_page_that_mkdocs_cannot_build_is_named_with_what_is_in_it(tmp_path, text, place, words):
    run = told(tmp_path, files={"libre.md": text})
    assert run.code == 1, run.said
    assert place in run.said
    assert "E-PAGE" in run.said
    assert words in run.said
    assert "Traceback" not in run.said
