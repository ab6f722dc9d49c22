"""Addresses are made of identifiers, in the site's language; links between them are relative."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.addresses import HOME, Addresses, linker
from chemins.content_paths import ContentPaths, page_address
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS, Change, Territory, Vision
from chemins.records.base import Source

FR, EN = Addresses(load("fr")), Addresses(load("en"))
CHANGE = Change(
    identifier="droits",
    title="x",
    dimension="knowledge",
    horizon="short",
    source=Source("changements/Droits.md"),
)


def test_an_address_is_in_the_site_s_language():
    assert FR.of(CHANGE) == "changements/droits/"
    assert EN.of(CHANGE) == "changes/droits/"
    assert FR.index(Vision) == EN.index(Vision) == "visions/"


def test_the_territory_is_at_home():
    assert FR.of(Territory(identifier="territoire", title="x", name="y")) == HOME


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_of_a_site_have_one_address(language):
    addresses = Addresses(load(language))
    found = [addresses.named(kind, "x") for kind in KINDS]
    found += [addresses.index(kind) for kind in KINDS if kind.folder]
    found += [addresses.page("data"), addresses.strategy()]
    found += [addresses.schema(kind) for kind in KINDS]
    assert len(set(found)) == len(found)


part = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
address = st.lists(part, max_size=4).map(lambda parts: "".join(f"{each}/" for each in parts))


@given(here=address, there=address)
def test_a_link_leads_from_any_page_to_any_other(here, there):
    href = linker(here)(there)
    assert not href.startswith("/")
    assert posixpath.normpath(posixpath.join("/site", here, href)) == posixpath.normpath(
        f"/site/{there}"
    )


PATHS = ContentPaths(
    [CHANGE],
    ["index.md", "sources.md", "guides/index.md", "documents/Été 2024.pdf", "images/a.png"],
    KINDS,
    FR,
)


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("Droits.md", "changements/droits/"),
        ("../changements/Droits.md#x", "changements/droits/#x"),
        ("../sources.md", "sources/"),
        ("/sources.md", "sources/"),
        ("../guides/index.md", "guides/"),
        ("../images/a.png", "images/a.png"),
        ("../documents/%C3%89t%C3%A9%202024.pdf", "documents/%C3%89t%C3%A9%202024.pdf"),
        ("../documents/Été 2024.pdf", "documents/%C3%89t%C3%A9%202024.pdf"),
        ("../changements/", "changements/"),
        ("../visions", "visions/"),
        ("#ancre", "changements/droits/#ancre"),
        ("../index.md", ""),
        ("absent.md", None),
        ("../../secret.md", None),
        ("../../../etc/passwd", None),
        ("..", None),
    ],
)
def test_a_relative_link_means_a_file_of_the_content_folder_and_nothing_else(href, found):
    assert PATHS.address(href, CHANGE.source.path) == found


@given(href=st.text(max_size=40))
def test_any_link_that_leads_somewhere_leads_within_the_site(href):
    found = PATHS.address(href, CHANGE.source.path)
    assert found is None or not found.startswith(("..", "/"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("sources.md", "sources/"),
        ("guides/index.md", "guides/"),
        ("guides/un.md", "guides/un/"),
        ("plan.pdf", "plan.pdf"),
    ],
)
def test_a_page_written_by_hand_has_the_address_of_its_file(path, expected):
    assert page_address(path) == expected
