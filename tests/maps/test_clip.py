"""What lies beyond a picture is cut, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from chemins.maps.boxes import Box, around
from chemins.maps.clip import area_of, line_within, ring_within

BOX = Box(0, 0, 10, 10)
points = st.tuples(st.floats(-20, 20), st.floats(-20, 20))


def test_a_shape_that_hangs_over_is_closed_along_the_edge():
    found = ring_within([(5, 5), (15, 5), (15, 8), (5, 8), (5, 5)], BOX)
    assert found[0] == found[-1]
    assert area_of(found) == 15


def test_a_shape_around_the_picture_fills_it():
    assert area_of(ring_within([(-9, -9), (30, -9), (30, 30), (-9, 30), (-9, -9)], BOX)) == 100


def test_a_shape_beside_the_picture_is_gone():
    assert ring_within([(11, 0), (15, 0), (15, 5), (11, 0)], BOX) == []


def test_a_line_that_comes_back_is_in_pieces():
    found = line_within([(1, 1), (1, 20), (5, 20), (5, 1)], BOX)
    assert found == [[(1, 1), (1, 10)], [(5, 10), (5, 1)]]


@given(st.lists(points, min_size=3, max_size=30))
def test_nothing_is_left_outside(line):
    room = BOX.grown(1e-6)
    assert all(room.holds(around(piece)) for piece in line_within(line, BOX))
    ring = ring_within([*line, line[0]], BOX)
    assert not ring or room.holds(around(ring))
