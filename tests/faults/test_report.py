"""A report quotes, points and counts, whatever the line and wherever the place."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.faults import Fault, Place, Severity, Word, worst
from chemins.faults.codes import CODES, fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load

FR = load("fr")


def reported(line: str, column: int, width: int = 1) -> list[str]:
    reporter = Reporter(FR, lambda path, number: line)
    return reporter.text([fault("E-FLAG", Place("un.md", 1, column, width), value="x")]).split("\n")


def test_the_pointer_stands_under_what_is_meant():
    _, quoted, pointer, *_ = reported("illustratif: peut-être", 14, 9)
    at = pointer.index("^")
    assert quoted[at : at + 9] == "peut-être"
    assert pointer.count("^") == 9


def test_indentation_is_not_quoted():
    _, quoted, pointer, *_ = reported("      illustratif: peut-être", 20, 9)
    assert quoted == "   illustratif: peut-être"
    assert quoted[pointer.index("^") :] == "peut-être"


def test_a_long_line_is_cut_around_what_is_meant():
    line = f"{'a' * 300}FAUTE{'b' * 300}"
    _, quoted, pointer, *_ = reported(line, 301, 5)
    assert len(quoted) < 110
    assert quoted.strip().startswith("…")
    assert quoted.endswith("…")
    assert quoted[pointer.index("^") :].startswith("FAUTE")


@given(
    line=st.text(max_size=300),
    column=st.integers(1, 400),
    width=st.integers(1, 400),
)
def test_any_line_and_place_make_a_report(line, column, width):
    said = reported(line, column, width)
    assert "E-FLAG" in said[0]
    assert all(sign.isprintable() for row in said for sign in row)


@given(value=st.text())
def test_what_was_typed_is_said_without_what_could_mislead(value):
    said = Reporter(FR).sentence(fault("E-FLAG", Place("un.md"), value=value))
    assert said.isprintable()
    assert len(said) < 700


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_that_were_typed_are_shown_as_they_are(language):
    said = Reporter(load(language)).sentence(
        fault("E-FLAG", Place("un.md"), value="{value} {0} {x!r}")
    )
    assert "{value} {0} {x!r}" in said


def test_faults_are_sorted_by_file_line_and_column():
    places = [
        Place("b.md"),
        Place("a.md", 2, 1),
        Place("a.md", 1, 9),
        Place("a.md", 10, 1),
        Place("a.md", 2, 3),
    ]
    rows = json.loads(Reporter(FR).json(fault("E-TAB", place) for place in places))
    assert [(row["file"], row["line"], row["column"]) for row in rows] == [
        ("a.md", 1, 9),
        ("a.md", 2, 1),
        ("a.md", 2, 3),
        ("a.md", 10, 1),
        ("b.md", 1, 1),
    ]


def test_the_same_fault_of_the_same_place_is_said_once():
    same = fault("E-FLAG", Place("un.md"), value="x")
    other = fault("E-FLAG", Place("un.md"), value="y")
    assert len(json.loads(Reporter(FR).json([same, same, other]))) == 2


def test_each_severity_is_counted():
    faults = [
        fault(code, Place("un.md", line))
        for line, code in enumerate(["E-TAB", "E-TAB", "E-EMPTY"], 1)
    ]
    assert Reporter(FR).summary(faults).startswith("2 fautes, 1 avertissement.")


def test_a_folder_is_named_without_a_line():
    at = fault("E-EMPTY", Place("."))
    assert Reporter(FR, prefix="content/").text([at]).startswith("content  E-EMPTY  ")
    assert Reporter(FR).text([at]).startswith(".  E-EMPTY  ")
    inside = fault("E-FILE", Place("visions/"), "folder", reason="x")
    assert Reporter(FR, prefix="content/").text([inside]).startswith("content/visions/  E-FILE  ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_fault_takes_named_values_alone(language):
    for key, word in load(language).under("faults"):
        names = {name for _, name, _, _ in string.Formatter().parse(word) if name is not None}
        assert all(name.isidentifier() for name in names), key


def test_the_worst_is_the_heaviest_and_none_of_none():
    assert worst([]) is None
    assert worst([fault("E-EMPTY", Place(".")), fault("E-TAB", Place("a"))]) is Severity.ERROR
    assert Severity.ADVICE < Severity.WARNING < Severity.ERROR


def test_a_word_within_a_fault_is_said_in_the_reader_s_language():
    one = fault("E-FORM", Place("un.md"), value="x", expected=Word("forms.siren"))
    assert "neuf chiffres" in Reporter(FR).hint(one)
    assert "nine" in Reporter(load("en")).hint(one)


def test_a_code_that_is_not_declared_cannot_be_raised():
    with pytest.raises(KeyError):
        fault("E-NOTHING", Place("un.md"))


def test_a_code_says_by_its_first_letter_where_it_comes_from():
    assert {code[0] for code in CODES} <= set("EWGS")
    assert all(isinstance(fault(code, Place("a")), Fault) for code in CODES)
