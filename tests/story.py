"""The story of a fictional town, told whole: workshops and their ideas, visions, cooperations.

Nothing in it is of a real place. Each part strains what shows it: ideas of every outcome and
without any, groups that changed from one version to the next, sessions with and without dates,
a front page that is short and one that is long, observations that may be published and not.
"""

from collections.abc import Mapping

SECRET = "Observatrice-qui-n-a-pas-dit-oui"
"""Who made the observations that nobody agreed to publish: found nowhere on a site."""

SECRET_YEAR = "1987"
"""When they made them."""


def _file(head: str, body: str = "") -> str:
    return f"---\n{head.strip()}\n---\n{body}\n"


_IDEAS = """
  - texte: Des bancs à l’ombre, à mi-chemin entre l’école et le marché
    groupe: Se poser dehors
    suite: reprise
    motif: Trois bancs sont posés place du Lavoir depuis le printemps.
    devient: [place-partagee]
  - texte: >-
      Une fontaine d’eau potable, parce que l’été on rentre chez soi dès dix heures du matin et
      que les anciens n’osent plus sortir seuls
    groupe: Se poser dehors
    suite: reprise en partie
    motif: Un point d’eau, oui ; la fontaine ancienne ne peut pas être remise en service.
    devient: [place-partagee]
  - texte: Que le square ferme plus tard
    groupe: Se poser dehors
    suite: déjà en cours
  - texte: Un lieu où l’on parle toutes les langues de l’immeuble
    groupe: Se comprendre
    suite: à l’étude
    motif: Le centre social cherche une salle ; réponse à la prochaine séance.
  - texte: "Quelqu’un qui explique les courriers : impôts, CAF, école"
    groupe: Se comprendre
    suite: reprise
    motif: Une permanence se tient chaque mardi.
    devient: [droits-expliques]
  - texte: Des panneaux avec des images
    groupe: Se comprendre
    suite: transmise
    motif: Au service de la voirie, qui n’est pas de notre ressort.
  - texte: Fermer la rue aux voitures tous les dimanches, de la mairie jusqu’au canal
    groupe: Circuler
    suite: non retenue
    motif: >-
      Les secours doivent pouvoir passer par cette rue. Nous avons cherché un autre trajet sans en
      trouver.
  - texte: Une ligne de bus le soir
    groupe: Circuler
    suite: non retenue
  - texte: Prêter des vélos
    groupe: Circuler
  - texte: Un repas par saison, chacun apporte quelque chose
"""

_VERSIONS = """
  - titre: Première ébauche
    date: mars 2031
    groupes:
      - nom: Le dehors
        idees:
          - Des bancs à l’ombre
          - Une fontaine
          - Fermer la rue aux voitures
          - Un repas par saison
      - nom: Le dedans
        idees: [Un lieu où l’on parle toutes les langues, "Quelqu’un qui explique les courriers"]
  - titre: Après la pause
    groupes:
      - nom: Se poser dehors
        idees: [Des bancs à l’ombre, Une fontaine d’eau potable, Que le square ferme plus tard]
      - nom: Se comprendre
        idees:
          - Un lieu où l’on parle toutes les langues de l’immeuble
          - "Quelqu’un qui explique les courriers : impôts, CAF, école"
          - Des panneaux avec des images
      - nom: Circuler
        idees: [Fermer la rue aux voitures tous les dimanches, Une ligne de bus le soir]
"""

_PARAGRAPH = (
    "Ce matin-là, place du Lavoir, les bancs étaient tous pris. Deux collégiennes lisaient à voix "
    "haute une lettre de la mairie à leur voisine du troisième, qui riait de la comprendre enfin ; "
    "le facteur, lui, prenait un café. « On ne s’était jamais parlé », disait-il, « et voilà que "
    "l’on s’attend ! »"
)

