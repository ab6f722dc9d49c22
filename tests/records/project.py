"""A further kind, as somebody would add one: a declaration, its words, and that is all."""

from typing import ClassVar

from chemins.locales import load
from chemins.records import KINDS, Kinds, Record
from chemins.records.relations import relation
from chemins.records.types import Choice, Line, Moment, Prose, Reference


class Standing(Choice):
    """Where a project stands."""

    WISHED = "wished"
    VOTED = "voted"


class Project(Record):
    """Something that is built."""

    kind: ClassVar[str] = "project"
    folder: ClassVar[str] = "projects"

    title: Line
    """What it is called."""

    standing: Standing
    """Where it stands."""

    opened_on: Moment | None = None
    """When it opens."""

    summary: Prose | None = None
    """What it is."""

    serves: tuple[Reference, ...] = relation("change", inverse="projects")
    """The changes that it serves."""


PROJECT_KINDS = Kinds((*KINDS, Project))

FRENCH = load("fr").extended(
    {
        "kinds": {
            "project": {
                "one": "projet",
                "many": "projets",
                "a": "un projet",
                "about": "Ce que l’on bâtit.",
                "folder": "projets",
                "fields": {
                    "title": {"key": "titre", "label": "Titre", "help": "Son nom."},
                    "standing": {"key": "etat", "label": "État", "help": "Où il en est."},
                    "opened_on": {"key": "ouvre_le", "label": "Ouvre le", "help": "Quand."},
                    "summary": {"key": "resume", "label": "Résumé", "help": "Ce qu’il est."},
                    "serves": {"key": "sert", "label": "Sert", "help": "Les changements servis."},
                },
            }
        },
        "choices": {"standing": {"wished": "souhaité", "voted": "voté"}},
        "relations": {"projects": "Projets qui y servent"},
    }
)
