"""Plain MkDocs and Material with as many pages: what a site of this size costs before our work.

``python -m benchmarks.yardstick --pages 1500 --out DIR`` writes ``DIR/mkdocs.yml`` and
``DIR/docs``: ready-made Markdown pages of a record's size, a flowchart of twenty nodes on one in
four, a navigation of three pages. Nothing is read, checked or drawn.
"""

import argparse
from pathlib import Path
from random import Random

from benchmarks.prose import PLACES, PUBLICS, body, subject

SETTINGS = """\
site_name: Mesure
site_url: https://exemple.fr/
docs_dir: docs
theme:
  name: material
  language: fr
  font: false
plugins:
  - search:
      lang: fr
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
validation:
  omitted_files: ignore
  nav:
    omitted_files: ignore
nav:
  - index.md
  - pages/page-0001.md
  - pages/page-0002.md
"""

_NODES = 20


def write_yardstick(folder: Path, pages: int) -> None:
    """Writes a site of ``pages`` pages in ``folder``, the home page among them.

    Raises:
        OSError: the folder cannot be written.
    """
    docs = folder / "docs" / "pages"
    docs.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (docs.parent / "index.md").write_text("---\ntitle: Accueil\n---\n\n# Accueil\n", "utf-8")
    for number in range(1, pages):
        (docs / f"{_name(number)}.md").write_text(_page(number, pages), "utf-8")


def _page(number: int, pages: int) -> str:
    random = Random(number)
    title = f"Changement {number} : {subject(random)} et {subject(random)}"
    others = [_name(random.randrange(1, pages)) for _ in range(3)]
    text = body(random, [f"[la page {each}]({each}.md)" for each in others])
    drawn = _flowchart(random) if number % 4 == 0 else ""
    return f"{_front_matter(random, title, others)}\n# {title}\n\n{text}{drawn}"


def _front_matter(random: Random, title: str, others: list[str]) -> str:
    measures = (
        f"  - nom: Part des familles que concerne {subject(random)}\n"
        f"    depart: {random.randrange(8, 45)}\n"
        f"    cible: {random.randrange(50, 95)}\n"
        "    unite: pourcent\n"
        for _ in range(3)
    )
    links = "".join(f"  - {each}\n" for each in others)
    return (
        f'---\ntitle: "{title}"\nsorte: changement\nquartier: {random.choice(PLACES)}\n'
        f"publics: [{random.choice(PUBLICS)}, {random.choice(PUBLICS)}]\n"
        f"debut: 2025-09-01\nmesures:\n{''.join(measures)}contribue_a:\n{links}---\n"
    )


def _flowchart(random: Random) -> str:
    nodes = (
        f'  n{node}["{subject(random).capitalize()} et {subject(random)} {node}"]'
        for node in range(_NODES)
    )
    edges = [f"  n{random.randrange(max(0, to - 5), to)} --> n{to}" for to in range(1, _NODES)]
    edges += [f"  n{one} -.-> n{one + random.randrange(1, 5)}" for one in range(0, 16, 4)]
    lines = ("flowchart LR", *nodes, *edges)
    return "\n## Chemin\n\n```mermaid\n{}\n```\n".format("\n".join(lines))


def _name(number: int) -> str:
    return f"page-{number:04d}"


def main() -> None:
    """Reads the arguments and writes the site."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    write_yardstick(given.out, given.pages)


if __name__ == "__main__":
    main()
