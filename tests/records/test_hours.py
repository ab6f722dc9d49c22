"""The time of a day is read as people write it."""

from datetime import time

import pytest
from pydantic import TypeAdapter, ValidationError

from chemins.locales import load
from chemins.records.hours import Time

READ = TypeAdapter(Time)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18 h 30", time(18, 30)),
        ("18\u00a0h\u00a030", time(18, 30)),
        ("18h30", time(18, 30)),
        ("18:30", time(18, 30)),
        ("18.30", time(18, 30)),
        ("9h", time(9)),
        ("9 h", time(9)),
        ("9 heures", time(9)),
        ("09 H 05", time(9, 5)),
        ("00:00", time(0)),
        ("6:30 pm", time(18, 30)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
    ],
)
def test_a_time_is_read_as_it_is_written(typed, meant):
    assert READ.validate_python(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "18", "1830", "24 h", "18:60", "18:3", "15 pm", "0 am", "midi", "18 h 30 environ"]
)
def test_what_may_be_something_else_is_no_time(typed):
    with pytest.raises(ValidationError) as refused:
        READ.validate_python(typed)
    assert refused.value.errors()[0]["type"] == "E-TIME"


def test_a_time_is_said_as_each_language_says_it():
    assert load("fr").time(18, 30) == "18 h 30"
    assert load("fr").time(9) == "9 h"
    assert load("en").time(9, 5) == "9:05"
    assert load("en").time(18) == "18:00"
