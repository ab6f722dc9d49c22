"""The version on a sheet: a date that people wrote, never that of the day."""

from tests.helpers import VISION, edition
from tests.printing.making import press_of

from chemins.printing.press import Press
from chemins.records import Vision
from chemins.records.when import When
from chemins.strategy.version import version_of

SEEN = (
    "---\ntitre: X\nporte_sur: savoirs\nhorizon: court\netat: en cours\n"
    "constate_le: {when}\n---\n{body}"
)


def version(folder, files):
    return version_of(edition(folder, files).strategy.records)


def test_it_is_dated_by_the_last_approval_or_observation(tmp_path):
    found = version(
        tmp_path,
        {
            "changements/a.md": SEEN.format(when="mars 2026", body=""),
            "visions/v.md": VISION.replace("---\n", "---\nvalide_le: 12/02/2026\n", 1),
        },
    )
    assert found.dated == When(2026, 3)


def test_records_without_a_date_have_a_mark_and_no_date(tmp_path):
    found = version(tmp_path, {"visions/v.md": VISION})
    assert found.dated is None
    assert len(found.mark) == 7


def test_the_mark_changes_with_any_word_and_only_then(tmp_path):
    one = version(tmp_path / "1", {"changements/a.md": SEEN.format(when="2026", body="Un.")})
    same = version(tmp_path / "2", {"changements/a.md": SEEN.format(when="2026", body="Un.")})
    other = version(tmp_path / "3", {"changements/a.md": SEEN.format(when="2026", body="Deux.")})
    assert one == same
    assert one.mark != other.mark


def test_the_day_that_a_builder_tells_stands_only_where_no_record_says_one(tmp_path):
    found = edition(tmp_path, {"visions/v.md": VISION})
    told = When(2026, 1, 2)
    press = Press(press_of(found).context, "", made_on=told)
    assert press.version(found.strategy.all(Vision)).dated == told
    dated = edition(
        tmp_path / "d", {"visions/v.md": VISION.replace("---\n", "---\nvalide_le: 12/02/2025\n", 1)}
    )
    assert press.version(dated.strategy.all(Vision)).dated == When(2025, 2, 12)
