import os
import signal
import socket

import pytest
from tests.engines.previews import CHANGE, eventually, previewed, written
from tests.engines.sites import CONTENT, SETTINGS, program, small, snapshot

PAGE = "changements/droits-connus/"


def test_the_preview_follows_the_records_and_survives_their_faults(tmp_path):
    small(tmp_path)
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("Les droits sont connus"), preview.said()
        assert f"http://127.0.0.1:{preview.port}/" in preview.said()

        written(tmp_path, "Un titre neuf")
        assert preview.shows("Un titre neuf"), preview.said()

        written(tmp_path, "Un titre jamais vu", horizon="bientôt")
        assert eventually(lambda: "La page montrée est celle d’avant" in preview.said())
        assert f"content/{CHANGE}:4:10  E-CHOICE" in preview.said()
        assert "Un titre neuf" in preview.page("changements/droits-connus/")
        assert "Chacun a sa place" in preview.page("visions/chacun-sa-place/")

        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()

        assert "Traceback" not in preview.said()
        names = set(snapshot(tmp_path / "content"))
        assert names == set(CONTENT)
        assert not (tmp_path / "site").exists()

        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(10) == 0


def test_a_preview_that_begins_with_faults_says_them_and_waits_for_them_to_be_mended(tmp_path):
    small(tmp_path)
    written(tmp_path, "Un titre", horizon="bientôt")
    with previewed("chemins", tmp_path) as preview:
        assert eventually(lambda: "Rien ne peut encore être montré" in preview.refused(""))
        assert f"content/{CHANGE}:4:10  E-CHOICE" in preview.said()
        assert "Traceback" not in preview.said()

        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()


def test_an_address_that_is_taken_is_one_sentence(tmp_path):
    small(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        run = program("chemins", "serve", "-a", address, cwd=tmp_path)
    assert run.code == 2
    assert f"L’adresse {address} n’est pas libre" in run.said
    assert "Traceback" not in run.said


def test_an_address_that_is_none_is_one_sentence(tmp_path):
    small(tmp_path)
    run = program("chemins", "serve", "-a", "partout", cwd=tmp_path)
    assert (run.code, "Traceback" in run.said) == (2, False)
    assert "127.0.0.1:8000" in run.said


def test_the_preview_of_mkdocs_itself_prints_faults_without_a_traceback(tmp_path):
    small(tmp_path)
    with previewed("mkdocs", tmp_path) as preview:
        assert preview.shows("Les droits sont connus"), preview.said()
        written(tmp_path, "Un titre", horizon="bientôt")
        assert eventually(lambda: "E-CHOICE" in preview.said()), preview.said()
        assert "Traceback" not in preview.said()
        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()


@pytest.mark.skipif(os.name == "nt", reason="the signal is that of Unix")
def test_a_preview_leaves_nothing_behind(tmp_path):
    small(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(work))
        with previewed("chemins", tmp_path) as preview:
            assert preview.shows("Les droits sont connus"), preview.said()
            assert list(work.iterdir())
            preview.process.send_signal(signal.SIGINT)
            assert preview.process.wait(10) == 0
    assert not list(work.iterdir())


def test_a_template_that_breaks_down_is_said_on_the_page_and_forgotten_once_mended(tmp_path):
    settings = SETTINGS.replace("name: material", "name: material, custom_dir: look")
    small(tmp_path, settings=settings)
    look = tmp_path / "look" / "main.html"
    look.parent.mkdir()
    look.write_text('{% extends "base.html" %}{% block footer %}{{ rien.du.tout }}{% endblock %}')
    with previewed("chemins", tmp_path) as preview:
        assert preview.answers(), preview.said()
        assert "look/main.html" in preview.refused(PAGE)
        look.write_text('{% extends "base.html" %}')
        assert preview.shows("Les droits sont connus"), preview.said()
        assert "Traceback" not in preview.said()


def test_a_record_that_was_removed_has_no_page_any_more(tmp_path):
    small(tmp_path)
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("QPV", "glossaire/qpv/"), preview.said()
        (tmp_path / "content/glossaire/qpv.md").unlink()
        assert eventually(lambda: "n’existe pas" in preview.refused("glossaire/qpv/"))


def test_an_address_that_can_be_no_file_is_merely_not_there(tmp_path):
    small(tmp_path)
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("QPV", "glossaire/qpv/"), preview.said()
        for address in ("n" * 3000, "%00", "..%2f..%2fetc/passwd", "pagefind/", ".chemins/"):
            assert "n’existe pas" in preview.refused(address), address
        assert "E-" not in preview.said()


def test_a_site_with_a_hook_is_built_whole_since_it_may_look_at_what_was_written(tmp_path):
    small(tmp_path, settings=f"{SETTINGS}hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        "    site = Path(config.site_dir)\n"
        "    count = len(list(site.rglob('index.html')))\n"
        "    (site / 'compte.txt').write_text(f'{count} pages')\n"
    )
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("pages", "compte.txt"), preview.said()
        before = preview.page("compte.txt")
        (tmp_path / "content/glossaire/qpv.md").unlink()
        assert eventually(lambda: preview.page("compte.txt") not in ("", before))
