"""A picture is published as it is seen, and says nothing of who made it, where or when."""

import subprocess
import sys
import zlib
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps
from tests.pictures.made import ENDINGS, PROFILE, WORDS, drawn, film, opened, photo, saved

from chemins.pictures import BrokenError, bare, look, problem_of

every_ending = pytest.mark.parametrize("ending", ENDINGS)


def same(one: Image.Image, other: Image.Image, most: int = 0) -> bool:
    """Whether two pictures look the same, each point within ``most``."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return one.size == other.size and max(high for _, high in difference.getextrema()) <= most


@every_ending
def test_a_picture_says_no_more_who_made_it_nor_where(ending):
    data = photo(ending)
    published = bare(data, ending)
    assert any(word.encode() in data for word in WORDS)
    assert not any(word.encode() in published for word in WORDS)
    image = opened(published)
    assert dict(image.getexif()) == {}
    assert not {"exif", "xmp", "comment", "photoshop"} & set(image.info)
    assert problem_of(published, ending) is None


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif"])
def test_its_points_are_the_same_to_the_last(ending):
    data = photo(ending)
    assert same(opened(data), opened(bare(data, ending)))


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
def test_the_profile_of_its_colours_stays(ending):
    assert opened(bare(photo(ending), ending)).info.get("icc_profile") == PROFILE


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
def test_a_camera_that_was_turned_leaves_an_upright_picture(ending, orientation):
    data = photo(ending, orientation, quality=95)
    published = opened(bare(data, ending))
    assert published.getexif().get(0x0112, 1) == 1
    assert same(ImageOps.exif_transpose(opened(data)), published, most=60)


@every_ending
def test_a_picture_that_says_nothing_is_given_back_as_it_is(ending):
    data = saved(drawn(), ending)
    assert bare(data, ending) is data


@every_ending
def test_stripping_twice_is_stripping_once(ending):
    once = bare(photo(ending, 6), ending)
    assert bare(once, ending) == once


@pytest.mark.parametrize("ending", ["gif", "png", "webp", "avif"])
def test_an_animation_keeps_its_frames_and_their_time(ending):
    data = film(ending)
    before, after = opened(data), opened(bare(data, ending))
    assert after.n_frames == before.n_frames > 3
    for frame in range(before.n_frames):
        before.seek(frame)
        after.seek(frame)
        assert same(before, after, most=60 if ending == "avif" else 0)
        assert before.info.get("duration") == after.info.get("duration")
    assert b"Appareil de Mme Petit" not in bare(data, ending)


def test_the_same_picture_is_the_same_bytes_in_another_process(tmp_path):
    data = photo("jpg", 6)
    (tmp_path / "photo.jpg").write_bytes(data)
    code = (
        "import sys, zlib; from chemins.pictures import bare; "
        "print(zlib.crc32(bare(open(sys.argv[1], 'rb').read(), 'jpg')))"
    )
    run = [sys.executable, "-c", code, str(tmp_path / "photo.jpg")]
    env = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    said = subprocess.run(run, capture_output=True, text=True, env=env, check=True, timeout=60)
    assert int(said.stdout) == zlib.crc32(bare(data, "jpg"))


def test_what_follows_the_end_of_a_picture_is_left_behind():
    # Telephones put a film behind a photograph, and an archive may hide there.
    for ending in ("jpg", "png", "gif", "webp"):
        data = saved(drawn(), ending)
        assert bare(data + b"PK\x03\x04 Carpentras", ending) == data


def test_the_thumbnail_of_a_jpeg_file_is_left_behind():
    data = saved(drawn(), "jpg")
    length = int.from_bytes(data[4:6], "big")
    head = data[:4] + (length + 12).to_bytes(2, "big") + data[6:18] + b"\2\2" + b"VIGNETTEJPEG"
    published = bare(head + data[20:], "jpg")
    assert published == data
    assert b"VIGNETTE" not in published


def test_a_picture_with_four_inks_keeps_them():
    image = drawn().convert("CMYK")
    data = saved(image, "jpg", exif=b"Exif\0\0" + b"\0" * 8)
    assert opened(bare(data, "jpg")).mode == "CMYK"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kept", [0, 3, 12, 40, 200])
def test_a_picture_that_was_cut_is_no_picture_and_no_crash(ending, kept):
    data = photo(ending)[:kept]
    assert problem_of(data, ending) == "broken"
    with pytest.raises(BrokenError):
        bare(data + b"Exif", ending)


@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
@settings(max_examples=150)
@example(data=b"\xff\xd8\xff", ending="jpg")
@example(data=b"\xff\xd8\xff\xe0\0\0", ending="jpg")
@example(data=b"GIF89a" + b"\xff" * 20, ending="gif")
@example(data=b"RIFF\xff\xff\xff\xffWEBPVP8X", ending="webp")
@example(data=b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT", ending="png")
def test_any_bytes_are_a_picture_or_told_to_be_none(data, ending):
    assert problem_of(data, ending) in (None, "broken", "vast")
    with suppress(BrokenError):
        assert isinstance(bare(data, ending), bytes)


@given(data=st.data(), ending=st.sampled_from(ENDINGS))
@settings(max_examples=60)
def test_a_picture_with_wrong_bytes_in_it_never_says_more(data, ending):
    picture = bytearray(photo(ending))
    for _ in range(data.draw(st.integers(1, 6))):
        picture[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    problem_of(bytes(picture), ending)
    try:
        published = bare(bytes(picture), ending)
    except BrokenError:
        return
    # Whatever stays is in the points: nothing of it can be read as words.
    if ending != "avif":
        assert b"Appareil de Mme Petit" not in published


def test_a_picture_of_too_many_points_is_not_opened():
    row = zlib.compress(b"\0" * 9000)
    header = b"IHDR" + (9000).to_bytes(4, "big") * 2 + b"\x08\0\0\0\0"
    chunks = [header, b"IDAT" + row, b"IEND"]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(each) - 4).to_bytes(4, "big") + each + zlib.crc32(each).to_bytes(4, "big")
        for each in chunks
    )
    assert problem_of(data, "png") == "vast"


def test_an_animation_of_too_many_points_is_not_played(monkeypatch):
    data = film("gif")
    assert problem_of(data, "gif") is None
    monkeypatch.setattr(look, "MAX_ANIMATED", 120 * 80 * 4)
    assert problem_of(data, "gif") == "vast"


def test_a_cut_picture_is_told_even_once_sheets_have_been_drawn(monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    assert problem_of(photo("gif")[:200], "gif") == "broken"
