"""The words of a text, as they are searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.indexing.words import LONGEST, listed, words

COMMON = listed("l,d,la,de,qu,on")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’école, l'ÉCOLE", ["ecole"]),
        ("d’été et qu’on", ["ete", "et"]),
        ("Pous-du-Plan", ["pous", "du", "plan"]),
        ("QN08410M (QPV)", ["qn08410m", "qpv"]),
        ("le cœur, ex æquo", ["le", "coeur", "ex", "aequo"]),
        ("de la", []),
        ("مرحبا", ["مرحبا"]),
        ("", []),
    ],
)
def test_a_word_loses_its_case_its_accents_and_what_an_apostrophe_cuts(text, found):
    assert words(text, COMMON) == found


@given(st.text())
def test_any_text_gives_words_each_once_and_none_too_long(text):
    found = words(text, COMMON)
    assert all(0 < len(word) <= LONGEST for word in found)
    assert not [word for word in found if " " in word]
