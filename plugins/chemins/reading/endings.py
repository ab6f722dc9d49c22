"""The sorts of files that a site publishes beside its pages: their endings, what each may weigh.

What is not here is not published, unless the site's settings name it: what runs in a reader's
browser or on a reader's machine, what only one program opens, what hides a program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sort:
    """Files that are made lighter in the same way."""

    name: str
    """``picture``, ``drawing``, ``document``, ``data``, ``sound``, ``film``, ``font``, ``other``.
    """

    megabytes: int
    """What one may weigh."""

    @property
    def limit(self) -> int:
        """The same, in bytes."""
        return self.megabytes * _MEGABYTE


_PICTURE, _DRAWING, _DOCUMENT = Sort("picture", 8), Sort("drawing", 1), Sort("document", 25)
_DATA, _SOUND, _FILM, _FONT = Sort("data", 16), Sort("sound", 30), Sort("film", 95), Sort("font", 1)
OTHER = Sort("other", 25)
"""What the settings of a site let through knowingly."""

SORTS: Mapping[str, Sort] = MappingProxyType(
    {
        **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "ico"), _PICTURE),
        "svg": _DRAWING,
        **dict.fromkeys(("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "odg"), _DOCUMENT),
        **dict.fromkeys(("csv", "tsv", "json", "geojson", "txt", "vtt", "srt", "ics"), _DATA),
        **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac"), _SOUND),
        **dict.fromkeys(("mp4", "m4v", "webm", "ogv"), _FILM),
        **dict.fromkeys(("woff", "woff2"), _FONT),
    }
)
"""Ending → sort, for all that is published without being asked for."""

_SAME = {
    "jpeg": "jpg",
    "geojson": "json",
    "m4a": "mp4",
    "m4v": "mp4",
    "oga": "ogg",
    "ogv": "ogg",
    "opus": "ogg",
    **dict.fromkeys(("csv", "tsv", "txt", "srt", "ics"), "text"),
}
"""Ending → what its bytes are, where that is not called the same."""

_SILENT = frozenset({"ico"})
"""Endings whose bytes nobody is told by."""

REFUSED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"), "macro"),
        **dict.fromkeys(("doc", "dot", "xls", "ppt", "pps", "rtf", "pub", "vsd"), "old"),
        **dict.fromkeys(("heic", "heif", "tif", "tiff", "bmp", "raw", "dng", "cr2"), "camera"),
        **dict.fromkeys(("html", "htm", "xhtml", "markdown", "mdown", "mkd", "mkdn"), "page"),
        **dict.fromkeys(("js", "mjs", "php", "py", "sh", "bat", "cmd", "ps1", "vbs"), "program"),
        **dict.fromkeys(("exe", "msi", "dll", "jar", "apk", "scr", "swf", "wasm"), "program"),
    }
)
"""Ending → why it is refused, where more can be said than that it is not among the others."""


def is_what_it_says(ending: str, kind: str) -> bool:
    """Whether bytes that are ``kind`` may stand in a file of this ``ending``."""
    expected = _SAME.get(ending, ending)
    if ending not in SORTS or ending in _SILENT:
        return True
    # A table or a text may well begin with a bracket, or with the word that opens subtitles.
    return kind == expected or (expected == "text" and kind in ("json", "vtt"))
