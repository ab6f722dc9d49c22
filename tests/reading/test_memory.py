"""A folder read again and again: a file that did not change is not read anew."""

from tests.engines.sites import CONTENT, written

from chemins.locales import load
from chemins.reading import Memory
from chemins.reading.content import read
from chemins.records import KINDS

CHANGE = "changements/droits-connus.md"


def _records(folder, memory, locale=None):
    content = read(folder, KINDS, locale, memory)
    return {record.source.path: record for record in content.records}, content


def test_a_file_of_the_same_bytes_is_the_same_record(tmp_path):
    memory = Memory()
    before, _ = _records(written(tmp_path, CONTENT), memory)
    after, _ = _records(written(tmp_path, CONTENT), memory)
    assert all(after[path] is record for path, record in before.items())


def test_an_edited_file_is_read_anew_and_alone(tmp_path):
    memory = Memory()
    before, _ = _records(written(tmp_path, CONTENT), memory)
    edited = CONTENT[CHANGE].replace("Les droits", "Nos droits")
    after, _ = _records(written(tmp_path, {CHANGE: edited}), memory)
    assert after[CHANGE].label == "Nos droits sont connus"
    assert {path for path in before if before[path] is not after[path]} == {CHANGE}


def test_faults_are_remembered_with_the_record_that_has_them(tmp_path):
    memory = Memory()
    written(tmp_path, {**CONTENT, CHANGE: CONTENT[CHANGE].replace("court", "bientôt")})
    _, first = _records(tmp_path, memory)
    _, second = _records(tmp_path, memory)
    assert first.faults == second.faults
    assert [each.code for each in first.faults] == ["E-CHOICE"]


def test_another_language_is_another_reading(tmp_path):
    memory = Memory()
    written(
        tmp_path, {"changes/known.md": "---\ntitre: Su\nporte_sur: savoirs\nhorizon: court\n---\n"}
    )
    _, english = _records(tmp_path, memory, load("en"))
    _, french = _records(tmp_path, memory, load("fr"))
    assert english.faults
    assert not french.faults
