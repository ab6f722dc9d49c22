"""What the writers must give, as plain files beside this one.

``python -m tests.diagrams.goldens`` writes them anew: read the difference before it is kept.
"""

from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

from tests.diagrams.samples import bench_workshop, deck, ups_and_downs

from chemins.diagrams.course_svg import course_svg
from chemins.diagrams.mermaid import mermaid
from chemins.diagrams.outline import OutlineWords, outline
from chemins.diagrams.potato_svg import potato_list, potato_svg
from chemins.diagrams.svg import svg

FOLDER = Path(__file__).parent / "goldens"

OUTLINE_WORDS = OutlineWords("exemple", "lien illustratif")


def link(address: str) -> str:
    return f"../{address}"


def lines_apart(markup: str) -> str:
    return str(markup).replace("><", ">\n<") + "\n"


GOLDENS: Mapping[str, Callable[[], str]] = {
    "deck.svg": lambda: lines_apart(svg(deck(), link)),
    "deck.mmd": lambda: mermaid(deck()),
    "deck.html": lambda: lines_apart(outline(deck(), link, OUTLINE_WORDS)),
    "bench-workshop.svg": lambda: lines_apart(potato_svg(bench_workshop())),
    "bench-workshop.html": lambda: lines_apart(potato_list(bench_workshop())),
    "ups-and-downs.svg": lambda: lines_apart(course_svg(ups_and_downs())),
}


def differences(name: str) -> str:
    expected = (FOLDER / name).read_text(encoding="utf-8")
    found = GOLDENS[name]()
    return "".join(
        unified_diff(
            expected.splitlines(keepends=True),
            found.splitlines(keepends=True),
            f"goldens/{name}",
            "now",
        )
    )


if __name__ == "__main__":
    for name, made in GOLDENS.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")
