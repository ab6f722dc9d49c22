"""The forms of corrections: made of the declarations, and such as GitHub takes them."""

import re
from pathlib import Path

import pytest
import yaml
from tests.helpers import golden

from chemins.forms.corrections import VALUE, WHICH, forms_of
from chemins.forms.issue_forms import choices_of, issue_form, issue_forms
from chemins.locales import LANGUAGES, fold, load
from chemins.records import KINDS

FR = load("fr")
GOLDENS = Path(__file__).parent / "goldens"
FORMS = [
    pytest.param(form, load(language), id=f"{language}-{form.file}")
    for language in LANGUAGES
    for form in forms_of(KINDS, load(language))
]
every_form = pytest.mark.parametrize(("form", "locale"), FORMS)
THE_TEAM_S = {"approved_by", "approved_on", "former_names", "photos", "illustrative", "provenance"}
THE_TEAM_S |= {"consent", "withheld", "accord", "reviewed_by", "falc", "demonstration", "story"}


@every_form
def test_github_takes_the_form(form, locale):
    """As its documentation asks: « Syntax for issue forms », « Common validation errors »."""
    said = yaml.safe_load(issue_form(form, locale))
    assert set(said) == {"name", "description", "title", "labels", "body"}
    for key in ("name", "description", "title"):
        assert isinstance(said[key], str)
        assert said[key].strip()
    assert any(each["type"] != "markdown" for each in said["body"])
    ids = [each["id"] for each in said["body"] if each["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", each) for each in ids)
    # What an address may say already of an issue.
    assert not {"title", "body", "labels", "assignees", "template", "projects"} & set(ids)
    labels = [each["attributes"]["label"] for each in said["body"] if "id" in each]
    assert len({fold(each) for each in labels}) == len(labels)
    for each in said["body"]:
        assert set(each) <= {"type", "id", "attributes", "validations"}
        attributes = each["attributes"]
        for word in ("label", "description", "value"):
            assert attributes.get(word, "x").strip()
        options = attributes.get("options", [])
        if each["type"] == "dropdown":
            assert all(isinstance(option, str) and option.strip() for option in options)
            assert len(set(options)) == len(options) > 1
            assert "None" not in options
        elif each["type"] == "checkboxes":
            assert all(set(option) == {"label", "required"} for option in options)
        else:
            assert each["type"] in ("markdown", "input", "textarea")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_is_known_by_its_first_question_and_by_its_file(language):
    forms = forms_of(KINDS, load(language))
    assert len({fold(form.target.label) for form in forms}) == len(forms) >= 12
    assert set(issue_forms(KINDS, load(language))) == {form.file for form in forms}


@every_form
def test_no_form_asks_for_what_is_the_team_s_to_say(form, locale):
    for question in form.of(VALUE, WHICH):
        assert not set(question.loc) & THE_TEAM_S
        assert not question.declared.private
        assert question.declared.part is None


@every_form
def test_a_form_has_questions_few_enough_to_be_answered(form, locale):
    assert 1 <= len(form.of(VALUE)) <= 12
    assert bool(form.of(WHICH)) is bool(form.part)


def test_a_choice_is_a_list_of_its_words():
    (form,) = [each for each in forms_of(KINDS, FR) if each.file == "correction-action.yml"]
    status = form.asks("statut")
    assert choices_of(status, FR)[:2] == ("à l’étude", "programmée")
    assert choices_of(form.asks("Porteur"), FR) == ()


@pytest.mark.parametrize("name", ["correction-action.yml", "correction-quartier-lieux.yml"])
def test_the_whole_form(name):
    golden(GOLDENS / name, issue_forms(KINDS, FR)[name])
