"""Time words of French and German: single ones, ranges and limits of them, and those that count from a day before.

The publication is Thursday, 4 September 2025. What each phrase means is that of the guide on relative dates; "None"
stands where no date can be given.
"""

from diplo_events import EventDate
from diplo_events.drafting._german_and_french.grammars import GRAMMARS
from diplo_events.drafting._german_and_french.times import times_abroad

THURSDAY = EventDate.parse("2025-09-04")

FRENCH = {
    "Une manifestation est annoncée pour le samedi 6 septembre.": "2025-09-06",
    "Outre le forum, les 13 et 14 octobre, et le sommet, il ira à Oslo.": "2025-10-13/2025-10-14",
    "La part avait été réglée dès 2009.": "2009",
    "Les travaux doivent commencer au début du mois de juin.": "[2026-06-01..2026-06-10]",
    "Il a reçu son homologue la veille.": "None",
    "Il est arrivé mardi. La veille, il avait vu son homologue.": "2025-09-02;2025-09-01",
    "Il est arrivé mardi et reparti le lendemain.": "2025-09-02;2025-09-03",
    "Il est arrivé le 2 septembre, puis est reparti deux jours plus tard.": "2025-09-02;2025-09-04",
    "Le 2 septembre, il a signé; depuis lors, rien.": "2025-09-02;2025-09-02/..",
    "La rencontre de mardi a été annulée.": "2025-09-02",
    "Ils se sont vus mardi dernier.": "[2025-08-26,2025-09-02]",
    "Ils se verront mardi prochain.": "2025-09-09",
    "Ils se sont vus en début de semaine.": "[2025-09-01..2025-09-02]",
    "Ils se verront la semaine prochaine.": "[2025-09-08..2025-09-14]",
    "Ils se sont vus la semaine dernière.": "[2025-08-25..2025-08-31]",
    "Ils se sont vus il y a trois jours.": "2025-09-01",
    "Ils se sont vus il y a environ trois semaines.": "None",
    "Ils se sont vus en juin dernier.": "2025-06",
    "L'accord de 2015 est mort.": "2015",
    "Depuis le début de l'année, rien ne bouge.": "2025-01-01/..",
    "Depuis la fin août, rien ne bouge.": "2025-08/..",
    "Jusqu'à vendredi, rien ne bougera.": "../2025-09-05",
    "Il partira d'ici vendredi.": "[2025-09-04..2025-09-05]",
    "D'ici la fin du mois, il partira.": "[2025-09-04..2025-09-30]",
    "Il partira avant la fin de l'année.": "[2025-09-04..2025-12-31]",
    "Entre le 12 et le 14 août, ils ont parlé.": "[2025-08-12..2025-08-14]",
    "Du 12 au 14 août, ils ont parlé.": "2025-08-12/2025-08-14",
    "Les 12 et 13 août, ils ont parlé.": "2025-08-12/2025-08-13",
    "Dans la nuit de mardi à mercredi, un drone est tombé.": "[2025-09-02..2025-09-03]",
    "Dans la nuit du 2 au 3 septembre, un drone est tombé.": "[2025-09-02..2025-09-03]",
    "Ce jeudi, il a parlé.": "2025-09-04",
    "Jeudi soir, il a parlé.": "2025-09-04",
    "Lundi matin, il parlera.": "2025-09-08",
    "Mercredi 3 septembre, il a parlé.": "2025-09-03",
    "Le mercredi 3 septembre 2025, il a parlé.": "2025-09-03",
    "Ils se sont vus ce week-end.": "[2025-08-30..2025-08-31]",
    "Ils se sont vus le week-end dernier.": "[2025-08-30..2025-08-31]",
    "Dans les prochains jours, il parlera.": "None",
    "Ces derniers jours, il a parlé.": "None",
    "Le mois dernier, il a parlé.": "2025-08",
    "L'an dernier, il a parlé.": "2024",
    "L'année dernière, il a parlé.": "2024",
    "L'année prochaine, il parlera.": "2026",
    "Au printemps, il a parlé.": "2025-21",
    "Dans les années 1990, il parlait.": "199X",
    "Au début des années 1990, il parlait.": "[1990..1993]",
    "Au premier semestre 2025, il a parlé.": "2025-40",
    "Depuis 2014, il se tait.": "2014/..",
    "En 2014, il a parlé.": "2014",
    "En mars 2014, il a parlé.": "2014-03",
    "Mi-août, il a parlé.": "[2025-08-11..2025-08-20]",
    "À la mi-août, il a parlé.": "[2025-08-11..2025-08-20]",
    "Fin 2024, il a parlé.": "[2024-09..2024-12]",
    "Début 2024, il a parlé.": "[2024-01..2024-04]",
    "Cette semaine, il a parlé.": "[2025-09-01..2025-09-04]",
    "Cette année, il a parlé.": "2025",
    "Le même jour, il a parlé.": "None",
    "Hier soir, il a parlé.": "2025-09-03",
    "Le sommet aura lieu les 9 et 10 octobre.": "2025-10-09/2025-10-10",
    "Le sommet aura lieu le 1er octobre.": "2025-10-01",
    "Le sommet, prévu lundi, a été reporté à mercredi.": "2025-09-08;2025-09-10",
}
GERMAN = {
    "Die für Montag und Dienstag geplante Reise entfällt.": "{2025-09-08,2025-09-09}",
    "Am Samstag, 6. September, tagt der Rat.": "2025-09-06",
    "Am Vortag hatte er ihn empfangen.": "None",
    "Er kam am Dienstag an. Am Vortag hatte er ihn empfangen.": "2025-09-02;2025-09-01",
    "Er kam am Dienstag an und reiste am nächsten Tag ab.": "2025-09-02;2025-09-03",
    "Er kam am 2. September an und reiste zwei Tage später ab.": "2025-09-02;2025-09-04",
    "Seit drei Jahren schweigt er.": "2022/..",
    "Er sprach vor drei Tagen.": "2025-09-01",
    "Er sprach vor rund drei Wochen.": "None",
    "Er sprach letzte Woche.": "[2025-08-25..2025-08-31]",
    "Er spricht nächste Woche mit ihr und wird reisen.": "[2025-09-08..2025-09-14]",
    "Er sprach Anfang der Woche.": "[2025-09-01..2025-09-02]",
    "Er sprach zu Beginn der Woche.": "[2025-09-01..2025-09-02]",
    "Er sprach am Wochenende.": "[2025-08-30..2025-08-31]",
    "Bis Freitag soll er gehen.": "../2025-09-05",
    "Bis Ende September soll er gehen.": "../2025-09",
    "Ende vergangener Woche sprach er.": "[2025-08-29..2025-08-31]",
    "Ende des Jahres soll er gehen.": "2025-12",
    "Von Montag bis Mittwoch tagt der Rat.": "2025-09-08/2025-09-10",
    "Vom 12. bis 14. August tagte der Rat.": "2025-08-12/2025-08-14",
    "Am 12. und 13. August tagte der Rat.": "2025-08-12/2025-08-13",
    "In der Nacht zum Mittwoch fiel eine Drohne.": "[2025-09-02..2025-09-03]",
    "In der Nacht auf Mittwoch fiel eine Drohne.": "[2025-09-02..2025-09-03]",
    "Am Donnerstagabend sprach er.": "2025-09-04",
    "Am Montagmorgen wird er sprechen.": "2025-09-08",
    "Am Mittwoch, 3. September, sprach er.": "2025-09-03",
    "Am 3. September 2025 sprach er.": "2025-09-03",
    "Im August sprach er.": "2025-08",
    "Mitte August sprach er.": "[2025-08-11..2025-08-20]",
    "Ende 2024 sprach er.": "[2024-09..2024-12]",
    "Im vergangenen Jahr sprach er.": "2024",
    "Im Vorjahr sprach er.": "2024",
    "Im kommenden Jahr wird er sprechen.": "2026",
    "In den kommenden Tagen wird er sprechen.": "None",
    "In den vergangenen Wochen sprach er.": "None",
    "Kürzlich sprach er.": "None",
    "In den 1990er Jahren sprach er.": "199X",
    "Seit 2014 schweigt er.": "2014/..",
    "2014 sprach er.": "2014",
    "Im Jahr 2014 sprach er.": "2014",
    "Im Sommer 2019 sprach er.": "2019-22",
    "Seit Jahresbeginn schweigt er.": "2025-01-01/..",
    "Bis Jahresende soll er gehen.": "[2025-09-04..2025-12-31]",
    "Im ersten Halbjahr 2025 sprach er.": "2025-40",
    "Im ersten Quartal sprach er.": "2025-33",
    "Heute Abend wird er sprechen.": "2025-09-04",
    "Gestern sprach er.": "2025-09-03",
    "Der Gipfel am kommenden Montag fällt aus.": "2025-09-08",
    "Das für Montag geplante Treffen fällt aus.": "2025-09-08",
    "Das Treffen wurde von Montag auf Mittwoch verschoben.": "2025-09-08;2025-09-10",
    "Der für den 20. September geplante Besuch entfällt.": "2025-09-20",
    "Am selben Tag sprach er.": "None",
    "Zwischen dem 12. und 14. August sprach er.": "[2025-08-12..2025-08-14]",
    "Am 1. Oktober beginnt das Treffen.": "2025-10-01",
}


def read(sentences: dict[str, str], code: str) -> dict[str, str]:
    """Return what the time words of some sentences mean, joined by ";"."""
    return {
        text: ";".join(str(word.when) for word in times_abroad(text, [(0, len(text))], THURSDAY, GRAMMARS[code]))
        for text in sentences
    }


def test_french_times_mean_what_the_guide_says() -> None:
    assert read(FRENCH, "fr") == FRENCH


def test_german_times_mean_what_the_guide_says() -> None:
    assert read(GERMAN, "de") == GERMAN


def test_words_without_a_date_say_why() -> None:
    text = "Récemment, la veille, il y a environ trois semaines."
    found = times_abroad(text, [(0, len(text))], THURSDAY, GRAMMARS["fr"])
    assert [word.when for word in found] == [None, None, None]
    reasons = ("names no period", "refers to another date", "is not exact")
    assert all(reason in word.why for reason, word in zip(reasons, found, strict=True))
