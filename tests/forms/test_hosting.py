import pytest

from chemins.hosting import Hosting, WrongHosting, hosting_in


def test_a_repository_of_github_needs_where_one_signs_in():
    said = {"repository": "commune/contrat", "sign_in": "https://connexion.exemple.fr/"}
    found = hosting_in(said)
    assert found == Hosting("commune/contrat", sign_in="https://connexion.exemple.fr")
    assert found.can_sign_in
    assert not Hosting("commune/contrat").can_sign_in


def test_a_repository_of_gitlab_needs_the_name_of_the_form():
    found = hosting_in(
        {"repository": "ville/equipe/contrat", "host": "gitlab", "application": "a1"}
    )
    assert isinstance(found, Hosting)
    assert (found.address, found.can_sign_in) == ("https://gitlab.com", True)


def test_a_repository_that_the_machine_does_not_say_is_none():
    assert hosting_in({"repository": ""}) == Hosting()


@pytest.mark.parametrize(
    ("settings", "key", "reason"),
    [
        (["a"], "", "shape"),
        ("peut-être", "", "shape"),
        ({"depot": "a/b"}, "depot", "key"),
        ({"repository": "contrat"}, "repository", "repository"),
        ({"repository": ["a/b"]}, "repository", "text"),
        ({"host": "sourceforge"}, "host", "host"),
        ({"host": "gitea"}, "host", "lacks"),
        ({"sign_in": "http://connexion.exemple.fr"}, "sign_in", "address"),
        ({"sign_in": "https://connexion.exemple.fr/auth"}, "sign_in", "address"),
        ({"sign_in": "https://[connexion"}, "sign_in", "address"),
        ({"address": 'https://a.exemple/"><script>'}, "address", "address"),
        ({"address": "https://moi@a.exemple"}, "address", "address"),
        ({"branch": "main; rm"}, "branch", "text"),
    ],
)
def test_what_cannot_be_is_told(settings, key, reason):
    found = hosting_in(settings)
    assert isinstance(found, WrongHosting)
    assert (found.key, found.reason) == (key, reason)
