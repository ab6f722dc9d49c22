"""French text of a strategy's size and shape, for pages that nobody will read. Deterministic."""

from collections.abc import Sequence
from random import Random

SUBJECTS = (
    "la garde des jeunes enfants",
    "le bus du soir",
    "l’accès aux soins",
    "la réussite à l’école",
    "l’alimentation",
    "la démarche en ligne",
    "le loisir des adolescents",
    "l’entretien des halls",
    "la recherche d’un emploi",
    "l’apprentissage du français",
    "la place des aînés",
    "le sport des femmes",
    "le jardin partagé",
    "la rénovation des logements",
    "la tranquillité des places",
    "la fête de quartier",
)

PUBLICS = (
    "parents",
    "jeunes de 16 à 25 ans",
    "aînés",
    "femmes seules avec enfants",
    "habitants arrivés depuis peu",
    "agents d’accueil",
    "enseignants",
    "bailleurs",
)

PLACES = (
    "Les Aubépines",
    "Le Moulin Vieux",
    "Saint-Roch",
    "La Croix-Haute",
    "Les Îles",
    "Bellevue",
    "Le Clos Fleuri",
    "Les Tanneurs",
)

_SYLLABLES = ("ba", "co", "di", "fu", "le", "my", "noi", "pou", "rau", "sei")
"""No two differ by one letter: words that do pass for slips of the hand."""

_SENTENCES = (
    "Depuis deux ans, {a} revient dans presque toutes les conversations au pied des immeubles.",
    "Les habitantes et les habitants disent que {a} et {b} vont ensemble, et qu’on les traite "
    "chacun de son côté.",
    "Un premier essai, mené pendant six mois, a montré que *{a}* progresse quand quelqu’un prend "
    "le temps d’expliquer.",
    "Les services se sont mis d’accord sur un point : **rien ne se fera sans les premiers "
    "concernés**.",
    "Ce que l’on verrait, c’est que {a} ne soit plus une affaire de chance, ni d’adresse.",
    "Les chiffres de l’année dernière sont fragiles, car peu de familles ont répondu.",
    "Il reste à savoir qui tient la porte ouverte le mercredi, et avec quels moyens pour {b}.",
    "Deux associations ont proposé de prêter leur local, si {a} y trouve une place régulière.",
)


def subject(random: Random) -> str:
    """Something that a strategy speaks of."""
    return random.choice(SUBJECTS)


def coined(number: int) -> str:
    """A word that no other number has."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:04d}")


def sentence(random: Random) -> str:
    """A sentence, with its final stop."""
    return random.choice(_SENTENCES).format(a=subject(random), b=subject(random))


def paragraph(random: Random) -> str:
    """Four sentences, none twice."""
    chosen = random.sample(_SENTENCES, 4)
    said = (each.format(a=subject(random), b=subject(random)) for each in chosen)
    return " ".join(each[0].upper() + each[1:] for each in said)


def body(random: Random, links: Sequence[str]) -> str:
    """About 1.5 KB of Markdown: paragraphs, two headings, a list, a table, then ``links``."""
    rows = [
        f"| {subject(random).capitalize()} | {random.randrange(8, 45)} % "
        f"| {random.randrange(50, 95)} % |"
        for _ in range(3)
    ]
    return "\n".join(
        (
            paragraph(random),
            "",
            "## Ce que l’on constate",
            "",
            paragraph(random),
            "",
            *(f"- {sentence(random)}" for _ in range(2)),
            "",
            "| Ce que l’on regarde | Aujourd’hui | Demain |",
            "| --- | ---: | ---: |",
            *rows,
            "",
            "## À lire aussi",
            "",
            *(f"- Voir {link}" for link in links),
            "",
        )
    )
