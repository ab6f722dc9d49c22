"""Each kind is explained from its declaration: every field, in the words that people type."""

import pytest

from chemins.forms.fields import FieldWords, described, field_words
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS
from chemins.records.declaration import declaration
from chemins.records.words import Model, help_of, key_of, kind_name

FR = load("fr")
every_kind = pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def of(kind: str, key: str) -> FieldWords:
    return next(each for each in field_words(KINDS[kind], FR) if each.key == key)


def agree(model: Model, words: tuple[FieldWords, ...], language: str) -> None:
    locale = load(language)
    fields = declaration(model)
    assert [each.key for each in words] == [key_of(model, name, locale) for name in fields]
    for each, field in zip(words, fields.values(), strict=True):
        assert (locale.text("report.fields.required") in each.marks) is field.required
        assert (locale.text("report.fields.list") in each.marks) is field.many
        assert each.says[0] == help_of(model, field.name, locale)
        said = " ".join(each.says[1:])
        if field.choice:
            assert all(word in said for word in field.choice.words(locale).values())
        if field.relation and field.relation.to != ("*",):
            known = (kind for kind in field.relation.to if kind in KINDS)
            assert all(kind_name(kind, locale) in said for kind in known)
        assert bool(said) is bool(field.choice or field.relation)
        assert bool(each.parts) is (field.part is not None)
        if field.part:
            agree(field.part, each.parts, language)


@every_kind
@every_language
def test_every_field_is_said_with_what_it_takes(kind, language):
    agree(kind, field_words(kind, load(language)), language)


@every_kind
@every_language
def test_a_kind_is_described_with_its_place_and_each_field_on_a_line(kind, language):
    locale = load(language)
    said = described(kind, locale)
    assert said.startswith(kind_name(kind.kind, locale))
    assert locale.text(f"kinds.{kind.kind}.{'folder' if kind.folder else 'file'}") in said
    starts = [line.split(" (")[0] for line in said.splitlines() if not line.startswith(" ")]
    keys = [key_of(kind, name, locale) for name in declaration(kind)]
    assert starts[-len(keys) :] == keys
    assert "{" not in said


def test_a_field_says_whether_it_must_be_there():
    assert of("change", "titre").marks == ("obligatoire",)
    assert of("change", "favorise").marks == ("liste",)
    assert of("change", "etat").marks == ()


def test_a_link_says_what_it_may_name():
    assert of("change", "contribue_a").says[1] == "Prend le nom d’une fiche : changement, vision."
    assert of("change", "qui_change").says[1] == "Prend le nom d’une fiche (acteur) ou un texte."
    (ideas,) = [each for each in of("session", "idees").parts if each.key == "devient"]
    assert ideas.says[1] == "Prend le nom d’une fiche, de toute sorte."
