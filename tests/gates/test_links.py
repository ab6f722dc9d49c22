"""Where links lead."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.gates.links import (
    Beyond,
    Home,
    Inside,
    Outside,
    Program,
    Target,
    home_of,
    reach,
    read_link,
    seat_of,
)

HOME = home_of("https://cove.example/strategie/")
PAGE = "actions/fete/index.html"

REACHED = {
    "": PAGE,
    "#suite": PAGE,
    "?tri=date#suite": PAGE,
    ".": "actions/fete/",
    "./": "actions/fete/",
    "..": "actions/",
    "../": "actions/",
    "../..": "",
    "../../": "",
    "../../plan/": "plan/",
    "../../plan": "plan",
    "a/./b/../c/": "actions/fete/a/c/",
    "a/..": "actions/fete/",
    "%C3%A9t%C3%A9/": "actions/fete/été/",
    "été/": "actions/fete/été/",
    "a%20b": "actions/fete/a b",
    "%2e%2e/": "actions/",
    "..\\": "actions/",
    " ../ ": "actions/",
    ".\n./": "actions/",
    "../?a=../../../..": "actions/",
    "/strategie/": "",
    "/strategie": "",
    "/strategie/plan/#a": "plan/",
    "/strategie/../strategie/plan/": "plan/",
    "https://cove.example/strategie/plan/": "plan/",
    "http://COVE.example/strategie/plan/": "plan/",
    "https://cove.example:443/strategie/plan/": "plan/",
    "//cove.example/strategie/plan/?a#b": "plan/",
    "https:\\\\cove.example\\strategie\\": "",
}

ELSEWHERE: dict[str, Target] = {
    "../../../": Inside(3, ""),
    "/": Beyond(""),
    "/plan/": Beyond("plan/"),
    "/strategies/": Beyond("strategies/"),
    "/../strategie/": Beyond("strategie/"),
    "https://cove.example/": None,
    "https://cove.example": None,
    "https://cove.example/mairie/": None,
    "mailto:a@b.fr": None,
    "tel:+33490671003": None,
    "data:text/css,a": None,
    "blob:https://a.example/b": None,
    "javascript:void(0)": Program(),
    " java\nscript://%0aalert(1)": Program(),
    "VBScript:x": Program(),
    "about:blank": None,
    "https://a.example/b": Outside("a.example"),
    "HTTPS://A.example": Outside("a.example"),
    "http:a.example": Outside("a.example"),
    "https:/a.example/": Outside("a.example"),
    "//a.example/b": Outside("a.example"),
    "/\\a.example": Outside("a.example"),
    "\\\\a.example": Outside("a.example"),
    "/\t/a.example": Outside("a.example"),
    "///a.example": Outside("a.example"),
    "https://cove.example@a.example/": Outside("a.example"),
    "https://cove.example:8080/strategie/": Outside("cove.example:8080"),
    "https://cove.example.a.example/": Outside("cove.example.a.example"),
    "https://société.example/": Outside("xn--socit-esab.example"),
    "wss://a.example": Outside("a.example"),
    "ftp://a.example": Outside("a.example"),
    "file:///C:/plan.pdf": Outside("file:"),
    "https://": Outside("https:"),
    "https://[::1/": Outside("[::1"),
}


@pytest.mark.parametrize(("link", "address"), REACHED.items(), ids=repr)
def test_a_link_into_the_site_reaches_an_address(link: str, address: str) -> None:
    assert reach(read_link(link, HOME), seat_of(PAGE)) == address


@pytest.mark.parametrize(("link", "target"), ELSEWHERE.items(), ids=repr)
def test_any_other_link_reaches_none(link: str, target: Target) -> None:
    assert read_link(link, HOME) == target
    assert reach(read_link(link, HOME), seat_of(PAGE)) is None


@pytest.mark.parametrize(
    ("link", "fragment"),
    [
        ("#", ""),
        ("#suite", "suite"),
        ("#%C3%A9t%C3%A9", "%C3%A9t%C3%A9"),
        ("#top", ""),
        ("#TOP", ""),
        ("#:~:text=caf%C3%A9", ""),
        ("#suite:~:text=caf%C3%A9", "suite"),
        ("#__search", ""),
        ("a/?b#c#d", "c#d"),
        ("a?b", ""),
    ],
)
def test_a_fragment_is_asked_for_only_where_it_names_an_element(link: str, fragment: str) -> None:
    target = read_link(link, HOME)
    assert isinstance(target, Inside)
    assert target.fragment == fragment


@pytest.mark.parametrize(
    ("site_url", "home"),
    [
        ("", Home("", "/")),
        ("https://cove.example", Home("cove.example", "/")),
        ("https://cove.example/", Home("cove.example", "/")),
        ("https://Cove.example:443/strategie", Home("cove.example", "/strategie/")),
        ("http://localhost:8000/a/b/", Home("localhost:8000", "/a/b/")),
        ("https://cove.example/%C3%A9t%C3%A9/", Home("cove.example", "/été/")),
        ("cove.example", Home("", "/")),
    ],
)
def test_the_home_is_where_the_site_is_published(site_url: str, home: Home) -> None:
    assert home_of(site_url) == home


def test_a_site_that_does_not_know_its_address_has_its_root_at_the_host_s() -> None:
    assert reach(read_link("/plan/", Home()), seat_of(PAGE)) == "plan/"
    assert read_link("https://cove.example/", Home()) == Outside("cove.example")


@given(st.text(), st.sampled_from([HOME, Home(), Home("é", "/")]))
def test_no_link_stops_the_reading(link: str, home: Home) -> None:
    reach(read_link(link, home), seat_of(PAGE))
    home_of(link)


STEPS = st.sampled_from(["a", "b.html", "..", ".", "%C3%A9"])


@given(st.lists(STEPS, min_size=1, max_size=6), st.sampled_from(["", "/", "?q", "/#f"]))
def test_relative_links_lead_where_the_standard_library_says(steps: list[str], end: str) -> None:
    link = "/".join(steps) + end
    deep = "1/2/3/4/5/6/index.html"
    path = urlsplit(urljoin(f"https://cove.example/{deep}", link)).path
    reached = reach(read_link(link, home_of("https://cove.example/")), seat_of(deep))
    assert reached == path[1:].replace("%C3%A9", "é")
