"""The forms of time words in German and French, each with the English words that mean the same."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

__all__ = ["TONGUES", "Tongue", "english"]

MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def numbered(words: str, meanings: Sequence[str]) -> dict[str, str]:
    """Return what each word of another language means."""
    return {form: meaning for forms, meaning in zip(words.split(), meanings, strict=True) for form in forms.split("/")}


GERMAN_WORDS: Final = MappingProxyType(
    {
        **numbered("januar/jänner februar märz april mai juni juli august september oktober november dezember", MONTHS),
        **numbered("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag", DAYS),
        **numbered("frühjahr/frühling sommer herbst winter", ["spring", "summer", "autumn", "winter"]),
        **numbered(
            "tag/tage/tagen/tages woche/wochen monat/monate/monaten/monats jahr/jahre/jahren/jahres wochenende",
            ["day", "week", "month", "year", "weekend"],
        ),
        **numbered(
            "ein/einem/einer/einen/eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
            [str(n) for n in range(1, 13)],
        ),
        **numbered(
            "heute gestern morgen vorgestern übermorgen",
            ["today", "yesterday", "tomorrow", "two days ago", "in two days"],
        ),
        **numbered("halbjahr/halbjahres quartal/quartals", ["half", "quarter"]),
        **numbered("ersten zweiten dritten vierten", ["first", "second", "third", "fourth"]),
        **numbered("anfang/beginn mitte ende", ["early", "mid-", "late"]),
    }
)
FRENCH_WORDS: Final = MappingProxyType(
    {
        **numbered(
            "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre/oct novembre/nov "
            "décembre/déc",
            MONTHS,
        ),
        **numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", DAYS),
        **numbered("printemps été automne hiver", ["spring", "summer", "autumn", "winter"]),
        **numbered(
            "jour/jours semaine/semaines mois an/ans/année/années week-end", ["day", "week", "month", "year", "weekend"]
        ),
        **numbered("un/une deux trois quatre cinq six sept huit neuf dix onze douze", [str(n) for n in range(1, 13)]),
        **numbered(
            "aujourd'hui/aujourd’hui hier demain avant-hier après-demain",
            ["today", "yesterday", "tomorrow", "two days ago", "in two days"],
        ),
        **numbered("début mi/milieu fin", ["early", "mid-", "late"]),
        **numbered(
            "premier/première second/seconde/deuxième troisième quatrième", ["first", "second", "third", "fourth"]
        ),
        **numbered("semestre trimestre moitié", ["half", "quarter", "half"]),
    }
)


def any_of(words: Mapping[str, str], meanings: Sequence[str]) -> str:
    """Return the expression for all words with one of some meanings, the longer before the shorter."""
    return "|".join(sorted((word for word, meaning in words.items() if meaning in meanings), key=len, reverse=True))


G: Final = GERMAN_WORDS
F: Final = FRENCH_WORDS
UNITS: Final = ("day", "week", "month", "year")
SEASONS: Final = ("spring", "summer", "autumn", "winter")
PARTS: Final = ("early", "mid-", "late")
YEAR: Final = r"(?:1[5-9]|20)\d\d"
NUMBERS: Final = [str(n) for n in range(1, 13)]
G_NUMBER: Final = rf"(?:\d{{1,3}}|{any_of(G, NUMBERS)})"
F_NUMBER: Final = rf"(?:\d{{1,3}}|{any_of(F, NUMBERS)})"
G_MONTH, F_MONTH = (
    any_of(G, MONTHS),
    rf"(?:{any_of(F, MONTHS)})(?:(?<=janv|févr|juil)\.|(?<=avr|oct|nov|déc)\.)?",
)
G_DAY, F_DAY = any_of(G, DAYS), any_of(F, DAYS)
G_SEASON, F_SEASON = any_of(G, SEASONS), any_of(F, SEASONS)
G_UNIT, F_UNIT = any_of(G, UNITS), any_of(F, UNITS)
G_PART: Final = r"(?:vormittag|mittag|nachmittag|abend|nacht|morgen|früh)"
F_PART: Final = r"(?: (?:matin|soir|après-midi|midi|dans la (?:nuit|soirée|matinée)))"
G_SPAN: Final = "woche|monat|jahr|wochenende"
G_PAST: Final = r"(?:vergangene|vorige|letzte|abgelaufene)[nrsm]?"
G_NEXT: Final = r"(?:kommende|nächste|folgende)[nrsm]?"
F_SPAN: Final = "semaine|mois|année|an|week-end"

EDGES: Final[Mapping[str, str]] = MappingProxyType(
    {"early": "the beginning of", "mid-": "the middle of", "late": "the end of"}
)
Words = Mapping[str, str]
Form = tuple[str, Callable[[Words], str]]
"""An expression, and the English words for what it found: its groups, translated."""

GERMAN: Final[tuple[Form, ...]] = (
    (
        rf"(?:(?:am )?(?P<d>{G_DAY}),? (?:dem |den )?)?(?P<n>\d{{1,2}})\. (?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['d']} {g['n']} {g['m']} {g['y']}",
    ),
    (rf"(?:am )?(?:späten |frühen )?{G_PAST} (?P<d>{G_DAY}){G_PART}?", lambda g: f"last {g['d']}"),
    (rf"(?:am )?{G_NEXT} (?P<d>{G_DAY}){G_PART}?", lambda g: f"next {g['d']}"),
    (rf"(?:(?:am|vom) )?(?:(?:späten|frühen) )?(?P<d>{G_DAY}){G_PART}?", lambda g: g["d"]),
    (
        r"(?P<p>heute|gestern|vorgestern|übermorgen)(?: (?:morgen|früh|vormittag|mittag|nachmittag|abend|nacht))?",
        lambda g: g["p"],
    ),
    (rf"(?P<a>anfang|mitte|ende) {G_PAST} (?P<u>{G_SPAN})", lambda g: f"{EDGES[g['a']]} last {g['u']}"),
    (rf"(?P<a>anfang|mitte|ende) {G_NEXT} (?P<u>{G_SPAN})", lambda g: f"{EDGES[g['a']]} next {g['u']}"),
    (
        r"(?:am |zum |zu )?(?P<a>anfang|beginn|mitte|ende) (?:der|des|dieser|dieses) (?P<u>woche|monats|jahres)",
        lambda g: f"{EDGES[g['a']]} the {g['u']}",
    ),
    (r"(?:zum )?(?P<u>jahres|monats)(?P<a>beginn|ende|mitte)", lambda g: f"{EDGES[g['a']]} the {g['u']}"),
    (rf"(?:(?:am|das|in der|im|in den|für das) )?{G_PAST} (?P<u>{G_SPAN})", lambda g: f"last {g['u']}"),
    (r"im vorjahr", lambda _: "last year"),
    (r"(?:am|über das|übers) wochenende", lambda _: "the weekend"),
    (rf"(?:(?:am|das|in der|im|für) )?{G_NEXT} (?P<u>{G_SPAN})", lambda g: f"next {g['u']}"),
    (rf"(?:in |an )?(?:diese[rsnm]?) (?P<u>{G_SPAN})", lambda g: f"this {g['u']}"),
    (
        rf"vor (?P<r>rund |etwa |gut |knapp |mehr als )?(?P<n>{G_NUMBER}) (?P<u>{G_UNIT})",
        lambda g: f"{'about' if g['r'] else ''} {g['n']} {g['u']}s ago",
    ),
    (rf"in (?P<n>{G_NUMBER}) (?P<u>{G_UNIT})\b", lambda g: f"in {g['n']} {g['u']}s"),
    (r"in den (?:kommenden|nächsten) (?P<u>tagen|wochen|monaten|jahren)", lambda g: f"in the coming {g['u']}s"),
    (r"in den (?:vergangenen|letzten) (?P<u>tagen|wochen|monaten|jahren)", lambda g: f"in recent {g['u']}s"),
    (r"kürzlich|jüngst", lambda _: "recently"),
    (
        rf"(?P<a>anfang|mitte|ende) (?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['a']} {g['m']} {g['y']}",
    ),
    (rf"(?:im |vom )?(?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?", lambda g: f"{g['m']} {g['y']}"),
    (rf"im (?P<s>{G_SEASON}) (?P<y>{YEAR})", lambda g: f"{g['s']} {g['y']}"),
    (rf"im (?:vergangenen|letzten) (?P<s>{G_SEASON})", lambda g: f"last {g['s']}"),
    (rf"im (?:kommenden|nächsten) (?P<s>{G_SEASON})", lambda g: f"next {g['s']}"),
    (rf"im (?P<s>{G_SEASON})", lambda g: f"the {g['s']}"),
    (
        rf"im (?P<o>ersten|zweiten|dritten|vierten) (?P<h>halbjahr|quartal)(?: (?P<y>{YEAR}))?",
        lambda g: f"the {g['o']} {g['h']} of {g['y'] or 'the year'}",
    ),
    (rf"(?P<a>anfang|mitte|ende) (?P<y>{YEAR})", lambda g: f"{g['a']} {g['y']}"),
    (rf"(?:in den )?(?P<y>{YEAR})er jahren?", lambda g: f"the {g['y']}s"),
    (rf"(?:im jahre? |in den jahren |dem jahr |jahr )(?P<y>{YEAR})", lambda g: f"in {g['y']}"),
    (rf"(?<=\()(?P<y>{YEAR})(?=\))|(?<![\d.,] )(?P<z>(?:19|20)\d\d)(?= [a-zäöü]|[.,;])", lambda g: g["y"] or g["z"]),
)
FRENCH: Final[tuple[Form, ...]] = (
    (
        rf"(?:(?:le |ce )?(?P<d>{F_DAY}) |le )?(?P<n>\d{{1,2}})(?:er)? (?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['d']} {g['n']} {g['m']} {g['y']}",
    ),
    (rf"(?P<d>{F_DAY}) dernier", lambda g: f"last {g['d']}"),
    (rf"(?P<d>{F_DAY}) prochain", lambda g: f"next {g['d']}"),
    (rf"(?:(?:ce|dès) )?(?P<d>{F_DAY}){F_PART}?", lambda g: g["d"]),
    (r"(?P<p>aujourd['’]hui|avant-hier|après-demain|hier|demain)(?: (?:matin|soir|après-midi))?", lambda g: g["p"]),
    (r"ce (?:matin|soir)|cet après-midi|cette nuit", lambda _: "today"),
    (
        rf"(?:la |le |l['’])(?P<u>{F_SPAN}) (?:derni(?:er|ère)|passée?|écoulée?)",
        lambda g: f"last {g['u']}",
    ),
    (rf"(?:la |le |l['’])(?P<u>{F_SPAN}) (?:prochaine?)", lambda g: f"next {g['u']}"),
    (
        r"(?:en |au |à la )?(?P<a>début|milieu|fin) (?:de (?:la |cette )?|du |de l['’])(?P<u>semaine|mois|année)\b",
        lambda g: f"{EDGES[g['a']]} the {g['u']}",
    ),
    (r"(?:ce|le) week-end", lambda _: "the weekend"),
    (r"(?:cette|ce) (?P<u>semaine|mois|année)\b", lambda g: f"this {g['u']}"),
    (
        rf"il y a (?P<r>environ |près de |plus de |un peu plus de )?(?P<n>{F_NUMBER}) (?P<u>{F_UNIT})\b",
        lambda g: f"{'about' if g['r'] else ''} {g['n']} {g['u']}s ago",
    ),
    (rf"dans (?:les )?(?P<n>{F_NUMBER}) (?:prochaine?s )?(?P<u>{F_UNIT})\b", lambda g: f"in {g['n']} {g['u']}s"),
    (
        r"(?:dans les|ces) (?:prochaine?s|jours à venir) ?(?P<u>jours|semaines|mois|années)?",
        lambda g: f"in the coming {g['u'] or 'day'}s",
    ),
    (r"ces derni(?:er|ère)s (?P<u>jours|semaines|mois|années)", lambda g: f"in recent {g['u']}s"),
    (r"récemment", lambda _: "recently"),
    (
        (
            rf"(?:à la |au )?(?P<a>début|milieu|fin|mi)[ -](?:de |du mois de "
            rf"|du mois d['’])?(?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?"
        ),
        lambda g: f"{g['a']} {g['m']} {g['y']}",
    ),
    (
        rf"(?:en |au mois de |au mois d['’]|courant )?(?P<m>{F_MONTH}) (?:(?P<y>{YEAR})|dernier|prochain)",
        lambda g: f"{g['m']} {g['y']}",
    ),
    (rf"(?:en |au mois de |au mois d['’]|courant )(?P<m>{F_MONTH})", lambda g: g["m"]),
    (
        (
            r"(?:au |à la |le |la )?(?P<o>premier|première|second|seconde|deuxième|troisième|quatrième)"
            rf" (?P<h>semestre|trimestre|moitié)(?:(?: de| de l['’]année)? (?P<y>{YEAR}))?"
        ),
        lambda g: f"the {g['o']} {g['h']} of {g['y'] or 'the year'}",
    ),
    (rf"(?:au |à l['’]|en |l['’])(?P<s>{F_SEASON})(?: (?P<y>{YEAR}))?", lambda g: f"the {g['s']} {g['y']}"),
    (r"l['’](?P<s>été|automne|hiver) dernier|le (?P<t>printemps) dernier", lambda g: f"last {g['s'] or g['t']}"),
    (
        rf"(?P<a>début|fin|mi)[ -](?P<y>{YEAR})",
        lambda g: f"{g['a']} {g['y']}",
    ),
    (
        rf"(?:au (?P<a>début|milieu) des |à la (?P<b>fin) des )années (?P<y>{YEAR})",
        lambda g: f"the {g['a'] or g['b']} {g['y']}s",
    ),
    (rf"(?:dans )?les années (?P<y>{YEAR})", lambda g: f"the {g['y']}s"),
    (rf"(?:en|courant|l['’]année) (?P<y>{YEAR})", lambda g: f"in {g['y']}"),
    (
        rf"(?<=\()(?P<y>{YEAR})(?=\))|(?<=\bde )(?P<z>{YEAR})(?= (?:a|est|qui|et|entre|sur|avait|prévoit)\b|[.,;])",
        lambda g: g["y"] or g["z"],
    ),
)
BESIDE_GERMAN: Final[tuple[Form, ...]] = (
    (r"am (?:nächsten|folgenden) tag|tags darauf|am tag darauf|am nächsten morgen", lambda _: "the following day"),
    (r"am vortag|tags zuvor|am tag zuvor|am vorabend(?! de[rs])", lambda _: "the previous day"),
    (r"am (?:selben|gleichen) (?:tag|abend|morgen)|noch am selben tag", lambda _: "the same day"),
    (rf"(?P<n>{G_NUMBER}) (?P<u>{G_UNIT}) (?P<s>später|darauf)", lambda g: f"{g['n']} {g['u']}s later"),
    (rf"(?P<n>{G_NUMBER}) (?P<u>{G_UNIT}) (?P<s>zuvor|vorher|früher)", lambda g: f"{g['n']} {g['u']}s earlier"),
    (r"seitdem|seither", lambda _: "since then"),
)
BESIDE_FRENCH: Final[tuple[Form, ...]] = (
    (r"le (?:lendemain|jour suivant)(?! de| du| d['’])", lambda _: "the following day"),
    (r"la veille(?! de| du| d['’])|le jour précédent", lambda _: "the previous day"),
    (r"le (?:même jour|jour même)|le même soir|(?<=, )le soir même", lambda _: "the same day"),
    (rf"(?P<n>{F_NUMBER}) (?P<u>{F_UNIT}) plus tard", lambda g: f"{g['n']} {g['u']}s later"),
    (rf"(?P<n>{F_NUMBER}) (?P<u>{F_UNIT}) (?:plus tôt|auparavant)", lambda g: f"{g['n']} {g['u']}s earlier"),
    (r"depuis lors|depuis ce jour", lambda _: "since then"),
)
GERMAN_LINKS: Final = (
    (r"in der nacht (?:zum|zu|auf) {y}", "overnight into {y}"),
    (r"in der nacht (?:vom|von) {x} (?:zum|auf|auf den) {y}", "the night of {x} to {y}"),
    (r"(?:vom|von) {x} bis (?:zum |zu )?{y}", "from {x} to {y}"),
    (r"zwischen (?:dem )?{x} und (?:dem )?{y}", "between {x} and {y}"),
    (r"bis (?:zum )?(?P<y>ende (?:des|dieses) (?:jahres|monats)|(?:jahres|monats)ende)", "by {y}"),
    (r"bis (?:zum |zu )?{y}", "until {y}"),
    (r"seit (?:dem |den )?{y}", "since {y}"),
    (rf"seit (?P<n>{G_NUMBER}) (?P<u>{G_UNIT})", "since {n} {u}s ago"),
    (rf"(?:am |für )?(?P<x>{G_DAY}) und (?:am )?(?P<y>{G_DAY})", "{x} and {y}"),
    (rf"(?:am )?(?P<n>\d{{1,2}})\. und (?P<y>\d{{1,2}}\. (?:{G_MONTH})(?: {YEAR})?)", "{n} and {y}"),
)
FRENCH_LINKS: Final = (
    (r"dans la nuit (?:de|du) {x} (?:à|au) {y}", "the night of {x} to {y}"),
    (r"(?:de|du) {x} (?:à|au) {y}", "from {x} to {y}"),
    (r"entre (?:le )?{x} et (?:le )?{y}", "between {x} and {y}"),
    (r"d['’]ici (?:à |au )?(?:le |la )?{y}", "by {y}"),
    (r"avant (?:le |la )?{y}", "before {y}"),
    (r"dès (?:le |la )?{y}", "{y}"),
    (r"jusqu['’](?:à |au |en )(?:la |le )?{y}", "until {y}"),
    (r"depuis (?:le |la |les )?{y}", "since {y}"),
    (rf"depuis (?P<n>{F_NUMBER}) (?P<u>{F_UNIT})", "since {n} {u}s ago"),
    (rf"(?P<x>{F_DAY}) et (?P<y>{F_DAY})", "{x} and {y}"),
    (rf"(?:les )?(?P<n>\d{{1,2}}) (?:et|-) (?P<y>\d{{1,2}} (?:{F_MONTH})(?: {YEAR})?)", "{n} and {y}"),
)


@attrs.frozen
class Tongue:
    """The forms of one language."""

    words: Words
    """What its words mean."""
    forms: tuple[tuple[re.Pattern[str], Callable[[Words], str]], ...]
    """Single times."""
    links: tuple[tuple[re.Pattern[str], str], ...]
    """Times that others begin or end."""


def compiled(source: str) -> re.Pattern[str]:
    """Return an expression for whole words, without regard to case."""
    return re.compile(rf"(?<![\w$£€-])(?:{source})(?![\w%])", re.IGNORECASE)


def tongue(words: Words, forms: Sequence[Form], beside: Sequence[Form], links: Sequence[tuple[str, str]]) -> Tongue:
    """Return the forms of a language as expressions."""
    number = r"(?:le )?\d{1,2}\.?"
    some = "|".join(re.sub(r"\(\?P<\w+>", "(?:", source) for source, _ in forms)
    return Tongue(
        words,
        tuple((compiled(source), meaning) for source, meaning in (*forms, *beside)),
        tuple(
            (
                compiled(
                    source.replace("{x}", f"(?P<x>{some}|{number})").replace("{y}", f"(?P<y>{some}|{YEAR}|{F_MONTH})")
                ),
                meaning,
            )
            for source, meaning in links
        ),
    )


def english(words: str, tongue: Tongue) -> str:
    """Return the English words for time words of another language; numbers and what is unknown as they are.

    >>> english("du 12 au 14 août", TONGUES["fr"]), english("am Vortag", TONGUES["de"])
    ('from 12 to 14 August', 'the previous day')
    """
    for pattern, meaning in tongue.links:
        if (match := pattern.fullmatch(words)) is not None:
            parts = {name: english(part, tongue) for name, part in match.groupdict().items()}
            return meaning.format(**parts).replace("in the ", "the ").replace(" in ", " ")
    for pattern, form in tongue.forms:
        if (match := pattern.fullmatch(words)) is not None:
            groups = {name: meant(part, tongue) if part else "" for name, part in match.groupdict().items()}
            return " ".join(form(groups).replace("mid- ", "mid-").split())
    return meant(words.removeprefix("le "), tongue)


def meant(word: str, tongue: Tongue) -> str:
    """Return what one word means."""
    plain = word.lower().rstrip(".")
    return tongue.words.get(plain, plain if plain.isdigit() else word)


TONGUES: Final = MappingProxyType(
    {
        "de": tongue(GERMAN_WORDS, GERMAN, BESIDE_GERMAN, GERMAN_LINKS),
        "fr": tongue(FRENCH_WORDS, FRENCH, BESIDE_FRENCH, FRENCH_LINKS),
    }
)
