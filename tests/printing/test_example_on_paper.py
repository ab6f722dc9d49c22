"""The sheets of a complete territory: as many pages as were measured, no text over another."""

import pytest
from tests.printing.looking import looks
from tests.printing.making import named

from chemins.printing.pdf import drawn


@pytest.mark.parametrize("start", ["feuille-de-route", "affiche", "point-d-etape"])
def test_each_sheet_of_the_example_holds(example, start):
    sheets = {name: sheet for name, sheet in named(example).items() if name.startswith(start)}
    assert len(sheets) >= 6
    for name, sheet in sheets.items():
        printed = looks(drawn(sheet))
        assert len(printed) == sheet.pages, name
        for look in printed:
            assert not look.outside(9.5), f"{name}: a text leaves the page"
            assert not look.has_ink_within(9), f"{name}: a rule or a frame leaves the page"
            assert not look.overlapping(), f"{name}: texts are printed over one another"
