"""The protocol of Decap's local server, as far as a form asks for it."""

import base64

import pytest
from tests.engines.sites import small

from chemins.editing.answers import answer
from chemins.editing.desk import Desk
from chemins.locales import load

CHANGE = "content/changements/droits-connus.md"


@pytest.fixture
def desk(tmp_path):
    small(tmp_path)
    return Desk(tmp_path / "content", "content", load("fr"))


def ask(desk, action, **params):
    return answer(desk, {"action": action, "params": params})


def test_it_says_what_it_is(desk):
    status, said = ask(desk, "info")
    assert (status, said["type"], said["publish_modes"]) == (200, "local_fs", ["simple"])


def test_it_gives_the_records_of_a_folder_and_no_others(desk):
    _, said = ask(desk, "entriesByFolder", folder="content/changements", extension="md", depth=1)
    assert [each["file"]["path"] for each in said] == [CHANGE]
    _, said = ask(desk, "entriesByFolder", folder="content/actions", extension="md", depth=1)
    assert said == []


def test_it_gives_the_records_that_stand_alone(desk):
    files = [{"path": "content/territoire.md", "label": "T"}, {"path": "content/contrat.md"}]
    _, (territory, contract) = ask(desk, "entriesByFiles", files=files)
    assert "Notre stratégie" in territory["data"]
    assert territory["file"]["label"] == "T"
    assert (contract["data"], contract["file"]["id"]) == (None, None)


def test_it_writes_a_record_with_its_picture(desk):
    raw = "---\ntitre: Un titre\nporte_sur: savoirs\nhorizon: court\n---\n"
    picture = {"content": base64.b64encode(b"GIF").decode(), "encoding": "base64"}
    status, _ = ask(
        desk,
        "persistEntry",
        dataFiles=[{"path": "content/changements/un.md", "raw": raw, "slug": "un"}],
        assets=[{"path": "content/changements/un.gif", **picture}],
    )
    assert status == 200
    assert (desk.folder / "changements/un.md").read_text() == raw
    assert ask(desk, "getMediaFile", path="content/changements/un.gif")[1]["name"] == "un.gif"
    assert ask(desk, "deleteFiles", paths=["content/changements/un.md"])[0] == 200
    assert not (desk.folder / "changements/un.md").exists()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"action": "format"},
        {"action": "getEntry"},
        {"action": "getEntry", "params": {"path": 3}},
        {"action": "persistEntry", "params": {"dataFiles": [1]}},
        {"action": "persistMedia", "params": {"asset": {"path": "content/a.gif", "content": "é"}}},
        {"action": "entriesByFolder", "params": {"folder": "../"}},
    ],
)
def test_what_it_does_not_know_is_one_sentence(desk, asked):
    status, said = answer(desk, asked)
    assert status == 422
    assert said["error"]
