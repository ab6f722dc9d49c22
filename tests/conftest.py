"""Fixtures of the core: the demonstration and the complete example, read once."""

import pytest
from hypothesis import settings
from tests.helpers import DEMO, EXAMPLE, pages_of

from chemins.edition import Edition, edition_of
from chemins.pages.site import Site
from chemins.records import KINDS

# Deadlines measure the machine, which others share; times are asserted where they matter.
settings.register_profile("chemins", deadline=None, derandomize=True, database=None)
settings.load_profile("chemins")


@pytest.fixture(scope="session")
def demo() -> Edition:
    """The demonstration's records, read and checked."""
    return edition_of(DEMO, KINDS)


@pytest.fixture(scope="session")
def demo_site(demo: Edition) -> tuple[Site, dict[str, str]]:
    """The demonstration's site, and its pages' HTML by their address."""
    return pages_of(demo)


@pytest.fixture(scope="session")
def example() -> Edition:
    """The records of the territory that does not exist, read and checked."""
    return edition_of(EXAMPLE / "content", KINDS)


@pytest.fixture(scope="session")
def example_site(example: Edition) -> tuple[Site, dict[str, str]]:
    """Its site, and its pages' HTML by their address."""
    return pages_of(example)
