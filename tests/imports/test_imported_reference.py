"""Coordinates come to WGS 84 from what French files count in."""

from math import cos, log, pi, radians, sin, sqrt, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.imports.reference import LAMBERT_93, WGS84, guessed, of_epsg, of_wkt

E = sqrt(2 / 298.257222101 - 1 / 298.257222101**2)


def isometric(latitude: float) -> float:
    wave = E * sin(latitude)
    return log(tan(pi / 4 + latitude / 2) * ((1 - wave) / (1 + wave)) ** (E / 2))


def lambert_93(longitude: float, latitude: float) -> tuple[float, float]:
    """The projection forwards, with the constants that IGN publishes for it."""
    n, c, x0, y0 = 0.7256077650532670, 11754255.426096, 700000.0, 12655612.049876
    radius = c * 2.718281828459045 ** (-n * isometric(radians(latitude)))
    turn = n * radians(longitude - 3)
    return (x0 + radius * sin(turn), y0 - radius * cos(turn))


@given(st.floats(-5, 10), st.floats(41, 51.5))
def test_lambert_93_comes_back_to_a_millimetre(longitude, latitude):
    x, y = LAMBERT_93.degrees(*lambert_93(longitude, latitude))
    assert x == pytest.approx(longitude, abs=1e-8)
    assert y == pytest.approx(latitude, abs=1e-8)


@pytest.mark.parametrize(
    ("code", "metres", "degrees"),
    [
        (2154, (700000, 6600000), (3, 46.5)),
        (3946, (1700000, 5200000), (3, 46)),
        (32617, (630084, 4833438), (-79.387139, 43.642567)),
        (32740, (500000, 10000000), (57, 0)),
        (2975, (500000, 10000000), (57, 0)),
        (3857, (0, 0), (0, 0)),
    ],
)
def test_grids_are_known_by_their_number(code, metres, degrees):
    system = of_epsg(code)
    assert system.degrees(*metres) == pytest.approx(degrees, abs=1e-5)


@pytest.mark.parametrize("code", [4326, 4171, 4258])
def test_degrees_are_degrees(code):
    assert of_epsg(code) is WGS84


@pytest.mark.parametrize("code", [27572, 4275, 0, 32661])
def test_other_numbers_are_not_guessed(code):
    assert of_epsg(code) is None


def test_a_zone_overseas_is_read_from_its_text():
    text = (
        'PROJCS["RGR92_UTM_40S",GEOGCS["GCS_RGR_1992",DATUM["D_RGR_1992",SPHEROID["GRS_1980",'
        '6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",'
        '500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",57.0],'
        'PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
    )
    found, known = of_wkt(text), of_epsg(2975)
    assert found.degrees(340000, 7690000) == pytest.approx(known.degrees(340000, 7690000))
    assert known.degrees(340000, 7690000) == pytest.approx((55.46, -20.88), abs=0.02)


@given(st.text(max_size=60))
def test_any_text_is_a_system_or_none(text):
    of_wkt(text)
    of_wkt(f'PROJCS["x",PROJECTION["Lambert_Conformal_Conic"],{text}')


@pytest.mark.parametrize(
    ("point", "name"),
    [
        ((2.0, 48.0), None),
        ((48.0, 2.0), "latitude, longitude"),
        ((16.2, -61.5), "latitude, longitude"),
        ((45.2, -12.8), None),
        ((700000.0, 6600000.0), "Lambert 93"),
        ((-73.0, 40.0), None),
    ],
)
def test_a_point_tells_its_system_where_nothing_else_does(point, name):
    found = guessed(*point)
    assert (found.name if found else None) == name
