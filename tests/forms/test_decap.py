"""The settings of the form say all that the declarations say, in the words of the site."""

import json

import pytest

from chemins.forms.decap import SINGLES, configuration
from chemins.forms.form_page import Form, form_file, form_files
from chemins.hosting import Hosting
from chemins.locales import load
from chemins.policy import is_strict
from chemins.records import KINDS
from chemins.records.declaration import declaration
from chemins.records.words import key_of

FRENCH = load("fr")
GITHUB = Hosting("commune/contrat", sign_in="https://connexion.exemple.fr")


def settings(locale=FRENCH):
    return configuration(KINDS, locale, {"name": "proxy"}, "content", reviewed=False)


def fields(kind: str, locale=FRENCH):
    found = {each["name"]: each for each in settings(locale)["collections"]}
    held = found.get(kind) or next(f for f in found[SINGLES]["files"] if f["name"] == kind)
    return {each["name"]: each for each in held["fields"]}


@pytest.mark.parametrize("locale", [FRENCH, load("en")], ids=["fr", "en"])
def test_every_field_of_every_kind_has_its_place(locale):
    found = settings(locale)["collections"]
    held = [*found[:-1], *found[-1]["files"]]
    for kind, each in zip(sorted(KINDS, key=lambda k: not k.folder), held, strict=True):
        keys = {key_of(kind, name, locale) for name in declaration(kind)}
        assert {field["name"] for field in each["fields"]} == keys | {"body"}
        assert all(field["label"] and field["hint"] for field in each["fields"])


def test_each_field_is_filled_as_what_it_holds():
    change = fields("changements")
    assert change["titre"]["required"]
    assert not change["ordre"]["required"]
    assert change["porte_sur"]["options"] == ["savoirs", "pratiques", "mode de vie"]
    assert change["illustratif"]["options"] == ["oui", "non"]
    assert change["valide_le"]["format"] == "YYYY-MM-DD"
    assert (change["ordre"]["widget"], change["ordre"]["value_type"]) == ("number", "int")
    assert change["body"]["widget"] == "text"
    assert fields("acteurs")["contact"]["fields"][0]["widget"]
    assert fields("seances")["presents"]["widget"] == "counts"


def test_a_link_is_chosen_among_the_records_that_it_may_lead_to():
    quartiers = fields("changements")["quartiers"]
    assert (quartiers["widget"], quartiers["collection"]) == ("relation", "quartiers")
    assert (quartiers["value_field"], quartiers["multiple"]) == ("{{slug}}", True)
    (to, *_) = fields("changements")["contribue_a"]["fields"]
    assert [each["collection"] for each in to["targets"]] == ["visions", "changements"]
    drawn = fields("enseignements")["tire_de"]
    assert {"value": "demarche", "label": "Démarche"} in drawn["alone"]
    assert fields("actions")["porteur"]["widget"] == "mention"


def test_an_item_that_may_be_one_word_says_which_field_it_fills():
    assert fields("changements")["contribue_a"]["bare"] == "vers"


def test_nothing_is_asked_for_inside_an_object_that_nobody_opened():
    contours = fields("territoire")["contours"]
    assert not any(each["required"] for each in contours["fields"])


def form(hosting=GITHUB, **said):
    return Form(KINDS, FRENCH, "Notre contrat", "content", hosting, {}, **said)


def test_a_site_whose_team_can_sign_in_has_the_form():
    names = [name for name, _ in form_files(form())]
    assert {"index.html", "start.js", "decap-cms.js", "settings.json", "LICENSE"} <= set(names)
    said = json.loads(form_file(form(), "settings.json"))
    assert said["publish_mode"] == "editorial_workflow"
    assert said["backend"]["base_url"] == "https://connexion.exemple.fr"
    page = form_file(form(), "index.html").decode()
    assert "https://api.github.com" in page
    assert 'content="noindex"' in page


def test_a_site_where_nobody_could_sign_in_says_how_records_are_changed_and_runs_nothing():
    for hosting in (Hosting(), Hosting("commune/contrat")):
        (name, data), *others = form_files(form(hosting))
        page = data.decode()
        assert name == "index.html"
        assert [each for each, _ in others] == ["form.css"]
        assert "<script" not in page
        assert "chemins serve" in page
        assert ("github.com/commune/contrat/tree/main/content/changements" in page) == bool(
            hosting.repository
        )


def test_the_policy_of_the_form_lets_its_own_files_alone_run():
    page = form_file(form(at_hand=True), "index.html").decode()
    said = page.partition('content="')[2].partition('"')[0]
    assert is_strict(said, form=True)
    assert not is_strict(said)
    assert "connect-src 'self' blob:;" in said


@pytest.mark.parametrize("host", ["gitlab", "forgejo", "gitea"])
def test_other_hosts_need_no_service_to_sign_in(host):
    hosting = Hosting("ville/contrat", host, "https://git.exemple.fr", application="a1")
    said = json.loads(form_file(form(hosting), "settings.json"))
    assert said["backend"]["app_id"] == "a1"
    assert said["publish_mode"] == ("simple" if host == "gitea" else "editorial_workflow")
