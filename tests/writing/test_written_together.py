"""Files are written all together, or not at all."""

from pathlib import Path

import pytest

from chemins.writing import written_together


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_files_and_their_folders_are_made(tmp_path):
    written_together({tmp_path / "a" / "b" / "x.md": b"x\n", tmp_path / "y.md": b"y\n"})
    assert held(tmp_path) == {"a/b/x.md": b"x\n", "y.md": b"y\n"}


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_when_one_cannot_take_its_place_all_is_as_before(tmp_path, monkeypatch, failing):
    (tmp_path / "old.md").write_bytes(b"old\n")
    calls = []
    replace = Path.replace

    def replaced(self, target):
        calls.append(target)
        if len(calls) > failing:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    files = {tmp_path / "old.md": b"new\n", tmp_path / "a/x.md": b"x", tmp_path / "b/y.md": b"y"}
    with pytest.raises(OSError, match="No space"):
        written_together(files)
    assert held(tmp_path) == {"old.md": b"old\n"}
    assert [each.name for each in tmp_path.iterdir()] == ["old.md"]


def test_a_folder_that_is_a_file_leaves_nothing_behind(tmp_path):
    (tmp_path / "b").write_bytes(b"x")
    with pytest.raises(OSError, match="b"):
        written_together({tmp_path / "a" / "x.md": b"x", tmp_path / "b" / "y.md": b"y"})
    assert held(tmp_path) == {"b": b"x"}
    assert not (tmp_path / "a").exists()
