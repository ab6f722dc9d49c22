"""Fences are found wherever Markdown has them, and nothing else is taken for one."""

from hypothesis import given
from hypothesis import strategies as st

from chemins.reading.fences import fences_of

_PIECES = (
    "```",
    "````",
    "~~~",
    "chemins",
    "mermaid",
    "\n",
    " ",
    "    ",
    "vision: x",
    "- ",
    "[",
    "{",
)


def test_a_fence_has_its_language_its_lines_and_its_place():
    text = "Avant\n\n- un\n\n    ```chemins\n    vision: x\n    ```\n"
    (fence,) = fences_of("libre.md", text, 4)
    assert (fence.language, fence.text, fence.indent) == ("chemins", "vision: x", "    ")
    assert (fence.place.line, fence.place.column) == (8, 5)
    (field,) = fence.fields
    assert (field.key, field.value) == ("vision", "x")
    assert (field.at_value.line, field.at_value.column) == (9, 13)
    assert text.split("\n")[fence.start : fence.end] == ["    ```chemins", *text.split("\n")[5:7]]


def test_what_a_fence_shows_is_no_fence():
    assert fences_of("x.md", "````text\n```chemins\nvision: x\n```\n````\n") == ()
    assert fences_of("x.md", "```chemin\nvision: x\n```\n") == ()


def test_a_description_may_take_several_lines():
    text = "```mermaid\nflowchart LR\naccDescr {\n un\n deux\n}\na-->b\n```"
    (fence,) = fences_of("x.md", text)
    assert [(each.key, each.value) for each in fence.fields] == [("accDescr", "un deux")]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_text_is_read_and_its_fences_stand_apart(text):
    found = fences_of("x.md", text)
    ends = [0, *(fence.end for fence in found)]
    assert all(end <= fence.start for end, fence in zip(ends, found, strict=False))
