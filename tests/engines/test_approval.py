"""Where only approved records are published, no byte of the site knows of the others."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.engines.sites import built, pages, program, read, small, snapshot, written

from chemins.engines.folder import write_pages
from chemins.locales import load
from chemins.records import KINDS, Record, Territory
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.indicator import Series
from chemins.records.kinds import folder_of
from chemins.records.relations import Relation
from chemins.records.words import Model, key_of

FR = load("fr")
SECRET = "zzsecret"
SETTINGS = """\
site_name: Notre stratégie
docs_dir: content
theme: {name: material}
nav:
  - Démarche: demarche.md
  - Cachés:
      - Un secret: visions/zzsecret-vision.md
  - Visions: visions/index.md
plugins:
  - search
  - chemins/strategy: {approved_only: true}
"""
SCALARS: dict[str, Any] = {
    "flag": "oui",
    "whole": 987654,
    "number": "98,7654",
    "year": "2987",
    "degrees": "43,7654",
    "day": "2031-07-13",
    "when": "juillet 2031",
    "time": "18 h 30",
    "web": f"https://exemple.fr/{SECRET}",
    "mail": f"{SECRET}@exemple.fr",
    "phone": "04 98 76 54 32",
    "quartier-code": "QN09999M",
    "siren": "987 654 321",
    "language": "oc",
    "counts": {SECRET: 987654},
    "file": f"/documents/{SECRET}.pdf",
}
TRACES = (SECRET, "987654", "2031", "98 76 54", "QN09999M")
"""What would show that something of a record that waits was published."""


def fields(model: Model, text: str, linked: str) -> dict[str, Any]:
    """Every field of ``model`` but approvals, holding ``text``, leading to records ``linked``."""
    return {
        key_of(model, name, FR): value(field, text, linked)
        for name, field in declaration(model).items()
        if name not in ("approved_by", "approved_on")
    }


def value(field: FieldDeclaration, text: str, linked: str) -> Any:
    if field.relation and field.part:
        one: Any = {**fields(field.part, text, linked), "to": target(field.relation, linked)}
        one.pop("vers", None)
    elif field.relation:
        one = target(field.relation, linked)
    elif field.part is Series:
        one = {"fichier": f"/documents/{SECRET}.csv"}
    elif field.part:
        one = fields(field.part, text, linked)
    elif field.choice:
        one = next(iter(field.choice.words(FR).values()))
    else:
        one = SCALARS.get(field.holds, text)
    return [one] if field.many else one


def target(relation: Relation, linked: str) -> str:
    kinds = [kind.kind for kind in KINDS if kind.folder]
    # The known lead to the secret by one way and the secret to the known by another: no circle.
    wanted = relation.to if linked == SECRET else reversed(relation.to)
    return f"{linked}-{next(kind for kind in (*wanted, *kinds) if kind in kinds)}"


def record(values: dict[str, Any], body: str) -> str:
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, width=1000)}---\n{body}\n"


def known(kind: type[Record]) -> dict[str, Any]:
    """An approved record of ``kind`` whose every link leads to one that waits."""
    required = {
        key_of(kind, name, FR): value(field, "Un mot public", SECRET)
        for name, field in declaration(kind).items()
        if field.required or (leads(field) and name not in ("former_names", "photos"))
    }
    return {**required, "valide_par": "Le comité", "valide_le": "12/02/2026"}


def leads(field: FieldDeclaration) -> bool:
    inner = declaration(field.part).values() if field.part else ()
    return field.relation is not None or any(leads(each) for each in inner)


def files() -> Iterator[tuple[str, str]]:
    yield "territoire.md", "---\ntitre: Notre stratégie\nnom: la commune\ndemonstration: oui\n---\n"
    for kind in KINDS:
        body = (
            f"Le {SECRET}, voir ![lui](/documents/{SECRET}.png), "
            f"[l’annexe](/visions/{SECRET}%2523.csv) et [[connu-change]]."
        )
        hidden = record(fields(kind, f"Un {SECRET} bien gardé", "connu"), body)
        if kind is Territory:
            continue
        if not kind.folder:
            yield f"{FR.text(f'kinds.{kind.kind}.file')}.md", hidden
            continue
        folder = folder_of(kind, FR)
        yield f"{folder}/{SECRET}-{kind.kind}.md", hidden
        mentions = (
            f"[[{SECRET}-{kind.kind}|Des mots à soi]], [par le fichier]({SECRET}-{kind.kind}.md), "
            f"[par l’adresse](/{folder}/{SECRET}-{kind.kind}/), [par renvoi][r].\n\n"
            f"[r]: {SECRET}-{kind.kind}.md"
        )
        # The dates of what is known are its own, and no trace of what waits.
        shown = record(known(kind), mentions).replace("2031", "2019")
        yield f"{folder}/connu-{kind.kind}.md", shown
    yield "libre.md", "# Libre\n\nUne [page](visions/zzsecret-vision.md) et la suite.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site of approved records, each with a twin that waits; where it is published."""
    folder = tmp_path_factory.mktemp("approval")
    small(folder, {}, SETTINGS)
    content = folder / "content"
    for path in content.rglob("*.md"):
        path.unlink()
    written(content, dict(files()))
    (content / "documents").mkdir()
    (content / f"documents/{SECRET}.pdf").write_bytes(b"%PDF-1.7 " + SECRET.encode())
    (content / f"visions/{SECRET}%23.csv").write_text(f"{SECRET};1", "utf-8")
    table = f"date;valeur;note\n2031;98,7654;{SECRET}\n"
    (content / f"documents/{SECRET}.csv").write_text(table, "utf-8")
    picture(content / f"documents/{SECRET}.png")
    return folder


