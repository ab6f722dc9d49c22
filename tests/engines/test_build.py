import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engines.sites import (
    ROOT,
    SETTINGS,
    built,
    pages,
    program,
    read,
    reading,
    small,
    snapshot,
    written,
)

from chemins.configuration import Configuration, configuration_of
from chemins.engines.exchange import workspace
from chemins.engines.mkdocs import plugin
from chemins.engines.mkdocs.labels import labels
from chemins.engines.mkdocs.lacking import lacking

BROKEN = {"changements/x.md": "---\ntitre: X\nporte_sur: savoirs\nhorizon: bientôt\n---\n"}
FOLDER_ADVICE = {"visionss/page.md": "# Une page\n"}


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> dict[str, bytes]:
    """What a small site publishes."""
    root = tmp_path_factory.mktemp("good")
    run = built(small(root))
    assert run.code == 0, run.said
    return snapshot(root / "site")


@pytest.fixture
def site(tmp_path, good) -> Path:
    """A small site, already published."""
    small(tmp_path)
    for path, data in good.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path


def kept(site: Path, good: dict[str, bytes]) -> bool:
    """Whether the published site is as it was, and nothing is left beside it."""
    return snapshot(site / "site") == good and not list(site.glob(".site*"))


def refused(site: Path, good: dict[str, bytes], code: int, *words: str, **options: bool) -> None:
    """A build of ``site`` fails, says ``words``, and touches nothing."""
    run = built(site / "mkdocs.yml", **options)
    assert run.code == code, run.said
    assert all(word in run.said for word in words), run.said
    assert "Traceback" not in run.said
    assert "Le site d’avant reste en place" in run.said
    assert kept(site, good)


def test_faults_of_records_leave_the_site_as_it_was(site, good):
    small(site, BROKEN)
    refused(site, good, 1, "content/changements/x.md:4:10  E-CHOICE", "horizon: bientôt")


def test_mkdocs_alone_finds_faults_before_it_empties_the_site(site, good):
    small(site, BROKEN)
    run = program("mkdocs", "build", cwd=site)
    assert run.code == 1
    assert "changements/x.md:4:10  E-CHOICE" in run.said
    assert "Traceback" not in run.said
    assert kept(site, good)


def test_a_warning_stops_only_when_strict(site, good):
    small(site, FOLDER_ADVICE)
    refused(site, good, 1, "E-FOLDER", strict=True)
    run = built(site / "mkdocs.yml")
    assert (run.code, run.said.count("E-FOLDER")) == (0, 1)
    assert (site / "site/visionss/page/index.html").is_file()


def test_strict_in_the_settings_is_strict(site, good):
    small(site, FOLDER_ADVICE, SETTINGS + "strict: true\n")
    refused(site, good, 1, "E-FOLDER")


def test_a_warning_of_mkdocs_is_said_once_and_stops_when_strict(site, good):
    page = {"libre.md": "# Libre\n\n[perdu](perdu.md) et [perdu](perdu.md)\n"}
    small(site, page)
    refused(site, good, 1, "MkDocs : ", "perdu.md", "comme « strict » le demande", strict=True)
    small(site, {}, SETTINGS + "theme_: oui\n")
    (site / "content/libre.md").unlink()
    run = built(site / "mkdocs.yml")
    assert run.code == 0
    assert run.said.count("W-SETTING") == 1
    assert "vouliez-vous dire « theme »" in run.said


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[perdu](../nulle-part/)", "G-LINK"),
        ("[perdu](#nulle-part)", "G-ANCHOR"),
        ("![image](https://ailleurs.example/x.png)", "G-OUTSIDE"),
        ('<video src="//ailleurs.example/x.mp4"></video>', "G-OUTSIDE"),
    ],
)
def test_what_is_wrong_on_a_page_written_by_hand_keeps_the_old_site(site, good, text, code):
    small(site, {"libre.md": f"# Libre\n\n{text}\n"})
    refused(site, good, 1, code, "libre/index.html:")


def test_a_dead_entry_of_the_menu_is_said_once(site, good):
    small(site, {}, SETTINGS + "nav: [Accueil: index.md, Perdu: /nulle-part/]\n")
    run = built(site / "mkdocs.yml")
    assert run.code == 1
    assert run.said.count("G-LINK") <= 2
    assert "autres pages.)" in run.said
    assert kept(site, good)


def test_the_folder_of_the_site_can_be_given(site, good):
    run = built(site / "mkdocs.yml", site / "ailleurs" / "public")
    assert run.code == 0
    assert list(pages(site / "ailleurs/public")) == list(pages(site / "site"))
    assert kept(site, good)


