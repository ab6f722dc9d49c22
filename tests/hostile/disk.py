"""Whatever a disk may hold, from words that a case can write."""

import base64
import os
import socket
import stat
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Said = str | dict[str, Any] | list[Any]
"""A file: its text; or how it is made, see ``bytes_of`` and ``SPECIAL``."""


def lay(folder: Path, files: Mapping[str, Said]) -> None:
    """Makes ``files`` in ``folder``. A path that begins with ``hex:`` is written as bytes."""
    for path, said in files.items():
        place = folder / named(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        made = [make for word, make in SPECIAL.items() if isinstance(said, dict) and word in said]
        if made and isinstance(said, dict):
            made[0](place, said)
        else:
            place.write_bytes(bytes_of(said))


def named(path: str) -> str:
    """The path as the system knows it: what is no UTF-8 comes as lone surrogates."""
    raw = bytes.fromhex(path[4:]) if path.startswith("hex:") else path.encode()
    return os.fsdecode(raw)


def bytes_of(said: Said) -> bytes:
    """The bytes of a file: a text, one repeated, one in another encoding, or pieces of these.

    ``{text: "[", times: 1000}``, ``{text: é, as: cp1252}``, ``{hex: "00ff"}``,
    ``{base64: "AP8="}``, ``["a", {…}]``.
    """
    if isinstance(said, str):
        return said.encode("utf-8", "surrogatepass")
    if isinstance(said, list):
        return b"".join(map(bytes_of, said))
    if "hex" in said:
        return bytes.fromhex(said["hex"])
    if "base64" in said:
        return base64.b64decode(said["base64"])
    text = said["text"] * said.get("times", 1)
    return str(text).encode(said.get("as", "utf-8"))


def _nested(place: Path, said: Mapping[str, Any]) -> None:
    """``folders`` folders one in another, and a file in the last: longer than any path may be."""
    place.mkdir()
    here = os.open(place, os.O_RDONLY)
    for _ in range(said["folders"]):
        os.mkdir(said.get("name", "d"), dir_fd=here)
        inner = os.open(said.get("name", "d"), os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    file = os.open(said["file"], os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.write(file, bytes_of(said["text"]))
    os.close(file)
    os.close(here)


def _socket(place: Path, _: Mapping[str, Any]) -> None:
    # The address of a socket may be no longer than a hundred bytes: it is bound from its folder.
    here = Path.cwd()
    os.chdir(place.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(place.name)
    finally:
        os.chdir(here)


def _sparse(place: Path, said: Mapping[str, Any]) -> None:
    with place.open("wb") as file:
        file.truncate(said["sparse"])


SPECIAL: dict[str, Callable[[Path, Mapping[str, Any]], Any]] = {
    "link": lambda place, said: place.symlink_to(said["link"]),
    "hard_link": lambda place, said: place.hardlink_to(place.parent / said["hard_link"]),
    "folder": lambda place, said: place.mkdir(),
    "fifo": lambda place, said: os.mkfifo(place),
    "socket": _socket,
    "device": lambda place, said: os.mknod(
        place, stat.S_IFCHR | 0o666, os.makedev(*said["device"])
    ),
    "sparse": _sparse,
    "folders": _nested,
}
"""What is no plain file, by the word that says so."""


def cleared(folder: Path) -> None:
    """Removes ``folder``: chains of folders in it are deeper than Python can follow."""
    subprocess.run(["rm", "-rf", str(folder)], check=True)
