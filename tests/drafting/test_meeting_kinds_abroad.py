"""The verbs and nouns of meetings in French and German news, with what became of each: status, and who takes part."""

from diplo_events.drafting._finds import find

FRENCH_BEFORE = (
    "La querelle de la pêche continue\n\nLISBONNE - La ministre portugaise des Affaires étrangères, Ana "
    "Lima, et le premier ministre norvégien, Jon Aas, sont en désaccord depuis des années sur les quotas. "
    "La pêche est une affaire de tous les pays de la région, et il n'y a pas de raison de croire que cela "
    "va changer dans un avenir proche. Dans le port, les pêcheurs sont en colère contre les ministres des "
    "deux pays, et les prix sont en hausse pour le poisson et les crevettes."
)
GERMAN_BEFORE = (
    "Fischstreit geht weiter\n\nLISSABON - Die portugiesische Außenministerin Ana Lima und der norwegische "
    "Ministerpräsident Jon Aas streiten seit Jahren über die Quoten. Die Fischerei ist eine Sache aller "
    "Länder in der Gegend, und es gibt keinen Grund zu glauben, dass sich das bald ändern wird, weil die "
    "Bestände nicht größer werden."
)
FRENCH = [
    (
        "Le Portugal et la Norvège ont repris mardi leurs discussions après le rappel des ambassadeurs respectifs.",
        "held",
        "Portugal Norvège",
    ),
    ("Ana Lima et Jon Aas auront un tête-à-tête lundi à Oslo.", "scheduled", "Lima Aas"),
    ("Jon Aas sera reçu lundi par Ana Lima.", "scheduled", "Lima Aas"),
    ("Réuni mercredi en séance extraordinaire, le conseil a pris acte.", "held", ""),
    ("Ana Lima, jointe par téléphone, a parlé des quotas.", "none", ""),
    ("Le Portugal et la Norvège ont repris mardi à Oslo leurs discussions sur la pêche.", "held", "Portugal"),
    ("Ana Lima a rencontré mardi à Oslo son homologue norvégien, Per Dahl.", "held", "Lima Dahl"),
    ("Ana Lima s'est entretenue mardi avec Jon Aas à Oslo.", "held", "Lima Aas"),
    ("Ana Lima a reçu Jon Aas mardi à Lisbonne.", "held", "Lima Aas"),
    ("Ana Lima, qui avait reçu Jon Aas la veille, a salué un progrès.", "held", "Lima Aas"),
    ("Ana Lima et Jon Aas se sont rencontrés mardi à Oslo.", "held", "Lima Aas"),
    ("Ana Lima et Jon Aas se sont parlé mardi au téléphone.", "held", "Lima Aas"),
    ("Ana Lima a téléphoné mardi à Jon Aas.", "held", "Lima Aas"),
    ("Lors d'un entretien téléphonique avec Jon Aas, Ana Lima a promis un accord.", "held", "Lima Aas"),
    ("Ana Lima se rendra lundi à Oslo.", "scheduled", "Lima"),
    ("Ana Lima est attendue lundi à Oslo.", "scheduled", "Lima"),
    ("Ana Lima s'est rendue mardi à Oslo pour des pourparlers.", "held", "Lima"),
    ("Ana Lima effectuera une visite officielle à Oslo la semaine prochaine.", "scheduled", "Lima"),
    ("Une nouvelle session se tiendrait à Oslo début décembre.", "scheduled", ""),
    ("Une nouvelle réunion est prévue le 20 septembre à Oslo.", "scheduled", ""),
    ("Le sommet aura lieu le 20 septembre à Oslo.", "scheduled", ""),
    ("La prochaine réunion doit se tenir à Oslo en octobre.", "scheduled", ""),
    ("Un entretien entre Ana Lima et Jon Aas n'a jamais eu lieu, a assuré le ministère.", "denied", ""),
    ("Le ministère a démenti toute rencontre entre Ana Lima et Jon Aas.", "denied", ""),
    ("La visite de Jon Aas à Lisbonne a été annulée.", "cancelled", "Aas"),
    ("La visite de Jon Aas à Lisbonne, prévue lundi, a été reportée.", "postponed", "Aas"),
    ("Jon Aas a annulé sa visite à Lisbonne.", "cancelled", "Aas"),
    ("Jon Aas a refusé de rencontrer Ana Lima.", "rejected", "Aas Lima"),
    ("Ana Lima a proposé une rencontre à Jon Aas.", "proposed", "Lima Aas"),
    ("Ana Lima a invité Jon Aas à Lisbonne.", "proposed", "Lima Aas"),
    ("Jon Aas s'est dit prêt à rencontrer Ana Lima.", "proposed", "Aas Lima"),
    ("Les négociations entre le Portugal et la Norvège ont échoué mardi.", "held", "Portugal"),
    ("Les pourparlers se poursuivent à Oslo.", "ongoing", ""),
    ("Les délégations des deux pays se sont réunies mardi à Oslo.", "held", ""),
    ("En marge du sommet d'Oslo, Ana Lima s'est entretenue avec Jon Aas.", "held", "Lima Aas"),
    ("À l'issue de la rencontre, Ana Lima a salué un progrès.", "none", ""),
    ("Ana Lima a rencontré des difficultés.", "none", ""),
    ("Ana Lima a reçu des félicitations.", "none", ""),
    ("Jon Aas a accueilli Ana Lima mardi à Oslo.", "held", "Aas Lima"),
    ("Le Conseil de sécurité se réunira lundi.", "scheduled", "sécurité"),
    ("Le Conseil de sécurité s'est réuni mardi.", "held", "sécurité"),
    ("Ana Lima a participé mardi au sommet d'Oslo.", "held", "Lima"),
    ("Ana Lima a salué la décision de la Norvège.", "none", ""),
]
GERMAN = [
    ("Jon Aas verschiebt seine Portugal-Reise.", "postponed", "Aas"),
    ("Lima habe nach der Absage mit Aas telefoniert.", "held", "Lima"),
    ("Ana Lima traf am Dienstag in Oslo ihren norwegischen Kollegen Per Dahl.", "held", "Lima Dahl"),
    ("Ana Lima hat sich am Dienstag mit Jon Aas getroffen.", "held", "Lima Aas"),
    ("Ana Lima sprach am Dienstag in Oslo mit Jon Aas.", "held", "Lima Aas"),
    ("Ana Lima telefonierte am Dienstag mit Jon Aas.", "held", "Lima Aas"),
    ("Ana Lima empfing Jon Aas am Dienstag in Lissabon.", "held", "Lima Aas"),
    ("Ana Lima und Jon Aas kamen am Dienstag in Oslo zusammen.", "held", "Lima Aas"),
    ("Ana Lima und Jon Aas trafen sich am Dienstag in Oslo.", "held", "Lima Aas"),
    ("Ana Lima wird am Montag nach Oslo reisen.", "scheduled", "Lima"),
    ("Ana Lima reist am Montag nach Oslo.", "scheduled", "Lima"),
    ("Ana Lima reiste am Dienstag nach Oslo.", "held", "Lima"),
    ("Ana Lima besuchte am Dienstag Oslo.", "held", "Lima"),
    ("Ana Lima wird am Montag in Oslo erwartet.", "scheduled", "Lima"),
    ("Portugal und Norwegen nahmen am Dienstag in Oslo ihre Gespräche wieder auf.", "held", "Portugal"),
    ("Portugal und Norwegen setzten am Dienstag ihre Verhandlungen fort.", "held", "Portugal"),
    ("Die Verhandlungen zwischen Portugal und Norwegen scheiterten am Dienstag.", "held", "Portugal"),
    ("Eine neue Runde soll Anfang Dezember in Oslo stattfinden.", "scheduled", ""),
    ("Ein weiteres Treffen ist für den 20. September geplant.", "scheduled", ""),
    ("Der Gipfel findet am 20. September in Oslo statt.", "scheduled", ""),
    ("Das Treffen zwischen Ana Lima und Jon Aas habe nie stattgefunden, sagte der Sprecher.", "denied", ""),
    ("Das Ministerium dementierte ein Treffen zwischen Ana Lima und Jon Aas.", "denied", ""),
    ("Der Besuch von Jon Aas in Lissabon wurde abgesagt.", "cancelled", "Aas"),
    ("Der Besuch von Jon Aas in Lissabon wurde verschoben.", "postponed", "Aas"),
    ("Jon Aas sagte seinen Besuch in Lissabon ab.", "cancelled", "Aas"),
    ("Jon Aas lehnte ein Treffen mit Ana Lima ab.", "rejected", "Aas Lima"),
    ("Ana Lima schlug Jon Aas ein Treffen in Lissabon vor.", "proposed", "Lima Aas"),
    ("Ana Lima lud Jon Aas nach Lissabon ein.", "proposed", "Lima Aas"),
    ("Jon Aas zeigte sich zu einem Treffen mit Ana Lima bereit.", "proposed", "Aas Lima"),
    ("Die Gespräche dauern an.", "ongoing", ""),
    ("Am Rande des Gipfels sprach Ana Lima mit Jon Aas.", "held", "Lima Aas"),
    ("Der Sicherheitsrat tritt am Montag zusammen.", "scheduled", ""),
    ("Der Sicherheitsrat tagte am Dienstag.", "held", ""),
    ("Die Regierungschefs beider Länder telefonierten am Dienstag miteinander.", "held", ""),
    ("Ana Lima traf am Dienstag eine Entscheidung.", "none", ""),
    ("Ana Lima nahm am Dienstag am Gipfel in Oslo teil.", "held", "Lima"),
    ("Ana Lima begrüßte die Entscheidung Norwegens.", "none", ""),
    ("Nach dem Treffen sprach Ana Lima von einem Fortschritt.", "none", ""),
]
Row = tuple[str, str, str]


def wrong(rows: list[Row], before: str) -> list[tuple[Row, list[str], set[str]]]:
    """Return the sentences that are not read as they should be, with the stages and names that were found."""
    result = []
    for row in rows:
        found = find(f"{before}\n\n{row[0]}", None).encounters
        stages = [item.status.value for item in found]
        names = {party.name.split()[-1] for item in found for party in item.participants}
        if stages != ([] if row[1] == "none" else [row[1]]) or (names and not set(row[2].split()) <= names):
            result.append((row, stages, names))
    return result


def test_french_meetings_have_their_status_and_those_who_take_part() -> None:
    assert wrong(FRENCH, FRENCH_BEFORE) == []


def test_german_meetings_have_their_status_and_those_who_take_part() -> None:
    assert wrong(GERMAN, GERMAN_BEFORE) == []
