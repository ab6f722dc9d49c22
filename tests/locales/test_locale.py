"""The reader of the words: plurals, dates, numbers, lists; words that are compared as people do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.locales import LANGUAGES, closest, fold, load

FR, EN = load("fr"), load("en")


def test_a_language_that_is_not_spoken_is_an_error():
    with pytest.raises(KeyError):
        load("xx")


def test_a_word_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        FR.text("no.such.word")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 21, 1_000_000, 1_000_000_000])
def test_any_number_of_things_can_be_counted(language, count):
    for key in ("report.errors", "report.warnings", "report.advice", "pages.index.count"):
        assert str(count) in load(language).text(key, count=count)


def test_french_counts_nothing_in_the_singular_and_english_in_the_plural():
    assert FR.text("report.errors", count=0) == "0 faute"
    assert EN.text("report.errors", count=0) == "0 errors"


@pytest.mark.parametrize(
    ("parts", "french", "english"),
    [
        ((2024, None, None), "2024", "2024"),
        ((2024, 3, None), "mars 2024", "March 2024"),
        ((2024, 3, 1), "1er mars 2024", "1 March 2024"),
        ((2024, 12, 31), "31 décembre 2024", "31 December 2024"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(parts, french, english):
    assert FR.date(*parts) == french
    assert EN.date(*parts) == english


def test_numbers_and_lists_follow_the_language():
    assert FR.number(1234.5) == "1\u202f234,5"
    assert EN.number(1234.5) == "1,234.5"
    assert FR.listing(["a", "b", "c"]) == "a, b et c"
    assert EN.listing(["a", "b", "c"]) == "a, b, and c"


def test_each_language_names_twelve_months():
    assert {len(load(language).months) for language in LANGUAGES} == {12}


@pytest.mark.parametrize(
    "typed", ["À l’étude", "a l'etude", "a_l_etude", "A L ÉTUDE", "à  l‑étude", " À L’ÉTUDE "]
)
def test_accents_capitals_and_separators_do_not_tell_words_apart(typed):
    assert fold(typed) == "a l etude"


def test_ligatures_are_read_as_two_letters():
    assert fold("Œuvre") == fold("oeuvre")


@given(st.text())
def test_folding_twice_is_folding_once(word):
    assert fold(fold(word)) == fold(word)


@given(st.text(), st.lists(st.text(max_size=20), max_size=10))
def test_the_closest_word_is_a_known_one_or_none(word, known):
    found = closest(word, known)
    assert found is None or found in known


def test_further_words_leave_the_locale_as_it_was():
    longer = FR.extended({"kinds": {"project": {"one": "projet"}}})
    assert longer.text("kinds.project.one") == "projet"
    assert longer.text("kinds.change.one") == "changement"
    assert not FR.has("kinds.project.one")


def test_the_words_of_a_language_cannot_be_changed():
    with pytest.raises(TypeError):
        FR.words["code"] = "en"  # type: ignore[index]
