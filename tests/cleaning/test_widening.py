"""A site says knowingly what more it publishes; nothing that runs a program can be added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.clean import Cleaner
from chemins.cleaning.widening import Refusal, widened

FRAMES = {"tags": ["iframe"], "frames": ["https://carte.exemple.fr"]}

REFUSED = [
    ("tout", (), "shape"),
    ([1], (), "shape"),
    ({"tag": ["iframe"]}, ("tag",), "key"),
    ({"tags": "iframe"}, ("tags",), "list"),
    ({"tags": {"iframe": None}}, ("tags",), "list"),
    ({"tags": ["<b>"]}, ("tags", 0), "name"),
    ({"tags": ["b", None]}, ("tags", 1), "name"),
    ({"tags": ["b", "Script"]}, ("tags", 1), "script"),
    ({"tags": ["style"]}, ("tags", 0), "style"),
    ({"tags": ["object"]}, ("tags", 0), "script"),
    ({"tags": ["base"]}, ("tags", 0), "script"),
    ({"tags": ["foreignobject"]}, ("tags", 0), "script"),
    ({"attributes": ["href"]}, ("attributes",), "attributes"),
    ({"attributes": {"a": "href"}}, ("attributes", "a"), "list"),
    ({"attributes": {"script": ["src"]}}, ("attributes", "script"), "script"),
    ({"attributes": {"a b": ["src"]}}, ("attributes", "a b"), "name"),
    ({"attributes": {"a": ["x", "onClick"]}}, ("attributes", "a", 1), "handler"),
    ({"attributes": {"*": ["style"]}}, ("attributes", "*", 0), "style"),
    ({"attributes": {"iframe": ["srcdoc"]}}, ("attributes", "iframe", 0), "script"),
    ({"attributes": {"a": ["x y"]}}, ("attributes", "a", 0), "name"),
    ({"schemes": ["javascript"]}, ("schemes", 0), "script"),
    ({"schemes": ["JavaScript:"]}, ("schemes", 0), "script"),
    ({"schemes": ["data"]}, ("schemes", 0), "script"),
    ({"schemes": ["sms:"]}, ("schemes", 0), "scheme"),
    ({"schemes": [7]}, ("schemes", 0), "scheme"),
    ({"frames": ["https://carte.exemple.fr"]}, ("frames",), "no_iframe"),
    ({**FRAMES, "frames": ["http://carte.exemple.fr"]}, ("frames", 0), "frame"),
    ({**FRAMES, "frames": ["https://carte.exemple.fr/"]}, ("frames", 0), "frame"),
    ({**FRAMES, "frames": ["https://*.exemple.fr"]}, ("frames", 0), "frame"),
    ({**FRAMES, "frames": ["https://x.fr; script-src *"]}, ("frames", 0), "frame"),
    ({**FRAMES, "frames": ["*"]}, ("frames", 0), "frame"),
]


def cleaned(html: str, settings: object) -> str:
    allowed = widened(settings)
    assert isinstance(allowed, Allowed), allowed
    return Cleaner(allowed).clean(html).html


@pytest.mark.parametrize(("settings", "path", "reason"), REFUSED)
def test_what_cannot_be_added_is_refused_where_it_stands(settings, path, reason):
    refused = widened(settings)
    assert isinstance(refused, Refusal)
    assert (refused.path, refused.reason) == (path, reason)


@pytest.mark.parametrize("settings", [None, {}, {"tags": None}, {"tags": [], "attributes": {}}])
def test_a_site_that_adds_nothing_has_the_list(settings):
    allowed = widened(settings)
    assert isinstance(allowed, Allowed)
    assert set(allowed.tags) == set(Allowed().tags)
    assert dict(allowed.attributes) == dict(Allowed().attributes)


def test_an_element_an_attribute_and_a_scheme_can_be_added():
    html = '<dialog open="" class="x">x</dialog><p part="y"><a href="sms:+33600000000">z</a></p>'
    settings = {
        "tags": ["dialog"],
        "attributes": {"dialog": ["open"], "*": ["part"]},
        "schemes": ["sms"],
    }
    assert cleaned(html, settings) == html
    assert cleaned(html, None) == "x<p><a>z</a></p>"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://carte.exemple.fr",
            "https://carte.exemple.fr/x?y#z",
            "HTTPS://Carte.Exemple.fr/",
        ),
        *("../carte/", "/carte/", "?x"),
    ],
)
def test_a_frame_shows_the_site_itself_and_those_that_are_named(address):
    html = f'<iframe src="{address}" title="Une carte"></iframe>'
    assert cleaned(html, FRAMES) == html
    assert cleaned(html, None) == ""


@pytest.mark.parametrize(
    "address",
    [
        *("https://ailleurs.exemple/", "http://carte.exemple.fr/", "//carte.exemple.fr/"),
        *(
            "https://carte.exemple.fr.ailleurs.exemple/",
            "https://carte.exemple.fr@ailleurs.exemple",
        ),
        *("https://carte.exemple.fr:8443/", "/\\ailleurs.exemple", "\\\\ailleurs.exemple"),
        *(
            "\t//ailleurs.exemple",
            "https:ailleurs.exemple",
            "javascript:alert(1)",
            "data:text/html,x",
        ),
    ],
)
def test_a_frame_shows_no_other_site(address):
    assert cleaned(f'<p><iframe src="{address}"></iframe></p>', FRAMES) == "<p></p>"


def test_fields_can_be_added_knowingly():
    html = '<form action="/x"><input type="text" name="q"></form>'
    settings = {"tags": ["form"], "attributes": {"form": ["action"], "input": ["type"]}}
    assert cleaned(html, settings) == html
    assert cleaned(html, {"tags": ["form"]}) == "<form></form>"


WORDS = st.sampled_from(["iframe", "textarea", "select", "x-y", "form", "*", "input", "title", "a"])
NAMES = st.sampled_from(["type", "src", "rel", "name", "value", "class", "onclick"])


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "tags": st.lists(WORDS, max_size=4),
            "attributes": st.dictionaries(WORDS, st.lists(NAMES, max_size=3), max_size=4),
            "schemes": st.lists(st.sampled_from(["sms", "geo"]), max_size=2),
        },
    )
)
def test_any_setting_is_refused_or_cleans(settings):
    allowed = widened(settings)
    if isinstance(allowed, Allowed):
        html = (
            Cleaner(allowed).clean("<p onclick=x>a<script>b</script><a href='javascript:x'>c").html
        )
        assert html == "<p>a<a>c</a></p>"


KEYS = st.sampled_from(["tags", "attributes", "schemes", "frames", "x"])
SHAPES = st.recursive(
    st.sampled_from([None, 1, True, "iframe", "", "é", "https://a.fr"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)


@given(SHAPES)
def test_no_shape_of_settings_stops_the_reading(settings):
    assert isinstance(widened(settings), Allowed | Refusal)
