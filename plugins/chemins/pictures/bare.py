"""A picture without what tells who made it, where and when.

Telephones write their place into each photograph, and editors keep the picture as it was before it
was cut. The points stay as they are, but for a photograph that was taken with the camera turned: it
is set upright and drawn again, since what said how to turn it goes too.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from chemins.pictures import containers

_WALKS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "jpg": containers.jpeg,
        "jpeg": containers.jpeg,
        "png": containers.png,
        "gif": containers.gif,
        "webp": containers.webp,
    }
)
"""Ending → what keeps of such a file what draws it."""

FORMS: Mapping[str, str] = MappingProxyType(
    {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
)
"""Ending → what Pillow calls such a file: it is asked for that form alone."""

_SPEAKS = (b"Exif", b"mime", b"uuid")
"""The items and boxes of an AVIF file that draw nothing."""

_ORIENTATION = 0x0112
_QUALITY = 90


class BrokenError(ValueError):
    """What should be a picture cannot be drawn."""


def bare(data: bytes, ending: str) -> bytes:
    """The picture ``data`` without EXIF, XMP, IPTC, comments or thumbnails; the same each time.

    Orientation is applied first, the profile of its colours stays, and so do the frames of an
    animation. ``ending`` is that of its file, in lower case. A picture that says nothing is given
    back as it is.

    Raises:
        BrokenError: it cannot be drawn.
    """
    walk = _WALKS.get(ending)
    if walk is None:
        return _drawn_again(data, ending) if any(sign in data for sign in _SPEAKS) else data
    try:
        kept = walk(data)
    except containers.SurprisingError:
        return walk(_drawn_again(data, ending))
    if kept == data:
        return data
    return walk(_drawn_again(data, ending)) if _is_turned(data, ending) else kept


def _is_turned(data: bytes, ending: str) -> bool:
    """Whether a picture of one frame is to be turned before it is looked at."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=[FORMS[ending]]) as image:
            turned = image.getexif().get(_ORIENTATION, 1) in range(2, 9)
            return turned and (ending in ("jpg", "jpeg") or getattr(image, "n_frames", 1) == 1)
    except Exception:
        # What cannot be read of what goes away is nobody's loss.
        return False


def _drawn_again(data: bytes, ending: str) -> bytes:
    from PIL import Image, ImageOps

    drawn = BytesIO()
    try:
        with Image.open(BytesIO(data), formats=[FORMS[ending]]) as image:
            how = _how(image, ending, data)
            upright = image if "save_all" in how else ImageOps.exif_transpose(image)
            # Some writers of Pillow save what they find here, comments among it.
            upright.info = {}
            upright.save(drawn, FORMS[ending], **how)
    except Exception as error:
        # Decoders raise anything at all on a broken file.
        raise BrokenError(str(error)) from error
    return drawn.getvalue()


def _how(image: Any, ending: str, data: bytes) -> dict[str, Any]:
    """The options that lose the least of ``image``."""
    from PIL import JpegImagePlugin

    how: dict[str, Any] = {"icc_profile": image.info.get("icc_profile")}
    if ending in ("jpg", "jpeg"):
        sampling = JpegImagePlugin.get_sampling(image)
        how |= {"qtables": image.quantization, "progressive": "progressive" in image.info}
        how |= {"subsampling": sampling} if sampling >= 0 else {}
    elif ending == "webp":
        how |= {"lossless": b"VP8L" in data[:64], "quality": _QUALITY}
    elif ending == "avif":
        how |= {"quality": _QUALITY}
    if ending not in ("jpg", "jpeg") and getattr(image, "n_frames", 1) > 1:
        how |= {"save_all": True, "duration": _durations(image), "loop": image.info.get("loop", 0)}
    return {name: value for name, value in how.items() if value is not None}


def _durations(image: Any) -> list[int]:
    """How long each frame of an animation stands, in milliseconds."""
    found = []
    for frame in range(image.n_frames):
        image.seek(frame)
        image.load()
        found.append(int(image.info.get("duration", 0)))
    image.seek(0)
    return found
