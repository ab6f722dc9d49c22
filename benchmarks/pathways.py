"""Many pathways of twelve stations, and what it costs to draw them. Deterministic.

``python -m benchmarks.pathways --folder DIR`` reads the strategy in ``DIR``, draws the pathway of
each vision, and prints the seconds of processor that the drawing took: the diagram from the
strategy, its layout, its SVG. Reading is not counted. With ``--pathways 1500`` it is written first.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.prose import PUBLICS, subject
from chemins.addresses import linker
from chemins.diagrams.pathway import pathway_diagram
from chemins.diagrams.split import split
from chemins.diagrams.svg import svg
from chemins.edition import Edition, edition_of
from chemins.records import KINDS
from chemins.records.vision import Vision
from chemins.strategy.pathways import pathway_of

STATIONS = 12
"""How many a pathway has: changes of the three horizons, and the vision."""

_HORIZONS = (("court", "savoirs", 5), ("moyen", "pratiques", 4), ("long", "mode de vie", 2))
"""Each horizon, what its changes are about, how many they are."""


def write_pathways(content: Path, count: int) -> None:
    """Writes a strategy of ``count`` pathways that share nothing.

    Raises:
        OSError: the folder cannot be written.
    """
    for folder in ("visions", "changements"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        for path, text in _files(number):
            (content / path).write_text(text, "utf-8")


def drawn(edition: Edition) -> int:
    """Draws the pathway of each vision of ``edition``; how many characters the pictures have."""
    strategy, addresses, locale = edition.strategy, edition.addresses, edition.content.locale
    size = 0
    for vision in strategy.all(Vision):
        link = linker(addresses.of(vision))
        walked = pathway_of(strategy, vision)
        diagram = pathway_diagram(walked, vision.label, locale, addresses, here=vision)
        assert diagram.size == STATIONS
        size += sum(len(svg(part.diagram, link)) for part in split(diagram, str))
    return size


def _files(number: int) -> Iterator[tuple[str, str]]:
    """The paths and texts of a pathway's records."""
    random = Random(number)
    vision = f"vision-{number}"
    head = f"titre: En 2034, {subject(random)} est l’affaire de tous au lieu {number}"
    yield f"visions/{vision}.md", f"---\n{head}\n---\n"
    following = [vision]
    for horizon, about, count in reversed(_HORIZONS):
        names = [f"changement-{number}-{horizon}-{place}" for place in range(count)]
        for place, name in enumerate(names):
            to = {following[(place + step) % len(following)] for step in (0, place % 2)}
            head = (
                f"titre: La famille {number}-{horizon[0]}{place} sait à qui parler de "
                f"{subject(random)}\n"
                f"porte_sur: {about}\nhorizon: {horizon}\nqui_change: [{random.choice(PUBLICS)}]\n"
                f"contribue_a: [{', '.join(sorted(to))}]"
            )
            yield f"changements/{name}.md", f"---\n{head}\n---\n"
        following = names


def main() -> None:
    """Reads the arguments, writes, draws, prints."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pathways", type=int)
    arguments.add_argument("--folder", type=Path, required=True)
    given = arguments.parse_args()
    if given.pathways:
        write_pathways(given.folder, given.pathways)
    edition = edition_of(given.folder, KINDS)
    start = time.process_time()
    drawn(edition)
    print(f"{time.process_time() - start:.3f}")


if __name__ == "__main__":
    main()
