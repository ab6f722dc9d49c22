"""The graph: every link can be walked from both of its ends, by the names that were declared."""

import pytest
from tests.helpers import CHANGE, VISION, codes, edition, of_files

from chemins.locales import load
from chemins.records import KINDS, Change, Lesson, Quartier, Session, Stage, Vision
from chemins.records.declaration import declaration, reaches
from chemins.strategy.concerns import concerns, lessons_of, produced_by

QUARTIER = "---\nnom_officiel: Centre ville\n---\n"


def change(*more: str) -> str:
    return CHANGE.removesuffix("---\n") + "\n".join(more) + "\n---\n"


def named(records) -> list[str]:
    return [record.identifier for record in records]


@pytest.fixture
def town(tmp_path):
    """A small strategy in which every kind leads to another."""
    return edition(
        tmp_path,
        {
            "quartiers/centre.md": QUARTIER,
            "visions/epanouis.md": VISION.replace("---\n", "---\nnee_de: atelier\n", 1),
            "visions/apaises.md": "---\ntitre: Apaisés\nquartiers: [centre]\n---\n",
            "changements/informes.md": change("contribue_a: [droits]", "quartiers: [centre]"),
            "changements/droits.md": change(
                "contribue_a:", "  - {vers: epanouis, illustratif: oui}"
            ),
            "etapes/rencontre.md": "---\ntitre: À la rencontre\n---\n",
            "seances/atelier.md": "---\ntitre: Atelier\netape: rencontre\nquartier: centre\n"
            "idees:\n  - texte: Une idée\n    devient: [informes]\n---\n",
            "enseignements/deux.md": "---\nenonce: Deux\nordre: 2\ntire_de: [rencontre]\n---\n",
            "enseignements/un.md": "---\nenonce: Un\nordre: 1\n"
            "tire_de: [atelier, rencontre]\n---\n",
            "acteurs/parents.md": "---\nnom: Les parents\n---\n",
        },
    ).strategy


def test_every_link_is_walked_from_both_ends(town):
    links = [link for record in town.records for link in town.links_from(record)]
    assert len(links) == 11
    for link in links:
        assert link in town.links_to(link.target)
        assert link in town.links_to(link.target, link.inverse)
        assert link.source in town.sources(link.target, link.inverse)
        assert link.target in town.targets(link.source, link.name)
    assert links == [link for each in town.records for link in town.links_from(each)]
    assert len([link for each in town.records for link in town.links_to(each)]) == len(links)


def test_what_a_link_says_of_itself_goes_with_it(town):
    droits = town.resolve.one("droits")
    (link,) = town.links_from(droits, "contributes_to")
    assert link.illustrative
    assert link.detail.to == "epanouis"
    (other,) = town.links_from(town.resolve.one("informes"), "contributes_to")
    assert not other.illustrative


def test_what_concerns_a_quartier_is_found_from_it(town):
    found = concerns(town, town.all(Quartier)[0])
    assert (named(found.visions), named(found.changes), named(found.sessions)) == (
        ["apaises"],
        ["informes"],
        ["atelier"],
    )


def test_what_came_of_a_stage_is_what_came_of_its_sessions(town):
    (stage,), (session,) = town.all(Stage), town.all(Session)
    assert named(produced_by(town, session)) == ["epanouis", "informes"]
    assert produced_by(town, stage) == produced_by(town, session)


def test_lessons_come_in_their_order_wherever_they_were_drawn(town):
    (stage,), (session,) = town.all(Stage), town.all(Session)
    assert named(lessons_of(town, stage)) == ["un", "deux"]
    assert named(lessons_of(town, session)) == ["un"]


def test_a_public_that_is_no_actor_is_fine_and_an_actor_is_linked(tmp_path):
    found = edition(
        tmp_path,
        {
            "changements/un.md": change("qui_change: [parents, élus]"),
            "acteurs/parents.md": "---\nnom: Les parents\n---\n",
        },
    )
    assert of_files(found.faults) == ()
    assert named(found.strategy.targets(found.strategy.all(Change)[0], "who_changes")) == [
        "parents"
    ]


def test_a_link_written_twice_is_one(tmp_path):
    files = {
        "changements/un.md": change("contribue_a: [une, visions/une, Une]"),
        "visions/une.md": VISION,
    }
    strategy = edition(tmp_path, files).strategy
    assert len(strategy.links_from(strategy.all(Change)[0])) == 1