def test_a_site_builds_from_another_folder(site, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    arguments = ("build", "-f", site / "mkdocs.yml", "-d", "public")
    run = program("chemins", *arguments, cwd=elsewhere)
    assert run.code == 0, run.said
    assert (elsewhere / "public/index.html").is_file()


def test_faults_open_from_where_the_command_runs(site, good):
    small(site, BROKEN)
    run = program("chemins", "build", "-f", Path(site.name) / "mkdocs.yml", cwd=site.parent)
    assert f"{site.name}/content/changements/x.md:4:10  E-CHOICE" in run.said


@pytest.mark.parametrize("place", ["content/site", "content", "."])
def test_a_site_is_built_neither_inside_the_records_nor_around_them(site, good, place):
    before = snapshot(site)
    run = built(site / "mkdocs.yml", site / place)
    assert run.code == 2
    assert "Donnez-lui un dossier à part" in run.said
    assert snapshot(site) == before


def test_a_folder_that_holds_something_else_is_not_erased(site):
    mine = written(site / "mine", {"lettre.txt": "gardez-moi"})
    run = built(site / "mkdocs.yml", mine)
    assert run.code == 2
    assert "contient autre chose" in run.said
    assert snapshot(mine) == {"lettre.txt": b"gardez-moi"}


def test_hidden_files_of_a_server_stay_in_the_site(site):
    written(site / "site", {".htaccess": "a", ".well-known/security.txt": "b", "vieux.html": "c"})
    assert built(site / "mkdocs.yml").code == 0
    after = snapshot(site / "site")
    assert (after[".htaccess"], after[".well-known/security.txt"]) == (b"a", b"b")
    assert "vieux.html" not in after


def test_a_missing_content_folder_is_named(site, good):
    small(site, {}, SETTINGS.replace("docs_dir: content", "docs_dir: contenu"))
    run = program("chemins", "build", cwd=site)
    assert (run.code, "S-CONTENT" in run.said, "Traceback" in run.said) == (2, True, False)
    assert kept(site, good)


def test_broken_settings_are_shown_with_their_line(site, good):
    small(site, {}, "site_name: X\ndocs_dir: content\nplugins: [search\nnav: []\n")
    run = program("chemins", "build", cwd=site)
    assert run.code == 2
    assert "mkdocs.yml:4:" in run.said
    assert "S-SETTINGS" in run.said
    assert kept(site, good)


def test_a_folder_without_settings_is_no_site(tmp_path):
    run = program("chemins", "build", cwd=tmp_path)
    assert run.code == 2
    assert "Pas de « mkdocs.yml » ici" in run.said


def test_settings_that_mkdocs_refuses_are_told_in_a_sentence(site, good):
    small(site, {}, SETTINGS + "nav: 3\n")
    run = built(site / "mkdocs.yml")
    assert run.code == 2
    assert "mkdocs.yml:5:6  S-SETTING  Le réglage « nav »" in run.said
    assert snapshot(site / "site") == good


@pytest.mark.parametrize(
    ("written_as", "instead", "line", "words"),
    [
        ("name: material", "name: materiel", 3, "vouliez-vous dire « material » ?"),
        ("name: material", "name: inconnu", 3, "« inconnu » n’est pas installé."),
        ("{name: material}", "materiel", 3, "vouliez-vous dire « material » ?"),
        ("[search,", "[serach,", 4, "vouliez-vous dire « search » ?"),
        ("[search, chemins/strategy: {pdf: no}]", "{inconnu: {}, chemins/strategy: {}}", 4, "pip"),
        ("[search,", "[{inconnu: {a: b}},", 4, "« inconnu » n’est pas installé."),
        ("material}", "material, custom_dir: nulle part}", 3, "Le dossier « nulle part »"),
        ("docs_dir", "hooks: [rien.py]\ndocs_dir", 2, "Le fichier « rien.py » n’existe pas."),
    ],
)
def test_what_the_settings_name_and_is_not_there_is_told_on_its_line(
    site, good, written_as, instead, line, words
):
    small(site, {}, SETTINGS.replace(written_as, instead))
    refused(site, good, 2, f"mkdocs.yml:{line}:", "S-LACKS", words)


@pytest.mark.parametrize("settings", ["[material/search, /search,", "[!ENV [RIEN, search],"])
def test_every_way_of_naming_a_plugin_that_is_there_will_do(site, settings):
    small(site, {}, SETTINGS.replace("[search,", settings).replace("name: material", "name: null"))
    written = configuration_of(site / "mkdocs.yml")
    assert isinstance(written, Configuration)
    assert lacking(written) == ()


def test_a_site_without_our_plugin_would_publish_its_records_as_they_are(site, good):
    small(site, {}, SETTINGS.replace(", chemins/strategy: {pdf: no}", ""))
    refused(site, good, 2, "mkdocs.yml:4:1  S-PLUGIN", "ajoutez « - chemins/strategy »")


def test_addresses_without_folders_are_refused(site, good):
    small(site, {}, SETTINGS + "use_directory_urls: false\n")
    run = program("chemins", "build", cwd=site)
    assert (run.code, "mkdocs.yml:5:1  S-URLS" in run.said) == (2, True), run.said
    run = program("mkdocs", "build", cwd=site)
    assert (run.code, "S-URLS" in run.said, "Traceback" in run.said) == (1, True, False)
    assert kept(site, good)


THEMED = SETTINGS.replace("{name: material}", "{name: material, custom_dir: overrides}")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ('{% extends "base.html" %}\n{% block content %}\n', 2),
        ('{% extends "base.html" %}\n{% block footer %}\n{{ rien.du.tout }}{% endblock %}', 3),
        ('{% extends "base.html" %}\n{% block footer %}{{ 1 | inconnu }}{% endblock %}', 2),
    ],
)
def test_a_broken_template_is_told_with_its_place(site, good, template, line):
    small(site, {}, THEMED)
    written(site, {"overrides/main.html": template})
    run = built(site / "mkdocs.yml")
    assert run.code == 2, run.said
    assert "Un gabarit du thème" in run.said
    assert f"overrides/main.html:{line} :" in run.said
    assert "Traceback" not in run.said
    assert kept(site, good)


