"""The day of a check is today, or the day that a build is asked to be of."""

from datetime import date

import pytest
from tests.helpers import codes, edition

from chemins.clock import EPOCH, today

PHOTO = """\
---
titre: Une
photos:
  - {fichier: une.webp, personnes: oui, autorisation: n° 1, expire_le: 1/01/2030}
---
"""


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", date(1970, 1, 1)), ("1772323200", date(2026, 3, 1)), ("1772323199", date(2026, 2, 28))],
)
def test_a_build_can_be_asked_to_be_of_a_day(monkeypatch, epoch, day):
    monkeypatch.setenv(EPOCH, epoch)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert today() == day


@pytest.mark.parametrize("epoch", ["", "hier", "-1", "1e9", "9" * 30])
def test_what_is_no_day_counts_as_not_said(monkeypatch, epoch):
    monkeypatch.setenv(EPOCH, epoch)
    assert abs(today() - date.today()).days <= 1


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2029, 11, 1), None),
        (date(2029, 11, 2), "W-EXPIRING"),
        (date(2030, 1, 1), "W-EXPIRING"),
        (date(2030, 1, 2), "W-EXPIRED"),
    ],
)
def test_an_authorisation_is_held_against_the_day_that_is_given(tmp_path, day, code):
    found = edition(tmp_path, {"visions/une.md": PHOTO}, day=day)
    assert [each for each in codes(found.faults) if each.startswith("W-EXPIR")] == [
        *([code] if code else [])
    ]
