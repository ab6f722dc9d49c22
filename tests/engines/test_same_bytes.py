"""Two builds of the same content give the same bytes, wherever and whenever they run."""

import re
import shutil
from pathlib import Path

import pytest
from tests.engines.machines import Machine, difference
from tests.engines.sites import ROOT, written
from tests.strategies import strategy_files

FURTHER = {
    "quartiers/Élysée d’Été.md": (
        "---\nnom_officiel: L’Élysée\nanciens_noms: [vieux-nom]\n---\n"
        "Voir [le papier](/photos/été.txt) et [la page](../Page à nous.md).\n"
    ),
    "Page à nous.md": "# Une page à nous\n\n```mermaid\nflowchart LR\n  a --> b\n```\n",
    "photos/été.txt": "Un papier.\n",
    "photos/plan.txt": "Un plan.\n",
}
"""What a site of one's own adds: accents in names, a former name, files to download."""

SETTINGS = """\
site_name: Une stratégie
site_url: https://exemple.fr/contrat/
docs_dir: content
theme: {name: material, custom_dir: theme_overrides}
plugins: [chemins/strategy, mermaid2]
"""

HERE = Machine({"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "LISTED": "1"})
"""A machine like any other."""

OTHERS = {
    "order of files": Machine({"LC_ALL": "C.UTF-8", "LISTED": "7"}),
    "hash seed": Machine({"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"}),
    "no locale": Machine({"LC_ALL": "", "LANG": ""}),
    # As under a locale of another charset: Python then reads names of files otherwise.
    "another charset": Machine(
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "LANGUAGE": "en"}
    ),
    "English": Machine({"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"}),
    "time zone": Machine({"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"}),
    "another day": Machine({"LC_ALL": "C.UTF-8", "DAYS_LATER": "400"}),
    "working directory": Machine({"LC_ALL": "C.UTF-8"}, cwd=Path("/")),
    "rights": Machine({"LC_ALL": "C.UTF-8"}, umask=0o077),
}
"""What must not matter, each by itself."""

ALL_AT_ONCE = Machine(
    {
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4242",
        "LISTED": "7",
        "DAYS_LATER": "400",
    },
    cwd=Path("/"),
    umask=0o077,
)
"""All of it together."""


def demonstration(folder: Path) -> Path:
    """The settings of the demonstration and of ``FURTHER``, in ``folder``."""
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    written(folder, {"mkdocs.yml": SETTINGS})
    written(folder / "content", FURTHER)
    return folder / "mkdocs.yml"


def sixty_changes(folder: Path) -> Path:
    """The settings of a strategy of sixty changes and of ``FURTHER``, in ``folder``."""
    written(folder, {"mkdocs.yml": SETTINGS, "theme_overrides/x.txt": ""})
    written(folder / "content", {**strategy_files(60), **FURTHER})
    return folder / "mkdocs.yml"


@pytest.mark.parametrize("command", ["build", pytest.param("pages", marks=pytest.mark.sweep)])
def test_the_same_content_gives_the_same_bytes_on_any_machine_on_any_day(tmp_path, command):
    ours = demonstration(tmp_path / "ici")
    theirs = demonstration(tmp_path / "un autre dossier, là-bas")
    one, other = tmp_path / "one", tmp_path / "two" / "public"
    for machine, settings, target in ((HERE, ours, one), (ALL_AT_ONCE, theirs, other)):
        run = machine.runs(command, settings, target)
        assert run.code == 0, run.said
    assert len(list(one.rglob("*.*"))) > 100
    assert difference(one, other) == ""


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site, and what each command makes of it here."""
    folder = tmp_path_factory.mktemp("home")
    settings = sixty_changes(folder)
    for command in ("build", "pages"):
        run = HERE.runs(command, settings, folder / command)
        assert run.code == 0, run.said
    return folder


@pytest.mark.sweep
@pytest.mark.parametrize("command", ["build", "pages"])
@pytest.mark.parametrize("name", OTHERS)
def test_nothing_of_a_machine_comes_into_a_site(at_home, tmp_path, name, command):
    run = OTHERS[name].runs(command, at_home / "mkdocs.yml", tmp_path / command)
    assert run.code == 0, run.said
    assert difference(at_home / command, tmp_path / command) == ""


@pytest.mark.sweep
@pytest.mark.parametrize("command", ["build", "pages"])
def test_a_day_that_is_asked_for_dates_the_sheets_to_print_and_nothing_else(
    at_home, tmp_path, command
):
    asked = Machine({"LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1700000000"})
    run = asked.runs(command, at_home / "mkdocs.yml", tmp_path / command)
    assert run.code == 0, run.said
    weight = re.compile(rb"PDF, \d+\xc2\xa0ko")
    names = {path.relative_to(at_home / command) for path in (at_home / command).rglob("*.*")}
    assert names == {
        path.relative_to(tmp_path / command) for path in (tmp_path / command).rglob("*.*")
    }
    for name in names:
        one, other = (at_home / command / name, tmp_path / command / name)
        if one.is_file() and name.suffix != ".pdf":
            # A page names what a sheet weighs.
            assert weight.sub(b"", one.read_bytes()) == weight.sub(b"", other.read_bytes()), name


@pytest.mark.sweep
@pytest.mark.parametrize("command", ["build", "pages"])
def test_no_order_of_files_nor_of_sets_comes_into_a_site(at_home, tmp_path, command):
    for seed in range(2, 12):
        seeded = {"LC_ALL": "C.UTF-8", "LISTED": f"{seed}", "PYTHONHASHSEED": f"{seed}"}
        target = tmp_path / f"{seed}"
        run = Machine(seeded).runs(command, at_home / "mkdocs.yml", target)
        assert run.code == 0, run.said
        assert difference(at_home / command, target) == ""


def test_what_differs_is_named_with_its_first_byte(tmp_path):
    written(tmp_path / "one", {"a.html": "le même\nle 3 mai", "b.html": "x", "c.html": "y"})
    written(tmp_path / "two", {"a.html": "le même\nle 4 mai", "b.html": "x"})
    said = difference(tmp_path / "one", tmp_path / "two")
    assert said.splitlines()[:2] == ["only in one of the two: c.html", "a.html, byte 12, line 2:"]
    assert "le 3 mai" in said
    assert "b.html" not in said
