"""Whoever is at this machine changes the records, and no page of another site."""

import io
import json

import pytest
from tests.engines.sites import small

from chemins.editing.counter import form_at, is_this_machine
from chemins.editing.desk import Desk
from chemins.locales import load

GOOD = {"HTTP_HOST": "127.0.0.1:8000", "HTTP_ORIGIN": "http://127.0.0.1:8000"}


@pytest.fixture
def ask(tmp_path):
    small(tmp_path)
    desk = Desk(tmp_path / "content", "content", load("fr"))

    guest = form_at("/admin/", {"index.html": b"le formulaire"}.get, lambda: desk)

    def asked(path="/admin/api", method="POST", sent=b'{"action": "info"}', **said):
        started = []
        environ = {
            "PATH_INFO": path,
            "REQUEST_METHOD": method,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(sent)),
            "wsgi.input": io.BytesIO(sent),
            **GOOD,
            **said,
        }
        answer = guest(environ, lambda status, head: started.append(status))
        return answer and (int(started[0].split()[0]), b"".join(answer))

    return asked


def test_the_form_stands_beside_the_pages(ask):
    assert ask("/changements/", "GET") is None
    assert ask("/admin/", "GET") == (200, b"le formulaire")
    assert ask("/admin", "GET")[0] == 302
    assert ask("/admin/autre.js", "GET")[0] == 404


def test_a_page_of_ours_is_answered(ask):
    status, said = ask()
    assert (status, json.loads(said)["type"]) == (200, "local_fs")


@pytest.mark.parametrize(
    "said",
    [
        {"HTTP_ORIGIN": "https://ailleurs.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": ""},
        {"HTTP_HOST": "ailleurs.example", "HTTP_ORIGIN": "http://ailleurs.example"},
        {"HTTP_HOST": ""},
        {"CONTENT_TYPE": "text/plain"},
        {"CONTENT_LENGTH": "99999999999"},
        {"CONTENT_LENGTH": ""},
        {"sent": b"[" * 100000},
        {"sent": b"[1]"},
        {"sent": b"\xff"},
        {"method": "PUT"},
        {"path": "/admin/settings.json"},
    ],
)
def test_anybody_else_is_not(ask, said):
    assert ask(**said) == (403, b"")


def test_a_name_that_leads_here_from_elsewhere_shows_nothing(ask):
    assert ask("/admin/", "GET", HTTP_HOST="ailleurs.example:8000")[0] == 403


def test_this_machine_has_few_names():
    assert all(map(is_this_machine, ["localhost", "127.0.0.1", "127.0.0.53", "::1", "[::1]"]))
    assert not any(map(is_this_machine, ["0.0.0.0", "192.168.1.4", "localhost.example", "", "::"]))
