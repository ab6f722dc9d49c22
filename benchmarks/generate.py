"""A site of as many records as asked, such as a territory would write it. Deterministic.

``python -m benchmarks.generate --records 1500 --out DIR`` writes ``DIR/mkdocs.yml`` and
``DIR/content``: as many files as records, the territory and the process among them. The site has
a page for each (the territory's is the home page), and beside them an index for each kind and the
page of the data.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.blocks import SHARES, SIZE, Block, blocks
from benchmarks.fields import FIELDS, approach, territory
from benchmarks.prose import body, coined

SETTINGS = """\
site_name: Stratégie de mesure
site_url: https://exemple.fr/
docs_dir: content
theme:
  name: material
plugins:
  - chemins/strategy:
      pdf: no
nav:
  - Accueil: index.md
  - Quartiers: quartiers/index.md
  - Visions: visions/index.md
"""

FOLDERS: Mapping[str, str] = {
    "quartier": "quartiers",
    "vision": "visions",
    "change": "changements",
    "action": "actions",
    "stage": "etapes",
    "session": "seances",
    "lesson": "enseignements",
    "actor": "acteurs",
    "term": "glossaire",
}
"""Kind → its folder, as an officer names it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write."""

    path: str
    """Relative to the content folder."""

    fields: Mapping[str, Any]
    """Its front matter."""

    body: str
    """Its narrative."""


def drafts(records: int) -> Iterator[Draft]:
    """The files of a strategy of ``records`` records.

    Raises:
        ValueError: the number is no multiple of 150.
    """
    for block in blocks(records):
        if block.singles:
            random = Random("singles")
            yield Draft("territoire.md", territory(random), body(random, _links(random, block)))
            yield Draft("demarche.md", approach(random), body(random, _links(random, block)))
        for kind in SHARES:
            for index in range(block.count(kind)):
                random = Random(identifier := block.named(kind, index))
                fields = FIELDS[kind](random, block, index)
                text = body(random, _links(random, block))
                yield Draft(f"{FOLDERS[kind]}/{identifier}.md", fields, text)


def write_site(folder: Path, records: int) -> None:
    """Writes a site of ``records`` records in ``folder``.

    Raises:
        ValueError: the number is no multiple of 150.
        OSError: the folder cannot be written.
    """
    content = folder / "content"
    for name in FOLDERS.values():
        (content / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for draft in drafts(records):
        head = yaml.safe_dump(dict(draft.fields), allow_unicode=True, sort_keys=False, width=1000)
        (content / draft.path).write_text(f"---\n{head}---\n{draft.body}", "utf-8")


def _links(random: Random, block: Block) -> list[str]:
    """Three links to records of the block, and a word of its glossary."""
    kinds = random.sample(sorted(SHARES), 3)
    links = [f"[[{block.named(kind, random.randrange(block.count(kind)))}]]" for kind in kinds]
    return [*links, coined(block.number * SIZE + random.randrange(block.count("term")))]


def main() -> None:
    """Reads the arguments and writes the site."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    write_site(given.out, given.records)


if __name__ == "__main__":
    main()
