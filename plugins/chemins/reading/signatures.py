"""What bytes are, whatever the name of their file says.

Sources: the signatures that each format's own specification gives; WHATWG, "MIME Sniffing".
"""

import re
from pathlib import Path
from zipfile import ZipFile

HEAD = 2048
"""The bytes of a file that tell what it is."""

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "old"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"\x1a\x45\xdf\xa3", "webm"),
    (b"wOF2", "woff2"),
    (b"wOFF", "woff"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
)
"""What a file begins with → what it is."""

_RIFF = {b"WEBP": "webp", b"WAVE": "wav"}
_BRANDS = {b"avif": "avif", b"avis": "avif", b"mif1": "heic", b"msf1": "heic"}
_BRANDS |= dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"), "heic")

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?([a-z?]+)", re.I | re.S
)
_PAGES = frozenset({b"html", b"head", b"body", b"script", b"?php", b"iframe"})
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_BOMS = (b"\xff\xfe", b"\xfe\xff")

_OFFICE = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp", b"graphics": "odg"}
_MACRO = re.compile(r"vbaProject\.bin$|^Basic/[^/]+/(?!script-l)|^Scripts/")
_MAX_ENTRIES = 20_000
"""The files that a document may be made of: an archive of more is none."""


def kind_of(head: bytes) -> str:
    """What a file that begins with ``head`` is; ``text`` or ``unknown`` when nothing more is known.

    ``page`` is HTML, ``old`` a document of Office before 2007, ``zip`` any archive of that form.
    """
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[:2] not in _BOMS:
        return "mp3"
    if _BINARY.search(head) and not head.startswith(_BOMS):
        return "unknown"
    return _of_text(head)


def _of_brands(head: bytes) -> str:
    size = int.from_bytes(head[:4], "big")
    brands = (head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4)))
    if any(brand in (b"avif", b"avis") for brand in brands):
        return "avif"
    return next((_BRANDS[brand] for brand in brands if brand in _BRANDS), "mp4")


def _of_text(head: bytes) -> str:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith((b"{", b"[")):
        return "json"
    if bare.startswith(b"WEBVTT"):
        return "vtt"
    if found := _MARKUP.match(bare):
        name = found[1].lower()
        return "page" if name in _PAGES else "svg" if name == b"svg" else "text"
    return "text"


def archive_of(path: Path) -> str:
    """What the archive at ``path`` is: ``docx``, ``ods``…, ``macro`` where it holds a program, or
    ``zip``; ``broken`` where it cannot be opened.

    Raises:
        OSError: the system refuses.
    """
    try:
        if _entries(path) > _MAX_ENTRIES:
            return "zip"
        with ZipFile(path) as archive:
            names = archive.namelist()
            if any(_MACRO.search(name) for name in names):
                return "macro"
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                said = archive.read("mimetype")
                if said.startswith(_OPEN_DOCUMENT):
                    return _OPEN.get(said.removeprefix(_OPEN_DOCUMENT), "zip")
    except OSError:
        raise
    except Exception:
        # A file that was made to trap readers of archives raises anything at all.
        return "broken"
    folders = (kind for folder, kind in _OFFICE.items() if any(n.startswith(folder) for n in names))
    return next(folders, "zip") if "[Content_Types].xml" in names else "zip"


def _entries(path: Path) -> int:
    """How many files the archive says that it holds; read before its whole list is."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(file.tell() - 66_000, 0))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    return int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 else 0
