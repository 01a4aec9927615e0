"""What differs between German and French for the rules: verbs of saying, offices, bodies, small words."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._english.nouns import words
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["GRAMMARS", "Grammar"]


@attrs.frozen
class Grammar:
    """What the rules know of a language."""

    code: str
    """The code of the language."""
    finite: Mapping[str, tuple[SpeechAct, ...]]
    """The finite forms of verbs of saying, with their likeliest acts."""
    participles: Mapping[str, tuple[SpeechAct, ...]]
    """The past participles of verbs of saying."""
    auxiliaries: frozenset[str]
    """The forms with which they make the past."""
    pronouns: Mapping[str, str]
    """The pronouns that can be a subject, with the English one as which each is read."""
    determiners: frozenset[str]
    """Articles and what stands in their place."""
    plural: frozenset[str]
    """Determiners of several."""
    links: frozenset[str]
    """What joins a noun with the one behind it: "de", "des"."""
    prepositions: frozenset[str]
    """Behind one of these stands no subject."""
    according: re.Pattern[str]
    """The words before somebody according to whom something is so."""
    office: re.Pattern[str]
    """An office or an occupation."""
    feminine: re.Pattern[str]
    """An office of a woman."""
    body: re.Pattern[str]
    """A body or a group."""
    particles: frozenset[str]
    """Small words inside names."""
    ahead: re.Pattern[str]
    """What speaks of what is to come."""
    stops: frozenset[str] = frozenset()
    """Words with which a capital begins that is that of no name."""


def table(text: str) -> dict[str, tuple[SpeechAct, ...]]:
    """Read lines of forms, each with the acts before them."""
    found: dict[str, tuple[SpeechAct, ...]] = {}
    for line in text.strip().splitlines():
        acts, _, forms = line.partition(":")
        for form in forms.split():
            found[form] = tuple(SpeechAct[act.upper()] for act in acts.split())
    return found


GERMAN_FINITE: Final = """
state announce: sagte sagten sagt sagen erklärte erklärten erklärt äußerte äußerten meinte meinten meint sprach sprachen
announce state: teilte teilten mitteilte mitteilten verkündete kündigte kündigten ankündigte ankündigten
state appeal: betonte betonten betont unterstrich unterstrichen
state appeal: bekräftigte bekräftigten hervorhob fügte fügten hinzufügte
warn appeal: warnte warnten warnt mahnte mahnten mahnt drohte drohten
demand appeal: forderte forderten fordert verlangte verlangten verlangt pochte drängte
criticize complain: kritisierte kritisierten kritisiert klagte klagten klagt beklagte beklagten
criticize complain: bemängelte monierte rügte spottete
report state: berichtete berichteten berichtet schilderte hieß verlautete schrieb schrieben
acknowledge state: räumte räumten einräumte
reject deny: wies wiesen bestritt bestritten dementierte dementierten widersprach zurückwies lehnte lehnten ablehnte
praise support: lobte lobten würdigte
welcome praise: begrüßte begrüßten
disapprove criticize: verurteilte verurteilten
promise state: versicherte versicherten versprach versprachen beteuerte beteuerten
state: entgegnete erwiderte antwortete konterte
question: fragte
characterize state: nannte nannten bezeichnete bezeichneten
appeal demand: appellierte appellierten rief riefen aufrief bat baten
accuse criticize: warf warfen vorwarf beschuldigte
assess state: hofft hoffte hofften befürchtet befürchtete erwartet glaubte hält
assess state: behauptete behaupteten vermutete bezweifelte rechnete schätzte urteilte bilanzierte glaubt
"""
GERMAN_PARTICIPLES: Final = """
state announce: gesagt erklärt geäußert betont bekräftigt unterstrichen hinzugefügt
announce state: mitgeteilt angekündigt verkündet
warn appeal: gewarnt gemahnt gedroht
demand appeal: gefordert verlangt aufgerufen appelliert
criticize complain: kritisiert beklagt gerügt
reject deny: zurückgewiesen bestritten dementiert widersprochen abgelehnt
praise support: gelobt gewürdigt
welcome praise: begrüßt
disapprove criticize: verurteilt
promise state: versichert versprochen
acknowledge state: eingeräumt
accuse criticize: vorgeworfen beschuldigt
"""
FRENCH_VERBS: Final = """
state announce: déclarer affirmer indiquer assurer expliquer préciser ajouter insister soutenir
state announce: marteler confier lancer glisser
announce state: annoncer proclamer
state appeal: souligner rappeler
warn appeal: alerter avertir prévenir menacer
demand appeal: exiger réclamer demander appeler exhorter plaider inviter sommer
criticize complain: dénoncer critiquer déplorer regretter ironiser railler fustiger accuser reprocher
reject deny: rejeter démentir nier refuser rétorquer répliquer contester écarter récuser
welcome praise: saluer
praise support: féliciter
disapprove criticize: condamner
promise state: promettre jurer
acknowledge state: reconnaître admettre concéder avouer
assess state: souhaiter espérer redouter soupirer
assess state: estimer juger considérer analyser résumer conclure trancher observer noter remarquer douter
question state: interroger questionner s'interroger
report state: rapporter raconter écrire confirmer évoquer poursuivre répondre dire qualifier proposer décrire
state announce: détailler signaler témoigner exclamer écrier plaisanter murmurer clamer tonner renchérir réagir exclure
state appeal: réitérer réaffirmer défendre justifier nuancer relativiser temporiser certifier revendiquer prétendre
complain criticize: inquiéter indigner alarmer insurger étonner emporter agacer désoler plaindre dénigrer tacler
criticize complain: balayer minimiser
praise support: réjouir vanter applaudir approuver
appeal propose: préconiser recommander suggérer prôner conseiller
assess state: prédire craindre croire penser
"""
FRENCH_IRREGULAR: Final = MappingProxyType(
    {
        "dire": ("dit disent disait disaient dirent", "dit"),
        "écrire": ("écrit écrivent écrivait écrivit", "écrit"),
        "promettre": ("promet promettent promettait promit", "promis"),
        "admettre": ("admet admettent admettait admit", "admis"),
        "reconnaître": ("reconnaît reconnaissent reconnaissait reconnut", "reconnu"),
        "répondre": ("répond répondent répondait répondit", "répondu"),
        "soutenir": ("soutient soutiennent soutenait soutint", "soutenu"),
        "avertir": ("avertit avertissent avertissait", "averti"),
        "prévenir": ("prévient préviennent prévenait prévint", "prévenu"),
        "démentir": ("dément démentent démentait démentit", "démenti"),
        "poursuivre": ("poursuit poursuivent poursuivait poursuivit", "poursuivi"),
        "décrire": ("décrit décrivent décrivait décrivit", "décrit"),
        "prédire": ("prédit prédisent prédisait", "prédit"),
        "renchérir": ("renchérit renchérissent renchérissait", "renchéri"),
        "réagir": ("réagit réagissent réagissait", "réagi"),
        "réjouir": ("réjouit réjouissent réjouissait", "réjoui"),
        "applaudir": ("applaudit applaudissent applaudissait", "applaudi"),
        "exclure": ("exclut excluent excluait n'exclut n'excluent n'excluait", "exclu"),
        "défendre": ("défend défendent défendait défendit", "défendu"),
        "prétendre": ("prétend prétendent prétendait prétendit", "prétendu"),
        "plaindre": ("plaint plaignent plaignait", "plaint"),
        "craindre": ("craint craignent craignait", "craint"),
        "croire": ("croit croient croyait", "cru"),
        "conclure": ("conclut concluent concluait", "conclu"),
    }
)


def french() -> tuple[dict[str, tuple[SpeechAct, ...]], dict[str, tuple[SpeechAct, ...]]]:
    """Return the finite forms and the participles of the French verbs."""
    finite: dict[str, tuple[SpeechAct, ...]] = {}
    participles: dict[str, tuple[SpeechAct, ...]] = {}
    for verb, acts in table(FRENCH_VERBS).items():
        stem = verb[:-2]
        soft = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
        forms, participle = FRENCH_IRREGULAR.get(
            verb, (f"{stem}e {stem}ent {soft}ait {soft}aient {soft}a {stem}èrent", f"{stem}é")
        )
        doubled = {"appeler": " appelle appellent", "rappeler": " rappelle rappellent", "rejeter": " rejette rejettent"}
        grave = {
            "inquiéter": " inquiète inquiètent",
            "réitérer": " réitère réitèrent",
            "considérer": " considère considèrent",
            "concéder": " concède concèdent",
        }
        for form in (forms + doubled.get(verb, "") + grave.get(verb, "")).split():
            finite[form] = acts
        for form in (participle, f"{participle}e", f"{participle}s", f"{participle}es"):
            participles[form] = acts
    return finite, participles


GERMAN: Final = Grammar(
    code="de",
    finite=MappingProxyType(table(GERMAN_FINITE)),
    participles=MappingProxyType(table(GERMAN_PARTICIPLES)),
    auxiliaries=words("hat haben hatte hatten habe hätten"),
    pronouns=MappingProxyType({"er": "he", "sie": "she", "es": "it"}),
    determiners=words(
        """
        der die das dem den des ein eine einer einem einen eines sein seine seiner ihr ihre ihrer dieser diese dieses
        beide beiden mehrere zwei drei vier einige
        """
    ),
    plural=words("beide beiden mehrere zwei drei vier einige"),
    links=words("des von der für beim"),
    prepositions=words(
        """
        in im an am auf bei beim mit von vom zu zum zur nach vor aus über unter um gegen für durch ohne seit bis wegen
        während trotz laut gegenüber zwischen neben hinter
        """
    ),
    according=re.compile(
        r"(?:[Ll]aut|[Nn]ach (?:Angaben|Darstellung|Aussage|Ansicht|Auffassung|Worten"
        r"|Einschätzung|Informationen|den Worten)"
        r"(?: (?:des|der|von|vom|eines|einer|aus))?|[Aa]us Sicht (?:des|der|von)|[Aa]us(?= \w+kreisen))\s"
    ),
    office=re.compile(
        r"(?i)(?:.*(?:minister|präsident|kanzler|chef|sprecher|führer|botschafter|kommissar|sekretär|direktor|leiter|vertreter"
        r"|politiker|diplomat|gesandt|beauftragt|vorsitzend|abgeordnet|unterhändler|beamt|premier|kolleg|berater|experte?|ökonom"
        r"|staatsanw[aä]lt|anw[aä]lt|jurist|richter|vermittler|koordinator|beobachter|bewohner|händler|fischer|bauer|landwirt|aktivist|gewerkschafter|unternehmer|verhandler|oberst|kommandeur|bischof|patriarch|prinz|forscher|kenner|anwohner|zeuge|bürger"
        r"|könig|bürgermeister|gouverneur|general|admiral|richter|professor|analyst|journalist|historiker|delegierte?|herr|frau|insider|papst)"
        r"(?:in|innen|s|en|e|er|n|r|m)?)"
    ),
    feminine=re.compile(r"(?i).*(?:in|frau|kollegin)\Z"),
    body=re.compile(
        r"(?i).*(?:ministerium|ministeriums|regierung|kommission|behörde|amt|amts|amtes|partei|agentur|zeitung|sender|senders|magazin|blatt"
        r"|verband|bündnis|rat|rats|union|gericht|armee|polizei|bank|kreise[n]?|seite|delegation|organisation|institut|fraktion"
        r"|opposition|parlament|senat|botschaft|kreml|büro|präsidialamt|kanzlei|allianz|ausschuss)"
    ),
    particles=words("von van de der den zu al el bin da di"),
    ahead=re.compile(
        r"\b(?:will|wollen|wird|werden|werde|soll|sollen|solle|geplant\w*|planen|plant"
        r"|kommende\w*|nächste\w*(?! (?:Tag|Morgen)\b)"
        r"|vereinbart\w*|verständigt|angesetzt\w*|möchten?"
        r"|würden?|sollten?|dürften?|trifft|treffen sich|reist"
        r"|beginnt|findet|tritt|verschoben|vertagt|fordert|tagt|tagen|endet|läuft|entfällt|abreist)\b"
    ),
    stops=words("millionen milliarden euro dollar prozent"),
)
FRENCH_FINITE, FRENCH_PARTICIPLES = french()
FRENCH: Final = Grammar(
    code="fr",
    finite=MappingProxyType(FRENCH_FINITE),
    participles=MappingProxyType(FRENCH_PARTICIPLES),
    auxiliaries=words("a ont avait avaient aurait auraient s'est s'était"),
    pronouns=MappingProxyType(
        {"il": "he", "elle": "she", "ils": "they", "elles": "they", "on": "one", "celui-ci": "he", "celle-ci": "she"}
    ),
    determiners=words("le la les l' un une des son sa ses leur leurs ce cet cette ces deux trois plusieurs quelques"),
    plural=words("les des ses leurs ces deux trois plusieurs quelques"),
    links=words("de du des d' à au aux"),
    prepositions=words(
        "à au aux dans en sur sous avec sans pour par de du des d' chez vers contre entre "
        " depuis avant après pendant lors dès selon hors malgré"
    ),
    according=re.compile(
        r"(?:[Ss]elon|[Dd]['’]après|[Pp]our|[Dd]e l['’]avis d[eu]s?|[Aa]ux yeux d[eu]s?|[Dd]e(?= sources? )) ?"
    ),
    office=re.compile(
        r"(?i)(?:vice-)?(?:ministre|président|présidente|premier|première|porte-parole|chef|cheffe|ambassadeur|ambassadrice|secrétaire"
        r"|commissaire|directeur|directrice|envoyée?|représentante?|député|députée|sénateur|sénatrice|diplomate|conseillère?"
        r"|négociateur|négociatrice|gouverneur|maire|roi|reine|général|amiral|professeure?|économiste|analyste|chercheur|chercheuse"
        r"|historien|historienne|responsable|homologue|haut|m|mme|dirigeante?|eurodéputée?|élue?|opposante?|émissaire|chancelier|chancelière|source|leader"
        r"|procureure?|juge|avocate?|magistrate?|médiateur|médiatrice|négociant|armateur|pêcheur|militante?|syndicaliste|colonel"
        r"|commandante?|préfet|préfète|évêque|pape|prince|princesse|émir|sultan|cheikh|coordinateur|coordinatrice|rapporteure?|experte?"
        r"|spécialiste|politologue|universitaire|fonctionnaire|officier|habitante?|agriculteur|agricultrice|témoin|juriste|patronne?"
        r"|pdg|fondateur|fondatrice|candidate?|capitaine|lieutenant|médecin|éleveur|éleveuse|commerçante?|étudiante?|réfugiée?"
        r"|ministre-présidente?|chargée?|consule?|attachée?|délégué|déléguée|observateur|observatrice|journaliste|éditorialiste)s?"
    ),
    feminine=re.compile(
        r"(?i)(?:.*(?:e)\Z)(?<!ministre)(?<!porte-parole)(?<!secrétaire)(?<!commissaire)(?<!diplomate)(?<!maire)(?<!économiste)(?<!analyste)(?<!responsable)(?<!homologue)(?<!émissaire)(?<!juge)(?<!syndicaliste)(?<!pape)(?<!prince)(?<!spécialiste)(?<!politologue)(?<!universitaire)(?<!fonctionnaire)"
        r"(?<!juriste)(?<!capitaine)(?<!journaliste)(?<!éditorialiste)(?<!évêque)"
    ),
    body=re.compile(
        r"(?i)(?:ministère|gouvernement|commission|présidence|diplomatie|agence|journal|quotidien|chaîne|parti|syndicat|union|conseil|cour|armée"
        r"|police|banque|délégation|organisation|institut|opposition|parlement|sénat|ambassade|cabinet|bureau|comité|ligue|élysée|matignon|kremlin|onu|ue|otan|association|ong|chancellerie)s?"
    ),
    particles=words("de du des la le van von der den al el bin da di d'"),
    ahead=re.compile(
        r"\b(?:doit|doivent|devrait|devraient|sera|seront|aura|auront|prochaine?s?|prévue?s?"
        r"|\w+(?:era|eront)|réunira|réuniront|(?:annoncée?s?|convoquée?s?|fixée?s?|programmée?s?) (?:pour|au)"
        r"|(?:est|sont) attendue?s?|ira|iront|rendra|rendront|tiendra|tiendront"
        r"|(?!aurai)\w{2,}(?:rait|raient)|proposé|propose|reportée?s?|repoussée?s?|exigé|réclamé|veut|veulent"
        r"|compte|comptent|se réunissent|expire|expirent|débute|s['’]ouvre)\b"
    ),
)
GRAMMARS: Final[Mapping[str, Grammar]] = MappingProxyType({"de": GERMAN, "fr": FRENCH})
"""The languages whose rules are known besides those of English, by their codes."""
