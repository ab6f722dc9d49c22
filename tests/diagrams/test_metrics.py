import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.font_widths import TABLE, table

from chemins.diagrams.metrics import balance, width, wrap

TITLE = (
    "Les acteurs de l’éducation sont formés à la participation des parents et à la philosophie "
    "de la coéducation et adoptent une posture favorisant la confiance"
)
SIZES = st.sampled_from([("text", 16), ("bold", 16), ("display", 21)])
WIDTHS = st.integers(min_value=30, max_value=400)


def without_blanks(text):
    return re.sub(r"[^\S\u00a0\u202f\u2007]+", "", text)


def test_the_table_of_widths_equals_the_fonts_that_are_shipped():
    assert json.loads(TABLE.read_text(encoding="utf-8")) == table()


@pytest.mark.parametrize("face", ["text", "bold", "display"])
def test_every_letter_of_french_has_its_own_width(face):
    letters = "àâäæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ’«»–—…\u00a0\u202f"
    widths = table()[face]["widths"]
    assert [letter for letter in letters if letter not in widths] == []


def test_bold_is_wider_than_regular():
    assert width("Chaque parent", "bold", 16) > width("Chaque parent", "text", 16)


def test_an_accent_written_apart_takes_no_room():
    assert width("e\u0301", "text", 16) == width("e", "text", 16)


def test_an_unknown_sign_is_taken_for_wide():
    assert width("語", "text", 16) >= 16


def test_lines_break_at_blanks_and_keep_every_word():
    lines = wrap(TITLE, "text", 16, 220)
    assert " ".join(lines) == TITLE
    assert len(lines) == 5


def test_lines_break_after_hyphens_and_slashes():
    assert wrap("consultatives/décisionnelles", "text", 16, 150) == (
        "consultatives/",
        "décisionnelles",
    )
    assert wrap("primo-arrivants", "text", 16, 80) == ("primo-", "arrivants")


def test_a_hyphen_leaves_no_two_letters_alone():
    assert wrap("la naissance de celui-ci", "text", 16, 145)[-1] == "celui-ci"


def test_no_break_spaces_hold():
    assert wrap("deux intentions\u00a0: oui\u202f!", "text", 16, 80) == (
        "deux",
        "intentions\u00a0:",
        "oui\u202f!",
    )


def test_a_word_longer_than_the_line_is_cut():
    lines = wrap("anticonstitutionnellement", "text", 16, 60)
    assert "".join(lines) == "anticonstitutionnellement"
    assert len(lines) > 2


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_blank_text_has_no_lines(text):
    assert wrap(text, "text", 16, 100) == ()


def test_a_headline_is_balanced_without_more_lines():
    greedy, even = (
        cut("Un quartier où l’on se parle et se salue", "display", 21, 200)
        for cut in (wrap, balance)
    )
    assert len(even) == len(greedy)
    assert max(width(line, "display", 21) for line in even) <= max(
        width(line, "display", 21) for line in greedy
    )


@given(st.text(), SIZES, WIDTHS, st.sampled_from([wrap, balance]))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, face_and_size, limit, cut):
    face, size = face_and_size
    lines = cut(text, face, size, limit)
    assert all(width(line, face, size) <= limit + 1e-6 for line in lines)
    assert without_blanks("".join(lines)) == without_blanks(text)


@given(st.text(alphabet="ab\u00a0\u202f -/é\u0301", max_size=60), WIDTHS)
def test_no_line_is_wider_whatever_the_spaces(text, limit):
    lines = wrap(text, "text", 16, limit)
    assert all(width(line, "text", 16) <= limit + 1e-6 for line in lines)
    assert all(lines)
