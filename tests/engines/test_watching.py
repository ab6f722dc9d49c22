"""What a preview takes for a change."""

import threading

import pytest
from watchdog.events import FileSystemEventHandler

from chemins.engines.mkdocs.preview.watching import Observers
from chemins.watching import state_of


class Noted(FileSystemEventHandler):
    """Notes that something changed."""

    def __init__(self):
        self.told = threading.Event()

    def on_any_event(self, event):
        self.told.set()


@pytest.fixture
def noted(tmp_path):
    """What is told of a folder and of one file beside it."""
    handler, observers = Noted(), Observers()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "page.md").write_text("Un")
    (tmp_path / "mkdocs.yml").write_text("Un")
    (tmp_path / "notes.txt").write_text("Un")
    observers.schedule(handler, str(tmp_path / "content"))
    observers.schedule(handler, str(tmp_path / "mkdocs.yml"))
    observers.start()
    handler.told.wait(0.3)
    handler.told.clear()
    yield handler.told
    observers.stop()
    observers.join()


def test_an_edit_is_told_at_once(noted, tmp_path):
    (tmp_path / "content" / "page.md").write_text("Deux")
    assert noted.wait(1.5)


def test_a_file_that_an_editor_replaces_is_told(noted, tmp_path):
    for text in ("Deux", "Trois"):
        noted.clear()
        new = tmp_path / "mkdocs.yml.new"
        new.write_text(text)
        new.replace(tmp_path / "mkdocs.yml")
        assert noted.wait(1.5), text


def test_reading_is_no_change_and_neither_is_a_neighbour(noted, tmp_path):
    (tmp_path / "content" / "page.md").read_text()
    (tmp_path / "notes.txt").write_text("Deux")
    assert not noted.wait(0.5)


def test_the_state_of_a_folder_changes_with_what_it_holds_and_not_with_what_editors_leave(tmp_path):
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "page.md"
    file.write_text("Un")
    before = state_of([str(tmp_path)])
    (tmp_path / "a" / ".page.md.swp").write_text("")
    (tmp_path / "a" / "page.md~").write_text("")
    assert state_of([str(tmp_path)]) == before
    file.write_text("Un, deux")
    changed = state_of([str(tmp_path)])
    assert changed != before
    file.unlink()
    assert state_of([str(tmp_path)]) not in (before, changed)


def test_a_link_to_a_folder_above_is_not_followed_for_ever(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(state_of([str(tmp_path)])) == 1
