"""A page on paper leads back to the screen."""

from dataclasses import replace

import pytest

from chemins.engines.printed import SCANNED, code_of
from chemins.pages.site import Body, Page

PAGE = Page("quartiers/a/", "A", "quartier", (), lambda: Body("", "", ()), is_record=True)
URL = "https://exemple.fr/quartiers/a/"


@pytest.mark.parametrize("form", sorted(SCANNED))
def test_a_page_that_is_handed_out_carries_a_code(form):
    drawn = code_of(replace(PAGE, form=form), URL)
    assert drawn.startswith('<svg aria-hidden="true"')
    assert 'd="' in drawn


@pytest.mark.parametrize(
    ("form", "url"), [("change", URL), ("quartier", ""), ("quartier", None), ("plan", "x" * 4000)]
)
def test_other_pages_and_addresses_have_none(form, url):
    assert code_of(replace(PAGE, form=form), url) == ""


def test_the_same_page_has_the_same_code_each_time():
    assert code_of(PAGE, URL) == code_of(PAGE, URL)
