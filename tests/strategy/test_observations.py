"""Observations of a cooperation: what those concerned agreed to, and how it moved, both ways."""

from chemins.records import Cooperation
from chemins.strategy.observations import Movement, published


def seen(*observations: tuple[str, str, str]) -> list[tuple[str, Movement | None]]:
    record = Cooperation.model_validate(
        {
            "identifier": "c",
            "subject": "x",
            "observations": [
                {"date": date, "degree": degree, "consent": consent}
                for date, degree, consent in observations
            ],
        }
    )
    return [(str(each.observation.date), each.movement) for each in published(record)]


def test_going_back_is_said_as_plainly_as_going_on():
    assert seen(
        ("2030", "coexistence", "oui"),
        ("mars 2031", "coordination", "oui"),
        ("mai 2031", "concurrence", "oui"),
        ("2032", "concurrence", "oui"),
    ) == [
        ("2030", None),
        ("2031-03", Movement.TRUST),
        ("2031-05", Movement.RIVALRY),
        ("2032", Movement.SAME),
    ]


def test_what_nobody_agreed_to_is_not_there_and_moves_nothing():
    assert seen(
        ("2030", "coexistence", "oui"),
        ("2031", "intégration", "non"),
        ("2032", "communication", "oui"),
    ) == [("2030", None), ("2032", Movement.TRUST)]


def test_two_observations_of_one_time_are_no_movement():
    assert seen(("12/03/2031", "coexistence", "oui"), ("12/03/2031", "intégration", "oui")) == [
        ("2031-03-12", None),
        ("2031-03-12", None),
    ]
    assert seen(("2031", "coexistence", "oui"), ("mars 2031", "intégration", "oui")) == [
        ("2031", None),
        ("2031-03", None),
    ]
