"""What of ``mkdocs.yml`` is read before MkDocs: where the content is, or why one cannot tell."""

import pytest
from tests.helpers import written

from chemins.faults import Fault
from chemins.settings import Settings, settings_in


def test_a_folder_without_settings_is_content_itself(tmp_path):
    found = settings_in(tmp_path)
    assert isinstance(found, Settings)
    assert found.content == tmp_path


def test_settings_say_where_the_content_and_the_site_are(tmp_path):
    settings = "\ufeffsite_name: x\r\ndocs_dir: fiches\r\nsite_dir: public\r\nsite_url: https://exemple.fr/\r\n"
    written(tmp_path, {"mkdocs.yml": settings, "fiches/index.md": "x"})
    found = settings_in(tmp_path)
    assert found == Settings(tmp_path / "fiches", tmp_path / "public", "https://exemple.fr/")


@pytest.mark.parametrize("value", ["12", "[a]", "{a: b}", "!ENV X", "~"])
def test_a_setting_that_is_no_text_counts_as_not_said(tmp_path, value):
    written(tmp_path, {"mkdocs.yml": f"site_name: x\ndocs_dir: {value}\n", "docs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Settings)
    assert found.content == tmp_path / "docs"


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (b"", (1, 1)),
        (b"- a\n", (1, 1)),
        (b"a: b: c\n", (1, 5)),
        (b"a: 'b\n", (2, 1)),
        (b"\xff\xfea", (1, 1)),
        (b"a: \x00", (1, 1)),
        (b"a: *b\n", (1, 4)),
    ],
)
def test_settings_that_cannot_be_read_are_one_fault_at_its_place(tmp_path, settings, place):
    written(tmp_path, {"mkdocs.yml": settings, "docs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Fault)
    assert found.code == "S-SETTINGS"
    assert (found.place.line, found.place.column) == place
