"""What the settings let be published, as MkDocs has read them, and the files of the theme."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.faults.unforeseen import shown
from chemins.publication import OWN, Publication, endings, never, own_files


def publication_of(config: MkDocsConfig, own: Mapping[str, Any], preview: bool) -> Publication:
    """What ``config`` says, and ``own``, the settings of our plugin."""
    excluded = config.exclude_docs
    return Publication(
        approved_only=own["approved_only"],
        attachments=endings(own["attachments"]),
        own_files=own_files(each for key in OWN for each in config[key]),
        preview=preview,
        left_out=excluded.match_file if excluded else never,
    )


def linked_files(config: MkDocsConfig) -> Iterator[Fault]:
    """The symbolic links of the territory's theme: MkDocs would copy what they lead to."""
    own = config.theme.custom_dir
    for parent, folders, files in os.walk(own) if own else ():
        for name in sorted((*folders, *files)):
            path = Path(parent, name)
            if path.is_symlink():
                yield fault("E-LINK-FILE", Place(shown(path)))
