"""What comes from others is what it says it is: files carried along, libraries, actions."""

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
import yaml
from tests.helpers import ROOT

RECORD = "VERSION.txt"
SUM = re.compile(r"^sha256  ([0-9a-f]{64})  (\S+)$", re.MULTILINE)
OF_OTHERS = re.compile(r"\.min\.(?:js|css)$|\.(?:woff2?|ttf|otf|eot|wasm|so|dll|exe|jar|swf)$")
"""What nobody writes by hand in this project."""

FOLDERS = ("plugins", "tests", "tools", "theme_overrides", "docs", "content", "benchmarks")


def files() -> Iterator[Path]:
    """Every file that the project carries in its folders."""
    for name in FOLDERS:
        for path in (ROOT / name).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


RECORDS = sorted(path for path in files() if path.name == RECORD)
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_records_and_locks():
    assert {path.parent.name for path in RECORDS} >= {"fonts", "mermaid", "axe"}
    assert {path.stem for path in LOCKS} >= {"site", "test", "pdf"}


@pytest.mark.parametrize("record", RECORDS, ids=named)
def test_a_file_of_others_is_byte_for_byte_the_one_that_its_record_names(record):
    sums = {name: digest for digest, name in SUM.findall(record.read_text("utf-8"))}
    carried = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in record.parent.iterdir()
        if path.name != RECORD and not path.name.startswith("LICENSE")
    }
    assert carried == sums


@pytest.mark.parametrize("record", RECORDS, ids=named)
def test_a_file_of_others_comes_with_its_version_its_origin_and_its_licence(record):
    origin = record.read_text("utf-8").partition("\n\n")[0]
    licences = {path.name for path in record.parent.glob("LICENSE*")}
    told = set(re.findall(r"see (LICENSE(?:[\w.-]*\w)?)", origin))
    assert told
    assert told <= licences
    for line in origin.splitlines():
        assert re.search(r"\d+\.\d+", line), line
        assert "package" in line
        assert "unchanged" in line or "subset" in line, line
    assert all((record.parent / name).stat().st_size > 500 for name in licences)


def test_nothing_of_others_is_carried_without_a_record():
    lone = [
        named(path)
        for path in files()
        if OF_OTHERS.search(path.name) and not (path.parent / RECORD).is_file()
    ]
    assert lone == []


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_each_library_is_locked_by_version_and_hash_and_names_no_address(lock):
    text = lock.read_text("utf-8")
    entries = [each for each in re.split(r"^(?=\S)", text, flags=re.MULTILINE) if each.strip()]
    assert len(entries) > 10 or lock.stem == "pdf"
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry.splitlines()[0]
    assert not re.search(r"https?://|--index-url|--find-links|@ file:", text)


TWICE_LICENSED = {"text-unidecode", "pyphen"}
"""Offered under the GPL or another licence, as one chooses: we choose the other."""


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_no_library_binds_us_to_the_gpl(lock):
    names = re.findall(r"^([a-z0-9._-]+)==", lock.read_text("utf-8"), re.MULTILINE)
    for name in set(names) - TWICE_LICENSED:
        try:
            known = metadata(name)
        except PackageNotFoundError:  # of an extra, or of another system
            continue
        classes = [each for each in known.get_all("Classifier", []) if each.startswith("License")]
        said = " ".join((known.get("License-Expression") or "", *classes))
        assert not re.search(r"(?<!L)GPL", said), (name, said)


def test_every_action_of_a_workflow_is_pinned_to_a_commit():
    used = []
    for file in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        text = file.read_text("utf-8")
        used += re.findall(r"uses:\s*(\S+)", text)
        assert yaml.safe_load(text)["permissions"] == {}, file.name
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each)] == []
