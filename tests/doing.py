"""What is done in a fictional town: actions of each status, a contract, who committed to what."""

from collections.abc import Mapping


def _file(head: str, body: str = "") -> str:
    return f"---\n{head.strip()}\n---\n{body}\n"


CAFE = """
titre: Un café des parents tous les mardis
statut: en cours
theme: droits et services
porteur: ccas
partenaires: [La Maison des familles, bailleur]
contribue_a:
  - vers: parents-informes
    hypothese: Au café, on ose demander.
    solidite: plausible
quartiers: [lilas, mimosas]
dates: {debut: mars 2025, fin: décembre 2026}
etapes:
  - {texte: Trouver une salle, date: janvier 2025, faite: oui}
  - Former les animatrices
financements:
  - {financeur: bailleur, annee: 2026, montant: "8 000,50", nature: droit commun, etape: prévu}
  - {financeur: ccas, annee: 2025, montant: 3 500, nature: crédits spécifiques, etape: voté}
  - {financeur: Une fondation, montant: 500}
publics: [parents]
participation: coconstruction
lieu: {nom: Maison des familles, adresse: 1 rue de l’Essai, longitude: 5.05, latitude: 44.05}
comment_participer: Venez **sans rendez-vous**, le mardi à 9 h.
historique:
  - {date: mars 2025, statut: en cours, motif: La salle est trouvée.}
  - {date: juin 2024, statut: à l’étude}
"""

CONTRACT = """
titre: Contrat de ville du Val-Fleuri
code: CN99901M
resume: Ce que les partenaires veulent changer d’ici 2030.
signe_le: 12/03/2024
periode: {debut: 2024, fin: 2030}
signataires:
  - acteur: ccas
    engagements:
      - texte: Ouvrir un lieu d’accueil dans chaque quartier
        actions: [cafe-des-parents, permanence]
        annees:
          - {annee: 2024, etat: pas commencé}
          - {annee: 2025, etat: tenu en partie, bilan: Un lieu sur deux.}
      - Former ses agents à l’accueil
  - acteur: bailleur
    engagements:
      - {texte: Repeindre les halls avec les locataires, actions: [halls]}
  - Caisse d’allocations familiales
instances:
  - {nom: Comité de pilotage, role: Décide des orientations, membres: [la maire, le préfet]}
avenants:
  - {titre: Avenant n° 1, date: 2025, resume: Ajoute un quartier.}
avis:
  - auteur: Conseil citoyen des Lilas
    date: mai 2024
    texte: Nous voulons des dates.
    reponse: Chaque action en a désormais une.
    repondu_le: septembre 2024
  - {auteur: Conseil citoyen des Mimosas, date: 2025, texte: Et les jeunes ?}
documents:
  - {titre: Le contrat en entier, fichier: contrat.txt, date: 2024}
"""

DOING: Mapping[str, str] = {
    "territoire.md": _file("titre: Le Val-Fleuri\nnom: Val-Fleuri\ndemonstration: oui"),
    "quartiers/lilas.md": _file("nom_officiel: Les Lilas\nanciens_noms: [les-roses]"),
    "quartiers/mimosas.md": _file("nom_officiel: Les Mimosas"),
    "acteurs/ccas.md": _file(
        "nom: CCAS du Val-Fleuri\ntype: commune\nanciens_noms: [bureau-d-aide]"
    ),
    "acteurs/bailleur.md": _file("nom: Val-Fleuri Habitat\ntype: bailleur"),
    "visions/entraide.md": _file("titre: Un quartier où l’on s’entraide\nquartiers: [lilas]"),
    "changements/parents-informes.md": _file(
        "titre: Les parents sont informés\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [parents]\ncontribue_a: [entraide]"
    ),
    "changements/halls-soignes.md": _file(
        "titre: Les halls sont soignés\nporte_sur: pratiques\nhorizon: moyen\n"
        "qui_change: [bailleur]"
    ),
    "changements/jeunes-en-stage.md": _file(
        "titre: Les jeunes trouvent un stage\nporte_sur: pratiques\nhorizon: moyen\n"
        "contribue_a: [entraide]"
    ),
    "actions/cafe-des-parents.md": _file(
        CAFE, "On se retrouve autour d’un café, avec les enfants."
    ),
    "actions/halls.md": _file(
        "titre: Les halls repeints avec les locataires\nstatut: suspendue\ntheme: habitat\n"
        "motif: Le bailleur attend le vote de son budget.\nporteur: bailleur\n"
        "quartiers: [mimosas]\ncontribue_a: [halls-soignes]"
    ),
    "actions/permanence.md": _file(
        "titre: Une permanence du CCAS\nstatut: programmée\nporteur: ccas\n"
        "contribue_a: [parents-informes]"
    ),
    "actions/navette.md": _file(
        "titre: Une navette vers le marché\nstatut: à l’étude\nporteur: L’association des Lilas\n"
        "quartiers: [lilas]"
    ),
    "contrat.md": _file(CONTRACT),
    "contrat.txt": "Le texte.\n",
}
"""Its content folder."""
