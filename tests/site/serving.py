"""Sites for a browser: built from records, and served."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.engines.sites import SETTINGS, written

from chemins.engines.mkdocs.build import build_site


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a built site, without a slash at the end."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def built(folder: Path, files: Mapping[str, str]) -> Path:
    """The site of the records ``files``, built in ``folder``."""
    written(folder, {"mkdocs.yml": SETTINGS})
    written(folder / "content", files)
    said: list[str] = []
    assert build_site(folder / "mkdocs.yml", None, strict=False, say=said.append) == 0, said
    return folder / "site"