def test_an_error_that_nobody_foresaw_is_one_sentence_with_its_place(site, good):
    small(site, {}, THEMED + "hooks: [crochet.py]\n")
    written(site, {"overrides/x": "", "crochet.py": "def on_env(env, **_):\n    return 1 / 0\n"})
    refused(site, good, 2, "crochet.py:2 : ZeroDivisionError: division by zero")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (28, "Le disque est plein"),
        (13, "Vous n’avez pas le droit"),
        (5, "Faites vérifier ce disque"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(site, good, monkeypatch, number, words):
    def refusing(downloads, folder):
        raise OSError(number, os.strerror(number), str(folder))

    monkeypatch.setattr(plugin, "write_downloads", refusing)
    run = built(site / "mkdocs.yml")
    monkeypatch.undo()
    assert run.code == 2
    assert words in run.said
    assert "Traceback" not in run.said
    assert kept(site, good)


def test_a_build_while_another_runs_is_refused(site):
    with workspace(site / "site"):
        run = built(site / "mkdocs.yml")
    assert (run.code, "S-BUSY" in run.said) == (2, True)


def test_files_of_records_and_lock_files_never_reach_the_site(site):
    written(site / "content", {"quartiers/~$plan.docx": "x", ".cache/x.txt": "y"})
    assert built(site / "mkdocs.yml").code == 0
    names = {path.name for path in (site / "site").rglob("*")}
    assert not [name for name in names if name.endswith(".md") or name.startswith("~$")]
    assert "x.txt" not in names


def test_a_link_to_elsewhere_on_the_disk_is_a_fault(site, good):
    (site / "secret.txt").write_text("secret")
    (site / "content/lien.txt").symlink_to(site / "secret.txt")
    refused(site, good, 1, "content/lien.txt:1:1  E-LINK-FILE")


def test_a_hidden_link_to_elsewhere_on_the_disk_is_not_followed(site):
    outside = written(site / "dehors", {"secret.txt": "Une phrase du dehors."})
    (site / "content/~$a").symlink_to(outside / "secret.txt")
    (site / "content/~$dossier").symlink_to(outside)
    assert built(site / "mkdocs.yml").code == 0
    assert b"phrase du dehors" not in b"".join(snapshot(site / "site").values())


def test_a_page_written_by_hand_replaces_ours_with_advice(site):
    pages_by_hand = {
        "glossaire/index.md": "# Nos mots\n",
        "changements.md": "# Nos changements\n",
        "donnees/index.html": "<!doctype html><title>x</title><p>Nos données",
    }
    html = SETTINGS.replace("{pdf: no}", "{pdf: no, attachments: [html]}")
    small(site, pages_by_hand, html)
    run = built(site / "mkdocs.yml")
    assert (run.code, run.said.count("W-REPLACED")) == (0, 3), run.said
    assert read(site / "site", "glossaire/").css_first("h1").text() == "Nos mots"
    assert read(site / "site", "changements/").css_first("h1").text() == "Nos changements"
    assert "Nos données" in (site / "site/donnees/index.html").read_text("utf-8")
    assert (site / "site/glossaire/qpv/index.html").is_file()


def test_the_head_of_a_page_written_by_hand_holds_nothing_unescaped(site):
    hostile = '"><script>alert(1)</script>'
    front = f"title: '{hostile}'\ndescription: '{hostile}'\nauthor: '{hostile}'\n"
    small(site, {"libre.md": f"---\n{front}---\nBonjour.\n"})
    assert built(site / "mkdocs.yml").code == 0
    page = read(site / "site", "libre/")
    assert not [each for each in page.css("script") if "alert" in each.text()]
    for name in ("description", "author"):
        assert page.css_first(f"meta[name={name}]").attributes["content"] == hostile


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_build_our_pages(tmp_path, theme):
    files = {"visions/v.md": "---\ntitre: <script>alert(1)</script>\n---\n"}
    config = small(tmp_path, files, SETTINGS.replace("material", theme))
    run = program("mkdocs", "build", cwd=tmp_path)
    assert run.code == 0, run.said
    page = read(tmp_path / "site", "visions/v/")
    assert page.css_first("h1").text() == "<script>alert(1)</script>"
    assert not [each for each in page.css("script") if each.text().strip() == "alert(1)"]
    assert config.is_file()


def test_a_site_needs_no_menu(good):
    assert {"index.html", "glossaire/index.html", "glossaire/qpv/index.html"} <= set(good)


def test_the_menu_says_what_the_settings_call_a_page(site):
    small(site, {}, SETTINGS + "nav: [Accueil: index.md, Nos mots: glossaire/index.md]\n")
    assert built(site / "mkdocs.yml").code == 0
    header = read(site / "site", "glossaire/qpv/").css_first("header")
    assert "Nos mots" in header.text()


def test_a_page_written_by_hand_and_the_menu_may_name_the_file_of_a_record(site):
    page = {"a/libre.md": "# Libre\n\n[QPV](../glossaire/qpv.md) [mot](../glossaire/Zus%20É.md)\n"}
    record = {"glossaire/Zus É.md": "---\nterme: ZUS\ndefinition: Une zone.\n---\n"}
    small(
        site,
        {**page, **record},
        SETTINGS + "nav: [a/libre.md, Le mot: glossaire/qpv.md]\n",
    )
    run = built(site / "mkdocs.yml", strict=True)
    assert run.code == 0, run.said
    links = read(site / "site", "a/libre/").css("article a")
    assert [each.attributes["href"] for each in links] == [
        "../../glossaire/qpv/",
        "../../glossaire/zus-e/",
    ]
    assert "Le mot" in read(site / "site", "").css_first("header").text()


def test_labels_are_found_at_any_depth_of_a_menu():
    nav = [{"Accueil": "index.md"}, "libre.md", {"Plus": [{"Mots": "glossaire/index.md"}]}]
    assert dict(labels(nav)) == {"index.md": "Accueil", "glossaire/index.md": "Mots"}
    assert dict(labels(None)) == {}


def test_a_site_lives_under_any_path_of_its_host(site):
    small(site, {}, SETTINGS + "site_url: https://exemple.fr/ville/contrat/\n")
    run = built(site / "mkdocs.yml")
    assert run.code == 0, run.said
    link = read(site / "site", "glossaire/qpv/").css_first("link[rel=canonical]")
    assert link.attributes["href"] == "https://exemple.fr/ville/contrat/glossaire/qpv/"


def test_a_former_name_leads_to_the_page_of_today(site):
    front = "terme: ZUS\ndefinition: Une zone.\nanciens_noms: [zup]\n"
    small(site, {"glossaire/zus.md": f"---\n{front}---\nTexte.\n"})
    assert built(site / "mkdocs.yml").code == 0
    moved = read(site / "site", "glossaire/zup/")
    assert moved.css_first("a").attributes["href"] == "../../glossaire/zus/"


def test_a_page_reads_the_same_whatever_its_engine_says_of_it(published_demo):
    page = reading(published_demo, "visions/enfants-epanouis/")
    assert page.headings[0][0] == "h1"
    assert page.title.startswith(page.headings[0][1])


def test_an_installed_package_holds_all_that_a_site_needs(tmp_path):
    installed = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
            *("--no-build-isolation", "--disable-pip-version-check"),
            *("--target", str(tmp_path), str(ROOT)),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    source = ROOT / "plugins/chemins"
    data = {
        path.relative_to(source)
        for path in source.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert {path.suffix for path in data} >= {".html", ".css", ".woff2", ".yml", ".txt"}
    assert [path for path in sorted(data) if not (tmp_path / "chemins" / path).is_file()] == []
