"""The front matter of each kind of record, as an officer types it in French."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from benchmarks.blocks import SIZE, TO_A_VISION, Block, contributions, horizon_of
from benchmarks.prose import PLACES, PUBLICS, coined, sentence, subject

Fields = dict[str, Any]

_ABOUT = {"court": "savoirs", "moyen": "pratiques", "long": "mode de vie"}
_STATES = ("non observé", "pas encore visible", "premiers signes", "en cours", "installé")
_STRENGTHS = ("plausible", "étayée")


def _number(block: Block, index: int) -> int:
    """What no other record of the kind has: titles are to be told apart."""
    return block.number * SIZE + index


def quartier(random: Random, block: Block, index: int) -> Fields:
    """A quartier of the official list."""
    return {
        "code_qp": f"QN{84000 + block.number * 10 + index:05d}M",
        "nom_officiel": f"{PLACES[index]} {block.number:02d}",
        "perimetre": "QPV",
        "communes": [{"nom": "Val-Fleuri", "code": "84031"}],
        "population": {"valeur": "1 250", "annee": "2022"},
        "atouts": [sentence(random) for _ in range(2)],
        "enjeux": [sentence(random) for _ in range(2)],
        "lieux": [{"nom": "Maison du quartier", "adresse": "3 place du Lavoir"}],
    }


def vision(random: Random, block: Block, index: int) -> Fields:
    """A vision that a session imagined for a quartier."""
    return {
        "titre": f"En 2034, {subject(random)} est l’affaire de tous, lieu {_number(block, index)}",
        "annee": "2034",
        "quartiers": [block.named("quartier", index)],
        "une": {"titre": "Un quartier qui se raconte", "chapo": sentence(random)},
        "pistes": [sentence(random) for _ in range(2)],
        "nee_de": block.named("session", index),
        "imaginee_par": ["ensemble"],
    }


def change(random: Random, block: Block, index: int) -> Fields:
    """A change, with what it contributes to, on what assumption."""
    return {
        "titre": f"La famille {_number(block, index)} sait à qui parler de {subject(random)}",
        "situation_de_depart": sentence(random),
        "porte_sur": _ABOUT[horizon_of(index)],
        "horizon": horizon_of(index),
        "qui_change": [random.choice(PUBLICS), block.named("actor", index)],
        "quartiers": [block.named("quartier", index // TO_A_VISION)],
        "contribue_a": [
            {"vers": to, "hypothese": sentence(random), "solidite": random.choice(_STRENGTHS)}
            for to in contributions(block, index)
        ],
        "etat": random.choice(_STATES),
        "constate_le": f"2025-{index % 12 + 1:02d}",
        "preuve": sentence(random),
        "favorise": ["Un lieu ouvert le mercredi"],
    }


def _served(action: int) -> list[int]:
    """The short-term changes of a vision that an action serves: between them, actions serve all."""
    first, place = action % 4 * TO_A_VISION, action // 4
    return [first + place, first + place + 3, *([first + 6] if place == 2 else [])]


def action(random: Random, block: Block, index: int) -> Fields:
    """An action that serves a few changes, with its money and its steps."""
    return {
        "titre": f"Permanence {_number(block, index)} autour de {subject(random)}",
        "statut": ("en cours", "programmée", "à l’étude", "terminée")[index % 4],
        "theme": ("santé", "emploi", "habitat", "droits et services")[index % 4],
        "porteur": block.named("actor", index),
        "partenaires": [block.named("actor", index + 1), "La Maison du quartier"],
        "contribue_a": [
            {"vers": block.named("change", to), "hypothese": sentence(random)}
            for to in _served(index)
        ],
        "quartiers": [block.named("quartier", index)],
        "dates": {"debut": "2025", "fin": "2026"},
        "etapes": [{"texte": sentence(random), "date": "2025", "faite": "oui"}],
        "financements": [
            {
                "financeur": block.named("actor", index),
                "annee": "2025",
                "montant": "12 000",
                "nature": ("droit commun", "crédits spécifiques")[index % 2],
                "etape": "voté",
            }
        ],
        "publics": [random.choice(PUBLICS)],
    }


def stage(random: Random, block: Block, index: int) -> Fields:
    """A stage, told by its four sides."""
    return {
        "titre": f"Prendre le temps de parler de {subject(random)}, pas {_number(block, index)}",
        "ordre": str(block.number * 5 + index + 1),
        "publics": list(PUBLICS[index : index + 3]),
        "conviction": sentence(random),
        "posture": sentence(random),
        "methode": sentence(random),
        "conditions": sentence(random),
    }


def session(random: Random, block: Block, index: int) -> Fields:
    """A session, with counts and ideas."""
    return {
        "titre": f"Atelier {_number(block, index)} sur {subject(random)} aux {PLACES[index % 8]}",
        "etape": block.named("stage", index),
        "type": ("atelier", "séminaire", "rencontre")[index % 3],
        "date": f"2024-{index % 12 + 1:02d}-{index + 1:02d}",
        "quartier": block.named("quartier", index),
        "methodes": ["photolangage", "petits groupes"],
        "presents": {"habitants": str(8 + index), "élus": "2"},
        "idees": [
            {"texte": sentence(random), "suite": "reprise", "devient": [block.named("change", to)]}
            for to in (index * 2, index * 2 + 1)
        ],
        "citations": [{"texte": sentence(random), "accord": "oui"}],
    }


def lesson(random: Random, block: Block, index: int) -> Fields:
    """A lesson, drawn from a stage and a session."""
    about, of = subject(random), _number(block, index)
    return {
        "ordre": str(block.number * 25 + index + 1),
        "enonce": f"On ne décide pas de {about} sans les {of} qui la vivent",
        "theme": "santé",
        "tire_de": [block.named("stage", index), block.named("session", index)],
        "provenance": sentence(random),
        "valide_par": "Le comité technique",
        "valide_le": "12/03/2025",
    }


def actor(random: Random, block: Block, index: int) -> Fields:
    """An association, reached by its function."""
    return {
        "nom": f"Association {PLACES[index % 8]} {block.number:02d}-{index:02d}",
        "type": "association",
        "roles": ["porteur", "partenaire"],
        "site": "https://association.exemple.org/",
        "contact": {
            "fonction": "Coordination",
            "courriel": "contact@exemple.fr",
            "telephone": "04 90 00 00 00",
            "adresse": "3 place du Lavoir, Val-Fleuri",
        },
        "provenance": sentence(random),
    }


def term(random: Random, block: Block, index: int) -> Fields:
    """A word explained."""
    return {
        "terme": coined(block.number * SIZE + index).capitalize(),
        "sigle": coined(block.number * SIZE + index)[:6].upper(),
        "definition": f"{sentence(random)} {sentence(random)}",
        "provenance": sentence(random),
    }


def territory(random: Random) -> Fields:
    """Who publishes."""
    return {
        "titre": "Stratégie de mesure",
        "nom": "Val-Fleuri",
        "nature": "commune",
        "langue": "fr",
        "resume": sentence(random),
        "communes": [{"nom": "Val-Fleuri", "code": "84031"}],
        "editeur": {
            "nom": "Commune de Val-Fleuri",
            "directeur": "Le maire",
            "adresse": "Hôtel de ville, 84000 Val-Fleuri",
            "telephone": "04 90 00 00 00",
            "courriel": "contact@exemple.fr",
            "hebergeur": "Commune de Val-Fleuri, Hôtel de ville, 04 90 00 00 00",
        },
    }


def approach(random: Random) -> Fields:
    """How the collective works."""
    return {
        "titre": "Une stratégie écrite ensemble",
        "phase": "s’organiser pour l’impact",
        "preconditions": [sentence(random) for _ in range(3)],
        "conditions": [{"condition": "vision commune", "preuve": sentence(random)}],
    }


FIELDS: Mapping[str, Callable[[Random, Block, int], Fields]] = {
    "quartier": quartier,
    "vision": vision,
    "change": change,
    "action": action,
    "stage": stage,
    "session": session,
    "lesson": lesson,
    "actor": actor,
    "term": term,
}
"""Kind → what writes the front matter of the record at an index of a block."""
