"""When people meet in a fictional town, and what has changed there: dates of every precision.

Nothing in it is of a real place. Some dates are long past, some of a far future, so that what is to
come does not depend on the day on which the tests run.
"""

from collections.abc import Mapping


def _file(head: str, body: str = "") -> str:
    return f"---\n{head.strip()}\n---\n{body}\n"


MEETING: Mapping[str, str] = {
    "territoire.md": _file(
        """
titre: Le Val-Fleuri
nom: Val-Fleuri
communes: [{nom: Val-Fleuri, code: "99999"}]
editeur:
  nom: Ville du Val-Fleuri
  directeur: La maire du Val-Fleuri
  hebergeur: L’hébergeur du Val-Fleuri
  adresse: 1 place du Lavoir, 99990 Val-Fleuri
  telephone: 04 00 00 00 00
  courriel: contrat-de-ville@val-fleuri.example
  site: https://val-fleuri.example/ville
  accueil: {nom: Maison des familles, adresse: 3 rue de l’Essai}
  horaires: du mardi au vendredi, de 9 h à 12 h
"""
    ),
    "quartiers/lilas.md": _file(
        """
nom_officiel: Les Lilas
projet: {resume: Des bancs et des arbres., adopte_le: 02/02/2025}
en_clair:
  texte: |
    Les Lilas sont un quartier de Val-Fleuri.
    On y vit bien.

    Nous voulons que les voisins se parlent.
  relu_par: l’atelier de lecture des Lilas
  falc: oui
""",
        "Un quartier au bord de l’eau.",
    ),
    "quartiers/mimosas.md": _file(
        "nom_officiel: Les Mimosas\nen_clair: {texte: Un quartier calme., falc: oui}"
    ),
    "quartiers/sans-date.md": _file("nom_officiel: La Cour"),
    "visions/entraide.md": _file(
        "titre: Un quartier où l’on s’entraide\nquartiers: [lilas]\n"
        "en_clair: Les voisins s’aident.\nvalide_par: le comité\nvalide_le: 05/03/2025"
    ),
    "changements/parents-informes.md": _file(
        "titre: Les parents sont informés\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [parents]\nquartiers: [lilas]\ncontribue_a: [entraide]\n"
        "etat: premiers signes\nconstate_le: mars 2026"
    ),
    "changements/exemple.md": _file(
        "titre: Un changement d’exemple\nporte_sur: savoirs\nhorizon: court\nillustratif: oui\n"
        "contribue_a: [entraide]\netat: en cours\nconstate_le: 2023"
    ),
    "actions/cafe.md": _file(
        "titre: Un café des parents\nstatut: en cours\nquartiers: [lilas]\n"
        "contribue_a: [parents-informes]\n"
        "historique:\n  - {date: janvier 2025, statut: en cours}\n"
        "  - {date: juin 2024, statut: à l’étude}\n"
        "etapes: [{texte: Trouver une salle, date: 15/01/2025, faite: oui}, {texte: Peindre}]"
    ),
    "contrat.md": _file(
        """
titre: Contrat de ville du Val-Fleuri
signe_le: 12/03/2024
avis:
  - auteur: Conseil citoyen des Lilas
    date: mai 2024
    texte: Nous voulons des dates.
    reponse: En voici.
    repondu_le: septembre 2024
avenants: [{titre: Avenant n° 1, date: 2025}]
"""
    ),
    "seances/fete.md": _file(
        """
titre: "La fête des voisins ; avec tous, petits et grands, du haut et du bas de la rue"
type: événement
date: 12/06/2099
heure_debut: 18 h 30
heure_fin: 1 h
quartier: lilas
lieu:
  nom: Place du Lavoir
  adresse: 1 place du Lavoir, 99990 Val-Fleuri
  telephone: 04 00 00 00 00
  longitude: 5.05
  latitude: 44.05
comment_participer: |
  Chacun apporte **un plat**.

  Il suffit de venir : l’entrée est libre ; les enfants aussi.
valide_par: le comité
valide_le: 04/04/2025
""",
        "On danse.",
    ),
    "seances/conseil.md": _file(
        "titre: Conseil de quartier\ntype: rencontre\ndate: 03/06/2099\nheure_debut: 18:00\n"
        "heure_fin: 20:00\nquartier: mimosas"
    ),
    "seances/report.md": _file(
        "titre: L’atelier des bancs\ntype: atelier\ndate: 20/06/2099\nquartier: lilas\n"
        "annulee: oui\nmotif: La salle est fermée.\nvalide_par: le comité\nvalide_le: 06/04/2025",
        "Des bancs.",
    ),
    "seances/un-mois.md": _file("titre: Une balade\ndate: septembre 2099\nquartier: lilas"),
    "seances/un-an.md": _file("titre: Un bilan\ndate: 2098"),
    "seances/passee.md": _file(
        "titre: L’atelier de printemps\ntype: atelier\ndate: 12/03/2024\nquartier: lilas\n"
        "presents: {habitants: 12}\nproductions: [Une carte]",
        "On a dessiné.",
    ),
    "seances/sans-date.md": _file("titre: Une rencontre sans date"),
}
"""Its content folder."""
