"""Path data say no more than a screen shows."""

from chemins.maps.paths import closed, running


def test_steps_are_short_and_parted_by_a_minus_where_there_is_one():
    assert closed([[(1, 2), (4.04, 2), (4, -1.26), (1, 2)]]) == "M1 2l3 0 0-3.3z"
    assert running([[(0.5, 0.25), (1, 1)]], 2) == "M0.5 0.25l0.5 0.75"


def test_points_that_round_to_one_are_one():
    assert running([[(0, 0), (0.2, 0.3), (7.8, 0)]], 0) == "M0 0l8 0"
