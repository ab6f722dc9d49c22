"""The inputs beside this file: what is on the disk, and what must happen.

One file each, by theme. `why` says what it proves; what is on the disk is said as in `disk.py`;
then the faults of the run, in the order of a report, and what pages must show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.hostile.disk import Said, lay

FOLDER = Path(__file__).parent / "cases"

SETTINGS = """\
site_name: Notre stratégie
docs_dir: content
theme: {name: material}
plugins: [search, chemins/strategy]
"""
"""The settings of a case that is not about settings."""

TERRITORY = "---\ntitre: Notre stratégie\nnom: la commune\ndemonstration: oui\n---\nBonjour.\n"
"""The territory of a case that is not about it."""


@dataclass(frozen=True)
class Shown:
    """What one page must hold."""

    shows: tuple[str, ...] = ()
    """Texts that a reader finds in it, each whole."""

    lacks: tuple[str, ...] = ()
    """Texts that a reader does not find."""

    holds: tuple[str, ...] = ()
    """Pieces of its source."""

    never: tuple[str, ...] = ()
    """Pieces that its source must not have."""


@dataclass(frozen=True)
class Case:
    """One input."""

    name: str
    """Its theme and its file: ``yaml/alias-bomb``."""

    why: str
    """What it proves, as a sentence."""

    heavy: bool = False
    """Whether it takes seconds, so that only the sweep tries it."""

    content: Mapping[str, Said] = field(default_factory=dict)
    """Files of the content folder."""

    site: Mapping[str, Said] = field(default_factory=dict)
    """Files beside it."""

    settings: Said | None = SETTINGS
    """``mkdocs.yml``; none: the content folder is checked as it stands."""

    territory: bool = True
    """Whether there is one that nothing is wrong with."""

    command: tuple[str, ...] = ("check",)
    """What is run."""

    unreadable: tuple[str, ...] = ()
    """Files of the content folder that the system refuses to open."""

    closed: tuple[str, ...] = ()
    """Folders that it refuses to open."""

    meanwhile: Mapping[str, Any] = field(default_factory=dict)
    """What happens to files between their listing and their reading: ``gone``, or another file."""

    expect: tuple[str, ...] = ()
    """The faults: ``path:line:column CODE severity``; ``… 50 CODE`` for many of a code."""

    exit: int | None = None
    """How the command ends, where the faults alone do not tell."""

    says: tuple[str, ...] = ()
    """What the command must say."""

    pages: Mapping[str, Shown] = field(default_factory=dict)
    """What pages must hold, by their address."""

    def laid(self, folder: Path) -> Path:
        """``folder``, with all of it in."""
        content = folder if self.settings is None else folder / "content"
        content.mkdir(exist_ok=True)
        if self.settings is not None:
            lay(folder, {"mkdocs.yml": self.settings})
        lay(folder, self.site)
        if self.territory:
            lay(content, {"territoire.md": TERRITORY})
        lay(content, self.content)
        return folder

    @property
    def codes(self) -> set[str]:
        """The codes that it proves."""
        return {line.split()[-2] for line in self.expect}


_LISTS = ("command", "unreadable", "closed", "expect", "says")


def _case(file: Path) -> Case:
    read = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    lists = {key: tuple(read[key]) for key in _LISTS if key in read}
    shown = {
        address: Shown(**{key: tuple(value) for key, value in said.items()})
        for address, said in read.pop("pages", {}).items()
    }
    name = file.relative_to(FOLDER).with_suffix("").as_posix()
    return Case(name, **{**read, **lists}, pages=shown)


CASES = [_case(file) for file in sorted(FOLDER.rglob("*.yml"))]
