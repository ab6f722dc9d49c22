"""Pictures made for the tests, with all that a camera or an editor writes into them."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin

PLACE = (44.0, 3.0, 17.25)
"""Where they say that they were taken, in degrees, minutes and seconds."""

WORDS = ("Carpentras", "Appareil de Mme Petit", "Un commentaire", "xpacket", "Dossier social")
"""What they say, somewhere in their bytes."""

XMP = (
    b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">Carpentras</x:xmpmeta>'
    b'<?xpacket end="w"?>'
)
_IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x13\x1c\x02\x19\0\x0eDossier social\0"
IPTC = b"\xff\xed" + (len(_IPTC) + 2).to_bytes(2, "big") + _IPTC
"""A segment of a JPEG file as press agencies write them (IPTC-IIM, in Photoshop's frame)."""

PROFILE = b"\0" * 36 + b"acsp" + b"\0" * 88
"""Enough of a profile of colours to be kept as one."""

ENDINGS = ("jpg", "png", "webp", "gif", "avif")
FORMS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: how it was held, what it is, where it was."""
    found = Image.Exif()
    found[0x0112], found[0x010E], found[0x010F] = orientation, "Carpentras", "Appareil de Mme Petit"
    place = found.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", PLACE, "E", (5.0, 2.0, 53.5)
    return found


def drawn(width: int = 120, height: int = 80) -> Image.Image:
    """A picture whose corners are told apart: red at the top left, blue at the bottom right."""
    image = Image.new("RGB", (width, height), "#c9b37e")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width // 3, height // 3), fill="red")
    pen.rectangle((width * 2 // 3, height * 2 // 3, width, height), fill="blue")
    return image


def photo(ending: str, orientation: int = 1, **further: Any) -> bytes:
    """A picture that says all that its form can say."""
    how: dict[str, Any] = {"exif": exif(orientation), "icc_profile": PROFILE, **further}
    if ending == "jpg":
        how |= {"comment": b"Un commentaire", "xmp": XMP, "quality": 90}
    elif ending == "png":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", "Un commentaire")
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        how["pnginfo"] = words
    elif ending == "gif":
        how = {"comment": b"Un commentaire", "xmp": XMP, **further}
    else:
        how["xmp"] = XMP
    data = saved(drawn(), ending, **how)
    return data[:2] + IPTC + data[2:] if ending == "jpg" else data


def film(ending: str, frames: int = 5) -> bytes:
    """An animation that says all that its form can say; two of its frames are the same."""
    shown = [drawn().rotate(index * 40) for index in (*range(frames - 1), frames - 2)]
    for index, frame in enumerate(shown):
        frame.putpixel((60, 40), (index * 9, 0, 0))
    how: dict[str, Any] = {"comment": b"Un commentaire"} if ending == "gif" else {"exif": exif()}
    how |= {"save_all": True, "append_images": shown[1:], "duration": 120, "loop": 0}
    return saved(shown[0], ending, **how)


def saved(image: Image.Image, ending: str, **how: Any) -> bytes:
    """``image`` as the bytes of a file of this ending."""
    data = BytesIO()
    image.save(data, FORMS[ending], **how)
    return data.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture that ``data`` is."""
    return Image.open(BytesIO(data))
