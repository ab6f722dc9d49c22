"""Every word that a person sees or types is there, in each language, and none for naught."""

import re
import string

import pytest
from tests.locales.declared import (
    choices,
    constants,
    declared,
    in_code,
    in_templates,
    models,
)

from chemins.locales import LANGUAGES, fold, load
from chemins.records import KINDS
from chemins.records.declaration import declaration
from chemins.records.words import key_of

WORDS = {language: load(language).words for language in LANGUAGES}
PLURAL = re.compile(r"\.(?:zero|one|two|few|many|other)$")
FIXED = {"language", "code"}
"""What a file of words says of itself."""

DERIVED = ("kinds.", "parts.", "choices.", "relations.", "forms.")
"""Families whose words the declarations ask for, each by its name."""

every_language = pytest.mark.parametrize("language", LANGUAGES)


def whole(key: str) -> str:
    """``key`` without the form of its plural, if it has one: « {count} fiches »."""
    bare = PLURAL.sub("", key)
    counted = all(f"{bare}.{form}" in WORDS["fr"] for form in ("one", "other"))
    return bare if counted else key


def fields_in(word: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(word) if name is not None}


def keys(language: str) -> set[str]:
    return {whole(key) for key in WORDS[language]}


@every_language
def test_a_language_has_every_word_that_the_others_have(language):
    assert keys(language) == keys("fr")


@every_language
def test_a_word_takes_the_same_values_in_every_language(language):
    def values(words):
        found: dict[str, set[str]] = {}
        for key, word in words.items():
            found.setdefault(whole(key), set()).update(fields_in(word))
        return found

    assert values(WORDS[language]) == values(WORDS["fr"])


@every_language
def test_no_word_is_empty(language):
    assert [key for key, word in WORDS[language].items() if not word.strip()] == []


@every_language
def test_every_word_that_a_declaration_needs_is_there(language):
    assert set(declared()) - keys(language) == set()


@every_language
def test_every_word_that_the_code_and_the_templates_say_is_there(language):
    said = in_code() | in_templates()
    missing = {key: file for key, file in said.items() if not known(key, keys(language))}
    assert missing == {}


def known(key: str, words: set[str]) -> bool:
    # A computed key is known when something fits it: which, only running can tell.
    if "*" not in key:
        return key in words
    return any(fits(key, word) for word in words)


def fits(pattern: str, key: str) -> bool:
    return bool(re.fullmatch(re.escape(pattern).replace(r"\*", r"[^.]+"), key))


def test_no_word_is_there_for_naught():
    needed = FIXED | set(declared())
    said = {key for key in (in_code() | in_templates()) if not key.startswith(DERIVED)}
    patterns = [key for key in said if "*" in key and not key.startswith("faults.*")]
    unused = {
        key
        for key in keys("fr") - needed - said
        if not any(fits(pattern, key) for pattern in patterns) and not is_variant(key)
    }
    assert unused == set()


def is_variant(key: str) -> bool:
    """Whether ``key`` is other words of a fault, for a variant that some code names."""
    found = re.fullmatch(r"faults\.[^.]+\.(?:(?:hint|sentence)_|problems\.|example\.)(\w+)", key)
    return found is not None and found[1] in constants()


def test_every_name_of_a_yaml_problem_has_its_words():
    from chemins.faults.causes import _PROBLEMS, AFTER_QUOTE

    problems = {name for _, name in _PROBLEMS} | {AFTER_QUOTE, "other"}
    said = {key.rpartition(".")[2] for key in keys("fr") if ".E-YAML.problems." in key}
    assert said == problems


@every_language
def test_no_two_fields_of_a_record_are_typed_the_same(language):
    locale = load(language)
    for model in models():
        typed: dict[str, str] = {}
        for name in declaration(model):
            for key in {fold(key_of(model, name, locale)), fold(name)}:
                assert typed.setdefault(key, name) == name, (model, key)


def test_english_keys_are_the_codes():
    locale = load("en")
    for model in models():
        for name in declaration(model):
            assert key_of(model, name, locale) == name


@every_language
def test_no_two_choices_of_a_list_are_typed_the_same(language):
    locale = load(language)
    for choice in choices():
        typed: dict[str, str] = {}
        for member in choice:
            for word in {fold(member.said(locale)), fold(member.value)}:
                assert typed.setdefault(word, member.value) == member.value, (choice, word)


@every_language
def test_no_two_kinds_share_a_folder_or_a_name(language):
    locale = load(language)
    for kind in KINDS:
        names = [kind.kind, locale.text(f"kinds.{kind.kind}.one"), kind.folder]
        names += [locale.text(f"kinds.{kind.kind}.{'folder' if kind.folder else 'file'}")]
        for name in filter(None, names):
            assert KINDS.named(name, locale) is kind or not kind.folder


@every_language
def test_a_folder_is_an_address_as_it_stands(language):
    from chemins.records.identifiers import identifier_of

    for key, word in WORDS[language].items():
        if key.startswith("addresses.") or re.fullmatch(r"kinds\.\w+\.(?:folder|file)", key):
            assert identifier_of(word) == word


@every_language
def test_yes_and_no_are_never_the_same_word(language):
    yes, no = (load(language).text(f"flags.{word}").split(",") for word in ("yes", "no"))
    assert not {fold(word) for word in yes} & {fold(word) for word in no}
