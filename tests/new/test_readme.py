"""The first commands of the README, typed one after the other as a newcomer would."""

import re
import shlex

from tests.engines.sites import program
from tests.helpers import ROOT, written
from tests.imports.made import SQUARE, parts_of, zipped_shapefile

README = (ROOT / "README.md").read_text("utf-8")
TYPED = re.findall(r"^```\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
TELLS = {"new": "Ensuite :", "check": "W-EXAMPLE", "build": "Le site est prêt"}
"""A word that shows that a command did what the README says."""


def commands(block: str) -> list[list[str]]:
    return [shlex.split(line) for line in block.splitlines()]


def test_a_newcomer_types_the_first_commands_and_each_does_what_is_said(tmp_path):
    (first,) = (block for block in TYPED if block.startswith("chemins new "))
    (later,) = (block for block in TYPED if block.startswith("chemins import "))
    here = tmp_path
    for words in commands(first):
        if words[0] == "cd":
            here = here / words[1]
            continue
        result = program(*words, cwd=here)
        assert result.code == 0, result.said
        assert TELLS[words[1]] in result.said
    assert (here / "site/index.html").is_file()
    official = [
        (("QN08410M", "Les Amandiers", "Belleville"), [SQUARE]),
        (("QN08411M", "Le Port", "Belleville"), [SQUARE]),
    ]
    written(here, {"qp-2024.zip": zipped_shapefile(parts_of(official))})
    for words in commands(later):
        result = program(*words, cwd=here)
        assert result.code == 0, result.said
    assert "nom_officiel: Les Amandiers" in (here / "content/quartiers/qn08410m.md").read_text()
    assert program("chemins", "format", "--check", cwd=here).code == 0
