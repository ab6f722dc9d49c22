"""Strategies of any number of changes, with short titles or very long ones: for pictures and plans.

In good French, of no real place: each is a content folder as a mapping of path to text.
"""

from collections.abc import Iterator

_WHO = ("parents", "jeunes", "habitants", "enseignants", "bailleurs", "agents d’accueil")
_SHORT = (
    "Les droits sont connus",
    "Chacun sait où s’adresser",
    "Les parents prennent la parole",
    "Les structures s’accordent",
    "Le centre ouvre le soir",
    "Les halls sont entretenus",
    "On se soigne près de chez soi",
    "Les jeunes trouvent un stage",
)
_LONG = (
    "Toutes les familles arrivées depuis moins d’un an dans le quartier connaissent l’offre "
    "existante, leurs droits et les lieux ressources, « dès le premier mois » et sans avoir à "
    "raconter leur histoire plusieurs fois",
    "Les professionnels de l’éducation, de la santé et de l’action sociale se rencontrent chaque "
    "trimestre, partagent ce qu’ils observent et ajustent leurs horaires ; personne n’est plus "
    "renvoyé d’un guichet à l’autre",
    "Est-ce que l’intercommunalité, l’anticonstitutionnellement nommée « commission "
    "interdépartementale », écoute ? Oui : les habitantes et les habitants décident avec elle !",
)
_DIMENSIONS = {"court": "savoirs", "moyen": "pratiques", "long": "mode de vie"}


def strategy_files(
    changes: int, *, long_titles: bool = False, visions: int = 0, quartiers: int = 2
) -> dict[str, str]:
    """A territory with ``changes`` changes on the way to ``visions`` visions, one in 25 by default.

    Half are short-term, a third medium-term; each contributes to one or two of the next horizon.
    """
    count = visions or max(1, -(-changes // 25))
    files = {
        "territoire.md": _file("titre: Une stratégie d’essai\nnom: Val-Fleuri\ndemonstration: oui"),
        **{
            f"quartiers/quartier-{n}.md": _file(f"nom_officiel: Quartier n° {n}")
            for n in range(1, quartiers + 1)
        },
    }
    for n in range(1, count + 1):
        title = _title(n, long_titles) if long_titles else f"Un quartier où l’on reste n° {n}"
        files[f"visions/vision-{n}.md"] = _file(
            f"titre: {_quoted(title)}\nquartiers: [quartier-{1 + n % quartiers}]",
            "En 2040, chacun trouve sa place.",
        )
    for number, fields in enumerate(_changes(changes, count, quartiers), start=1):
        title = f"{_title(number, long_titles)} ({number})"
        head = f"titre: {_quoted(title)}\nordre: {number}\n{fields}"
        files[f"changements/changement-{number}.md"] = _file(head, "Ce que l’on verrait.")
    return files


def _changes(count: int, visions: int, quartiers: int) -> Iterator[str]:
    """The fields of each change: horizon by horizon, each tied to one vision."""
    horizons = [_horizon(number, count) for number in range(count)]
    by_horizon = {
        name: [n for n, each in enumerate(horizons) if each == name] for name in set(horizons)
    }
    for number, horizon in enumerate(horizons):
        vision = number % visions
        following = {"court": ("moyen", "long"), "moyen": ("long",), "long": ()}[horizon]
        targets: list[str] = []
        for name in following:
            among = [n for n in by_horizon.get(name, []) if n % visions == vision]
            targets = [f"changement-{n + 1}" for n in (*among[number % 3 :], *among)[:2]]
            if targets:
                break
        chosen = list(dict.fromkeys(targets)) or [f"vision-{vision + 1}"]
        yield (
            f"porte_sur: {_DIMENSIONS[horizon]}\nhorizon: {horizon}\n"
            f"qui_change: [{_WHO[number % len(_WHO)]}]\n"
            f"quartiers: [quartier-{1 + number % quartiers}]\n"
            f"contribue_a: [{', '.join(chosen)}]"
        )


def _horizon(number: int, count: int) -> str:
    if number < count / 2:
        return "court"
    return "moyen" if number < count * 5 / 6 else "long"


def _title(number: int, is_long: bool) -> str:
    titles = _LONG if is_long else _SHORT
    return titles[number % len(titles)]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


def _file(head: str, body: str = "") -> str:
    return f"---\n{head}\n---\n{body}\n"
