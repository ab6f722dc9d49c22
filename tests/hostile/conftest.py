"""How many inputs were tried, in the closing lines."""

import pytest
from tests.hostile.running import TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TRIED:
        families: dict[str, int] = {}
        for name in TRIED:
            family = name.partition("/")[0]
            families[family] = families.get(family, 0) + 1
        said = ", ".join(f"{count} {family}" for family, count in sorted(families.items()))
        terminalreporter.write_line(f"hostile inputs tried: {len(TRIED)} ({said})")
