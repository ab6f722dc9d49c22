"""Can a picture be drawn, and at what cost? Asked before anything is published."""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Literal

from chemins.pictures import containers
from chemins.pictures.bare import FORMS
from chemins.pictures.containers import SurprisingError

MAX_POINTS = 50_000_000
"""The points that a picture may have: a large camera's."""

MAX_ANIMATED = 250_000_000
"""The points that all frames of an animation may have together."""

Problem = Literal["broken", "vast"]

_BUILT: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {"jpg": containers.jpeg, "jpeg": containers.jpeg, "png": containers.png}
)
"""Ending → what walks through such a file to its end. Pillow verifies the sums of a PNG."""


def problem_of(data: bytes, ending: str) -> Problem | None:
    """What is wrong with the picture ``data``; none when it can be drawn, every frame of it.

    ``ending`` is that of its file, in lower case. A photograph takes long to draw: one that is
    built as it should be from its first byte to its last is taken for whole.
    """
    from PIL import Image, ImageFile

    # WeasyPrint, once it is loaded, has Pillow take a picture that is cut for whole.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        # Pillow's own limits are wider than ours, and what it would say is in English.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=[FORMS[ending]]) as image:
                points = image.width * image.height
                frames = 1 if ending in ("jpg", "jpeg") else getattr(image, "n_frames", 1)
                if points > MAX_POINTS or points * frames > MAX_ANIMATED:
                    return "vast"
                if ending in _BUILT and _is_whole(data, ending):
                    image.verify()
                    return None
                for frame in range(frames):
                    image.seek(frame)
                    image.load()
        except Image.DecompressionBombError:
            return "vast"
        except Exception:
            # Decoders raise anything at all on a broken file.
            return "broken"
    return None


def _is_whole(data: bytes, ending: str) -> bool:
    try:
        _BUILT[ending](data)
    except SurprisingError:
        return False
    return True
