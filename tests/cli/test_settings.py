"""What of ``mkdocs.yml`` is read before MkDocs: where the content is, or why one cannot tell."""

import os

import pytest
from mkdocs.config.defaults import MkDocsConfig
from tests.helpers import written

from chemins.configuration import Configuration, configuration_of
from chemins.configuration.known import SHAPES
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


@pytest.mark.parametrize("value", ["!ENV X", "!ENV [X]", "~", ""])
def test_a_setting_without_a_value_counts_as_not_said(tmp_path, value):
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
        (b"a: *b\n", (1, 4)),
        (b"a: &b [*b]\n", (1, 8)),
        (b"a: 2024-99-99\n", (1, 4)),
        (b"a: !ENV {b: c}\n", (1, 4)),
        (b"? [a]\n: b\n", (1, 3)),
        (b"a: " + b"[" * 200_000, (1, 42)),
        (
            b"a: &b [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
            + b"".join(
                b"%c: &%c [%s]\n" % (98 + n, 99 + n, b", ".join([b"*%c" % (98 + n)] * 9))
                for n in range(8)
            ),
            (5, 16),
        ),
        (b"#" * 300_000, (1, 1)),
    ],
)
def test_settings_that_cannot_be_read_are_one_fault_at_its_place(tmp_path, settings, place):
    written(tmp_path, {"mkdocs.yml": settings, "docs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Fault)
    assert found.code == "S-SETTINGS"
    assert (found.place.line, found.place.column) == place


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (b"site_name: l\xe9gal\n", "E-ENCODING 1:13"),
        (b"\xff\xfea\x00", "E-ENCODING 1:1"),
        (b'site_name: "a\\0b"\n', "E-CHARACTER 1:12"),
        (b"site_name: 12\n", "S-SETTING 1:12"),
        (b"site_name: x\ndocs_dir: [a]\n", "S-SETTING 2:11"),
        (b"site_name: x\nplugins: chemins/strategy\n", "S-SETTING 2:10"),
        (b"site_name: x\nnav: [[a]]\n", "S-SETTING 2:7"),
        (b"site_name: x\ntheme:\n  name: material\n  features: 3\n", "S-SETTING 4:13"),
        (b"site_name: x\nsite_name: y\n", "S-SETTING 2:1"),
        (b"docs_dir: docs\n", "S-SETTING 1:1"),
        (b"site_name: x\nsite_url: 'http://[::1'\n", "S-SETTING 2:11"),
        (b"site_name: x\ndocs_dir: mkdocs.yml\n", "S-CONTENT 2:11"),
    ],
)
def test_a_setting_that_cannot_be_is_told_at_its_place(tmp_path, settings, place):
    written(tmp_path, {"mkdocs.yml": settings, "docs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Fault)
    assert f"{found.code} {found.place.line}:{found.place.column}" == place


@pytest.mark.parametrize("text", ["", "docs_dir: ailleurs\n"])
def test_what_a_file_does_not_say_its_parent_says(tmp_path, text):
    common = "site_name: x\ndocs_dir: commun\nextra: {a: 1, b: {c: 2}}\n"
    files = {
        "mkdocs.yml": f"INHERIT: de/base.yml\nextra: {{b: {{d: 3}}}}\n{text}",
        "de/base.yml": "INHERIT: commun.yml\n",
        "de/commun.yml": common,
    }
    written(tmp_path, {**files, "commun/index.md": "x", "ailleurs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Settings)
    assert found.content == tmp_path / ("ailleurs" if text else "commun")
    whole = configuration_of(tmp_path / "mkdocs.yml")
    assert isinstance(whole, Configuration)
    assert whole.values["extra"] == {"a": 1, "b": {"c": 2, "d": 3}}
    assert "INHERIT" not in whole.text
    assert whole.place("extra", "a").path.endswith("commun.yml")


@pytest.mark.parametrize("named", ["absent.yml", "mkdocs.yml", "[a]", "boucle.yml", "docs"])
def test_a_parent_that_cannot_be_is_told_where_it_is_named(tmp_path, named):
    files = {"mkdocs.yml": f"site_name: x\nINHERIT: {named}\n", "boucle.yml": "INHERIT: mkdocs.yml"}
    written(tmp_path, {**files, "docs/index.md": "x"})
    found = settings_in(tmp_path)
    assert isinstance(found, Fault)
    assert found.code == "S-SETTINGS"
    assert f"faults.S-SETTINGS.problems.{found.variant}" == found.values["problem"].key


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_settings_that_are_no_file_are_never_opened(tmp_path, make):
    make(tmp_path / "mkdocs.yml")
    found = settings_in(tmp_path)
    assert isinstance(found, Fault)
    assert (found.code, found.variant) == ("S-SETTINGS", "no_file")


def test_every_setting_of_mkdocs_has_its_shape():
    """What MkDocs takes to be none of ours to pass over, and the other way round."""
    of_mkdocs = {key for key, _ in MkDocsConfig._schema} - {"config_file_path", "pages"}
    ours = {key for key in SHAPES if not {".", "["} & set(key)} - {"INHERIT"}
    assert ours == of_mkdocs - {"google_analytics"}
