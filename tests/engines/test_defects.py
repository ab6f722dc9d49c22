"""A missing template, a hook that breaks, a defect of ours: each is told to whom it concerns."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engines.published import COMMANDS
from tests.engines.sites import ROOT, SETTINGS, environment, small

THEMED = SETTINGS.replace("{name: material}", "{name: material, custom_dir: overrides}")
HOOKED = SETTINGS + "hooks: [crochet.py]\n"
DRAWS = {
    "build": "chemins.engines.mkdocs.plugin.whole",
    "pages": "chemins.engines.folder_writer.whole",
}


def test_a_template_that_is_not_there_is_named_with_what_asks_for_it(published):
    template = '{% extends "rien.html" %}'
    published.given({"mkdocs.yml": THEMED, "overrides/main.html": template})
    words = ("« rien.html » n’existe pas", "overrides/main.html:1 le demande", "Remettez-le")
    published.refuses("build", published.runs("build"), *words)


def test_a_template_that_a_page_asks_for_and_is_not_there_is_named(published):
    published.given({"content/page.md": "---\ntemplate: rien.html\n---\n# Page\n"})
    run = published.runs("build")
    assert run.code == 1
    assert "page.md:2:1  E-PAGE" in run.said
    assert "« rien.html » qu’elle demande n’existe pas" in run.said


@pytest.mark.parametrize(
    ("command", "text", "words"),
    [
        ("build", None, "installez Chemins de nouveau"),
        ("pages", "{{ rien }}", "C’est un défaut de Chemins"),
    ],
)
def test_a_template_of_ours_that_is_damaged_is_no_fault_of_the_site(
    published, tmp_path, command, text, words
):
    package = tmp_path / "package"
    shutil.copytree(ROOT / "plugins", package)
    template = package / "chemins/theme/pages/whole.html"
    if text is None:
        template.unlink()
    else:
        template.write_text(text)
    run = published.starts(command, {"PYTHONPATH": str(package)})
    published.refuses(command, run, "whole.", words)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_defect_of_ours_is_told_with_what_to_report(published, monkeypatch, command):
    monkeypatch.setattr(DRAWS[command], None)
    words = ("erreur imprévue, plugins/chemins/engines/", "TypeError: ", "défaut de Chemins 0")
    run = published.runs(command)
    published.refuses(command, run, *words, "« issue »", "rien de confidentiel")


def test_a_defect_of_a_hook_is_told_to_be_that_of_the_hook(published):
    hook = "def helper():\n    return {}['x']\ndef on_env(env, **_):\n    return helper()\n"
    published.given({"mkdocs.yml": HOOKED, "crochet.py": hook})
    words = ("crochet.py:2 : KeyError: 'x'", "L’erreur vient de", "retirez-le des réglages")
    published.refuses("build", published.runs("build"), *words)


def test_a_hook_that_cannot_be_loaded_is_told_to_be_that_of_the_site(published):
    published.given({"mkdocs.yml": HOOKED, "crochet.py": "import rien_du_tout\n"})
    words = ("mkdocs.yml:5:8  S-SETTING", "rien_du_tout")
    published.refuses("build", published.runs("build"), *words)


def run_with(code: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``chemins`` with ``arguments`` in ``folder``, once ``code`` has broken something of it."""
    small(folder)
    return subprocess.run(
        [sys.executable, "-c", f"{code}\nimport chemins.cli\nchemins.cli.main({list(arguments)})"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "--format", "json"), ("explain", "change")]
)
def test_a_defect_is_a_sentence_whatever_the_command(tmp_path, arguments):
    code = "import chemins.records as of\nof.KINDS = None"
    done = run_with(code, tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Arrêt sur une erreur imprévue")
    assert "C’est un défaut de Chemins" in done.stderr


def test_a_command_that_is_interrupted_says_nothing(tmp_path):
    code = (
        "import os, signal, chemins.edition\n"
        "chemins.edition.edition_of = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)"
    )
    done = run_with(code, tmp_path, "check")
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")