@pytest.mark.parametrize(
    "typed", ["visions/droits", "vision/droits", "Visions:Droits", "visions/Droits.md"]
)
def test_a_name_that_two_kinds_share_is_said_with_its_folder(tmp_path, typed):
    found = edition(
        tmp_path,
        {
            "changements/droits.md": CHANGE,
            "visions/droits.md": VISION,
            "changements/un.md": change(f'contribue_a: ["{typed}"]'),
        },
    )
    assert of_files(found.faults) == ()
    (link,) = found.strategy.links_from(found.strategy.resolve.records["change", "un"])
    assert link.target.kind == "vision"


def test_a_field_that_leads_to_one_kind_only_needs_no_folder(tmp_path):
    files = {
        "quartiers/droits.md": QUARTIER,
        "visions/droits.md": VISION,
        "changements/un.md": change("quartiers: [droits]"),
    }
    assert of_files(edition(tmp_path, files).faults) == ()


def test_a_former_name_still_leads_to_its_record(tmp_path):
    files = {
        "visions/epanouis.md": VISION.replace("---\n", "---\nanciens_noms: [Enfants heureux]\n", 1),
        "changements/un.md": change("contribue_a: [enfants-heureux]"),
    }
    found = edition(tmp_path, files)
    assert of_files(found.faults) == ()
    assert named(found.strategy.targets(found.strategy.all(Change)[0], "contributes_to")) == [
        "epanouis"
    ]


def test_a_record_s_name_wins_over_the_former_name_of_another(tmp_path):
    files = {
        "visions/heureux.md": VISION,
        "visions/epanouis.md": VISION.replace("---\n", "---\nanciens_noms: [heureux]\n", 1),
        "changements/un.md": change("contribue_a: [heureux]"),
    }
    found = edition(tmp_path, files)
    assert codes(of_files(found.faults)) == ["E-ADDRESS"]
    assert named(found.strategy.targets(found.strategy.all(Change)[0], "contributes_to")) == [
        "heureux"
    ]


def test_a_link_to_a_record_that_could_not_be_read_is_no_further_fault(tmp_path):
    files = {
        "visions/une.md": "---\nannee: demain\n---\n",
        "changements/un.md": change("contribue_a: [une]") + "Voir [[une]].\n",
    }
    assert {each.place.path for each in of_files(edition(tmp_path, files).faults)} == {
        "visions/une.md"
    }


def test_a_record_that_leads_to_itself_is_no_endless_walk(tmp_path):
    strategy = edition(tmp_path, {"changements/un.md": change("contribue_a: [un]")}).strategy
    (link,) = strategy.links_from(strategy.all(Change)[0])
    assert link.source is link.target


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
def test_every_relation_leads_to_known_kinds_and_names_its_inverse(kind):
    fr = load("fr")

    def relations(model):
        for field in declaration(model).values():
            if field.relation:
                yield field.relation
            if field.part:
                yield from relations(field.part)

    for relation in relations(kind):
        assert fr.has(f"relations.{relation.inverse}")
        assert relation.to == ("*",) or any(name in KINDS for name in relation.to)


def test_the_demonstration_s_links_are_all_found(demo):
    for record in demo.strategy.records:
        typed = [each for each in reaches(record) if not each.relation.loose]
        found = {(link.name, link.target.key) for link in demo.strategy.links_from(record)}
        meant = {
            (e.field, demo.strategy.resolve.one(e.reference, e.relation.to).key) for e in typed
        }
        assert meant <= found


def test_records_come_in_their_order_and_those_without_one_last(tmp_path):
    files = {
        f"etapes/{name}.md": f"---\ntitre: {name}\n{order}---\n"
        for name, order in (("b", "ordre: 2\n"), ("a", "ordre: 10\n"), ("d", ""), ("c", ""))
    }
    assert named(edition(tmp_path, files).strategy.all(Stage)) == ["b", "a", "c", "d"]


def test_a_kind_of_which_there_are_none_is_an_empty_list(town, tmp_path):
    strategy = edition(tmp_path / "vide", {"visions/une.md": VISION}).strategy
    assert strategy.all(Lesson) == ()
    assert strategy.single(Quartier) is None
    assert named(strategy.all(Vision)) == ["une"]
