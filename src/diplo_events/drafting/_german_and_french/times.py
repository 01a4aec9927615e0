"""Time words of German and French: found by their forms, and resolved by the English words that mean the same."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._times_and_places.time_words import TimeWord, clause_after, clause_before, is_later
from diplo_events.errors import DiploEventsError

__all__ = ["times_abroad"]

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
        **numbered("anfang mitte ende", ["early", "mid-", "late"]),
    }
)
FRENCH_WORDS: Final = MappingProxyType(
    {
        **numbered("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", MONTHS),
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
        **numbered("début mi fin", ["early", "mid-", "late"]),
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
YEAR: Final = r"(?:1[5-9]|20)\d\d"
G_NUMBER: Final = rf"(?:\d{{1,3}}|{any_of(G, [str(n) for n in range(1, 13)])})"
F_NUMBER: Final = rf"(?:\d{{1,3}}|{any_of(F, [str(n) for n in range(1, 13)])})"
G_MONTH, F_MONTH = any_of(G, MONTHS), any_of(F, MONTHS)
G_DAY, F_DAY = any_of(G, DAYS), any_of(F, DAYS)
G_PART: Final = r"(?:vormittag|mittag|nachmittag|abend|nacht|morgen|früh)"
F_PART: Final = r"(?: (?:matin|soir|après-midi|midi|dans la (?:nuit|soirée|matinée)))?"

Pattern = tuple[str, Callable[[Mapping[str, str]], str]]
"""An expression, and the English words for what it found: its groups, translated."""

GERMAN: Final[tuple[Pattern, ...]] = (
    (
        rf"(?:{{day}},? (?:dem |den )?)?(?P<n>\d{{{{1,2}}}})\. (?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['n']} {g['m']} {g['y']}",
    ),
    (rf"in der nacht (?:zum|auf) (?P<d>{G_DAY})", lambda g: g["d"]),
    (rf"(?:am )?(?:späten |frühen )?(?:vergangenen |letzten )(?P<d>{G_DAY}){G_PART}?", lambda g: f"last {g['d']}"),
    (rf"(?:am )?(?:kommenden|nächsten) (?P<d>{G_DAY}){G_PART}?", lambda g: f"next {g['d']}"),
    (rf"(?:(?:am|vom|bis|seit) )?(?:(?:späten|frühen) )?(?P<d>{G_DAY}){G_PART}?", lambda g: g["d"]),
    (
        r"(?P<p>heute|gestern|vorgestern|übermorgen)(?: (?:morgen|früh|vormittag|mittag|nachmittag|abend|nacht))?",
        lambda g: g["p"],
    ),
    (
        (
            r"(?:(?:am|das|in der|im|in den|für das) )?(?:vergangenen?|vorigen?|letzten?|letztes"
            r"|vergangenes|vergangene) (?P<u>woche|monat|jahr|wochenende)"
        ),
        lambda g: f"last {g['u']}",
    ),
    (
        r"(?:(?:am|das|in der|im|für) )?(?:kommenden?|kommendes|nächsten?|nächstes) (?P<u>woche|monat|jahr|wochenende)",
        lambda g: f"next {g['u']}",
    ),
    (r"(?:in |an )?(?:diese[rsnm]?) (?P<u>woche|monat|jahr|wochenende)", lambda g: f"this {g['u']}"),
    (
        rf"vor (?:rund |etwa |gut |knapp )?(?P<n>{G_NUMBER}) (?P<u>{any_of(G, UNITS)})",
        lambda g: f"{g['n']} {g['u']}s ago",
    ),
    (rf"in (?P<n>{G_NUMBER}) (?P<u>{any_of(G, UNITS)})\b", lambda g: f"in {g['n']} {g['u']}s"),
    (rf"seit (?:dem jahr |jahr )?(?P<y>{YEAR})", lambda g: f"since {g['y']}"),
    (rf"seit (?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?", lambda g: f"since {g['m']} {g['y']}"),
    (r"bis (?:zum )?ende des (?P<u>jahres|monats)", lambda g: f"by the end of the {g['u']}"),
    (r"(?:am |zum )?ende des (?P<u>jahres|monats)", lambda g: f"the end of the {g['u']}"),
    (
        rf"(?:bis |seit )?(?P<a>anfang|mitte|ende) (?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['a']} {g['m']} {g['y']}",
    ),
    (rf"(?:im |vom |bis )?(?P<m>{G_MONTH})(?: (?P<y>{YEAR}))?", lambda g: f"{g['m']} {g['y']}"),
    (rf"im (?P<s>frühjahr|frühling|sommer|herbst|winter) (?P<y>{YEAR})", lambda g: f"{g['s']} {g['y']}"),
    (rf"(?:im jahre? |in den jahren |ende |anfang )(?P<y>{YEAR})", lambda g: f"in {g['y']}"),
    (rf"(?<=\()(?P<y>{YEAR})(?=\))", lambda g: g["y"]),
)
FRENCH: Final[tuple[Pattern, ...]] = (
    (
        rf"du (?P<n>\d{{{{1,2}}}}) au (?P<k>\d{{{{1,2}}}}) (?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"from {g['n']} to {g['k']} {g['m']} {g['y']}",
    ),
    (
        rf"depuis le (?P<n>\d{{{{1,2}}}})(?:er)? (?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"since {g['n']} {g['m']} {g['y']}",
    ),
    (
        rf"(?:(?:le )?(?:{F_DAY}) |le )?(?P<n>\d{{{{1,2}}}})(?:er)? (?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?",
        lambda g: f"{g['n']} {g['m']} {g['y']}",
    ),
    (rf"dans la nuit de (?:{F_DAY}) à (?P<d>{F_DAY})", lambda g: g["d"]),
    (rf"(?P<d>{F_DAY}) dernier", lambda g: f"last {g['d']}"),
    (rf"(?P<d>{F_DAY}) prochain", lambda g: f"next {g['d']}"),
    (rf"(?:(?:ce|depuis|dès|d['’]ici(?: à)?) )?(?P<d>{F_DAY}){F_PART}", lambda g: g["d"]),
    (r"(?P<p>aujourd['’]hui|avant-hier|après-demain|hier|demain)(?: (?:matin|soir|après-midi))?", lambda g: g["p"]),
    (r"ce (?:matin|soir)|cet après-midi|cette nuit", lambda _: "today"),
    (r"(?:la |le |l['’])(?P<u>semaine|mois|année|an|week-end) (?:dernière?|passée?)", lambda g: f"last {g['u']}"),
    (
        r"(?:d['’]ici (?:à )?)?(?:la |le |l['’])(?P<u>semaine|mois|année|an|week-end) (?:prochaine?)",
        lambda g: f"next {g['u']}",
    ),
    (r"(?:cette|ce|en fin de|en début de) (?P<u>semaine|mois|année|week-end)\b", lambda g: f"this {g['u']}"),
    (
        rf"il y a (?:environ |près de )?(?P<n>{F_NUMBER}) (?P<u>{any_of(F, UNITS)})\b",
        lambda g: f"{g['n']} {g['u']}s ago",
    ),
    (rf"dans (?P<n>{F_NUMBER}) (?P<u>{any_of(F, UNITS)})\b", lambda g: f"in {g['n']} {g['u']}s"),
    (rf"depuis (?P<y>{YEAR})", lambda g: f"since {g['y']}"),
    (rf"depuis (?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?", lambda g: f"since {g['m']} {g['y']}"),
    (
        r"(?:d['’]ici (?:à )?|avant )(?:la )?fin (?:de l['’]|du )(?P<u>année|mois)",
        lambda g: f"by the end of the {g['u']}",
    ),
    (r"(?:à |en )?(?:la )?fin (?:de l['’]|du )(?P<u>année|mois)", lambda g: f"the end of the {g['u']}"),
    (rf"(?P<a>début|fin|mi)[ -](?P<m>{F_MONTH})(?: (?P<y>{YEAR}))?", lambda g: f"{g['a']} {g['m']} {g['y']}"),
    (
        rf"(?:en |au mois de |au mois d['’])(?P<m>{F_MONTH})(?: (?P<y>{YEAR})| (?P<l>dernier|prochain))?",
        lambda g: f"{g['m']} {g['y']}",
    ),
    (
        (
            rf"(?:au |à la )?(?P<o>premier|première|second|seconde|deuxième|troisième"
            rf"|quatrième) (?P<h>semestre|trimestre|moitié)(?: de| de l['’]année)? (?P<y>{YEAR})"
        ),
        lambda g: f"in the {g['o']} {g['h']} of {g['y']}",
    ),
    (rf"(?:au |à l['’]|en |l['’])(?P<s>printemps|été|automne|hiver) (?P<y>{YEAR})", lambda g: f"{g['s']} {g['y']}"),
    (rf"(?:en|fin|début|courant) (?P<y>{YEAR})", lambda g: f"in {g['y']}"),
    (rf"(?P<m>{F_MONTH}) (?P<y>{YEAR})", lambda g: f"{g['m']} {g['y']}"),
    (rf"(?<=\()(?P<y>{YEAR})(?=\))", lambda g: g["y"]),
)
KINDS: Final = MappingProxyType({"de": (GERMAN, GERMAN_WORDS, G_DAY), "fr": (FRENCH, FRENCH_WORDS, F_DAY)})


def compiled(code: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a language."""
    patterns, _, days = KINDS[code]
    return tuple(
        re.compile(
            rf"(?<![\w$£€])(?:{source.replace('{day}', f'(?:{days})').replace('{{', '{').replace('}}', '}')})(?![\w%])",
            re.IGNORECASE,
        )
        for source, _ in patterns
    )