def picture(path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (4, 4)).save(path)


def traces(folder: Path) -> list[str]:
    """Where something of the records that wait can be found, by name or by content."""
    found = []
    for path, data in snapshot(folder).items():
        data = gzip.decompress(data) if path.endswith(".gz") else data
        shown = [trace for trace in TRACES if trace.encode() in data or trace in path]
        found += [f"{path}: {trace}" for trace in shown]
    return found


def test_nothing_of_a_record_that_waits_is_in_any_byte_of_the_site(site):
    run = built(site / "mkdocs.yml")
    assert run.code == 0, run.said
    assert traces(site / "site") == []
    assert run.said.count("W-WAITING") == 1
    # What is approved is there, with the words of what could not be a link.
    addresses = set(pages(site / "site"))
    assert {
        f"{folder_of(kind, FR)}/connu-{kind.kind}/" for kind in KINDS if kind.folder
    } < addresses
    text = read(site / "site", "visions/connu-vision/").css_first("article").text()
    assert "Des mots à soi, par le fichier, par l’adresse, par renvoi." in text
    assert "Une page et la suite." in read(site / "site", "libre/").css_first("article").text()


def test_the_menu_names_nothing_that_waits(site):
    built(site / "mkdocs.yml")
    menu = read(site / "site", "").css_first("nav.rubriques, .md-nav--primary, nav").text()
    assert "Cachés" not in menu


def test_nothing_of_it_is_in_the_folder_of_pages_either(site, tmp_path):
    said: list[str] = []
    assert write_pages(site / "mkdocs.yml", tmp_path / "pages", said.append) == 0, said
    docs = tmp_path / "pages" / "docs"
    assert traces(docs) == []
    assert SECRET not in (tmp_path / "pages/mkdocs.yml").read_text("utf-8")
    run = program("mkdocs", "build", "--strict", cwd=tmp_path / "pages")
    assert run.code == 0, run.said


def test_without_the_setting_everything_is_published(site, tmp_path):
    settings = (site / "mkdocs.yml").read_text("utf-8").replace("approved_only: true", "")
    (site / "all.yml").write_text(settings, "utf-8")
    run = built(site / "all.yml", tmp_path / "site")
    assert run.code == 0, run.said
    assert (tmp_path / f"site/visions/{SECRET}-vision/index.html").is_file()
    assert "W-WAITING" not in run.said
    # So the test above looks for what would be there.
    found = {each.rpartition(": ")[2] for each in traces(tmp_path / "site")}
    assert found == set(TRACES)
    for path in (f"documents/{SECRET}.pdf", f"documents/{SECRET}.png", f"visions/{SECRET}%23.csv"):
        assert (tmp_path / "site" / path).is_file()


def test_a_preview_shows_what_waits_and_marks_it(site, tmp_path):
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    hidden = read(tmp_path / "site", f"visions/{SECRET}-vision/")
    assert "Pas encore approuvé" in hidden.css_first("article").text()
    shown = read(tmp_path / "site", "visions/connu-vision/")
    assert "Pas encore approuvé." not in shown.css_first("article").text()
    lines = {
        str(line.css_first("a").attributes["href"]): "Pas encore approuvé" in line.text()
        for line in read(tmp_path / "site", "visions/").css(".articles > li")
    }
    assert lines == {"../visions/connu-vision/": False, f"../visions/{SECRET}-vision/": True}
