"""Texts are set as French print, wherever they come from, and code stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.locales import load
from chemins.locales.typography import french, french_html


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Ouf ! Plus d'chouf !", "Ouf\u202f! Plus d’chouf\u202f!"),
        ("« Vos idées »", "«\u00a0Vos idées\u00a0»"),
        ("Titre : suite ; fin ?!", "Titre\u00a0: suite\u202f; fin\u202f?!"),
        ("12 % de 1 234 567 €", "12\u00a0% de 1\u202f234\u202f567\u00a0€"),
        ("de 9 h à 18 h 30", "de 9\u00a0h à 18\u00a0h\u00a030"),
        ("à 12:30, voir https://exemple.fr/a?b", "à 12:30, voir https://exemple.fr/a?b"),
    ],
)
def test_marks_hold_to_their_words(typed, printed):
    assert french(typed) == printed


@given(st.text())
def test_setting_twice_is_setting_once(text):
    assert french(french(text)) == french(text)


@given(st.text(alphabet="abh «»!?;:%€'1 \u00a0"))
def test_only_spaces_and_apostrophes_change(text):
    bare = str.maketrans("", "", " \u00a0\u202f")
    assert french(text).translate(bare).replace("’", "'") == text.translate(bare)


def test_tags_attributes_and_code_stay_as_they_are():
    html = "<p title='a : b'>Oui ! <a href=\"/l'eau\">l'eau</a> <code>a ? b : c</code> ?</p>"
    assert french_html(html) == (
        "<p title='a : b'>Oui\u202f! <a href=\"/l'eau\">l’eau</a> <code>a ? b : c</code>\u202f?</p>"
    )


def test_other_languages_are_left_as_they_are_typed():
    english = load("en")
    assert english.typeset("Well ! « so »") == "Well ! « so »"
    assert english.typeset_html("<p>Well !</p>") == "<p>Well !</p>"
