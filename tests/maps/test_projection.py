"""Maps keep shapes: each projection against values that others publish, there and back."""

from math import degrees, hypot, radians, sin

import pytest

from chemins.maps.conic import Conic
from chemins.maps.ellipsoid import GRS_80, Ellipsoid
from chemins.maps.projection import LAMBERT_93, PROJECTIONS, projection_at
from chemins.maps.transverse import Transverse

PLACES = [
    # Computed with PROJ 9 (pyproj 3.7.2), to the millimetre.
    ("Paris, tour Eiffel", 2.2944813, 48.8583701, "EPSG:2154", 648235.900, 6862268.369),
    ("Carpentras", 5.0489, 44.0553, "EPSG:2154", 864156.613, 6330607.419),
    ("Bonifacio", 9.1591, 41.3874, "EPSG:2154", 1216141.470, 6051868.496),
    ("Ouessant", -5.0966, 48.4577, "EPSG:2154", 102423.250, 6848156.022),
    ("Dunkerque", 2.3772, 51.0343, "EPSG:2154", 656215.550, 7104461.553),
    ("Pointe-à-Pitre", -61.5340, 16.2411, "EPSG:5490", 656674.695, 1796165.487),
    ("Fort-de-France", -61.0678, 14.6037, "EPSG:5490", 708138.234, 1615379.324),
    ("Cayenne", -52.3260, 4.9372, "EPSG:2972", 352980.205, 545868.922),
    ("Maripasoula", -54.0336, 2.6443, "EPSG:2972", 162635.261, 292689.017),
    ("Saint-Denis", 55.4504, -20.8789, "EPSG:2975", 338807.609, 7690477.745),
    ("Mamoudzou", 45.2280, -12.7806, "EPSG:4471", 524746.228, 8587115.802),
    ("Saint-Pierre", -56.1773, 46.7786, "EPSG:4467", 562804.009, 5180889.794),
    ("Papeete", -149.5665, -17.5350, "EPSG:3297", 227525.297, 8059419.507),
    ("Nouméa", 166.4416, -22.2711, "EPSG:3163", 445512.635, 214559.203),
]

ELSEWHERE = [("Bruxelles", 4.35, 51.6), ("Québec", -71.2, 46.8), ("Wallis", -176.17, -13.28)]


def test_the_published_example_of_ign_comes_out() -> None:
    """NTG 71, ALG0003 and ALG0004: Lambert zone I, on Clarke's ellipsoid of 1880."""
    clarke = Ellipsoid(6_378_249.2, 1 / 293.466021)
    zone = Conic(clarke, 0.760405966, 11_603_796.9767, degrees(0.04079234433), 600e3, 5657616.674)
    place = degrees(0.145512099), degrees(0.872664626)
    assert zone.to_plane(*place) == pytest.approx((1_029_705.083, 272_723.849), abs=0.01)
    assert zone.to_earth(1_029_705.083, 272_723.849) == pytest.approx(place, abs=1e-7)


def test_the_published_isometric_latitude_comes_out() -> None:
    """NTG 71, ALG0001 and ALG0002."""
    assert GRS_80.eccentricity == pytest.approx(0.08181919106, abs=1e-10)
    hayford = Ellipsoid(1, 1 - (1 - 0.08199188998**2) ** 0.5)
    assert hayford.isometric(0.87266462600) == pytest.approx(1.00552653648, abs=1e-10)
    assert hayford.latitude(1.00552653648) == pytest.approx(0.87266462600, abs=1e-10)


def test_lambert_93_has_the_published_constants() -> None:
    assert LAMBERT_93.exponent == pytest.approx(0.7256077650, abs=1e-10)
    assert LAMBERT_93.constant == pytest.approx(11_754_255.426, abs=1e-3)
    assert (LAMBERT_93.east, LAMBERT_93.north) == pytest.approx((700_000, 12_655_612.050), abs=1e-3)


def test_the_published_example_of_utm_comes_out() -> None:
    """Snyder, USGS 1395 (1987), page 269: 73°30′ W, 40°30′ N about 75° W, Clarke 1866."""
    clarke = Ellipsoid(6_378_206.4, 1 / 294.978698)
    zone = Transverse(-75, 0.9996, ellipsoid=clarke)
    assert zone.to_plane(-73.5, 40.5) == pytest.approx((127_106.5, 4_484_124.4), abs=0.1)


@pytest.mark.parametrize(("name", "longitude", "latitude", "code", "east", "north"), PLACES)
def test_official_coordinates_agree_to_the_centimetre(
    name: str, longitude: float, latitude: float, code: str, east: float, north: float
) -> None:
    projection = PROJECTIONS[code]
    assert projection.to_plane(longitude, latitude) == pytest.approx((east, north), abs=0.01)
    assert projection.to_earth(east, north) == pytest.approx((longitude, latitude), abs=1e-7)
    assert projection_at(longitude, latitude) is projection, f"{name} is drawn in its own plane"


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(place[1], place[2]) for place in PLACES] + [(place[1], place[2]) for place in ELSEWHERE],
)
def test_a_square_of_a_kilometre_stays_one(longitude: float, latitude: float) -> None:
    """Its sides are equal and its corners right within 0.1 %."""
    place = projection_at(longitude, latitude).to_plane
    # A kilometre along the meridian and the parallel, on GRS 80.
    radians_of_kilometre = 1000 / GRS_80.radius
    bent = 1 - (GRS_80.eccentricity * _sine(latitude)) ** 2
    north = degrees(radians_of_kilometre * bent**1.5 / (1 - GRS_80.eccentricity**2))
    east = degrees(radians_of_kilometre * bent**0.5 / (1 - _sine(latitude) ** 2) ** 0.5)
    x, y = place(longitude, latitude)
    right = [a - b for a, b in zip(place(longitude + east, latitude), (x, y), strict=True)]
    up = [a - b for a, b in zip(place(longitude, latitude + north), (x, y), strict=True)]
    assert hypot(*right) / hypot(*up) == pytest.approx(1, abs=1e-3)
    assert abs(right[0] * up[0] + right[1] * up[1]) / hypot(*right) / hypot(*up) < 1e-3
    assert hypot(*right) == pytest.approx(1000, rel=4e-3), "and it is still about a kilometre"


def _sine(latitude: float) -> float:
    return sin(radians(latitude))


@pytest.mark.parametrize("longitude", [-180, 0, 180])
@pytest.mark.parametrize("latitude", [-90, 0, 90])
def test_no_point_of_the_earth_is_without_a_place(longitude: float, latitude: float) -> None:
    for projection in (*PROJECTIONS.values(), projection_at(longitude, latitude)):
        assert all(abs(each) < 1e9 for each in projection.to_plane(longitude, latitude))