COMPILED: Final = MappingProxyType({code: compiled(code) for code in KINDS})


def times_abroad(
    text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None, grammar: Grammar
) -> tuple[TimeWord, ...]:
    """Return the time words in some passages of German or French, in their order, each with its meaning."""
    patterns, meanings, _ = KINDS[grammar.code]
    found: list[TimeWord] = []
    for start, end in blocks:
        taken: list[tuple[int, int]] = []
        for pattern, (_, english) in zip(COMPILED[grammar.code], patterns, strict=True):
            for match in pattern.finditer(text, start, end):
                if any(match.start() < last and first < match.end() for first, last in taken) or is_verb(match):
                    continue
                taken.append(match.span())
                groups = {
                    name: meanings.get(words.lower(), words) if words else ""
                    for name, words in match.groupdict().items()
                }
                words = " ".join(english(groups).replace("mid- ", "mid-").split())
                ahead = is_ahead(text, match, (start, end), grammar)
                when = meaning(words, published, ahead=ahead)
                late = ahead and when is not None and is_later(when, published)
                found.append(TimeWord(match.start(), match.end(), match[0], when, is_ahead=late))
    return tuple(sorted(found, key=lambda word: word.start))


def is_verb(match: re.Match[str]) -> bool:
    """Whether a word is not one of time here: "mars" the planet, "mai" without anything beside it is."""
    return match[0] in {"Mars", "un mars"}


def is_ahead(text: str, match: re.Match[str], block: tuple[int, int], grammar: Grammar) -> bool:
    """Whether time words speak of what is to come, by the words of their clause."""
    before, after = clause_before(text, block[0], match.start()), clause_after(text, match.end(), block[1])
    near = re.split(r",", before)[-1]
    return grammar.ahead.search(f"{near} {after}") is not None


def meaning(words: str, published: EventDate | None, *, ahead: bool) -> EventDate | None:
    """Return what English time words mean; `None` if they name no period."""
    directions: tuple[Direction, ...] = ("future", "past") if ahead else ("past", "future")
    for direction in directions:
        try:
            return resolve(words, published, direction=direction)
        except DiploEventsError:
            continue
    return None
