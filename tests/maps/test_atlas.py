"""What maps are drawn from is projected once, in its own plane, and found by where it lies."""

import pytest
from tests.mapping import outline, square

from chemins.maps.atlas import Index, atlases_of
from chemins.maps.boxes import Box
from chemins.maps.projection import LAMBERT_93, PROJECTIONS
from chemins.records.outline import Geography, Landmark, Outline

SAINT_DENIS = (55.45, -20.88)


def geography(*quartiers, communes=(), background=()):
    return Geography(
        {each.code: each for each in quartiers}, {each.code: each for each in communes}, background
    )


def test_nothing_is_drawn_without_a_quartier():
    assert atlases_of(geography(communes=[outline("84031", 0, 0)])) == ()


def test_quartiers_of_two_planes_have_an_atlas_each_that_of_most_first():
    there = Outline("QN97401M", (square(0, 0, 400, SAINT_DENIS),))
    found = atlases_of(
        geography(
            there,
            outline("QN08401M", 0, 0),
            outline("QN08402M", 900, 0),
            communes=[outline("84031", 0, 0, 5000), Outline("97411", there.rings)],
            background=(Landmark("L’Ouvèze", (square(0, 0, 300),)),),
        )
    )
    assert [each.projection for each in found] == [LAMBERT_93, PROJECTIONS["EPSG:2975"]]
    assert [[*each.quartiers] for each in found] == [["QN08401M", "QN08402M"], ["QN97401M"]]
    assert [[shape.key for shape in each.communes.shapes] for each in found] == [
        ["84031"],
        ["97411"],
    ]
    assert [len(each.background.shapes) for each in found] == [1, 0]


def test_elsewhere_one_meridian_serves_all():
    brussels = (4.35, 51.85)
    two = [Outline(f"QN9990{n}M", (square(n * 5000, 0, 400, brussels),)) for n in (1, 2)]
    (found,) = atlases_of(geography(*two))
    east, west = (found.quartiers[each.code].box for each in two)
    assert east.width == pytest.approx(west.width, rel=0.002)
    assert east.width == pytest.approx(400, rel=0.01)
    assert east.gap(west) == pytest.approx(4600, rel=0.01)


def test_asking_what_is_near_costs_what_is_near():
    quartiers = [outline(f"Q{n}", 3000 * (n % 40), 3000 * (n // 40)) for n in range(1600)]
    (atlas,) = atlases_of(geography(*quartiers))
    some = atlas.quartiers["Q0"].box
    looked_at = []

    class Looked(Box):
        def touches(self, other):
            looked_at.append(other)
            return super().touches(other)

    atlas.around.touching(Looked(some.left, some.top, some.right + 3000, some.bottom))
    found = atlas.around.touching(Box(some.left, some.top, some.right + 3000, some.bottom))
    assert [shape.key for shape in found] == ["Q0", "Q1"]
    assert len(looked_at) < 20


def test_a_shape_that_covers_all_is_found_everywhere():
    (atlas,) = atlases_of(geography(outline("QN08401M", 0, 0, 900_000)))
    assert Index(atlas.quartiers.values()).touching(atlas.quartiers["QN08401M"].box.grown(-9e4))
