"""The strategies that other tests draw are what they say: whole, linked, and without a fault."""

import pytest
from tests.helpers import edition
from tests.strategies import strategy_files

from chemins.faults import Severity
from chemins.records import Change
from chemins.strategy.pathways import visions_reached


@pytest.mark.parametrize("long_titles", [False, True])
@pytest.mark.parametrize("count", [1, 9, 25, 60, 200])
def test_each_has_its_changes_and_every_one_leads_to_a_vision(count, long_titles, tmp_path):
    found = edition(tmp_path, strategy_files(count, long_titles=long_titles))
    assert [each for each in found.faults if each.severity is Severity.ERROR] == []
    changes = found.strategy.all(Change)
    assert len(changes) == count
    assert all(visions_reached(found.strategy, each) for each in changes)
