"""Stories on a sheet: as large as they hold; what does not is counted, never lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chemins.printing.stories import Entry, Story, told

words = st.text("abcdefghij éè’-", min_size=1, max_size=160).filter(str.strip)
stories = st.lists(
    st.builds(
        Story,
        heading=words,
        entries=st.lists(st.builds(Entry, title=words, meta=words), max_size=8).map(tuple),
    ),
    max_size=4,
)


@settings(deadline=None)
@given(stories=stories, room=st.floats(-50, 900))
def test_what_is_told_holds_and_every_entry_is_told_or_counted(stories, room):
    found = told(stories, (12, 10, 9), 300, room, "et 99 autres")
    assert found.height <= max(room, 0)
    by_heading = {}
    for story in found.stories:
        by_heading[story.heading] = by_heading.get(story.heading, 0) + (
            len(story.entries) + story.further
        )
    given_to = {}
    for story in stories:
        given_to[story.heading] = given_to.get(story.heading, 0) + len(story.entries)
    assert all(count <= given_to[heading] for heading, count in by_heading.items())
    if found.stories and room > 0 and len(found.stories) == sum(bool(s.entries) for s in stories):
        assert sum(by_heading.values()) == sum(given_to.values())


def test_a_story_without_room_for_any_entry_still_says_how_many_there_are():
    entry = Entry("Un changement dont le titre est long " * 3)
    found = told([Story("Ici", (entry,) * 4)], (10,), 120, 60, "4 à lire")
    assert found.stories == (Story("Ici", (), 4),)


def test_a_story_without_entries_is_not_told():
    assert told([Story("Ici", ())], (10,), 120, 600, "").stories == ()
