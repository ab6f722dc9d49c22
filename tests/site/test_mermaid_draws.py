"""What we write as Mermaid text is what Mermaid itself, of the version that we pack, draws."""

from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from tests.diagrams.samples import deck
from tests.engines.sites import small

from chemins.diagrams.diagram import Column, Diagram, Edge, Node
from chemins.diagrams.mermaid import mermaid
from chemins.engines.mkdocs.build import build_site

SCRIPT = Path(str(resources.files("chemins"))) / "vendor" / "mermaid" / "mermaid.min.js"
HOSTILE = (
    "end",
    'Dire « oui » ou "non" ; et `code` #35; %% non',
    "<script>alert(1)</script> & <b>gras</b>",
    "click n1 href javascript:alert(1)",
    "a --> b | c }{ [x](y) :::k",
    "L’été où l'on s'est parlé : 12 % de 1 234 €",
)


def hostile() -> Diagram:
    """Titles that Mermaid could take for its own syntax."""
    nodes = tuple(
        Node(f"change/{at}", "change", "Changement", text, f"changements/{at}/")
        for at, text in enumerate(HOSTILE)
    )
    edges = tuple(
        Edge(one.identifier, two.identifier, "contribue à", illustrative=at % 2 == 0)
        for at, (one, two) in enumerate(pairwise(nodes))
    )
    half = len(nodes) // 2
    columns = (Column("end", "subgraph", nodes[:half]), Column("Long", "", nodes[half:]))
    return Diagram("Le chemin : end", columns, edges)


@pytest.fixture
def mermaid_page(open_page):
    """A page on which Mermaid is loaded and waits."""
    page = open_page("/404.html", guarded=False)
    page.add_script_tag(path=SCRIPT)
    page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    return page


@pytest.mark.parametrize("diagram", [deck(), hostile()], ids=["deck", "hostile"])
def test_mermaid_draws_the_same_nodes_and_edges(mermaid_page, diagram):
    drawn = mermaid_page.evaluate(
        """async text => {
          const {svg} = await mermaid.render('drawn', text);
          const box = new DOMParser().parseFromString(svg, 'text/html');
          return {
            nodes: [...box.querySelectorAll('.node')].map(n => n.textContent.trim()),
            edges: box.querySelectorAll('.edgePaths path, path.flowchart-link').length,
            scripts: box.querySelectorAll('script, a[href^=javascript]').length,
          };
        }""",
        mermaid(diagram),
    )
    said = {" ".join(text.split()) for text in drawn["nodes"]}
    assert said == {" ".join(node.text.split()) for node in diagram.nodes}
    assert drawn["edges"] == len(diagram.edges)
    assert drawn["scripts"] == 0


def test_a_site_may_leave_its_pathways_to_mermaid(tmp_path, browser):
    plugins = "[search, chemins/strategy: {diagrams: mermaid, pdf: no}, mermaid2]"
    settings = small(
        tmp_path,
        {
            "visions/v.md": "---\ntitre: Une vision\n---\n",
            "changements/c.md": (
                "---\ntitre: Un changement\nporte_sur: savoirs\nhorizon: court\n"
                "contribue_a: [v]\n---\n"
            ),
        },
    )
    text = settings.read_text("utf-8").replace("[search, chemins/strategy: {pdf: no}]", plugins)
    settings.write_text(text, "utf-8")
    said: list[str] = []
    assert build_site(settings, tmp_path / "site", strict=False, say=said.append) == 0, said
    page = browser.new_page()
    page.goto((tmp_path / "site" / "visions" / "v" / "index.html").as_uri())
    page.locator(".mermaid svg .node").first.wait_for()
    assert page.locator(".mermaid svg .node").count() == 2
    assert page.locator(".pathlist a").count() >= 1
    page.close()
