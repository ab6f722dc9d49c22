"""Labels are read: on a picture, over nothing, beside what they name."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from chemins.maps.boxes import Box
from chemins.maps.labels import NAME, Room, Spot, placed

SHEET = Box(0, 0, 460, 400)


def ring(box: Box):
    return (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
        (box.left, box.top),
    )


def area(name: str, box: Box) -> Spot:
    return Spot(((name, NAME), ("7", NAME)), box, (ring(box),))


def test_a_name_stands_on_its_shape_when_it_fits():
    box = Box(100, 100, 300, 200)
    (label,) = placed([area("Centre", box)], Room(SHEET))
    assert box.holds(label.box)


def test_a_name_stands_beside_a_shape_that_is_too_small():
    box = Box(200, 180, 220, 200)
    (label,) = placed([area("Centre ville", box)], Room(SHEET))
    assert label.lines == ("Centre ville",)
    assert not label.box.overlaps(box)


def test_a_name_avoids_the_hollow_of_its_shape():
    hollow = ((0, 0), (300, 0), (300, 300), (280, 300), (280, 20), (0, 20), (0, 0))
    shape = Spot((("Pous", NAME),), Box(0, 0, 300, 300), (hollow,))
    (label,) = placed([shape], Room(SHEET))
    assert not label.box.overlaps(shape.box)


def test_a_name_without_room_gives_way_to_its_number_and_that_to_nothing():
    wall = [Box(0, 0, 460, 150), Box(0, 210, 460, 400), Box(0, 0, 190, 400), Box(245, 0, 460, 400)]
    spot = area("Un nom qui n’a pas de place", Box(200, 170, 215, 185))
    (label,) = placed([spot], Room(SHEET, wall))
    assert label.lines == ("7",)
    (nothing,) = placed([spot], Room(SHEET, [SHEET]))
    assert nothing is None


def test_a_name_does_not_stand_on_another_shape():
    small, large = Box(200, 100, 212, 112), Box(60, 113, 400, 390)
    label, _ = placed([area("Petit quartier", small), area("Grand", large)], Room(SHEET))
    assert not label.box.overlaps(large)


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.floats(0, 440),
    st.floats(0, 380),
    st.floats(6, 80),
    st.floats(6, 80),
)


@given(st.lists(boxes, min_size=1, max_size=30))
def test_labels_never_overlap_nor_leave_the_picture(areas):
    spots = [area(f"Quartier numéro {n}", box) for n, box in enumerate(areas)]
    labels = [each for each in placed(spots, Room(SHEET)) if each]
    assert all(SHEET.holds(each.box) for each in labels)
    assert not any(one.box.touches(two.box) for one, two in combinations(labels, 2))
