"""All that Markdown, its extensions and Material write of a page is published as they wrote it."""

import pytest
from tests.cleaning.reference import rendered
from tests.cleaning.trees import tree_of

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.clean import Cleaner

CLEANER = Cleaner(Allowed())


@pytest.mark.parametrize(
    "mark",
    [
        *('class="admonition note"', 'class="tabbed-set', 'type="radio"', 'type="checkbox"'),
        *('class="footnote"', "<abbr", "<kbd", "<svg", "linenos", "__codelineno", "__span-0-1"),
        *("text-align: right", "<figcaption>", "arithmatex", "<video", "<dl>", "headerlink"),
    ],
)
def test_the_reference_has_what_it_is_there_for(mark):
    assert mark in rendered()


def test_nothing_of_the_reference_is_dropped():
    assert CLEANER.clean(rendered()).dropped == ()


def test_the_reference_is_the_same_page_cleaned_or_not():
    assert tree_of(CLEANER.clean(rendered()).html) == tree_of(rendered())


def test_a_cell_keeps_its_alignment_without_a_style():
    cleaned = CLEANER.clean('<table><tr><td style="text-align: right;">1</table>')
    assert 'data-align="right"' in cleaned.html
    assert "style" not in cleaned.html


def test_comments_go_without_a_word():
    cleaned = CLEANER.clean("<p>a<!-- un mot pour nous -->b</p>")
    assert (cleaned.html, cleaned.dropped) == ("<p>ab</p>", ())


def test_cleaning_twice_changes_nothing_more():
    once = CLEANER.clean(rendered()).html
    assert CLEANER.clean(once).html == once
