"""The map of a territory is read, whether its quartiers fill it or are lost in it."""

import gzip
import random
from itertools import combinations, pairwise

import pytest
from tests.helpers import golden
from tests.mapping import away, outline

from chemins.maps.atlas import atlases_of
from chemins.maps.locator import Named, is_named, locator
from chemins.maps.svg import map_svg
from chemins.records.outline import Geography, Landmark, Outline

MOST_BYTES = 15_000


def maps(quartiers, communes=(), background=(), town=""):
    geography = Geography(
        {each.code: each for each in quartiers}, {each.code: each for each in communes}, background
    )
    named = [
        Named(each.code, f"Quartier {n}", n, "Val", town and town.format((n - 1) % 20))
        for n, each in enumerate(quartiers, 1)
    ]
    return locator(atlases_of(geography)[0], named)


def svg(drawing):
    return str(map_svg(drawing, lambda key: f"quartiers/{key}/"))


@pytest.fixture(scope="module")
def region():
    """105 quartiers in twenty towns of a region, and 150 communes with jagged edges."""
    return maps(*parts_of_a_region())


@pytest.fixture(scope="module")
def region_of_towns():
    """The same, and the town of each is known."""
    return maps(*parts_of_a_region(), town="Ville {:02d}")


def parts_of_a_region():
    some = random.Random(7)
    towns = [(some.uniform(0, 120_000), some.uniform(0, 90_000)) for _ in range(20)]
    quartiers = []
    for n in range(105):
        east, north = towns[n % 20]
        place = east + some.uniform(-2500, 2500), north + some.uniform(-2500, 2500)
        quartiers.append(outline(f"QN{n:05d}M", *place, some.uniform(200, 900)))
    communes = []
    for n in range(150):
        x, y = 9000 * (n % 15), 9000 * (n // 15)
        corners = [(x, y), (x + 9000, y), (x + 9000, y + 9000), (x, y + 9000), (x, y)]
        ring = [
            away(
                a[0] + (b[0] - a[0]) * t / 60 + some.uniform(-250, 250),
                a[1] + (b[1] - a[1]) * t / 60 + some.uniform(-250, 250),
            )
            for a, b in pairwise(corners)
            for t in range(60)
        ]
        communes.append(Outline(f"{n:05d}", ((*ring, ring[0]),), f"Commune {n}"))
    return quartiers, communes


def test_quartiers_that_fill_the_territory_are_drawn_once():
    (drawing,) = maps([outline("A", 0, 0), outline("B", 900, 200), outline("C", 300, 900)])
    assert all(is_named(area, n) for n, area in enumerate(drawing.areas, 1))
    assert all(area.rings and area.narrow for area in drawing.areas)


def test_quartiers_lost_in_the_territory_are_framed_and_drawn_larger():
    communes = [outline("84031", 0, 0, 9000), outline("84032", 9000, 0, 9000)]
    quartiers = [outline("A", 0, 0), outline("B", 900, 200)]
    whole, detail = maps(quartiers, communes)
    (frame,) = whole.frames
    assert whole.around
    assert all(frame.holds(area.dot) for area in whole.areas)
    assert not any(area.wide for area in whole.areas), "the detail names them"
    assert whole.captions[0][0].lines == whole.captions[0][1].lines == ("Val",)
    assert all(is_named(area, n) for n, area in enumerate(detail.areas, 1))


def test_two_small_quartiers_far_apart_are_two_dots_with_names():
    (drawing,) = maps([outline("A", 0, 0), outline("B", 60_000, 20_000)])
    assert all(area.dot and is_named(area, n) for n, area in enumerate(drawing.areas, 1))


def test_one_quartier_alone_is_drawn():
    (drawing,) = maps([outline("A", 0, 0)])
    assert drawing.areas[0].wide.lines == ("Quartier 1",)


def test_a_whole_region_is_numbered(region):
    (drawing,) = region
    assert len(drawing.areas) == 105
    told = [area for area in drawing.areas if area.wide]
    assert len(told) > 50
    assert all(not is_named(area, n) for n, area in enumerate(drawing.areas, 1))


def test_where_their_towns_are_known_a_region_names_towns(region_of_towns):
    (drawing,) = region_of_towns
    assert len(drawing.areas) == 105
    assert all(area.wide is None and area.narrow is None for area in drawing.areas)
    for which in (0, 1):
        labels = [each[which] for each in drawing.towns if each[which]]
        assert len(labels) >= 5
        assert len({label.lines for label in labels}) == len(labels)
        assert not any(a.box.touches(b.box) for a, b in combinations(labels, 2))
        dots = [area.dot for area in drawing.areas if area.dot]
        assert not any(label.box.touches(dot) for label in labels for dot in dots)
    towns = [int(area.key[2:7]) % 20 for area in drawing.areas]
    assert towns == sorted(towns), "in the order of the list: town by town"


def test_no_two_labels_overlap_at_either_size(region):
    for drawing in region:
        for which in ("wide", "narrow"):
            labels = [getattr(area, which) for area in drawing.areas]
            boxes = [each.box for each in labels if each]
            boxes += [each.box for each in drawing.names] if which == "wide" else []
            assert not any(one.touches(two) for one, two in combinations(boxes, 2))


def test_a_picture_of_a_region_is_light(region):
    assert max(len(gzip.compress(svg(each).encode())) for each in region) < MOST_BYTES


def test_a_name_around_is_said_once_and_over_no_quartier():
    river = Landmark("L’Ouvèze", ((away(-900, 0), away(2000, 0)),))
    (drawing,) = maps([outline("A", 0, 0), outline("B", 900, 0)], background=(river, river))
    (name,) = drawing.names
    assert name.lines == ("L’Ouvèze",)
    assert len(drawing.lines) == 2


def test_a_small_map_is_written_as_it_was(request):
    communes = [outline("84031", 0, 0, 9000), outline("84032", 9000, 0, 9000)]
    background = (
        Landmark("L’Ouvèze", ((away(-3000, -900), away(3000, -300)),)),
        Landmark("Gare", points=(away(-100, 600),)),
    )
    drawn = maps([outline("A", 0, 0), outline("B", 900, 200)], communes, background)
    for name, drawing in zip(("whole", "detail"), drawn, strict=True):
        file = request.path.parent / "goldens" / f"{name}.svg"
        golden(file, svg(drawing).replace("><", ">\n<") + "\n")
