"""The open data says all that the strategy says, both ways, and what of it is an example."""

import json

import pytest
from tests.helpers import CHANGE, edition

from chemins.exports.strategy_json import strategy_json
from chemins.records.declaration import declaration


@pytest.fixture(scope="module")
def rows(demo):
    """The demonstration's open data, by kind and identifier."""
    whole = json.loads("".join(strategy_json(demo.strategy, demo.addresses)))
    assert whole["format"] == 1
    assert whole["language"] == "fr"
    return {(row["kind"], row["identifier"]): row for row in whole["records"]}


def test_every_record_is_there_once_with_its_address(demo, rows):
    assert list(rows) == [record.key for record in demo.strategy.records]
    for record in demo.strategy.records:
        row = rows[record.key]
        assert row["address"] == demo.addresses.of(record)
        assert row["label"] == record.label
        assert row.get("body", "") == record.body


def test_every_field_that_is_filled_is_there_by_its_code(demo, rows):
    for record in demo.strategy.records:
        filled = {n for n in declaration(type(record)) if getattr(record, n) not in (None, (), "")}
        assert filled <= set(rows[record.key])


def test_every_link_is_there_from_both_of_its_ends(rows):
    def both(direction, other):
        return sorted(
            (*sorted([key, (each["kind"], each["identifier"])]), each["illustrative"])
            for key, row in rows.items()
            for each in row[direction]
        )

    assert both("links", "linked_from") == both("linked_from", "links")
    assert sum(len(row["links"]) for row in rows.values()) > 20


def test_every_end_of_a_link_is_a_record_that_is_there(rows):
    for row in rows.values():
        for each in (*row["links"], *row["linked_from"]):
            assert (each["kind"], each["identifier"]) in rows


def test_an_example_is_marked_on_the_record_and_on_each_of_its_links(demo, rows):
    examples = {record.key for record in demo.strategy.records if record.illustrative}
    assert examples
    assert {key for key, row in rows.items() if row["illustrative"]} == examples
    for key in examples:
        assert all(each["illustrative"] for each in rows[key]["links"])
        assert all(each["illustrative"] for each in rows[key]["linked_from"])


def test_a_link_that_is_an_example_is_marked_where_its_records_are_none(tmp_path):
    header = CHANGE.removesuffix("---\n")
    found = edition(
        tmp_path,
        {
            "changements/un.md": f"{header}contribue_a: [{{vers: deux, illustratif: oui}}]\n---\n",
            "changements/deux.md": f"{header}contribue_a: [trois]\n---\n",
            "changements/trois.md": CHANGE,
        },
    )
    whole = json.loads("".join(strategy_json(found.strategy, found.addresses)))
    rows = {row["identifier"]: row for row in whole["records"]}
    assert rows["un"]["links"][0]["illustrative"]
    assert rows["deux"]["linked_from"][0]["illustrative"]
    assert not rows["deux"]["links"][0]["illustrative"]
    assert not rows["deux"]["illustrative"]


@pytest.mark.parametrize("said", ["</script>", '"', "\\", "é\u00a0😀", "<!--"])
def test_any_text_comes_back_whole(tmp_path, said):
    title = json.dumps(f"Un {said} titre", ensure_ascii=False)
    found = edition(tmp_path, {"visions/une.md": f"---\ntitre: {title}\n---\n{said}"})
    (row,) = json.loads("".join(strategy_json(found.strategy, found.addresses)))["records"]
    assert row["title"] == f"Un {said} titre"
    assert row["body"] == said
