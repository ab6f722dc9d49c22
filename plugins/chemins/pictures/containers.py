"""What a picture is drawn from, without what else its file holds. The points are not touched.

Each function walks one kind of file and keeps what drawing needs: sizes, colours and their
profile, points, frames. Everything else goes: EXIF with its place and its thumbnail, XMP, IPTC,
comments, and whatever follows the end of the picture.

Sources: ITU-T T.81 (JPEG) and JFIF 1.02; W3C, "Portable Network Graphics", third edition;
CompuServe, "GIF89a"; Google, "WebP Container Specification".
"""

import re
import struct

_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: restarts."""

_JPEG_DRAWS = frozenset(range(0xC0, 0xD0)) | frozenset(range(0xDA, 0xE0))
"""Frames, tables, scans."""

_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9

_PNG_DRAWS = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT".split()
)
"""The ancillary chunks that change what is seen."""

_GIF_DRAWS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"})
"""The applications whose blocks change what is seen: loops, colours."""

_WEBP_DRAWS = frozenset({b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"VP8 ", b"VP8L", b"ALPH"})
_WEBP_FLAGS = 0b1100
"""The bits of a WebP's header that announce EXIF and XMP."""


class SurprisingError(ValueError):
    """The file is not built as its kind is."""


def jpeg(data: bytes) -> bytes:
    """A JPEG file with what draws it alone.

    Raises:
        SurprisingError: it is not built as a JPEG file is.
    """
    if data[:2] != b"\xff\xd8":
        raise SurprisingError
    kept, at = [data[:2]], 2
    while True:
        start = at
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if data[at : at + 1] != b"\xff" or at + 1 >= len(data):
            raise SurprisingError
        marker = data[at + 1]
        if marker == _END_OF_IMAGE:
            return b"".join((*kept, data[start : at + 2]))
        if marker in _JPEG_ALONE:
            at += 2
            kept.append(data[start:at])
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        at += 2 + length
        if length < 2 or at > len(data):
            raise SurprisingError
        kept.append(_jpeg_segment(marker, data[start:at]))
        if marker == _START_OF_SCAN:
            after = _AFTER_SCAN.search(data, at)
            if after is None:
                raise SurprisingError
            kept.append(data[at : after.start()])
            at = after.start()


def _jpeg_segment(marker: int, segment: bytes) -> bytes:
    if marker in _JPEG_DRAWS:
        return segment
    content = segment.lstrip(b"\xff")[3:]
    if marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14:
        # Its thumbnail goes: the two bytes before it give its size.
        return segment if content[12:14] == b"\0\0" else b"\xff\xe0\0\x10" + content[:12] + b"\0\0"
    is_profile = marker == 0xE2 and content.startswith(b"ICC_PROFILE\0")
    is_adobe = marker == 0xEE and content.startswith(b"Adobe")
    return segment if is_profile or is_adobe else b""


def png(data: bytes) -> bytes:
    """A PNG file, animated or not, with what draws it alone.

    Raises:
        SurprisingError: it is not built as a PNG file is.
    """
    kept, at = [data[:8]], 8
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise SurprisingError
    while True:
        name = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(name) < 4 or end > len(data):
            raise SurprisingError
        # A capital first letter says that no picture can be made without the chunk.
        if name[:1].isupper() or name in _PNG_DRAWS:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


def gif(data: bytes) -> bytes:
    """A GIF file, animated or not, with what draws it alone.

    Raises:
        SurprisingError: it is not built as a GIF file is.
    """
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 13:
        raise SurprisingError
    at = 13 + _gif_table(data[10])
    kept = [data[:at]]
    while True:
        start, sign = at, data[at : at + 1]
        if sign == b";":
            return b"".join((*kept, sign))
        if sign == b"," and at + 9 < len(data):
            at = _after_blocks(data, at + 11 + _gif_table(data[at + 9]))
            kept.append(data[start:at])
        elif sign == b"!":
            at = _after_blocks(data, at + 2)
            label, application = data[start + 1 : start + 2], data[start + 3 : start + 14]
            if label in b"\xf9\x01" or (label == b"\xff" and application in _GIF_DRAWS):
                kept.append(data[start:at])
        else:
            raise SurprisingError


def _gif_table(flags: int) -> int:
    """The bytes of the table of colours that ``flags`` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """Where the blocks that begin at ``at`` end: the first of no length is the last."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    if at >= len(data):
        raise SurprisingError
    return at + 1


def webp(data: bytes) -> bytes:
    """A WebP file, animated or not, with what draws it alone.

    Raises:
        SurprisingError: it is not built as a WebP file is.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise SurprisingError
    stated = 8 + int.from_bytes(data[4:8], "little")
    if stated > len(data):
        raise SurprisingError
    kept, at = [b"WEBP"], 12
    while at + 8 <= stated:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        if end > stated + length % 2:
            raise SurprisingError
        if name == b"VP8X" and length:
            flags = bytes([data[at + 8] & ~_WEBP_FLAGS])
            kept.append(data[at : at + 8] + flags + data[at + 9 : end])
        elif name in _WEBP_DRAWS:
            kept.append(data[at:end])
        at = end
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
