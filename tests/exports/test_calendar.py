"""The dates of a territory in anybody's calendar: what other programs read in our files."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from tests.helpers import edition
from tests.meeting import MEETING

from chemins.exports.calendar import calendar, has_days
from chemins.exports.zones import OVERSEAS, PARIS, lines, zone_of
from chemins.strategy.agenda import agenda_of

URL = "https://val-fleuri.example/contrat/"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("meeting"), MEETING)


def file_of(found, url=URL, sessions=None) -> bytes:
    sessions = agenda_of(found.strategy).dated if sessions is None else sessions
    return b"".join(calendar(found.strategy, found.addresses, sessions, "Le Val-Fleuri", url))


@pytest.fixture(scope="module")
def written(town):
    return file_of(town)


@pytest.fixture(scope="module")
def events(written):
    found = icalendar.Calendar.from_ical(written).walk("VEVENT")
    return {str(each["SUMMARY"]).partition(";")[0].strip(): each for each in found}


def test_only_what_is_known_to_the_day_is_in_it(events):
    assert list(events) == [
        "L’atelier de printemps",
        "Conseil de quartier",
        "La fête des voisins",
        "Annulée – L’atelier des bancs",
    ]


def test_another_program_reads_the_same_events(written, events):
    read = vobject.readOne(written.decode())
    assert [each.uid.value for each in read.vevent_list] == [
        str(each["UID"]) for each in events.values()
    ]
    fete = read.vevent_list[2]
    assert fete.dtstart.value.astimezone(UTC) == datetime(2099, 6, 12, 16, 30, tzinfo=UTC)
    assert "avec tous, petits et grands" in fete.summary.value


def test_an_event_says_when_where_and_how_to_come(events):
    fete = events["La fête des voisins"]
    paris = ZoneInfo("Europe/Paris")
    assert fete["DTSTART"].dt == datetime(2099, 6, 12, 18, 30, tzinfo=paris)
    assert fete["DTEND"].dt == datetime(2099, 6, 13, 1, 0, tzinfo=paris), "it ends after midnight"
    assert fete["LOCATION"] == "Place du Lavoir, 1 place du Lavoir, 99990 Val-Fleuri"
    assert (fete["GEO"].latitude, fete["GEO"].longitude) == (44.05, 5.05)
    assert fete["URL"] == f"{URL}seances/fete/"
    assert fete["STATUS"] == "CONFIRMED"
    said = str(fete["DESCRIPTION"]).splitlines()
    assert said[0].startswith("Chacun apporte un plat. Il suffit de venir")
    assert said[1:] == ["Les Lilas", "04 00 00 00 00"]


def test_a_day_without_hours_is_a_whole_day(events):
    assert events["L’atelier de printemps"]["DTSTART"].dt == date(2024, 3, 12)
    assert "DTEND" not in events["L’atelier de printemps"]


def test_what_is_called_off_says_so_to_programs_and_to_people(events):
    off = events["Annulée – L’atelier des bancs"]
    assert (off["STATUS"], off["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(off["DESCRIPTION"]).startswith("La salle est fermée.")


def test_no_line_is_longer_than_75_octets_nor_cut_inside_a_letter(written):
    assert written.endswith(b"\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_its_stamp_is_of_the_records_not_of_the_build(events):
    stamps = {name: each["DTSTAMP"].dt.date() for name, each in events.items()}
    assert stamps["La fête des voisins"] == date(2025, 4, 4), "the day of its approval"
    assert stamps["L’atelier de printemps"] == date(2024, 3, 12), "else its own day"


def test_an_event_keeps_its_name_when_all_the_rest_of_it_changes(town, events, tmp_path):
    moved = MEETING["seances/fete.md"].replace("12/06/2099", "13/06/2099").replace("fête", "soirée")
    other = edition(tmp_path, {**MEETING, "seances/fete.md": moved})
    found = icalendar.Calendar.from_ical(file_of(other)).walk("VEVENT")
    assert {str(each["UID"]) for each in found} == {str(each["UID"]) for each in events.values()}


def test_without_an_address_the_file_still_names_its_events(town):
    found = icalendar.Calendar.from_ical(file_of(town, url="")).walk("VEVENT")
    assert len({str(each["UID"]) for each in found}) == 4
    assert all("URL" not in each for each in found)


def test_a_quartier_has_the_calendar_of_its_own_dates(town):
    quartier = next(each for each in town.strategy.records if each.identifier == "mimosas")
    sessions = agenda_of(town.strategy).of(quartier)
    found = icalendar.Calendar.from_ical(file_of(town, sessions=sessions)).walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in found] == ["Conseil de quartier"]


def test_months_and_years_make_no_calendar(town):
    vague = [each for each in agenda_of(town.strategy).dated if each.date and not each.date.day]
    assert vague
    assert not has_days(vague)


def test_the_first_and_the_last_days_of_all_calendars_are_written_whole(tmp_path):
    session = "---\ntitre: T\ndate: {day}\nheure_debut: 23 h\nheure_fin: 1 h\n---\n"
    days = {
        "seances/a.md": session.format(day="0999-01-02"),
        "seances/b.md": session.format(day="9999-12-31"),
    }
    text = file_of(edition(tmp_path, days)).decode()
    assert "DTSTART;TZID=Europe/Paris:09990102T230000\r\n" in text
    assert "DTEND;TZID=Europe/Paris:09990103T010000\r\n" in text
    assert "DTSTART;TZID=Europe/Paris:99991231T230000\r\n" in text
    assert text.count("DTEND") == 1


@pytest.mark.parametrize("zone", [PARIS, *OVERSEAS.values()], ids=lambda zone: zone.name)
def test_a_zone_keeps_the_time_that_the_world_keeps_there(zone):
    text = "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//T//T//FR", *lines(zone), "END:VCALENDAR", "")
    )
    (found,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    ours, theirs = found.to_tz(), ZoneInfo(zone.name)
    for hours in range(0, 5 * 366 * 24, 31):
        at = datetime(2024, 1, 1, 12) + timedelta(hours=hours)
        if at.hour in (1, 2, 3):
            continue  # the hours that are skipped or said twice
        assert at.replace(tzinfo=ours).utcoffset() == at.replace(tzinfo=theirs).utcoffset(), at


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("84031", "Europe/Paris"),
        ("2A004", "Europe/Paris"),
        ("97411", "Indian/Reunion"),
        ("97608", "Indian/Mayotte"),
        ("97302", "America/Cayenne"),
    ],
)
def test_the_time_is_that_of_the_communes(tmp_path, code, zone):
    said = (
        f'---\ntitre: T\nnom: T\ndemonstration: oui\ncommunes: [{{nom: C, code: "{code}"}}]\n---\n'
    )
    assert zone_of(edition(tmp_path, {"territoire.md": said}).strategy).name == zone
