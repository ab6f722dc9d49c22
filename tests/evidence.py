"""A fictional town that knows whether anything moved: figures, observations, stories, signs."""

from collections.abc import Mapping


def _file(head: str, body: str = "") -> str:
    return f"---\n{head.strip()}\n---\n{body}\n"


LILAS = """
nom_officiel: Les Lilas
code_qp: QN99901M
communes: [{nom: Fleurville, code: "99901"}]
atouts: [Un marché très vivant]
enjeux: [Des bus trop rares le soir]
projet: {resume: Un jardin et une maison des familles., adopte_le: 12/05/2024}
lieux:
  - nom: Maison des familles
    adresse: 1 rue de l’Essai
    telephone: 04 90 00 00 00
    horaires: du mardi au samedi, de 9 h à 18 h
    verifie_le: 2026-03-02
resumes:
  - {langue: ar, texte: "حي الليلك: حديقة ودار للعائلات.", relu_par: une médiatrice du quartier}
  - {langue: en, texte: "A garden: and a house.", relu_par: une enseignante}
  - {langue: tr, texte: Kimse okumadı.}
"""

CHANGE = """
titre: Les parents sont informés de leurs droits
porte_sur: savoirs
horizon: court
qui_change: [parents, caf]
quartiers: [lilas]
contribue_a: [entraide]
etat: premiers signes
observations:
  - date: juin 2025
    etat: pas encore visible
    constate_par: l’équipe de la Maison des familles
  - date: mars 2026
    etat: premiers signes
    constate_par: le conseil citoyen
    recit: Une mère a expliqué à ses voisines comment demander l’aide.
    accord_de_publier: oui
  - date: avril 2026
    etat: premiers signes
    recit: Un récit que personne n’a encore accepté de voir publié.
marqueurs:
  - {acteur: parents, niveau: idéal, texte: Ils forment d’autres parents}
  - {acteur: parents, niveau: attendu, texte: Ils viennent au café des parents, vu_le: mars 2026}
  - {acteur: caf, niveau: espéré, texte: Elle ouvre une permanence le soir}
"""

RATE = """
titre: Part des parents qui connaissent leurs droits
mesure: [parents-informes]
unite: "%"
sens: hausse
reference: {valeur: 41, date: 2020}
cible: {valeur: 80, date: 2030}
source: Enquête auprès des parents, CAF
frequence: chaque année
mis_a_jour: mars 2026
mesures:
  - {date: 2020, valeur: 41}
  - {date: 2021, valeur: nd}
  - {date: 2022, valeur: 47}
  - {date: 2023, valeur: 52}
  - {date: 2024, valeur: "58,5 %", note: Un mois de grève.}
  - {date: 2025, valeur: 62}
serie: part.csv
"""

SERIES = (
    "\ufeffdate;code_qp;commune;valeur\r\n"
    "2023;QN99901M;;49,5\r\n"
    "2024;qn99901m;;58\r\n"
    "2025;QN99901M;;62 %\r\n"
    "2023;mimosas;;51\r\n"
    "2024;Les Mimosas;;s\r\n"
    "2025;QN99902N;;\r\n"
    "2024;;99901;60\r\n"
    "2025;;Fleurville;64\r\n"
    "2025;QN01001M;;99\r\n"
)

WIDE = (
    "Code QPV;Nom;Commune;TX_POV;REV MED\n"
    "QN99901M;Les Lilas « été »;Fleurville;41,2;1 204\n"
    "QN99902N;Les Mimosas;Fleurville;s;1 310,5\n"
    "QN01001M;Ailleurs;Loin;20;1 900\n"
)

EVIDENCE: Mapping[str, str | bytes] = {
    "territoire.md": _file("titre: Le Val-Fleuri\nnom: Val-Fleuri\ndemonstration: oui"),
    "quartiers/lilas.md": _file(LILAS, "Un quartier entre le parc et le marché."),
    "quartiers/mimosas.md": _file(
        "nom_officiel: Les Mimosas\ncode_qp: QN99902N\ncommunes: [Fleurville]"
    ),
    "acteurs/caf.md": _file("nom: CAF du Val-Fleuri\ntype: CAF"),
    "visions/entraide.md": _file("titre: Un quartier où l’on s’entraide\nquartiers: [lilas]"),
    "changements/parents-informes.md": _file(CHANGE, "On voit des parents demander leur dû."),
    "changements/voisins-se-saluent.md": _file(
        "titre: Les voisins se saluent\nporte_sur: pratiques\nhorizon: moyen\n"
        "qui_change: [voisins]\ncontribue_a: [entraide]\n"
        "etat: en cours\nconstate_le: mars 2026\nconstate_par: le gardien"
    ),
    "changements/jeunes-en-stage.md": _file(
        "titre: Les jeunes trouvent un stage\nporte_sur: pratiques\nhorizon: moyen\n"
        "qui_change: [jeunes]\nquartiers: [lilas]\ncontribue_a: [entraide]"
    ),
    "indicateurs/part.md": _file(RATE),
    "indicateurs/part.csv": SERIES,
    "indicateurs/pauvrete.md": _file(
        'titre: Taux de pauvreté\nmesure: [lilas]\nunite: "%"\nsource: INSEE\n'
        "serie: {fichier: stats.csv, colonne: TX_POV, date: 2021}"
    ),
    "indicateurs/revenu.md": _file(
        "titre: Revenu médian\nmesure: [lilas]\nunite: €\nsource: INSEE\n"
        "serie: {fichier: stats.csv, colonne: rev_med, date: 2021, cle: code_qpv}"
    ),
    "indicateurs/stats.csv": WIDE.encode("cp1252"),
    "indicateurs/reponses.md": _file(
        "titre: Avis donnés\nmesure: [lilas]\nmesures:\n"
        "  - {date: 2023, quartier: lilas, valeur: ns, note: Dix-neuf réponses.}\n"
        "  - {date: 2024, quartier: lilas, valeur: 12}"
    ),
    "indicateurs/bancs.md": _file(
        "titre: Ce que l’on entend sur les bancs\nmesure: [lilas]\nnature: qualitatif\nmesures:\n"
        "  - {date: juin 2024, quartier: lilas, note: On passe sans s’asseoir.}\n"
        "  - {date: juin 2025, quartier: lilas, note: On s’assied à deux.}\n"
        "  - {date: juin 2025, quartier: mimosas, note: On attend les bancs.}"
    ),
    "indicateurs/paroles.md": _file(
        "titre: Ce que disent les parents à la sortie de l’école\nmesure: [parents-informes]\n"
        "nature: qualitatif\nsource: Carnet de la Maison des familles\nmesures:\n"
        "  - {date: juin 2025, note: On ne sait pas à qui s’adresser.}\n"
        "  - {date: mars 2026, note: On sait qu’il y a un café le mardi.}"
    ),
}
"""Its content folder."""

SECRET = "Un récit que personne n’a encore accepté de voir publié."
"""What no file of the site may hold."""

SETTINGS = """\
site_name: Le contrat de Val-Fleuri
site_url: https://val-fleuri.example/
docs_dir: content
theme: {name: material}
plugins:
  - search
  - chemins/strategy:
      pdf: no
"""
"""The settings of its site."""