TOWN: Mapping[str, str] = {
    "territoire.md": _file(
        "titre: Le contrat de Val-Fleuri\nnom: Val-Fleuri\ndemonstration: oui\n"
        "journal: Le Petit Fleurivalois",
        "Une ville qui n’existe pas.",
    ),
    "demarche.md": _file("titre: Comment nous avons travaillé"),
    "quartiers/les-tilleuls.md": _file("nom_officiel: Les Tilleuls"),
    "etapes/ecouter.md": _file(
        "titre: Écouter d’abord\nordre: 1\npublics: [habitants, élus]\n"
        "conviction: On ne décide pas pour ceux que l’on n’a pas écoutés"
    ),
    "etapes/imaginer.md": _file("titre: Imaginer ensemble\nordre: 2"),
    "etapes/tenir.md": _file("titre: Tenir dans la durée\nordre: 3"),
    "seances/entretiens.md": _file(
        "titre: Entretiens dans les halls\netape: ecouter\nordre: 1\ntype: entretiens\n"
        "presents: {habitants: 31}"
    ),
    "seances/atelier-des-bancs.md": _file(
        "titre: L’atelier des bancs\netape: ecouter\nordre: 2\ntype: atelier\ndate: 12/03/2031\n"
        "quartier: les-tilleuls\nmethodes: [photolangage, petits groupes]\n"
        "presents: {habitants: 23, élus: 2}\n"
        "citations:\n  - texte: Ici, on s’assoit sur les marches.\n    accord: oui\n"
        "  - texte: Parole que personne n’a permis de publier.\n"
        "productions: [Une carte des endroits où l’on s’assoit, Neuf photographies commentées]\n"
        f"idees:{_IDEAS.rstrip()}\nversions:{_VERSIONS.rstrip()}",
        "Une après-midi, au pied de l’immeuble.",
    ),
    "seances/comite.md": _file(
        "titre: Comité de pilotage\netape: imaginer\ndate: juin 2031\ntype: comité\n"
        "publics: [élus, services]"
    ),
    "seances/nuit-des-recits.md": _file(
        "titre: La nuit des récits\netape: imaginer\ntype: atelier\nordre: 4\n"
        "presents: {habitants: 1, professionnels: 12}\n"
        "idees: [{texte: Que l’on sache qui appeler, suite: reprise, devient: [droits-expliques]}]"
    ),
    "seances/hors-etape.md": _file("titre: Une rencontre de hasard"),
    "changements/droits-expliques.md": _file(
        "titre: Chaque famille trouve quelqu’un pour expliquer un courrier\nporte_sur: savoirs\n"
        "horizon: court\netat: premiers signes\nconstate_le: mars 2032\n"
        'constate_par: le centre social\npreuve: "42 familles reçues ; une liste d’attente"\n'
        "contribue_a:\n  - vers: voisins-entraides\n    solidite: plausible\n"
        "    hypothese: Qui a été aidé aide à son tour.\n"
        "  - {vers: place-partagee, illustratif: oui}",
        "On verrait des gens **sortir** de la permanence avec une réponse.",
    ),
    "changements/place-partagee.md": _file(
        "titre: La place du Lavoir sert à tous, à toute heure\nporte_sur: pratiques\n"
        "horizon: moyen\nquartiers: [les-tilleuls]\ncontribue_a: [voisins-entraides]"
    ),
    "changements/voisins-entraides.md": _file(
        "titre: Les voisins s’entraident\nporte_sur: mode de vie\nhorizon: long\n"
        "contribue_a:\n  - vers: une-ville-qui-se-parle\n"
        '    hypothese: "S’entraider donne envie de rester ; c’est =à vérifier"\n'
        "    solidite: fragile"
    ),
    "changements/exemple.md": _file(
        "titre: Un changement d’exemple\nporte_sur: savoirs\nhorizon: court\nillustratif: oui\n"
        "provenance: Exemple écrit pour les essais\ncontribue_a: [voisins-entraides]"
    ),
    "visions/une-ville-qui-se-parle.md": _file(
        "titre: Une ville qui se parle\nannee: 2040\nquartiers: [les-tilleuls]\n"
        'une:\n  titre: "On s’attend ! La place du Lavoir ne désemplit plus"\n'
        "  chapo: Il y a dix ans, on y passait vite. Il faut maintenant s’y lever tôt.\n"
        "pistes:\n  - Des bancs avant les caméras\n  - Une permanence dans chaque hall\n"
        "  - Un calendrier commun des fêtes\n"
        "nee_de: nuit-des-recits\nimaginee_par: [habitants, professionnels]",
        "\n\n".join(
            (
                *(_PARAGRAPH, "> Ici, on s’assoit, et on reste.", _PARAGRAPH, "## Le marché"),
                *(_PARAGRAPH, "- du pain\n- des olives", *([_PARAGRAPH] * 6)),
            )
        ),
    ),
    "visions/sans-recit.md": _file("titre: Des étés frais"),
    "visions/titre-tres-long.md": _file(
        "titre: >-\n  Dans chaque immeuble, à chaque étage, quelqu’un sait à qui s’adresser quand "
        "la chaudière s’arrête, quand un enfant est malade ou quand, tout simplement, on se sent "
        "seul un dimanche de pluie, et l’intercommunalité tout entière s’y retrouve\n"
        "illustratif: oui\nprovenance: Exemple écrit pour les essais",
        _PARAGRAPH,
    ),
    "acteurs/centre-social.md": _file("nom: Le centre social des Tilleuls"),
    "acteurs/bailleur.md": _file("nom: Le bailleur"),
    "cooperations/accueil.md": _file(
        "sujet: L’accueil des nouveaux habitants\nentre: [centre-social, bailleur, écoles]\n"
        "observations:\n"
        "  - {date: 2027, degre: coexistence, constate_par: le comité, accord_de_publier: oui}\n"
        "  - {date: mars 2028, degre: communication, constate_par: le comité, "
        "accord_de_publier: oui}\n"
        "  - {date: 14/11/2028, degre: coordination, constate_par: le comité, "
        "accord_de_publier: oui}\n"
        f"  - {{date: {SECRET_YEAR}, degre: intégration, constate_par: {SECRET}}}\n"
        "  - {date: 2031, degre: assistance, constate_par: le comité, accord_de_publier: oui}",
        "Ils se partagent un livret.",
    ),
    "cooperations/entretien.md": _file(
        "sujet: L’entretien des halls\nentre: [bailleur, centre-social]\nobservations:\n"
        "  - {date: 05/01/2030, degre: collaboration, accord_de_publier: oui}\n"
        "  - {date: 20/09/2030, degre: concurrence, accord_de_publier: oui}"
    ),
    "cooperations/tue.md": _file(
        "sujet: Un sujet dont rien n’est dit\nobservations:\n"
        f"  - {{date: {SECRET_YEAR}, degre: intégration, constate_par: {SECRET}, "
        "accord_de_publier: non}"
    ),
}
"""The town, as a content folder."""

SETTINGS = """\
site_name: Le contrat de Val-Fleuri
site_url: https://val-fleuri.example/
docs_dir: content
theme: {name: material}
plugins: [chemins/strategy]
"""
"""The settings of its site."""
