"""What was said and what came of it: the same walk, both ways."""

import pytest
from tests.helpers import CHANGE, edition
from tests.story import TOWN

from chemins.records import Change, Session, Vision
from chemins.records.session import Outcome
from chemins.strategy.traces import answers, births, origins


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("town"), TOWN).strategy


def named(strategy, kind, identifier):
    return strategy.resolve.records[kind.kind, identifier]


def test_ideas_are_answered_by_outcome_in_the_order_of_the_list_the_unanswered_last(town):
    found = answers(town, named(town, Session, "atelier-des-bancs"))
    assert list(found) == [*Outcome, None]
    assert {outcome: len(each) for outcome, each in found.items()} == {
        Outcome.TAKEN: 2,
        Outcome.TAKEN_IN_PART: 1,
        Outcome.ALREADY_UNDER_WAY: 1,
        Outcome.UNDER_STUDY: 1,
        Outcome.PASSED_ON: 1,
        Outcome.NOT_TAKEN: 2,
        None: 2,
    }


def test_no_idea_is_lost_or_answered_twice(town):
    for session in town.all(Session):
        told = [answer.idea for each in answers(town, session).values() for answer in each]
        assert sorted(map(id, told)) == sorted(map(id, session.ideas))


def test_a_record_gives_back_the_words_that_led_to_it_session_by_session(town):
    found = origins(town, named(town, Change, "droits-expliques"))
    assert [(origin.session.identifier, len(origin.ideas)) for origin in found] == [
        ("atelier-des-bancs", 1),
        ("nuit-des-recits", 1),
    ]
    assert found[0].stage.identifier == "ecouter"
    assert found[0].ideas[0].text.startswith("Quelqu’un qui explique")


def test_the_two_walks_meet(town):
    forth = {
        (session.identifier, answer.idea.text, record.key)
        for session in town.all(Session)
        for each in answers(town, session).values()
        for answer in each
        for record in answer.became
    }
    back = {
        (origin.session.identifier, idea.text, record.key)
        for record in town.records
        for origin in origins(town, record)
        for idea in origin.ideas
    }
    assert forth == back
    assert len(forth) == 4


def test_a_change_tells_where_its_vision_was_imagined(town):
    (birth,) = births(town, named(town, Change, "place-partagee"))
    assert birth.vision.identifier == "une-ville-qui-se-parle"
    assert birth.session.identifier == "nuit-des-recits"
    assert births(town, named(town, Vision, "une-ville-qui-se-parle"))[0].session is birth.session
    assert births(town, named(town, Vision, "sans-recit")) == ()


def test_a_vision_that_only_examples_lead_to_is_said_to_be_so(tmp_path):
    linked = CHANGE.removesuffix("---\n")
    found = edition(
        tmp_path,
        {
            "seances/nuit.md": "---\ntitre: La nuit\n---\n",
            "visions/une.md": "---\ntitre: Une\nnee_de: nuit\n---\n",
            "changements/exemple.md": (
                f"{linked}contribue_a: [{{vers: une, illustratif: oui}}]\n---\n"
            ),
            "changements/vrai.md": f"{linked}contribue_a: [une]\n---\n",
        },
    ).strategy
    assert births(found, named(found, Change, "exemple"))[0].by_example
    assert not births(found, named(found, Change, "vrai"))[0].by_example
