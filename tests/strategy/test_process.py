"""The order of sessions: dates decide where they are known, what is written where not."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import edition
from tests.story import TOWN

from chemins.records import Session
from chemins.strategy.process import in_order, process


def session(identifier: str, order: int | None = None, date: str = "") -> Session:
    fields = {"order": order} if order is not None else {}
    fields |= {"date": date} if date else {}
    return Session.model_validate({"identifier": identifier, "title": identifier, **fields})


def names(*sessions: Session) -> list[str]:
    return [each.identifier for each in in_order(sessions)]


def test_without_dates_the_written_order_decides():
    assert names(session("c", 3), session("a", 1), session("b", 2)) == ["a", "b", "c"]


def test_with_dates_dates_decide():
    assert names(
        session("b", 1, "mars 2031"), session("a", 2, "2030"), session("c", 0, "12/03/2031")
    ) == ["a", "b", "c"]


def test_a_session_without_date_stands_between_its_neighbours_in_order():
    found = names(session("mai", 3, "mai 2031"), session("mars", 1, "mars 2031"), session("x", 2))
    assert found == ["mars", "x", "mai"]


def test_a_session_before_all_that_is_dated_stands_first():
    assert names(session("mars", 2, "mars 2031"), session("x", 1)) == ["x", "mars"]


def test_a_session_of_which_nothing_is_known_stands_at_the_end():
    assert names(session("x"), session("mars", 4, "mars 2031"), session("y", 5)) == [
        "mars",
        "y",
        "x",
    ]


SESSIONS = st.lists(
    st.tuples(
        st.none() | st.integers(0, 9),
        st.just("") | st.integers(1, 12).map(lambda month: f"{month}/2031"),
    ),
    max_size=9,
).map(lambda drawn: [session(f"s{at}", *each) for at, each in enumerate(drawn)])


@given(SESSIONS)
def test_dates_are_never_out_of_order_nor_is_the_written_order_of_the_others(sessions):
    found = in_order(sessions)
    assert sorted(each.identifier for each in found) == sorted(s.identifier for s in sessions)
    dated = [each.date for each in found if each.date]
    assert all(before <= after for before, after in pairwise(dated))
    undated = [each.order for each in found if not each.date and each.order is not None]
    assert undated == sorted(undated)


@given(SESSIONS, st.randoms())
def test_the_order_does_not_depend_on_that_of_the_files(sessions, random):
    shuffled = list(sessions)
    random.shuffle(shuffled)
    assert in_order(shuffled) == in_order(sessions)


def test_each_stage_tells_its_sessions_and_what_they_produced(tmp_path):
    *steps, others = process(edition(tmp_path, TOWN).strategy)
    assert [(step.number, [stop.session.identifier for stop in step.stops]) for step in steps] == [
        (1, ["entretiens", "atelier-des-bancs"]),
        (2, ["comite", "nuit-des-recits"]),
        (3, []),
    ]
    assert others.stage is None
    assert [stop.session.identifier for stop in others.stops] == ["hors-etape"]
    workshop, night = steps[0].stops[1], steps[1].stops[1]
    assert (workshop.said, workshop.taken_shape) == (10, 3)
    assert [record.identifier for record in workshop.records] == [
        "place-partagee",
        "droits-expliques",
    ]
    assert [vision.identifier for vision in night.visions] == ["une-ville-qui-se-parle"]
