"""What Visual Studio Code is given: faults that it underlines, snippets that it completes with."""

import json
import re

import pytest
import yaml
from tests.helpers import written

from chemins.edition import edition_of
from chemins.faults import Fault, Place, Severity
from chemins.faults.report import PATTERN, Reporter
from chemins.forms.editor import snippets, tasks
from chemins.forms.editor_files import editor_files, named_in
from chemins.forms.snippets import kind_snippets, record_snippets
from chemins.locales import LANGUAGES, load
from chemins.new import Wished, site_files
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.kinds import folder_of

FR = load("fr")
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)


def loaded(text: str):
    """A file of the editor, without the line that says whose it is."""
    remark, _, rest = text.partition("\n")
    assert remark.startswith("// ")
    return json.loads(rest)


def expanded(body: list[str]) -> str:
    """What a snippet writes for somebody who takes the first of all that is offered."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|((?:\\.|[^\\,|])*)(?:,[^|]*)?\|\}", lambda found: found[1], text)
    text = re.sub(r"\$\{\d+:((?:\\.|[^\\}])*)\}", lambda found: found[1], text)
    return re.sub(r"\\(.)", r"\1", text.replace("$0", "Un récit.\n"))


@every_language
def test_what_is_wrong_is_taken_apart_by_the_pattern_of_the_task(tmp_path, language):
    locale = load(language)
    (task, _) = loaded(tasks(locale))["tasks"]
    matcher = task["problemMatcher"]
    pattern = re.compile(matcher["pattern"]["regexp"])
    found = edition_of(
        written(
            tmp_path,
            {
                "changements/a.md": "---\ntitre: x\nporte_sur: savoir\nhorizon: court\n",
                "changements/b.md": "---\ntitre: [x]\nhorizom: court\n---\n",
                "changements/c.md": "---\ntitre: x\nporte_sur: savoirs\nhorizon: court\n"
                "contribue_a: [b]\n---\nÉcrire à jeanne@exemple.fr.\n",
                "visions/été: 3.md": "---\ntitre: x\n---\n",
                "actoons/d.md": "---\ntitre: x\n---\n",
            },
        ),
        KINDS,
    )
    said = Reporter(locale, prefix="content/").editor(found.faults).split("\n")
    assert len(said) >= len({each.code for each in found.faults}) > 5
    for fault, line in zip(sorted(found.faults, key=lambda each: each.order), said, strict=True):
        match = pattern.fullmatch(line)
        groups = {name: match[at] for name, at in matcher["pattern"].items() if isinstance(at, int)}
        place = fault.place
        assert groups["file"] == f"content/{place.path}"
        assert (int(groups["line"]), int(groups["column"])) == (place.line, place.column)
        assert int(groups["endColumn"]) > int(groups["column"])
        assert groups["code"] == fault.code
        assert groups["severity"] in ("error", "warning", "info")
        assert groups["message"]


def test_a_line_of_the_report_holds_one_fault_whatever_it_speaks_of():
    place = Place("a.md", 3, 4, 5)
    values = {"key": "x\n::error\ny", "expected": "z"}
    said = Reporter(FR).editor([Fault("E-SHAPE", Severity.ERROR, place, values)])
    assert re.fullmatch(PATTERN, said)
    assert "\n" not in said
    assert said.startswith("a.md:3:4-9: error E-SHAPE: ")


@every_language
def test_the_task_knows_when_a_check_begins_and_ends(language):
    (task, complete) = loaded(tasks(load(language)))["tasks"]
    background = task["problemMatcher"]["background"]
    assert re.match(background["beginsPattern"], "chemins> …")
    assert re.match(background["endsPattern"], "chemins< …")
    assert task["args"] == ["check", "--watch", "--format", "editor"]
    assert complete["args"] == ["schema", "--vscode"]


@pytest.fixture(scope="module", params=LANGUAGES)
def started(request, tmp_path_factory):
    """A new site, and what completes it."""
    folder = tmp_path_factory.mktemp(request.param)
    written(folder, site_files(Wished("Belleville", request.param, ())))
    found = edition_of(folder / "content", KINDS)
    named = named_in(found.content.records)
    made = editor_files(KINDS, found.content.locale, named)
    return folder / "content", found, {name: loaded(text) for name, text in made.ours.items()}


@every_kind
def test_a_snippet_writes_a_record_that_the_check_accepts(started, kind):
    folder, before, files = started
    locale = before.content.locale
    body = files[".vscode/chemins.code-snippets"][locale.text(f"kinds.{kind.kind}.one")]["body"]
    name = (
        f"{folder_of(kind, locale)}/neuve"
        if kind.folder
        else locale.text(f"kinds.{kind.kind}.file")
    )
    file = folder / f"{name}.md"
    was = file.read_bytes() if file.exists() else None
    file.write_text(expanded(body), "utf-8")
    found = edition_of(folder, KINDS)
    # Who signs a site that is no demonstration is for the territory's team to say.
    wrong = [each.code for each in found.faults if each.severity == Severity.ERROR]
    assert wrong == (["E-LEGAL"] if kind is KINDS["territory"] else [])
    assert any(each.source.path == f"{name}.md" for each in found.content.records)
    file.unlink() if was is None else file.write_bytes(was)


def test_a_field_is_written_as_the_reader_takes_it(started):
    _, before, files = started
    locale = before.content.locale
    kinds = {locale.text(f"kinds.{kind.kind}.one"): kind for kind in KINDS}
    said = files[".vscode/chemins.code-snippets"]
    fields = {name: each for name, each in said.items() if name not in kinds}
    assert len(fields) > 100
    for name, snippet in fields.items():
        text = expanded(snippet["body"])
        _, _, within = name.partition(" (")
        kind = kinds[within.removesuffix(")").split(", ")[0]] if within else KINDS["change"]
        _, faults = record_of(f"---\n{text}\n---\n".encode(), "x.md", "x", kind, locale)
        wrong = [each for each in faults if each.code != "E-MISSING"]
        assert wrong == [], (name, text)
        assert yaml.safe_load(text)


def test_a_choice_offers_every_word_in_the_folder_of_its_kind():
    (found,) = [
        each for name, each in kind_snippets(KINDS, FR).items() if name == "horizon (changement)"
    ]
    assert found["body"] == ["horizon: ${1|court,moyen,long|}"]
    assert found["prefix"] == "horizon"
    assert found["include"] == ["**/changements/**", "**/changes/**"]


def test_a_record_is_completed_by_its_identifier_and_shown_with_its_title(demo):
    named = named_in(demo.content.records)
    found = record_snippets(named, FR)
    assert len(found) == len(demo.content.records)
    every = [each for each in demo.content.records if isinstance(each, Record)]
    for record in every:
        snippet = found[f"{record.kind}/{record.identifier}"]
        assert expanded([snippet["body"]]) == snippet["prefix"] == record.identifier
        assert record.label in snippet["description"]
    change = kind_snippets(KINDS, FR, named)["changement"]["body"]
    (line,) = [each for each in change if each.startswith("  - vers: ")]
    assert "parents-coeducateurs" in line
    assert loaded(snippets(found, FR)) == found
