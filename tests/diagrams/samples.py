"""Diagrams to draw in the tests: the deck's, and some that strain the page."""

from chemins.diagrams.course import Course, Mark
from chemins.diagrams.diagram import Column, Diagram, Edge, Node
from chemins.diagrams.potatoes import Potato, Sketch

WORDS = {
    "knowledge": "Savoirs",
    "practice": "Pratiques",
    "way-of-life": "Mode de vie",
    "vision": "Vision",
    "change": "Changement",
    "action": "Action",
}

DECK_TITLES = {
    "knowledge": {
        "informes": "Tous les primo-arrivants et primo-parents sont informés de l’offre "
        "territoriale existante, de leurs droits et identifient les lieux ressources",
        "contactes": "Chaque parent a été contacté au moins 3 fois dans l’année par une structure "
        "de son quartier (démarche aller-vers)",
        "formes": "Les acteurs de l’éducation sont formés à la participation des parents et à la "
        "philosophie de la coéducation et adoptent une posture favorisant la confiance",
        "etat": "Les acteurs de l’éducation se connaissent, réalisent un état des lieux du "
        "parcours des parents et identifient les points difficiles",
    },
    "practice": {
        "droits": "Chaque parent a connaissance de ses droits",
        "instances": "Des nouveaux parents s’investissent dans les instances consultatives / "
        "décisionnelles des structures",
        "structures": "Chaque structure a mis en œuvre une instance consultative et/ou "
        "décisionnelle dans laquelle des parents sont acteurs",
        "passerelles": "Des passerelles sont créées entre les différents acteurs avec deux "
        "intentions\u00a0: fluidifier les parcours des parents ET aller vers les parents qu’on ne "
        "voit pas",
    },
    "way-of-life": {
        "coeducation": "Les parents jouent un rôle premier dans la coéducation de leur enfant "
        "(dès la naissance de celui-ci)",
    },
    "vision": {
        "epanouis": "Des enfants des quartiers plus épanouis avec des parents mieux accompagnés",
    },
}

DECK_HEADINGS = {
    "knowledge": ("Savoirs, connaissances", "court terme"),
    "practice": ("Comportements, pratiques", "moyen terme"),
    "way-of-life": ("Mode de vie, culture", "long terme"),
    "vision": ("Vision", "souhait, futur désirable"),
}


def node(identifier: str, kind: str = "practice", text: str = "", **more: bool) -> Node:
    return Node(identifier, kind, WORDS[kind], text or identifier, f"{identifier}/", **more)


def edge(source: str, target: str, illustrative: bool = False) -> Edge:
    return Edge(source, target, "contribue à", illustrative)


def diagram(*columns: list[Node], edges: tuple[Edge, ...] = (), headed: bool = True) -> Diagram:
    return Diagram(
        "Le chemin",
        tuple(
            Column(f"Horizon {index}" if headed else "", "", tuple(nodes))
            for index, nodes in enumerate(columns, start=1)
        ),
        edges,
    )


def deck() -> Diagram:
    columns = tuple(
        Column(
            *DECK_HEADINGS[kind],
            tuple(node(f"changements/{key}", kind, text) for key, text in titles.items()),
        )
        for kind, titles in DECK_TITLES.items()
    )
    first, second, (third,), (vision,) = (column.nodes for column in columns)
    pairs = [
        *zip(first, second, strict=True),
        *((practice, third) for practice in second),
        (third, vision),
    ]
    edges = tuple(edge(start.identifier, end.identifier, True) for start, end in pairs)
    return Diagram("Neuf changements, une vision", columns, edges)


def bench_workshop() -> Sketch:
    """The ideas of a workshop in their groups, long ones among them, and one of no group."""
    return Sketch(
        "Là où l’on est arrivé",
        "",
        (
            Potato(
                "Se poser dehors",
                (
                    "Des bancs à l’ombre, à mi-chemin entre l’école et le marché",
                    "Une fontaine d’eau potable, parce que l’été on rentre chez soi dès dix heures "
                    "du matin et que les anciens n’osent plus sortir seuls",
                    "Que le square ferme plus tard",
                ),
            ),
            Potato("Se comprendre", ("Un lieu où l’on parle toutes les langues de l’immeuble",)),
            Potato("Circuler", ("Une ligne de bus le soir", "Prêter des vélos")),
            Potato("Autres idées", ("Un repas par saison",), loose=True),
        ),
    )


def ups_and_downs() -> Course:
    """A cooperation seen five times: forth, twice in a year, back, and after a long while."""
    return Course(
        "L’accueil",
        (
            "Concurrence",
            "Coexistence",
            "Communication",
            "Assistance",
            "Coordination",
            "Collaboration",
            "Intégration",
        ),
        ("Rivalité", "Confiance"),
        (
            Mark(1, 2027, 2028, "2027"),
            Mark(2, 2028 + 2 / 12, 2028 + 3 / 12, "mars 2028"),
            Mark(4, 2028.87, 2028.87, "14 novembre 2028"),
            Mark(0, 2029.2, 2029.2, "15 mars 2029"),
            Mark(3, 2032, 2033, "2032"),
        ),
    )
