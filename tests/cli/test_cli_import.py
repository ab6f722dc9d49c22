"""``chemins import quartiers``, as an officer types it and as it answers."""

import pytest
from click.testing import CliRunner
from tests.engines.sites import built, read
from tests.helpers import written
from tests.imports.made import BOW_TIE, SQUARE, TERRITORY, collection, feature, parts_of, polygon
from tests.imports.made import zipped_shapefile as archive

from chemins.cli import main
from chemins.commands.imports import import_commands
from chemins.locales import LANGUAGES, load

SETTINGS = "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/territoire.md": TERRITORY.replace(
        "demonstration", "communes: [{code: '02408', nom: Laon}]\ndemonstration"
    ),
    "qp.zip": archive(
        parts_of(
            [
                (("QP002010", "Montreuil", "Laon"), [SQUARE]),
                (("QP002011", "Champagne - Moulin", "Laon"), [BOW_TIE]),
                (("QP093001", "Floréal", "Saint-Denis"), [SQUARE]),
            ]
        )
    ),
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, ["import", "quartiers", *arguments])


def files(folder):
    content = folder / "content"
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }


def test_an_officer_reads_what_was_done_and_what_to_verify(here):
    result = run("qp.zip", "--codes", "QP002010", "QP002011", "--date", "3 mai 2016")
    assert result.exit_code == 0, result.output
    assert result.output == (
        "2 quartiers importés, sur les 3 de « qp.zip ».\n"
        "2 fiches nouvelles :\n"
        "   content/quartiers/montreuil.md  QP002010  Montreuil (Laon)\n"
        "   content/quartiers/champagne-moulin.md  QP002011  Champagne - Moulin (Laon)\n"
        "Contours dans content/donnees/quartiers.geojson : 2 ajoutés.\n"
        "1 contour réparé :\n"
        "   QP002011  Champagne - Moulin : un tracé qui se croisait a été démêlé\n"
        "content/territoire.md nomme maintenant les contours : source ANCT, "
        "licence Licence Ouverte 2.0, date 3 mai 2016 (comme demandé).\n"
        "Vérifiez la date et la source dans content/territoire.md.\n"
        "Ces codes (QP…) sont ceux de la liste de 2015 ; depuis le 1er janvier 2024, les quartiers "
        "prioritaires de l’Hexagone portent des codes QN…\n"
        "Ensuite : chemins check\n"
    )
    assert list(files(here)) == [
        "donnees/quartiers.geojson",
        "quartiers/champagne-moulin.md",
        "quartiers/montreuil.md",
        "territoire.md",
    ]
    checked = CliRunner().invoke(main, ["check", "."])
    assert checked.exit_code == 0, checked.output


def test_a_site_of_what_was_imported_builds_and_draws_its_map(here):
    written(
        here,
        {
            "mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: material}\n"
            "plugins: [search, chemins/strategy: {pdf: no}]\n"
        },
    )
    run("qp.zip", "--commune", "Laon")
    result = built(here / "mkdocs.yml")
    assert result.code == 0, result.said
    home = read(here / "site", "")
    said = " ".join(home.text().split())
    assert "Montreuil" in said
    assert "Champagne - Moulin" in said
    assert "Licence Ouverte 2.0" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("--codes", "qp002010 , qp002011", "qp.zip"),
        ("qp.zip", "--codes", "QP002010", "--codes", "QP002011"),
        ("--codes", "QP002010", "QP002011", "qp.zip"),
        ("qp.zip", "--commune", "laon"),
        ("qp.zip", "--commune", "02408"),
        ("qp.zip", "--departement", "02"),
        ("qp.zip", "--region", "hauts-de-france"),
        ("qp.zip", "QP002*"),
    ],
)
def test_quartiers_are_named_in_many_ways(here, arguments):
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("2 quartiers importés")


def test_without_a_choice_those_of_the_territory_are_proposed(here):
    result = run("qp.zip")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(
        "« qp.zip » contient 3 quartiers. Dites lesquels importer.\n"
        "2 sont dans les communes de votre territoire :\n"
        "   QP002010  Montreuil (Laon)\n"
    )
    assert "chemins import quartiers qp.zip --codes QP002010,QP002011\n" in result.stderr


