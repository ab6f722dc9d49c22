"""The server of a preview: who answers, and what with."""

import pytest

from chemins.engines.mkdocs.preview.server import PreviewServer, SupersededError


class Site:
    """A version of a site, of one page."""

    def __init__(self, file, *, closed=False):
        self.file, self.closed = file, closed

    def find(self, path):
        if self.closed:
            raise SupersededError
        return self.file if path == "page/index.html" else None

    def close(self): ...


@pytest.fixture
def server():
    """A server that listens to nobody."""
    with PreviewServer("127.0.0.1", 0, "/") as server:
        server.instead = lambda error: str(error).encode()
        yield server


def asked(server, path):
    """The status and the words of the answer."""
    answered = []
    environ = {"PATH_INFO": path, "QUERY_STRING": "", "REQUEST_METHOD": "GET"}
    body = server.serve_request(environ, lambda status, headers: answered.append(status))
    return answered[0], b"".join(body)


def test_guests_are_asked_in_turn_before_the_pages(server, tmp_path):
    file = tmp_path / "index.html"
    file.write_bytes(b"La page")
    server.shown = Site(file)

    def guest(environ, start_response):
        if not environ["PATH_INFO"].startswith("/admin/"):
            return None
        start_response("200 OK", [])
        return [b"Un formulaire"]

    server.guests += [lambda environ, start_response: None, guest]
    assert asked(server, "/admin/") == ("200 OK", b"Un formulaire")
    assert asked(server, "/page/") == ("200 OK", b"La page")


def test_a_folder_is_answered_with_the_way_to_its_page(server, tmp_path):
    file = tmp_path / "index.html"
    file.write_bytes(b"La page")
    server.shown = Site(file)
    assert asked(server, "/page") == ("302 Found", b"")
    assert asked(server, "/autre/")[0] == "404 Not Found"
    assert asked(server, "/../page/")[0] == "200 OK"


def test_what_was_closed_meanwhile_is_asked_of_what_took_its_place(server, tmp_path):
    file = tmp_path / "index.html"
    file.write_bytes(b"La page neuve")

    class Leaving(Site):
        def find(self, path):
            server.shown = Site(file)
            raise SupersededError

    server.shown = Leaving(file)
    assert asked(server, "/page/") == ("200 OK", b"La page neuve")


def test_while_there_is_nothing_to_show_that_is_said(server):
    assert asked(server, "/page/") == ("503 Service Unavailable", b"None")


def test_a_page_that_cannot_be_drawn_is_said(server, tmp_path):
    class Broken(Site):
        def find(self, path):
            raise ValueError("un gabarit")

    server.shown = Broken(tmp_path)
    assert asked(server, "/page/") == ("500 Internal Server Error", b"un gabarit")
