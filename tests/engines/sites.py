"""What the tests of the engines share: sites on disk, built, and their pages as read."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from chemins.engines.mkdocs.build import build_site

ROOT = Path(__file__).parents[2]
"""The checkout."""

DEMO = ROOT / "mkdocs.yml"
"""The demonstration's settings."""

SETTINGS = """\
site_name: Notre stratégie
docs_dir: content
theme: {name: material}
plugins: [search, chemins/strategy: {pdf: no}]
"""
"""The settings of a small site: quick to build, since it makes no sheets to print."""

CONTENT = {
    "territoire.md": (
        "---\ntitre: Notre stratégie\nnom: la commune\ndemonstration: oui\n---\nBonjour.\n"
    ),
    "changements/droits-connus.md": (
        "---\ntitre: Les droits sont connus\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [habitants, agents]\ncontribue_a: [chacun-sa-place]\n---\nLe récit.\n"
    ),
    "visions/chacun-sa-place.md": "---\ntitre: Chacun a sa place\nillustratif: oui\n---\n",
    "glossaire/qpv.md": "---\nterme: QPV\ndefinition: Un quartier prioritaire.\n---\n",
}
"""The records of a small site, of which even rules find nothing to say."""


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """``folder``, with ``files`` in it."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def small(folder: Path, files: Mapping[str, str] | None = None, settings: str = SETTINGS) -> Path:
    """The settings file of a small site in ``folder``, with further ``files`` of content."""
    written(folder, {"mkdocs.yml": settings})
    written(folder / "content", {**CONTENT, **(files or {})})
    return folder / "mkdocs.yml"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder``, with what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass
class Run:
    """What a build said, and how it ended."""

    code: int
    """0: published, 1: faults, 2: could not run."""

    said: str
    """All of it."""


def built(config_file: Path, site_dir: Path | None = None, *, strict: bool = False) -> Run:
    """A run of ``chemins build``, in this process."""
    said: list[str] = []
    code = build_site(config_file, site_dir, strict=strict, say=said.append)
    return Run(code, "\n".join(said))


def program(name: str, *arguments: str | Path, cwd: Path) -> Run:
    """A run of the command ``name``, in a process of its own."""
    done = subprocess.run(
        [*command(name), *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def command(name: str) -> list[str]:
    """How to start ``chemins`` or ``mkdocs`` with this Python, installed as a command or not."""
    if name == "chemins":
        return [sys.executable, "-c", "from chemins.cli import main; main()"]
    return [sys.executable, "-m", name]


def environment() -> dict[str, str]:
    """The environment of a process that finds the package and speaks French."""
    path = str(ROOT / "plugins")
    return {**os.environ, "PYTHONPATH": path, "LC_ALL": "fr_FR.UTF-8", "NO_MKDOCS_2_WARNING": "1"}


def pages(site: Path) -> Iterator[str]:
    """The addresses of the pages of a built site."""
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix()
        yield "" if address == "." else f"{address}/"


def read(site: Path, address: str) -> LexborHTMLParser:
    """The page at ``address`` of a built site."""
    return LexborHTMLParser((site / address / "index.html").read_bytes())


@dataclass(frozen=True)
class Reading:
    """What a reader has of a page, whatever frame is around its article."""

    title: str
    """The document's."""

    text: str
    """The words of the article, in order."""

    code: tuple[str, ...]
    """Its preformatted texts, to the letter."""

    identifiers: tuple[str, ...]
    """Of its elements."""

    headings: tuple[tuple[str, str], ...]
    """Level and words."""

    links: tuple[str, ...]
    """Where they lead."""


def reading(site: Path, address: str) -> Reading:
    """The page at ``address`` of ``site``, as a reader has it."""
    page = read(site, address)
    article = page.css_first("article#__content, article.md-content__inner")
    assert article is not None, address
    for each in article.css("nav.folio, nav.contents, script, style"):
        each.decompose()
    title = page.css_first("title")
    here = f"https://example.org/{address}"
    return Reading(
        title=_words(title) if title else "",
        text=_words(article),
        code=tuple(each.text() for each in article.css("pre")),
        identifiers=tuple(
            str(each.id) for each in article.css("[id]") if not str(each.id).startswith("__")
        ),
        headings=tuple((str(each.tag), _words(each)) for each in article.css("h1,h2,h3,h4,h5,h6")),
        links=tuple(
            urljoin(here, link)
            for each in article.css("[href], [src]")
            if (link := each.attributes.get("href") or each.attributes.get("src"))
        ),
    )


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
