"""Nothing runs on a built page that its policy does not name, and each page has its policy."""

from pathlib import Path

import pytest

from chemins.gates import check_site
from chemins.policy import element, hash_of, is_strict, policy

KNOWN = "known=1"
HEAD = (
    f"<!doctype html><html><head>{element(policy([hash_of(KNOWN)]))}<title>x</title></head><body>"
)


def said(folder: Path, html: str, name: str = "index.html", *, guarded: bool = True) -> list[str]:
    (folder / "a.js").write_text("")
    (folder / "a.css").write_text("")
    (folder / name).write_text(html, "utf-8")
    faults = check_site(folder, guarded=guarded)
    return [
        f"{each.place.line}:{each.place.column} {each.code} {each.variant}".strip()
        for each in faults
    ]


@pytest.mark.parametrize(
    "html",
    [
        f"<script>{KNOWN}</script>",
        '<script src="a.js"></script><script type="module" src="a.js"></script>',
        '<script type="application/json">{"a": "alert(1)"}</script>',
        '<script id="__config" type="application/ld+json">{}</script>',
        "<script></script>",
        "<noscript><p>x</p></noscript>",
        '<a href="https://ailleurs.exemple/">x</a><a href="mailto:a@b.fr">x</a>',
        '<link rel="stylesheet" href="a.css">',
        '<p data-onclick="x" aria-label="onclick=">onclick="x" javascript:x</p>',
        "<template><script>x()</script></template>",
        "<!-- <script>x()</script> -->",
    ],
)
def test_what_a_policy_names_and_what_runs_nothing_is_let_through(tmp_path, html):
    assert said(tmp_path, HEAD + html) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("\n<script>alert(1)</script>", "2:9 G-SCRIPT"),
        ("\n<SCRIPT type=text/javascript>\n  alert(1)\n</SCRIPT>", "3:3 G-SCRIPT"),
        ('\n<script type="module">alert(1)</script>', "2:23 G-SCRIPT"),
        ('\n<script type="importmap">{"imports": {}}</script>', "2:26 G-SCRIPT"),
        ('\n<script type="speculationrules">{"prefetch": []}</script>', "2:33 G-SCRIPT"),
        (f"\n<script> {KNOWN}</script>", "2:10 G-SCRIPT"),
        ("\n<svg><script>alert(1)</script></svg>", "2:14 G-SCRIPT"),
        ('\n<p onclick="x()">x</p>', "2:4 G-SCRIPT handler"),
        ("\n<img src=a.js/ONERROR=x>", "2:10 G-LINK"),
        ('\n<img src="a.js"/ONERROR=x()>', "1:1 G-SCRIPT handler"),
        ("\n<body onload=x()>", "2:7 G-SCRIPT handler"),
        ('\n<a href="javascript:x()">x</a>', "2:10 G-SCRIPT address"),
        ('\n<a href="java&#10;script:x()">x</a>', "1:1 G-SCRIPT address"),
        ('\n<iframe src="javascript:x()"></iframe>', "2:14 G-SCRIPT address"),
        ('\n<svg><a xlink:href="javascript:x()">x</a></svg>', "2:21 G-SCRIPT address"),
        ('\n<form action="javascript:x()"></form>', "2:15 G-SCRIPT address"),
        ('\n<button formaction="vbscript:x()">x</button>', "2:21 G-SCRIPT address"),
        ('\n<iframe srcdoc="<script>alert(1)</script>"></iframe>', "2:25 G-SCRIPT"),
        ('\n<base href="a/">', "2:13 G-SCRIPT base"),
        ('\n<p style="color: red">x</p>', "2:11 G-STYLE"),
        ("\n<style>p { color: red }</style>", "2:8 G-STYLE"),
    ],
)
def test_what_would_run_is_told_with_its_place(tmp_path, html, fault):
    assert fault in said(tmp_path, HEAD + html)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta charset="utf-8">' + element(policy()),
        "<script>x()</script>" + element(policy()),
        element("default-src 'none'"),
        element(policy(["'unsafe-inline'"])),
        element(policy(["'unsafe-eval'"])),
        element(policy(["https://ailleurs.exemple"])),
        element(policy(["*"])),
        element(policy(["'nonce-x'", "'strict-dynamic'"])),
        element(policy() + "; script-src-attr 'unsafe-inline'"),
        element("script-src 'unsafe-inline'; " + policy()),
        element(policy().replace("base-uri 'none'", "base-uri *")),
        '<meta name="x" content="' + policy() + '">',
    ],
)
def test_a_page_without_its_policy_first_is_refused(tmp_path, head):
    html = f"<!doctype html><html><head>{head}<title>x</title></head><body>"
    assert said(tmp_path, html)[0].endswith("G-SCRIPT policy")


def test_a_policy_that_is_written_before_the_head_still_comes_first(tmp_path):
    assert said(tmp_path, f"{element(policy())}<!doctype html><title>x</title><p>x") == []


def test_a_site_that_has_no_policies_is_not_asked_for_them(tmp_path):
    html = '<script>alert(1)</script><p onclick="x" style="y"><a href="javascript:x">'
    assert said(tmp_path, html, guarded=False) == []


@pytest.mark.parametrize(
    ("name", "data", "faults"),
    [
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"/></svg>', []),
        ("a.svg", "<svg><script>alert(1)</script></svg>", ["1:14 G-SCRIPT"]),
        ("a.svg", "<svg onload='x()'/>", ["1:6 G-SCRIPT handler"]),
        ("a.svg", '<svg><a href="javascript:x()"/></svg>', ["1:15 G-SCRIPT address"]),
        ("a.xhtml", "<html><script>alert(1)</script></html>", ["1:15 G-SCRIPT"]),
        ("sitemap.xml", "<urlset><url><loc>x</loc></url></urlset>", []),
        ("a.txt", "<script>alert(1)</script>", []),
    ],
)
def test_a_file_that_a_browser_opens_alone_runs_nothing(tmp_path, name, data, faults):
    assert said(tmp_path, data, name) == faults


def test_a_frame_that_the_settings_allow_is_no_call_to_another_site(tmp_path):
    frames = ["https://carte.exemple.fr"]
    html = f"<!doctype html><html><head>{element(policy(frames=frames))}</head><body>\n"
    allowed = '<iframe src="https://carte.exemple.fr/x"></iframe>'
    assert said(tmp_path, html + allowed) == []
    assert said(tmp_path, HEAD + "\n" + allowed) == ["2:14 G-OUTSIDE"]
    other = '<iframe src="https://carte.exemple.fr.ailleurs.exemple/x"></iframe>'
    assert said(tmp_path, html + other) == ["2:14 G-OUTSIDE"]
    image = '<img src="https://carte.exemple.fr/x">'
    assert said(tmp_path, html + image) == ["2:11 G-OUTSIDE"]


def test_a_policy_lets_nothing_run_but_files_of_the_site_and_what_is_hashed():
    strict = policy([hash_of("x")], any_style=True, frames=["https://a.fr"])
    assert is_strict(strict)
    assert "unsafe-eval" not in strict
    script = next(each for each in strict.split("; ") if each.startswith("script-src"))
    assert "unsafe-inline" not in script
    assert strict.startswith("default-src 'none'; ")
    # printf x | openssl dgst -sha256 -binary | base64
    assert hash_of("x") == "'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='"
