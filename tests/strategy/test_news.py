"""What is new is what somebody dated; nothing is news of a day to come."""

import pytest
from tests.helpers import edition
from tests.meeting import MEETING

from chemins.records.quartier import Quartier
from chemins.strategy.agenda import agenda_of
from chemins.strategy.news import news_of


@pytest.fixture(scope="module")
def strategy(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("meeting"), MEETING).strategy


def quartier(strategy, identifier):
    return next(each for each in strategy.all(Quartier) if each.identifier == identifier)


def test_the_news_are_told_the_last_first_each_at_its_date(strategy):
    assert [(each.said, str(each.on), each.title) for each in news_of(strategy).all] == [
        ("Premiers signes", "2026-03", "Les parents sont informés"),
        ("Date annulée", "2025-04-06", "L’atelier des bancs (20 juin 2099)"),
        (
            "Date annoncée",
            "2025-04-04",
            "La fête des voisins ; avec tous, petits et grands, du haut et du bas de la rue "
            "(12 juin 2099)",
        ),
        ("Texte approuvé, vision", "2025-03-05", "Un quartier où l’on s’entraide"),
        ("Projet de quartier adopté", "2025-02-02", "Les Lilas"),
        ("Étape faite", "2025-01-15", "Trouver une salle (Un café des parents)"),
        ("Action en cours", "2025-01", "Un café des parents"),
        ("Avenant signé", "2025", "Avenant n° 1"),
        (
            "Réponse à un avis",
            "2024-09",
            "Contrat de ville du Val-Fleuri (Conseil citoyen des Lilas)",
        ),
        ("Action à l’étude", "2024-06", "Un café des parents"),
        ("Avis rendu", "2024-05", "Contrat de ville du Val-Fleuri (Conseil citoyen des Lilas)"),
        ("Atelier", "2024-03-12", "L’atelier de printemps"),
        ("Contrat signé", "2024-03-12", "Contrat de ville du Val-Fleuri"),
        ("En cours", "2023", "Un changement d’exemple"),
    ]


def test_a_session_of_which_nothing_is_told_is_no_news_of_its_date(strategy):
    titles = [each.title for each in news_of(strategy).all]
    assert not any(title.startswith("Conseil de quartier") for title in titles)


def test_a_quartier_has_the_news_of_what_names_it(strategy):
    found = {each.record.kind for each in news_of(strategy).of(quartier(strategy, "lilas"))}
    assert found == {"change", "session", "vision", "quartier", "action"}
    assert news_of(strategy).of(quartier(strategy, "mimosas")) == ()


def test_what_is_written_twice_is_told_once(tmp_path):
    twice = "[{date: 2025, statut: en cours}, {date: 2025, statut: en cours}]"
    action = f"---\ntitre: Un café\nstatut: en cours\nhistorique: {twice}\n---\n"
    found = news_of(edition(tmp_path, {"actions/cafe.md": action}).strategy)
    assert len(found.all) == 1


def test_records_that_wait_for_an_approval_are_no_news(tmp_path):
    from chemins.publication import Publication

    held = edition(tmp_path, MEETING, publication=Publication(approved_only=True))
    kinds = {(each.record.kind, each.record.identifier) for each in news_of(held.strategy).all}
    assert kinds == {("session", "fete"), ("session", "report"), ("vision", "entraide")}


def test_the_agenda_has_every_date_the_furthest_first(strategy):
    agenda = agenda_of(strategy)
    assert [each.identifier for each in agenda.dated] == [
        *("un-mois", "report", "fete", "conseil", "un-an", "passee"),
    ]
    assert [each.identifier for each in agenda.of(quartier(strategy, "mimosas"))] == ["conseil"]
    assert agenda.of(quartier(strategy, "sans-date")) == ()
