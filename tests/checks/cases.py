"""The cases beside this file: a content folder, and the faults that it must give.

A case on a misspelt date need be no whole strategy. So what rules find (``checks/rules.py``) is
left out of a case, but for the rules that it expects to speak or names in ``rules``: those that it
proves silent. ``rules: all`` leaves nothing out.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml
from tests.helpers import written

from chemins.checks.rules import RULES

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One case."""

    name: str
    """The file's name."""

    why: str
    """What it proves, as a sentence."""

    expect: list[str]
    """The faults: ``path:line:column CODE severity``."""

    rules: list[str] | Literal["all"] = field(default_factory=list)
    """The rules that it is about beside those it expects to speak, by their code; or ``all``."""

    content: dict[str, str] = field(default_factory=dict)
    """Files of the content folder, by their path."""

    encoded: dict[str, dict[str, str]] = field(default_factory=dict)
    """Files in another encoding: ``{as: cp1252, text: …}``."""

    repeated: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Files whose text stands many times: ``{text: …, times: 1000}``."""

    links: dict[str, str] = field(default_factory=dict)
    """Symbolic links, by their path, with what they point to."""

    unreadable: list[str] = field(default_factory=list)
    """Files that the system refuses to open."""

    closed: list[str] = field(default_factory=list)
    """Folders that the system refuses to open."""

    settings: str | None = None
    """``mkdocs.yml``, beside the folder ``content``, where the case is about a whole site."""

    command: str = "check"
    """What is run: ``check``, or ``build`` for what only building can tell."""

    busy: bool = False
    """Whether another build of the same site is under way."""

    def laid(self, folder: Path) -> Path:
        """The folder to run in, with the case's files under ``folder``."""
        content = folder
        if self.settings is not None:
            written(folder, {"mkdocs.yml": self.settings})
            content = folder / "content"
        written(content, dict(self.content))
        written(content, {p: each["text"].encode(each["as"]) for p, each in self.encoded.items()})
        written(content, {p: each["text"] * each["times"] for p, each in self.repeated.items()})
        for path, target in self.links.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).symlink_to(target)
        return folder

    def concerns(self, code: str) -> bool:
        """Whether a fault ``code`` is looked at: all are but those of rules it does not name."""
        is_rule = code in {rule.code for rule in RULES}
        return not is_rule or self.rules == "all" or code in self.codes or code in self.rules

    @property
    def codes(self) -> set[str]:
        """The codes that it proves."""
        return {line.split()[1] for line in self.expect}


CASES = [
    Case(file.stem, **yaml.safe_load(file.read_text("utf-8")))
    for file in sorted(FOLDER.glob("*.yml"))
]
