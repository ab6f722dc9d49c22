"""Each message, whole, as a person reads it: French and English goldens, a file a case."""

from pathlib import Path

import pytest
from tests.checks.cases import CASES
from tests.checks.running import faults_of, standing
from tests.helpers import golden

from chemins.faults.report import Reporter
from chemins.locales import load
from chemins.reading import lines_of

TOLD = [case for case in CASES if case.expect]
FOLDER = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.name)
def test_a_person_reads_the_whole_message(case, language, tmp_path):
    with standing(case, tmp_path) as folder:
        faults = [each for each in faults_of(case, folder) if case.concerns(each.code)]
        content = folder / "content" if case.settings else folder
        said = Reporter(load(language), lines_of(content)).text(faults)
    ending = "txt" if language == "fr" else f"{language}.txt"
    golden(FOLDER / f"{case.name}.{ending}", said.replace(f"{tmp_path}/", "") + "\n")


def test_there_is_no_golden_without_a_case():
    assert {file.name.partition(".")[0] for file in FOLDER.iterdir()} == {c.name for c in TOLD}
