"""What was meant by an address or an anchor that does not exist."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.75
_PATIENCE = 200


class Nearest:
    """The closest of a site's addresses, looked for beside the wanted one, then under its name.

    Comparing with every address of a large site would take longer than building it. For the same
    reason only the first questions are answered: past those, the cause is one, and elsewhere.
    """

    def __init__(self, files: Iterable[str]) -> None:
        self._by_folder: defaultdict[str, list[str]] = defaultdict(list)
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._known: dict[str, str] = {}
        for file in files:
            address = address_of(file)
            folder, name = _split(address)
            self._by_folder[folder].append(name)
            self._by_name[name.rstrip("/")].append(address)

    def to(self, wanted: str) -> str:
        """The address that ``wanted`` most likely meant; empty when nothing comes close."""
        if wanted not in self._known and len(self._known) < _PATIENCE:
            self._known[wanted] = self._look_for(wanted)
        return self._known.get(wanted, "")

    def _look_for(self, wanted: str) -> str:
        folder, name = _split(wanted)
        beside = closest(name, self._by_folder.get(folder, ()))
        if beside:
            return folder + beside
        elsewhere = self._by_name.get(name.rstrip("/"), [])
        return closest(wanted, elsewhere, alike=0) if name else ""


def closest(wanted: str, choices: Iterable[str], alike: float = _ALIKE) -> str:
    """The one of ``choices`` that is most like ``wanted``; empty when none is ``alike`` enough."""
    return next(iter(get_close_matches(wanted, list(choices), 1, alike)), "")


def address_of(file: str) -> str:
    """The address that ``file`` answers to, relative to the site: a folder's for its index."""
    return file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file


def _split(address: str) -> tuple[str, str]:
    """The folder of ``address``, with its slash, and the name in it, with its own if it has one."""
    folder = address.rstrip("/").rpartition("/")[0]
    folder = f"{folder}/" if folder else ""
    return folder, address[len(folder) :]
