"""A drawing is published when it only draws."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.pictures import danger_in

SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
PIXEL = "data:image/png;base64,iVBORw0KGgo="


def what(inside: str, attributes: str = "") -> str | None:
    """Why a drawing that holds ``inside`` is refused; none when it is not."""
    danger = danger_in(f"<svg {SVG} {XLINK} {attributes}>\n{inside}\n</svg>".encode())
    return danger.what if danger else None


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Le plan</title><desc>Trois chemins</desc>",
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="fill: url(\'#g\')"/>',
        '<symbol id="s"/><use href="#s"/><use xlink:href="#s"/>',
        f'<image href="{PIXEL}"/><image xlink:href="{PIXEL}"/>',
        "<style>.a { fill: red; mask: url(#m) }</style>",
        '<path d="M0 0" transform="translate(1,2) rotate(3)" clip-path="url(#c)"/>',
        '<animate attributeName="opacity" values="0;1" dur="1s"/>',
        '<text font-family="Marianne, sans-serif">Les droits &amp; les devoirs</text>',
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<cc:Work xmlns:cc="http://creativecommons.org/ns#" rdf:about=""/></rdf:RDF></metadata>',
    ],
)
def test_what_only_draws_is_published(inside):
    assert what(inside) is None


@pytest.mark.parametrize(
    ("inside", "danger"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<SCRIPT>alert(1)</SCRIPT>", "script"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "script"),
        ('<script href="x.js"/>', "script"),
        ('<rect onclick="alert(1)"/>', "handler"),
        ('<rect ONLOAD="alert(1)"/>', "handler"),
        ('<a><animate attributeName="href" values="javascript:alert(1)"/></a>', "handler"),
        ('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>', "handler"),
        ('<set attributeName="onmouseover" to="alert(1)"/>', "handler"),
        ("<foreignObject><p/></foreignObject>", "foreign"),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>', "foreign"),
        ('<b xmlns="http://www.w3.org/1999/xhtml"/>', "foreign"),
        ('<a href="javascript:alert(1)"/>', "outside"),
        ('<a xlink:href=" &#106;avascript:alert(1)"/>', "outside"),
        ('<a xlink:href="java&#10;script:alert(1)"/>', "outside"),
        ('<image href="https://exemple.fr/x.png"/>', "outside"),
        ('<image href="//exemple.fr/x.png"/>', "outside"),
        ('<image href="autre.png"/>', "outside"),
        ('<use href="data:image/svg+xml,&lt;svg onload=alert(1)/&gt;#x"/>', "outside"),
        ('<image href="data:text/html,x"/>', "outside"),
        ('<rect fill="url(https://exemple.fr/#g)"/>', "outside"),
        ("<rect style=\"background: url( '//exemple.fr/x' )\"/>", "outside"),
        ('<rect style="background: u\\72l(https://exemple.fr/x)"/>', "outside"),
        ("<style>@import 'https://exemple.fr/x.css';</style>", "outside"),
        ("<style>@\\69mport 'x.css';</style>", "outside"),
        ("<style><![CDATA[ a { background: url(//exemple.fr) } ]]></style>", "outside"),
        ("<style>a{}<b/>c { background: url(//exemple.fr) }</style>", "outside"),
        ("<style>a { content: '/*'; background: url(//exemple.fr); b: '*/' }</style>", "outside"),
        ("<style>a { background: image-set('//exemple.fr/x' 1x) }</style>", "outside"),
        ('<g xml:base="https://exemple.fr/"><use href="#x"/></g>', "outside"),
        ('<set attributeName="fill" to="url(//exemple.fr)"/>', "outside"),
        ('<?xml-stylesheet href="https://exemple.fr/x.css"?>', "outside"),
    ],
)
def test_what_runs_or_fetches_is_not(inside, danger):
    assert what(inside) == danger


@pytest.mark.parametrize(
    ("data", "danger", "place"),
    [
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>', "doctype", (1, 1)),
        (
            b'<?xml version="1.0"?>\n <!DOCTYPE svg [<!ENTITY a SYSTEM "/etc">]><svg>&a;</svg>',
            "doctype",
            (2, 2),
        ),
        (b"<html/>", "form", (1, 1)),
        (b"Bonjour", "form", (1, 1)),
        (b"<svg><a></svg>", "form", None),
        (b"<svg>&eacute;</svg>", "form", None),
        (b'<?xml version="1.0" encoding="inconnu"?><svg/>', "form", None),
        ('<svg onload="x"/>'.encode("utf-16"), "handler", None),
        (b'<svg>\n <g/>\n  <g onload="x"/></svg>', "handler", (3, 3)),
    ],
)
def test_a_danger_has_its_place(data, danger, place):
    found = danger_in(data)
    assert found.what == danger
    if place:
        assert (found.line, found.column) == place


def test_a_bomb_does_not_go_off():
    layers = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{layers}]><svg>&a20;</svg>'.encode()
    start = time.process_time()
    assert danger_in(bomb).what == "doctype"
    assert danger_in(b"<svg>" + b"<g>" * 200_000).what == "form"
    assert danger_in(b"<svg><style>" + b"/*" * 200_000 + b"</style></svg>") is None
    assert time.process_time() - start < 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_drawing_or_a_danger(data):
    danger = danger_in(data)
    assert danger is None or (danger.line >= 1 and danger.column >= 1)
