"""After any edit, a preview shows what a clean build gives, byte for byte, at each address."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from tests.engines.sites import SETTINGS, small, written
from tests.engines.versions import Followed
from tests.helpers import EXAMPLE, ROOT

Edit = Callable[[Path, Random], None]

SETTINGS_DRAWN = SETTINGS.replace("search,", "chemins/fences,")
CHANGE = "content/changements/droits-connus.md"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h{}v1z"/></svg>'


def _record(folder: Path, name: str, body: str) -> None:
    front = "porte_sur: savoirs\nhorizon: court\ncontribue_a: [chacun-sa-place]\n"
    text = f"---\ntitre: {name.capitalize()} est su\n{front}---\n{body}\n"
    written(folder, {f"content/changements/{name}.md": text})


def a_title(folder: Path, random: Random) -> None:
    """Another title: each page that names the record says it."""
    file, said = folder / CHANGE, random.randrange(1000)
    lines = file.read_text("utf-8").splitlines()
    lines[1] = f"titre: Les droits sont connus de {said} personnes"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def a_link(folder: Path, random: Random) -> None:
    """A text that leads to another record, and uses a word that is explained."""
    file = folder / CHANGE
    to = random.choice(("chacun-sa-place", "qpv"))
    file.write_text(f"{file.read_text('utf-8')}\nVoir [[{to}]], dans le QPV.\n", "utf-8")


def a_record(folder: Path, random: Random) -> None:
    """One record more."""
    _record(folder, f"change-{random.randrange(5)}", "Un récit du QPV et de la mairie.")


def a_removal(folder: Path, random: Random) -> None:
    """One record less."""
    extra = sorted((folder / "content" / "changements").glob("change-*.md"))
    if extra:
        random.choice(extra).unlink()


def a_term(folder: Path, random: Random) -> None:
    """A word explained, where it is first used on each page."""
    word = random.choice(("récit", "mairie", "droits"))
    text = f"---\nterme: {word}\ndefinition: Un mot, {random.randrange(100)}.\n---\n"
    written(folder, {f"content/glossaire/{word}.md": text})


def a_territory(folder: Path, random: Random) -> None:
    """Who publishes: every page says it."""
    name = random.choice(("la commune", "l’agglomération", "le pays"))
    text = f"---\ntitre: Notre stratégie\nnom: {name}\ndemonstration: oui\n---\nBonjour.\n"
    written(folder, {"content/territoire.md": text})


def a_setting(folder: Path, random: Random) -> None:
    """The settings of the site."""
    coherence = random.choice(("yes", "no"))
    plugin = f"chemins/strategy: {{pdf: no, coherence: {coherence}}}"
    text = f"site_name: Site {random.randrange(9)}\ndocs_dir: content\ntheme: {{name: material}}\n"
    written(folder, {"mkdocs.yml": f"{text}plugins: [{plugin}, chemins/fences]\n"})


def a_page_by_hand(folder: Path, random: Random) -> None:
    """A page that somebody wrote, with a link, a drawing of the strategy, and a title."""
    fence = "```chemins\nautour: droits-connus\n```\n" if random.random() < 0.3 else ""
    text = f"---\ntitle: Page {random.randrange(9)}\n---\n# Une page\n\n"
    link = "[Un changement](changements/droits-connus.md)\n\n"
    written(folder, {"content/page.md": f"{text}{link}{fence}"})


def a_drawing(folder: Path, random: Random) -> None:
    """A picture beside the records, shown by a page."""
    drawing = DRAWING.format(random.randrange(1, 9))
    text = "# Plan\n\n![Un triangle](images/plan.svg)\n"
    written(folder, {"content/images/plan.svg": drawing, "content/plan-dessine.md": text})


def a_move(folder: Path, random: Random) -> None:
    """A record that had another name."""
    file = folder / CHANGE
    former = f"anciens_noms: [ancien-{random.randrange(3)}]"
    lines = [each for each in file.read_text("utf-8").splitlines() if "anciens_noms" not in each]
    lines.insert(2, former)
    file.write_text("\n".join(lines) + "\n", "utf-8")


EDITS: tuple[Edit, ...] = (
    a_title,
    a_link,
    a_record,
    a_term,
    a_territory,
    a_page_by_hand,
    a_drawing,
    a_move,
    a_removal,
    a_setting,
)


def test_each_edit_shows_what_a_clean_build_gives(tmp_path):
    followed, random = Followed(small(tmp_path, settings=SETTINGS_DRAWN)), Random(1)
    for edit in EDITS:
        edit(tmp_path, random)
        assert not followed.differs(backwards=random.random() < 0.5), edit.__name__


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_edits_what_is_shown_is_what_a_clean_build_gives(tmp_path, seed):
    followed, random = Followed(small(tmp_path, settings=SETTINGS_DRAWN)), Random(seed)
    for _ in range(12):
        edit = random.choice(EDITS)
        edit(tmp_path, random)
        assert not followed.differs(backwards=random.random() < 0.5), edit.__name__


@pytest.mark.sweep
@pytest.mark.parametrize("site", [ROOT, EXAMPLE])
def test_whole_sites_show_what_a_clean_build_gives(site):
    assert not Followed(site / "mkdocs.yml").differs()
