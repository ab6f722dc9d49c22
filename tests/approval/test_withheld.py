"""The approved records speak without those that wait, and lose nothing else."""

from datetime import date
from typing import Any, ClassVar

import pytest
from tests.helpers import edition, pages_of

from chemins.addresses import Addresses
from chemins.approval import Withheld
from chemins.content_paths import ContentPaths
from chemins.locales import load
from chemins.publication import Publication
from chemins.records import KINDS, Change, Kinds, Record, Session, Vision
from chemins.records.base import Part
from chemins.records.relations import relation
from chemins.records.types import Line, Reference
from chemins.strategy import strategy_of

FR = load("fr")
APPROVED: dict[str, Any] = {"approved_by": "Le comité", "approved_on": "12/02/2026"}
DAY = date(2026, 2, 12)
ONLY = Publication(approved_only=True)


class Signature(Part):
    """Who signs, and what they promise."""

    actor: Reference = relation("actor", inverse="signatures", default=...)
    promise: Line | None = None


class Pact(Record):
    """A record whose parts, and which itself, cannot be without others."""

    kind: ClassVar[str] = "pact"
    folder: ClassVar[str] = "pacts"

    title: Line
    vision: Reference = relation("vision", inverse="pacts", default=...)
    signatures: tuple[Signature, ...] = ()
    after: Reference | None = relation("pact", inverse="before", default=None)


WITH_PACTS = Kinds((*KINDS, Pact))


def made(kind: type[Record], identifier: str, **fields: Any) -> Record:
    return kind.model_validate({"identifier": identifier, **fields}, context={"locale": FR})


def change(identifier: str, **fields: Any) -> Record:
    own = {"title": identifier, "dimension": "savoirs", "horizon": "court"}
    return made(Change, identifier, **own, **fields)


def withheld(*records: Record) -> Withheld:
    addresses = Addresses(FR.extended({"kinds": {"pact": {"folder": "pactes"}}}))
    strategy = strategy_of(records, WITH_PACTS, FR)
    return Withheld(strategy, ContentPaths(records, (), KINDS, addresses), addresses)


def published(*records: Record) -> dict[str, Record]:
    return {each.identifier: each for each in withheld(*records).published()}


@pytest.mark.parametrize(
    ("approval", "is_approved"),
    [
        ({}, False),
        ({"approved_by": "Le comité"}, False),
        ({"approved_on": "12/02/2026"}, False),
        (APPROVED, True),
    ],
)
def test_approved_is_by_somebody_and_since_a_day(approval, is_approved):
    assert change("un", **approval).is_approved is is_approved
    assert list(published(change("un", **approval))) == (["un"] if is_approved else [])


def test_links_to_what_waits_are_not_there_and_the_others_are():
    waiting = change("attend")
    known = change("connu", **APPROVED)
    first = change(
        "premier",
        contributes_to=[{"to": "attend"}, {"to": "connu", "assumption": "Par [[attend]]."}],
        who_changes=["parents"],
        **APPROVED,
    )
    met = made(
        Session,
        "seance",
        title="Séance",
        ideas=[{"text": "Une idée", "becomes": ["attend", "connu"]}],
        **APPROVED,
    )
    found = published(waiting, known, first, met)
    assert set(found) == {"connu", "premier", "seance"}
    (link,) = found["premier"].contributes_to
    assert (link.to, link.assumption) == ("connu", "Par attend.")
    assert found["premier"].who_changes == ("parents",)
    assert found["seance"].ideas[0].becomes == ("connu",)
    assert found["seance"].ideas[0].text == "Une idée"


def test_what_cannot_be_without_it_waits_too_and_what_rests_on_that():
    hidden = made(Vision, "cachee", title="Cachée")
    shown = made(Vision, "montree", title="Montrée", **APPROVED)
    signed = [{"actor": "cachee-acteur", "promise": "Un mot"}]
    first = made(Pact, "un", title="Un", vision="cachee", **APPROVED)
    second = made(Pact, "deux", title="Deux", vision="montree", after="un", **APPROVED)
    third = made(Pact, "trois", title="Trois", vision="montree", signatures=signed, **APPROVED)
    found = published(hidden, shown, first, second, third)
    assert set(found) == {"montree", "deux", "trois"}
    assert found["deux"].after is None
    # Nobody of that name waits: what names nobody stays, and is told as ever.
    assert len(found["trois"].signatures) == 1


def test_a_part_that_cannot_be_without_it_is_not_there():
    from chemins.records import Actor

    hidden = made(Actor, "caf", name="CAF")
    vision = made(Vision, "v", title="V", **APPROVED)
    signed = [{"actor": "caf", "promise": "Un mot"}]
    pact = made(Pact, "un", title="Un", vision="v", signatures=signed, **APPROVED)
    assert published(hidden, vision, pact)["un"].signatures == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Voir [[attend]].", "Voir attend."),
        ("Voir [[attend|la suite]].", "Voir la suite."),
        ("Voir [[changements/attend| la suite ]].", "Voir la suite."),
        ("Voir [la suite](attend.md).", "Voir la suite."),
        ('Voir [la suite](<attend.md#ici> "titre").', "Voir la suite."),
        ("Voir [la suite](/changements/attend/).", "Voir la suite."),
        ("Voir [la suite][s].\n\n[s]: attend.md 'titre'\n", "Voir la suite.\n\n"),
        ("Voir [s] et [s][].\n\n[S]: attend.md\n", "Voir s et s.\n\n"),
        ("Voir [[connu]], [lui](connu.md) et [r].\n\n[r]: connu.md", None),
        ("Voir ![une image](attend.md) et `un mot`", None),
        ("[[", None),
    ],
)
def test_a_text_keeps_its_words(tmp_path, text, plain):
    files = {
        "changements/attend.md": "---\ntitre: A\nporte_sur: savoirs\nhorizon: court\n---\n",
        "changements/connu.md": (
            "---\ntitre: C\nporte_sur: savoirs\nhorizon: court\n"
            f"valide_par: Le comité\nvalide_le: 12/02/2026\n---\n{text}\n"
        ),
    }
    found = edition(tmp_path, files, publication=ONLY)
    (known,) = found.strategy.all(Change)
    assert known.body.rstrip() == (text if plain is None else plain).rstrip()


def test_pages_of_what_is_published_do_not_know_the_rest(tmp_path):
    files = {
        "visions/attend.md": "---\ntitre: Un secret\nanciens_noms: [vieux-secret]\n---\n",
        "changements/un.md": (
            "---\ntitre: Un\nporte_sur: savoirs\nhorizon: court\ncontribue_a: [vieux-secret]\n"
            "valide_par: Le comité\nvalide_le: 12/02/2026\n---\n"
        ),
    }
    site, pages = pages_of(edition(tmp_path, files, publication=ONLY))
    assert site.redirects == ()
    assert not [address for address, html in pages.items() if "secret" in html + address]


def test_the_territory_waits_for_nobody(tmp_path):
    files = {"territoire.md": "---\ntitre: T\nnom: N\ndemonstration: oui\n---\n"}
    found = edition(tmp_path, files, publication=ONLY)
    assert [each.kind for each in found.strategy.records] == ["territory"]
    assert found.faults == ()


def test_nothing_changes_where_all_is_approved(demo):
    everything = [
        each.model_copy(update={"approved_by": "x", "approved_on": DAY})
        for each in demo.strategy.records
    ]
    strategy = strategy_of(everything, KINDS, FR)
    found = Withheld(strategy, demo.paths, demo.addresses).published()
    assert [each.model_dump() for each in found] == [each.model_dump() for each in everything]
    assert [each.body for each in found] == [each.body for each in everything]
