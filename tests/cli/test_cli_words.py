"""The command line speaks the reader's language all through, click's own sentences too."""

import inspect
import os
import subprocess
import sys

import pytest
from click import core, decorators, exceptions, formatting, parser, types

from chemins.locales import load


def run(language: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from chemins.cli import main; main()", *arguments],
        env=os.environ | {"LC_ALL": language, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--help",), "Montre cette aide."),
        (("--help",), "Commandes:"),
        (("import", "quartiers", "--help"), "Emploi :"),
        (("import", "--help"), "COMMANDE [MOTS]…"),
        (("bild",), "La commande « bild » n’existe pas. Vouliez-vous dire 'build' ?"),
        (("build", "--foo"), "L’option « --foo » n’existe pas."),
        (("check", "a", "b"), "Un mot de trop : b"),
        (("check", "--format", "x"), "n’est pas l’un de ces choix"),
        (("build", "-f"), "L’option « -f » demande une valeur."),
    ],
)
def test_click_speaks_french_to_whoever_does(arguments, said):
    assert said in run("fr_FR.UTF-8", *arguments).replace("\n  ", " ")


def test_click_keeps_its_english():
    assert "Usage: " in run("en", "--help")
    assert "No such command 'bild'. Did you mean 'build'?" in run("en", "bild")


def test_the_english_sentences_are_those_of_click_to_the_letter():
    sources = "".join(
        inspect.getsource(each)
        for each in (core, decorators, exceptions, formatting, parser, types)
    )
    said = dict(load("en").under("click"))
    lost = {key: word for key, word in said.items() if repr(word)[1:-1] not in sources}
    assert lost == {}
