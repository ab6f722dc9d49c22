"""A few pages as pictures: what changes in them is looked at before it is accepted.

The pictures kept are small, and compared roughly: they hold the layout, not each letter's edge.
``CHEMINS_GOLDENS=rewrite`` takes them anew.
"""

import base64
import os
from pathlib import Path

import pytest

KEPT = Path(__file__).parent / "pictures"
SHOWN = [
    ("home", "/", 360, "light"),
    ("home", "/", 1280, "dark"),
    ("quartier", "/quartiers/quintine-villemarie/", 360, "light"),
    ("vision", "/visions/enfants-epanouis/", 1280, "light"),
    ("front-page", "/visions/enfants-epanouis/une/", 1280, "light"),
    ("sessions", "/seances/", 1280, "light"),
    ("change", "/changements/droits-connus/", 1280, "light"),
    ("plan", "/feuille-de-route/", 1280, "light"),
    ("pathways", "/chemins/", 360, "dark"),
    ("pathways", "/chemins/", 1280, "light"),
]
_WIDTH = 160
_MOST_DIFFERENT = 0.03

_SMALL = """async ([picture, width]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round(image.height * width / image.width);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1];
}"""
_DIFFERENT = """async pictures => {
  const [one, two] = await Promise.all(pictures.map(async picture => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + picture;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    return {height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data};
  }));
  if (Math.abs(one.height - two.height) > 4) return 1;
  const length = Math.min(one.data.length, two.data.length);
  let different = 0;
  for (let at = 0; at < length; at += 4)
    if (Math.abs(one.data[at] - two.data[at]) > 40) different += 1;
  return different / (length / 4);
}"""


@pytest.mark.parametrize(("name", "address", "width", "scheme"), SHOWN)
def test_a_page_looks_as_it_did(browser, site, name, address, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site}{address}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    # The demonstration does not say where it is published: its address changes with the server.
    page.evaluate("document.querySelector('.share__address').textContent = 'https://…'")
    shot = base64.b64encode(page.screenshot(full_page=True)).decode()
    page.goto("about:blank")
    small = page.evaluate(_SMALL, [shot, _WIDTH])
    golden = KEPT / f"{name}-{width}-{scheme}.png"
    if os.environ.get("CHEMINS_GOLDENS") == "rewrite":
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(base64.b64decode(small))
    kept = base64.b64encode(golden.read_bytes()).decode()
    different = page.evaluate(_DIFFERENT, [kept, small])
    context.close()
    assert different <= _MOST_DIFFERENT
