"""A migration brings a file to the next version, and leaves every other byte as it was.

The product has had one version so far: these are migrations of tests alone.
"""

from tests.helpers import written

from chemins.locales import load
from chemins.records.change import Change
from chemins.records.version import SCHEMA_VERSION
from chemins.upkeep.files import files_in
from chemins.upkeep.migrations import MIGRATIONS, Migration, migrated, renamed, reworded
from chemins.upkeep.upgrading import upgrade

FRENCH = load("fr")


def who_moves(layout, kind, locale):
    """In version 2, « qui_change » is called « qui_bouge », on changes."""
    if kind is Change:
        yield from renamed(layout, [("qui_change", "who_changes")], "qui_bouge")
        yield from renamed(layout, [("contribue_a", "contributes_to"), ("hypothese",)], "pari")


def sooner(layout, kind, locale):
    """In version 3, « court » is said « proche »."""
    yield from reworded(layout, [("horizon",)], {"court": "proche", "moyen": "l’an prochain"})


TO = (Migration(2, who_moves), Migration(3, sooner))

BEFORE = """\
---
# qui_change : à revoir
titre: "qui_change"
"Qui change":   [parents, 'élus']   # qui_change
horizon: 'Court'  # bientôt
contribue_a:
  - vers: a
    hypothese: >-
      Ils savent,
      ils osent.
  - {vers: b, hypothese: "x"}
---

qui_change: [personne]
"""

AFTER = """\
---
# qui_change : à revoir
titre: "qui_change"
qui_bouge:   [parents, 'élus']   # qui_change
horizon: "proche"  # bientôt
contribue_a:
  - vers: a
    pari: >-
      Ils savent,
      ils osent.
  - {vers: b, pari: "x"}
---

qui_change: [personne]
"""

TERRITORY = "---\ntitre: x\nnom: z # ici\n---\nLe récit.\n"


def test_the_version_of_the_program_is_that_of_its_last_migration():
    assert 1 + len(MIGRATIONS) == SCHEMA_VERSION
    assert [each.version for each in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


def test_a_migration_changes_what_it_names_and_nothing_else():
    assert migrated(BEFORE, Change, FRENCH, TO) == AFTER


def test_line_ends_and_the_byte_order_mark_stay():
    before = "\ufeff" + BEFORE.replace("\n", "\r\n")
    assert migrated(before, Change, FRENCH, TO) == "\ufeff" + AFTER.replace("\n", "\r\n")


def test_a_file_of_the_last_version_does_not_change_any_more():
    assert migrated(AFTER, Change, FRENCH, TO) == AFTER


def test_every_record_of_a_site_comes_along_and_its_version_is_written(tmp_path):
    written(tmp_path, {"territoire.md": TERRITORY, "changements/a.md": BEFORE})
    found = upgrade(files_in(tmp_path), TO)
    assert (found.found, found.version, found.faults) == (1, 3, ())
    assert {path: after.decode() for path, (_, after) in found.changed.items()} == {
        "changements/a.md": AFTER,
        "territoire.md": "---\ntitre: x\nnom: z # ici\nversion_des_fiches: 3\n---\nLe récit.\n",
    }


def test_only_what_is_newer_than_the_site_is_done(tmp_path):
    said = TERRITORY.replace("nom: z", "version_des_fiches:   '2'\nnom: z")
    written(tmp_path, {"territoire.md": said, "changements/a.md": BEFORE})
    found = upgrade(files_in(tmp_path), TO)
    assert found.found == 2
    after = found.changed["changements/a.md"][1].decode()
    assert after == BEFORE.replace("'Court'", '"proche"')
    assert "version_des_fiches:   3\n" in found.changed["territoire.md"][1].decode()


def test_a_broken_file_keeps_them_all_where_they_are(tmp_path):
    broken = '---\ntitre: "x\n---\n'
    written(
        tmp_path,
        {"territoire.md": TERRITORY, "changements/a.md": BEFORE, "visions/b.md": broken},
    )
    found = upgrade(files_in(tmp_path), TO)
    assert [each.code for each in found.faults] == ["E-YAML"]


def test_a_site_of_the_version_of_the_program_has_nothing_to_change(tmp_path):
    written(tmp_path, {"territoire.md": TERRITORY, "changements/a.md": BEFORE})
    assert upgrade(files_in(tmp_path)).changed == {}
