"""Where a territory's team installs Chemins from."""

import json
import re

import pytest
import yaml
from tests.helpers import ROOT

from chemins.locales import LANGUAGES
from chemins.new import Wished, site_files
from chemins.new.origin import installed_from, is_repository

COMMIT = "1f3a" * 10


def noted(url: str, **more) -> str:
    return json.dumps({"url": url, **more})


def test_what_came_from_a_repository_is_installed_from_it_again():
    text = noted("https://forge.example/chemins", vcs_info={"vcs": "git", "commit_id": COMMIT})
    assert installed_from(text) == f"git+https://forge.example/chemins@{COMMIT}"


def test_a_password_in_an_address_goes_no_further():
    url = "https://someone:secret@forge.example/chemins"
    found = installed_from(noted(url, vcs_info={"vcs": "git", "commit_id": COMMIT}))
    assert found == f"git+https://forge.example/chemins@{COMMIT}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        noted("file:///home/someone/chemins", dir_info={"editable": True}),
        noted("https://forge.example/chemins.whl", archive_info={}),
    ],
)
def test_a_folder_of_this_machine_means_nothing_on_another(text):
    assert installed_from(text) == ""


@pytest.mark.parametrize(
    "address", ["chemins", "/srv/chemins", "git+file:///srv/x", "git+https://"]
)
def test_only_a_repository_that_others_reach_is_an_origin(address):
    assert not is_repository(address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_requirements_say_where_chemins_comes_from_or_that_it_is_to_be_said(language):
    wished = Wished("x", language)
    known = site_files(wished, "git+https://forge.example/chemins@v1")["requirements.txt"].decode()
    assert known.splitlines()[-1] == "chemins @ git+https://forge.example/chemins@v1"
    unknown = site_files(wished)["requirements.txt"].decode()
    assert all(line.startswith("#") for line in unknown.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workflow_is_that_of_the_repository_but_for_how_chemins_is_installed(language):
    ours = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))
    theirs = yaml.safe_load(site_files(Wished("x", language))[".github/workflows/site.yml"])
    assert theirs[True] == ours[True]
    assert theirs["permissions"] == {}

    def used(workflow):
        text = yaml.safe_dump(workflow)
        return set(re.findall(r"[\w-]+/[\w-]+@[0-9a-f]{40}", text))

    assert used(theirs) == used(ours)
    assert theirs["jobs"]["deploy"] == ours["jobs"]["deploy"]
    assert theirs["concurrency"] == ours["concurrency"]

    def steps(workflow):
        return [step for step in workflow["jobs"]["build"]["steps"] if "uses" in step]

    assert steps(theirs) == steps(ours)
    (install,) = (
        step["run"] for step in theirs["jobs"]["build"]["steps"] if "pip" in step.get("run", "")
    )
    assert "requirements.txt" in install