def test_a_trial_writes_nothing(here):
    before = files(here)
    result = run("qp.zip", "--all", "--dry-run")
    assert result.exit_code == 0
    assert result.output.startswith("Essai, rien n’est écrit : 3 quartiers à importer")
    assert files(here) == before


def test_with_a_fault_nothing_is_written_and_all_faults_are_told(here):
    before = files(here)
    result = run("qp.zip", "--codes", "QP002010,QP002012,QN08410M", "--commune", "Lion")
    assert result.exit_code == 1
    assert "vouliez-vous dire « QP002010 » (Montreuil) ?" in result.output
    assert "« QN08410M » est un code de 2024" in result.output
    assert "« Lion »" in result.output
    assert result.output.endswith("Rien n’a été écrit.\n")
    assert files(here) == before


def test_a_shape_that_is_refused_is_a_warning_after_what_was_done(here):
    outside = polygon([[2, 95], [2, 96], [3, 95], [2, 95]])
    written(here, {"q.geojson": collection(feature("QN08410M"), feature("QN08411M", "B", outside))})
    result = run("q.geojson", "--all")
    assert result.exit_code == 0
    assert "W-IMPORT-SHAPE  Le contour de QN08411M (B, élément n° 2) est refusé" in result.output
    assert "1 avertissement." in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("absent.zip", "--all"),
            "E-IMPORT-FILE  Ce fichier ne peut pas être importé : il n’existe pas.",
        ),
        (("--all",), "Nommez un seul fichier"),
        (("qp.zip", "mkdocs.yml", "--all"), "il y en a 2"),
        (("qp.zip", "--all", "--date", "hier"), "« hier » n’est pas une date"),
        (("qp.zip", "--all", "-f", "absent.yml"), "Pas de « mkdocs.yml » ici"),
    ],
)
def test_what_cannot_run_says_why(here, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_full_disk_leaves_all_as_it_was(here, monkeypatch):
    from pathlib import Path

    def refused(self, target):
        raise OSError(28, "No space left on device", str(target))

    before = files(here)
    monkeypatch.setattr(Path, "replace", refused)
    result = run("qp.zip", "--all")
    assert result.exit_code == 2
    assert "Le disque est plein" in result.stderr
    assert files(here) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_is_explained_in_the_language_of_the_reader(language):
    words = load(language)
    command = import_commands(words).commands["quartiers"]
    told = {option.help for option in command.params if getattr(option, "help", None)}
    assert told == {
        *(
            word
            for rest, word in words.under("command")
            if rest.startswith("import_") and rest not in ("import_file", "import_quartiers")
        ),
        words.text("command.config_file"),
    }


def test_a_quartier_that_chemins_new_began_gets_its_name_and_one_that_a_person_named_does_not(here):
    begun = (
        "---\nnom_officiel: Quartier {code} (nom à écrire)  # ici\n"
        "code_qp: {code}\n---\nLe récit.\n"
    )
    theirs = "---\nnom_officiel: Notre nom\ncode_qp: QP002011\n---\n"
    written(
        here,
        {
            "content/quartiers/qp002010.md": begun.format(code="QP002010"),
            "content/quartiers/champagne.md": theirs,
        },
    )
    result = run("qp.zip", "--codes", "QP002010,QP002011")
    assert result.exit_code == 0, result.output
    assert (
        "1 fiche commencée a reçu son nom :\n"
        "   content/quartiers/montreuil.md  QP002010  Montreuil (Laon)\n"
    ) in result.output
    after = files(here)
    assert "quartiers/qp002010.md" not in after, "an address says the name, not the code"
    assert after["quartiers/montreuil.md"].decode() == (
        "---\nnom_officiel: Montreuil  # ici\ncode_qp: QP002010\ncommunes: [Laon]\n"
        "anciens_noms: [qp002010]\n---\nLe récit.\n"
    )
    assert after["quartiers/champagne.md"].decode() == theirs
