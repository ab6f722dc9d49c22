"""What Visual Studio Code needs, without any extension, so that records complete and underline.

A task watches: ``chemins check --watch --format editor`` says each fault in a line that a pattern
takes apart, and the editor underlines it. Snippets complete.
"""

import json
from typing import Any

from chemins.faults.report import BEGINS, ENDS, PATTERN
from chemins.forms.snippets import Snippets
from chemins.locales import Locale

FOLDER = ".vscode"
"""Where the editor looks."""

_GROUPS = ("file", "line", "column", "endColumn", "severity", "code", "message")


def settings(locale: Locale) -> str:
    """The settings of the folder."""
    return _file(
        {
            "files.encoding": "utf8",
            "files.eol": "\n",
            "files.insertFinalNewline": True,
            "[markdown]": {
                # Words are offered while one types, as in a program, and ours come first.
                "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
                "editor.snippetSuggestions": "top",
                "editor.wordBasedSuggestions": "off",
                "editor.wordWrap": "on",
                "editor.tabSize": 2,
                "editor.insertSpaces": True,
            },
        },
        locale.text("editor.yours"),
    )


def tasks(locale: Locale) -> str:
    """The tasks of the folder: check at each save, complete with the records that there are."""
    return _file(
        {
            "version": "2.0.0",
            "tasks": [
                {
                    **_command(["check", "--watch", "--format", "editor"]),
                    "label": locale.text("editor.check"),
                    "isBackground": True,
                    "problemMatcher": {
                        "owner": "chemins",
                        "source": "chemins",
                        "fileLocation": ["relative", "${workspaceFolder}"],
                        "pattern": {
                            "regexp": PATTERN,
                            **{name: at for at, name in enumerate(_GROUPS, start=1)},
                        },
                        "background": {
                            "activeOnStart": True,
                            "beginsPattern": f"^{BEGINS}",
                            "endsPattern": f"^{ENDS}",
                        },
                    },
                },
                {
                    **_command(["schema", "--vscode"]),
                    "label": locale.text("editor.complete"),
                    "problemMatcher": [],
                },
            ],
        },
        locale.text("editor.yours"),
    )


def _command(arguments: list[str]) -> dict[str, Any]:
    """``chemins`` from where the README of a site has it installed, as the folder is opened."""
    return {
        "type": "process",
        "command": "${workspaceFolder}/.venv/bin/chemins",
        "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\chemins.exe"},
        "args": arguments,
        "runOptions": {"runOn": "folderOpen"},
        "presentation": {"reveal": "never", "panel": "dedicated", "showReuseMessage": False},
    }


def snippets(said: Snippets, locale: Locale) -> str:
    """The file of the snippets ``said``."""
    return _file(said, locale.text("editor.ours"))


def _file(said: Any, remark: str) -> str:
    """``said`` as the editor reads it: JSON after a line that says whose the file is."""
    return f"// {remark}\n{json.dumps(said, ensure_ascii=False, indent=2)}\n"
