"""The files that a site offers, written where the built site has them."""

from collections.abc import Iterable
from pathlib import Path

from chemins.pages.site import Download


def write_downloads(downloads: Iterable[Download], folder: Path) -> None:
    """Writes each of ``downloads`` under ``folder``, piece by piece.

    Raises:
        OSError: the disk refuses.
    """
    for download in downloads:
        path = folder / download.address
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(_bytes(piece) for piece in download.content())


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece
