"""A photograph leaves the house without its place, its maker and its authorisation."""

import struct
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from tests.engines.sites import SETTINGS, built, read, small, snapshot
from tests.pictures.made import ENDINGS, PLACE, WORDS, drawn, film, opened, photo, saved

from chemins.engines.folder import write_pages

CHANGE = """\
---
titre: Le marché du samedi
porte_sur: savoirs
horizon: court
photos:
  - fichier: marche.jpg
    credit: "Service <communication> & moi"
    personnes: oui
    autorisation: registre n° 4242, armoire du fond
    expire_le: 31/12/2099
---
![Le marché](marche.jpg)

Un autre jour, ![le marché](./marche.jpg) était plein, et ![la halle](/images/photo.webp) aussi.
"""
GPS = struct.pack("<II", int(PLACE[0]), 1)
"""How a telephone writes the degrees of its latitude."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site with a picture of each form, in its content and in its theme."""
    folder = tmp_path_factory.mktemp("photos")
    settings = SETTINGS.replace("{name: material}", "{name: material, custom_dir: look}")
    small(folder, {"changements/marche.md": CHANGE}, settings)
    pictures = {f"content/images/photo.{ending}": photo(ending) for ending in ENDINGS}
    pictures |= {
        "content/changements/marche.jpg": photo("jpg", 6),
        "content/images/film.gif": film("gif"),
        "content/images/nue.png": saved(drawn(), "png"),
        "content/images/CAPITALES.JPG": photo("jpg"),
        "look/images/theme.jpg": photo("jpg"),
    }
    for path, data in pictures.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def published(site) -> dict[str, bytes]:
    """What ``chemins build`` publishes of it."""
    run = built(site / "mkdocs.yml")
    assert run.code == 0, run.said
    return snapshot(site / "site")


@pytest.fixture(scope="module")
def paged(site, tmp_path_factory) -> dict[str, bytes]:
    """What ``chemins pages`` writes of it."""
    folder = tmp_path_factory.mktemp("paged") / "pages"
    said: list[str] = []
    assert write_pages(site / "mkdocs.yml", folder, said.append) == 0, said
    return snapshot(folder / "docs")


def pictures(files: dict[str, bytes]) -> dict[str, bytes]:
    mine = ("images/", "changements/marche.jpg")
    return {path: data for path, data in files.items() if path.startswith(mine)}


def test_the_originals_do_say_where_they_were_taken(site):
    originals = snapshot(site / "content")
    assert GPS in originals["changements/marche.jpg"]
    assert any(word.encode() in originals["images/photo.png"] for word in WORDS)


@pytest.mark.parametrize("engine", ["published", "paged"])
def test_no_published_picture_says_where_it_was_taken_nor_by_whom(engine, request):
    found = pictures(request.getfixturevalue(engine))
    assert len(found) == (10 if engine == "published" else 9)
    for path, data in found.items():
        assert not any(word.encode() in data for word in WORDS), path
        assert b"Exif" not in data, path
        assert GPS not in data, path
        assert dict(opened(data).getexif()) == {}, path


def test_both_engines_publish_the_same_bytes(published, paged):
    ours = pictures(paged)
    assert ours == {path: data for path, data in pictures(published).items() if path in ours}


def test_a_turned_photograph_is_published_upright(site, published):
    original = opened((site / "content/changements/marche.jpg").read_bytes())
    shown = opened(published["changements/marche.jpg"])
    assert shown.size == (original.height, original.width)
    assert shown.getpixel((shown.width - 5, 5))[0] > 200
    assert ImageOps.exif_transpose(original).getpixel((shown.width - 5, 5))[0] > 200


def test_a_picture_that_says_nothing_and_an_animation_are_published_as_they_are(site, published):
    original = snapshot(site / "content")
    assert published["images/nue.png"] == original["images/nue.png"]
    assert opened(published["images/film.gif"]).n_frames == 5


def test_the_authorisation_of_a_photograph_is_nowhere(published, paged):
    for files in (published, paged):
        held = [path for path, data in files.items() if b"4242" in data or b"armoire" in data]
        assert held == []
    assert b"marche.jpg" in published["donnees/strategie.json"]


def test_who_took_a_photograph_is_read_under_it(site, published):
    article = read(site / "site", "changements/marche/").css_first("article")
    said = "Crédit\u00a0: Service <communication> & moi"
    figure = article.css_first("figure[role=figure]")
    assert figure.attributes["aria-label"] == said
    assert figure.css_first("figcaption").text() == said
    assert figure.css_first("img").attributes["alt"] == "Le marché"
    assert [small.text() for small in article.css("p img + small")] == [said]
    assert len(article.css("img")) == 3


def test_a_photograph_that_was_not_described_is_told(site):
    run = built(site / "mkdocs.yml")
    assert run.said.count("W-PHOTO") == 1
    assert "« /images/photo.webp »" in run.said


def test_a_picture_that_breaks_after_the_check_stops_the_build_and_is_told(
    site, tmp_path, monkeypatch
):
    monkeypatch.setattr("chemins.edition.attachment_faults", lambda *_: ())
    small(tmp_path)
    (tmp_path / "content/coupee.avif").write_bytes(photo("avif")[:300] + b"Exif")
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 1
    assert "coupee.avif" in run.said
    assert "E-PICTURE" in run.said
    assert not (tmp_path / "site").exists()
    said: list[str] = []
    assert write_pages(tmp_path / "mkdocs.yml", tmp_path / "pages", said.append) == 1
    assert "E-PICTURE" in "\n".join(said)


def test_a_link_of_the_disk_in_the_theme_is_refused_whatever_it_leads_to(tmp_path):
    settings = SETTINGS.replace("{name: material}", "{name: material, custom_dir: look}")
    small(tmp_path, {}, settings)
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs/secret.txt").write_text("mot de passe", "utf-8")
    (tmp_path / "look/partials").mkdir(parents=True)
    (tmp_path / "look/secret.txt").symlink_to(tmp_path / "ailleurs/secret.txt")
    (tmp_path / "look/partials/dossier").symlink_to(tmp_path / "ailleurs")
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 1
    assert run.said.count("E-LINK-FILE") == 2
    assert "look/partials/dossier:1:1" in run.said
    assert "mot de passe" not in run.said


def test_what_mkdocs_lists_and_we_do_not_is_not_published(tmp_path, monkeypatch):
    small(tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_text("mot de passe", "utf-8")
    link = tmp_path / "content" / "lien.txt"
    read_first = "chemins.engines.mkdocs.plugin.edition_of"
    from chemins.edition import edition_of

    def then_linked(*args, **how):
        found = edition_of(*args, **how)
        link.symlink_to(secret)
        return found

    monkeypatch.setattr(read_first, then_linked)
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 0, run.said
    assert not (tmp_path / "site/lien.txt").exists()


def test_a_picture_of_mode_and_size_unusual_is_published(tmp_path):
    small(tmp_path)
    for mode in ("1", "L", "LA", "P", "RGBA", "I;16"):
        Image.new(mode, (1, 1)).save(tmp_path / f"content/{mode.replace(';', '')}.png")
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 0, run.said
