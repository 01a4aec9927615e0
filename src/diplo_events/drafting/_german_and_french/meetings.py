"""Meetings, visits and calls that news in German and French reports."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._events.encounter import Encounter, each_once
from diplo_events.drafting._events.fates import masked
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._german_and_french.phrases import Phrase, party_of, phrases
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["encounters_abroad"]


class Words(NamedTuple):
    """What a language says of meetings."""

    verbs: re.Pattern[str]
    """Verbs of meeting."""
    calls: re.Pattern[str]
    """Verbs and nouns of calls."""
    visits: re.Pattern[str]
    """Verbs of visits."""
    nouns: re.Pattern[str]
    """Nouns of meetings."""
    fate: re.Pattern[str]
    """What makes a noun one of a meeting that is reported."""
    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    rejected: re.Pattern[str]
    proposed: re.Pattern[str]
    denied: re.Pattern[str]
    ongoing: re.Pattern[str]
    negated: re.Pattern[str]
    place: re.Pattern[str]
    """Where."""


BETWEEN: Final = re.compile(r" (?:zwischen|entre)\b")
"""Behind the noun of a meeting: who met."""

ONLOOKERS: Final = re.compile(
    r"(?:.* )?(?:sources?|porte-parole|presse|agence|journal|quotidien|médias?|Sprecher(?:in|s)?|Kreise|Insider"
    r"|Agentur|Zeitung)",
    re.IGNORECASE,
)
"""Who tells of a meeting, and takes no part in it."""

FAR: Final = 400
"""How many characters apart two passages of one meeting stand of which only one names persons."""

FAR_REFUSAL: Final = 60
"""How many characters away what is refused can still be the meeting."""

CAPITAL: Final = r"(?P<place>(?:La |Le |Den |Den )?[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,2})"
WORDS: Final = {
    "de": Words(
        verbs=re.compile(
            r"\b(?:traf|trafen|trifft|treffen)\b(?![^.;,]{0,30} (?:Entscheidung|Maßnahme|Vorkehrung|Vereinbarung"
            r"|Absprache|Wahl))"
            r"|\b(?:nahm|nahmen|nimmt|nehmen|setzten?|setzen)\b[^.;]{0,60} ?(?:Gespräche|Verhandlungen"
            r"|Konsultationen)\b"
            r"[^.;]{0,20} (?:wieder auf|fort)\b"
            r"|\b(?:nahm|nahmen|nimmt|nehmen)\b[^.;]{0,50} ?(?:[Gg]ipfel|Treffen|[Kk]onferenz"
            r"|[Tt]agung)\w*\b[^.;]{0,30} teil\b"
            r"|\b(?:lud|luden|lädt|laden)\b [^.;]{0,60} ein\b|\b(?:tritt|trat|treten|traten)\b[^.;]{0,40} zusammen\b"
            r"|\b(?:getroffen|zusammenkommen|zusammengekommen|zusammenkamen|zusammentreffen|zusammentrafen|empfing|empfingen"
            r"|empfängt|empfangen|berieten|beraten|tagten|tagte)\b"
            r"|\bkam(?:en)? [^.;]{0,80}\bzusammen\b"
            r"|\bsprach(?:en)? (?:[A-ZÄÖÜ]\S+ ){0,3}(?:am \w+ )?(?:in \w+ )?mit (?!Journalisten"
            r"|Reportern)(?=\w+ ?[A-ZÀ-Þ]?)"
        ),
        calls=re.compile(r"\b(?:telefonierten?|telefoniert|Telefonat\w*|Telefongespräch\w*|Videokonferenz)\b"),
        visits=re.compile(
            r"\b(?:besuchte|besuchten|besucht|reist(?:e|en)? (?:\w+ ){0,3}(?:nach|in)|Antrittsbesuch|Staatsbesuch)\b"
            r"|\bnach [A-ZÄÖÜ]\w+ (?:reisen|fliegen|gereist|geflogen)\b|\bin [A-ZÄÖÜ]\w+ (?:zu \w+ )?erwartet\b"
        ),
        nouns=re.compile(
            r"\b(?P<noun>Treffen\w*|\w*[Gg]ipfel(?:treffen)?s?|Gespräche?n?|Unterredung|\w*[Vv]erhandlungen|\w*[Bb]esuchs?|\w*[Kk]onferenz|\w*[Rr]unde|Reise|\w*[Ee]ssen)\b"
        ),
        fate=re.compile(
            r"\b(?:geplatzt|abgesagt|verschoben|verschiebt|verschieben|verschob|vertagt|stattfinden|stattgefunden|stattfindet|stattfand|geplant\w*|angesetzt\w*|anberaumt|vereinbart|verständigt"
            r"|begonnen|begann(?:en)?|gescheitert|scheiterten?|ausgefallen|endeten?|findet|finden|fand|fanden|vorgeschlagen|schlug|angeboten|bot"
            r"|sag(?:t|te|ten|en) [^.;]{0,60} ab|lehnten? [^.;]{0,60} ab|bereit|dementiert\w*|dauern|laufen)\b"
        ),
        cancelled=re.compile(
            r"\b(?:abgesagt|geplatzt|platzte|gestrichen|ausgefallen|fiel aus|fällt aus|sag(?:t|te|ten"
            r"|en) [^.;]{0,60} ab"
            r"|nicht statt\w*|nicht zustande)\b"
        ),
        postponed=re.compile(r"\b(?:verschoben|verschiebt|verschieben|verschob|vertagt|verlegt)\b"),
        rejected=re.compile(r"\b(?:abgelehnt|lehnte[n]? [^.;]{0,60} ab|ausgeschlossen|schloss [^.;]{0,60} aus)\b"),
        proposed=re.compile(
            r"\b(?:vorgeschlagen|schlug [^.;]{0,80} vor|schlägt|angeboten|bot [^.;]{0,80} an"
            r"|könnten?|möglich\w*|bereit\w*|regte|forderten?|einladen|lud|eingeladen)\b"
        ),
        denied=re.compile(
            r"\bnie(?:mals)? (?:statt\w*|gegeben)\b|\b(?:dementier|bestritt|bestreit)\w* [^.;,]{0,40}"
            r"(?:Treffen|Gespräch|Begegnung|Telefonat|Besuch)\b"
        ),
        ongoing=re.compile(r"\b(?:dauern|dauerten) (?:\w+ )?an\b|\blaufen (?:noch|weiter|derzeit)\b"),
        negated=re.compile(r"\b(?:nicht|kein\w*|nie)\b"),
        place=re.compile(
            rf"\b(?:in|im|nach) (?:der |dem )?(?!Nacht|Januar|Februar|März|April|Mai|Juni|Juli"
            rf"|August|September|Oktober|November|Dezember|Kürze){CAPITAL}"
        ),
    ),
    "fr": Words(
        verbs=re.compile(
            r"\b(?:(?:a|ont|avait|avaient) (?:\w+ )?(?:rencontré|reçu|accueilli)e?s?"
            r"(?! (?:des|une?|de la|du|l['’]\w+é) (?!délégation|émissaire|envoyé|ministre|représentant|dirigeant|haut))"
            r"|(?:a|ont|aura|auront|avait|avaient) (?:eu )?(?:une?|des|de) (?:\w+ ){0,2}(?:tête-à-tête|entretiens?"
            r"|rencontres?|réunions?|discussions|pourparlers)|(?:sera|seront|a été|ont été|doit être"
            r"|doivent être) reçue?s?"
            r" (?:\w+ )?par|[Rr]éunie?s? (?:\S+ ){0,4}en (?:séance|session|sommet|conclave)"
            r"|(?:a|ont|avait|avaient) repris (?:\S+ ){0,5}?(?:discussions|pourparlers|négociations|dialogue"
            r"|entretiens)"
            r"|(?:a|ont|avait|avaient) (?:\w+ )?participé (?:\w+ )?(?:au|à la|aux|à un|à une) (?:sommet|réunion"
            r"|conférence"
            r"|rencontre|pourparlers|négociations|forum)|(?:a|ont|avait|avaient) (?:\w+ )?invité"
            r"|(?:de|à|pour|devait|devaient|va|vont) rencontrer (?!des )"
            r"|(?<!la )(?<!une )(?<!sa )(?<!leur )(?<!cette )(?<!toute )(?<!de )rencontr(?:era|eront|e|ent|ait)"
            r"|(?:s['’](?:est|était)|se sont"
            r"|s['’]étaient) (?:\w+ )?(?:entretenue?s?|réunie?s?|retrouvée?s?|rencontrée?s?"
            r"|vue?s?)"
            r"|s['’]entretiend\w+|s['’]entretenir|se réuni\w+|se retrouv\w+|se rencontrer\w*"
            r"|recevra|reçoit|doi(?:t|vent) (?:se )?(?:rencontrer|recevoir|retrouver|réunir"
            r"|voir))\b"
        ),
        calls=re.compile(
            r"(?<!joint )(?<!jointe )(?<!joints )(?<!interrogé )(?<!interrogée )\b(?:au téléphone|par téléphone"
            r"|entretien téléphonique|appel téléphonique"
            r"|échange téléphonique|visioconférence|téléphoné)\b"
        ),
        visits=re.compile(
            r"\b(?:(?:s['’]est|se sont) (?:\w+ )?rendue?s? (?:\w+ )?(?:à|au|en|aux)|se rend(?:ra|ront"
            r"|ent|re)? (?:\w+ )?(?:à|au|en|aux)|en visite|visite (?:officielle|d['’]État"
            r"|de travail)|effectu\w+ (?:une|sa) \w*\s?(?:visite|déplacement)|a visité"
            r"|(?:est|sont) attendue?s? (?:\w+ )?(?:à|au|en))\b"
        ),
        nouns=re.compile(
            r"\b(?P<noun>réunions?|rencontres?|entretiens?|sommet|pourparlers|négociations|discussions|visite|conférence|tête-à-tête|dîner|déjeuner|voyage|déplacement|round|cycle|session)\b"
        ),
        fate=re.compile(
            r"\b(?:annulée?s?|reportée?s?|ajournée?s?|tenue?s?|tiendra|tiendront|tiendrai(?:t|ent)|se tenir"
            r"|se tient|se poursui\w+|démenti\w*|aura lieu"
            r"|auront lieu|a eu lieu|ont eu lieu|eu lieu|prévue?s?|programmée?s?|ouvert\w*"
            r"|s['’]ouvr\w+|proposée?s?|propose|proposait|échoué|tourné court"
            r"|suspendue?s?)\b"
        ),
        cancelled=re.compile(
            r"\b(?:annulée?s?|n['’](?:a|ont|aura) (?:finalement )?pas (?:eu )?lieu|tombée? à l['’]eau|décommandée?s?)\b"
        ),
        postponed=re.compile(r"\b(?:reportée?s?|ajournée?s?|repoussée?s?|différée?s?)\b"),
        rejected=re.compile(r"\b(?:refusé|exclu|rejeté|décliné)\b"),
        proposed=re.compile(
            r"\b(?:propos\w+|pourrai(?:t|ent)|souhait\w+|invit\w+|possible|éventuel\w*|offert"
            r"|prêts? à|prête à|appel\w+ à|plaid\w+)\b"
        ),
        denied=re.compile(
            r"\bjamais (?:eu lieu|existé)\b|\b(?:démenti|démentent|dément|nié) (?:avoir |\w+ ){0,3}"
            r"(?:rencontre|entretien|réunion|visite|appel|rencontré)\b"
        ),
        ongoing=re.compile(r"\bse poursui(?:t|vent)\b|\b(?:est|sont) (?:toujours )?en cours\b"),
        negated=re.compile(r"\bn['’e](?: |\w)[^.;]{0,30}(?:pas|jamais|aucun\w*)\b|\baucun\w*\b|\bjamais\b"),
        place=re.compile(rf"\b(?:à|au|en|aux) (?!Mme|M\.){CAPITAL}"),
    ),
}


def encounters_abroad(text: str, found: Sequence[Passage], actors: Actors, grammar: Grammar) -> list[Encounter]:
    """Return the meetings, visits and calls of a text in German or French; a repeat is one with a further passage."""
    items = (of_unit(text, unit, actors, grammar) for unit in found if text[unit.end - 1] != "?")
    found_here = each_once(item for item in items if item is not None)
    result: list[Encounter] = []
    for item in found_here:
        same = next((other for other in result if is_told_again(other, item)), None)
        if same is None:
            result.append(item)
            continue
        same.more.extend([(item.start, item.end), *item.more])
        if item.participants and (same.participants and all(party.kind == "state" for party in same.participants)):
            same.participants = item.participants
    return result


def is_told_again(one: Encounter, other: Encounter) -> bool:
    """Whether one passage names the states that meet, and another one the persons, or nobody."""
    if one.status is not other.status or one.kind is not other.kind or one.kind is MeetingKind.VISIT:
        return False
    sides = [{party.kind == "state" for party in item.participants} for item in (one, other)]
    return {True} in sides and sides[0] != sides[1] and other.start - one.end < FAR


def of_unit(text: str, unit: Passage, actors: Actors, grammar: Grammar) -> Encounter | None:
    """Return the meeting of a sentence."""
    words, passage = WORDS[grammar.code], masked(text, unit)
    kinds = ((words.calls, MeetingKind.CALL), (words.verbs, MeetingKind.TALKS), (words.visits, MeetingKind.VISIT))
    hit = next(((match, kind) for pattern, kind in kinds if (match := pattern.search(passage)) is not None), None)
    noun = words.nouns.search(passage)
    has_fate = noun is not None and bool(words.fate.search(passage) or BETWEEN.match(passage, noun.end()))
    if hit is None and not has_fate:
        return None
    if hit is None and noun is not None:
        hit = (noun, kind_of(noun["noun"].lower()))
    if hit is None:
        return None
    match, kind = hit
    status = status_of(passage, match, words, grammar)
    if status is None:
        return None
    people = taking_part(text, unit, actors, grammar)
    several = any(is_bare(item, unit) for item in phrases(unit.words, grammar, text))
    is_noun = has_fate and match is noun
    if not people and not is_noun and not several:
        return None
    where = words.place.search(passage, max(0, match.start() - 40))
    people = [
        party for party in people if where is None or party.name != where["place"] or party.name in text[: unit.start]
    ]
    return Encounter(
        unit.start, unit.end, kind, status, people, (unit.start + match.start(), unit.start + match.end()),
        f"{grammar.code}-{kind.value}", place=where["place"] if where is not None else None,
        is_certain=is_noun or several,
        section=unit.block.section, states=frozenset(p.state.code for p in people if p.state is not None),
    )  # fmt: skip


KINDS: Final = {
    **dict.fromkeys(("gipfel", "sommet"), MeetingKind.SUMMIT),
    **dict.fromkeys(("besuch", "visite", "reise", "voyage", "déplacement"), MeetingKind.VISIT),
    **dict.fromkeys(("konferenz", "conférence"), MeetingKind.CONFERENCE),
    **dict.fromkeys(("verhandlung", "négociation"), MeetingKind.NEGOTIATION),
}
"""Parts of nouns, with the kinds of meetings that they show."""


def kind_of(noun: str) -> MeetingKind:
    """Return the kind of a meeting by its noun."""
    for part, kind in KINDS.items():
        if part in noun:
            return kind
    return MeetingKind.TALKS


def status_of(passage: str, match: re.Match[str], words: Words, grammar: Grammar) -> MeetingStatus | None:
    """Return how far a meeting has come; `None` if it is said that it was not held."""
    for pattern, status in (
        (words.denied, MeetingStatus.DENIED),
        (words.cancelled, MeetingStatus.CANCELLED),
        (words.postponed, MeetingStatus.POSTPONED),
        (words.rejected, MeetingStatus.REJECTED),
    ):
        near = passage[max(0, match.start() - FAR_REFUSAL) : match.end() + FAR_REFUSAL]
        if pattern.search(near if status is MeetingStatus.REJECTED else passage):
            return status
    if words.ongoing.search(passage):
        return MeetingStatus.ONGOING
    near = passage[max(0, match.start() - 40) : match.end() + 40]
    if words.negated.search(near):
        return None
    if words.proposed.search(passage):
        return MeetingStatus.PROPOSED
    return MeetingStatus.SCHEDULED if grammar.ahead.search(passage) else MeetingStatus.HELD


def taking_part(text: str, unit: Passage, actors: Actors, grammar: Grammar) -> list[Party]:
    """Return who takes part: the persons whom a sentence names, else the offices and groups, else states."""
    named = [
        item
        for item in phrases(unit.words, grammar, text)
        if item.kind != "pronoun" and ONLOOKERS.fullmatch(item.name) is None
    ]
    several = any(is_bare(item, unit) for item in named)
    people = [item for item in named if item.kind == "person" or (item.kind == "name" and " " in item.name)]
    others = [item for item in named if item.kind in {"office", "group"} and not is_bare(item, unit)]
    states = [item for item in named if item.kind == "state"]
    if not people and len(states) > 1 and others and states[1].first < others[0].first:
        others = states
    chosen = (
        people
        if len(people) > 1
        else [*people, *others]
        if people or others
        else [i for i in named if i.kind == "state" or (i.kind == "body" and not several)]
    )
    lead = next((item for item in [*pronouns(unit, grammar, text)] if len(chosen) == 1), None)
    parties = [party_of(item, actors, grammar) for item in chosen]
    spelt = (party for party in actors.parties if party.is_named and is_spelt(text, unit, party))
    found = [party for party in dict.fromkeys((*parties, *spelt)) if party is not None]
    if lead is not None and (party := actors.of_pronoun(lead.name)) is not None and party not in found:
        found.insert(0, party)
    return found


def is_bare(item: Phrase, unit: Passage) -> bool:
    """Whether several are named by their office alone: "les présidents", "die Regierungschefs beider Länder"."""
    following = " ".join(token.low for token in unit.words[item.last : item.last + 2])
    is_several = item.is_plural or following.startswith(("beider", "der beiden", "des deux"))
    return is_several and not item.state and " " not in item.name


SHORT_NAME: Final = 4
"""How many letters a last name has at least that is looked for alone."""


def is_spelt(text: str, unit: Passage, party: Party) -> bool:
    """Whether a sentence has the full or the last name of a person."""
    names = {name for name in party.spellings if " " in name}
    names |= {last for name in names if len(last := name.rsplit(" ", 1)[-1]) >= SHORT_NAME}
    return party.kind in {"person", "name"} and any(
        re.search(rf"\b{re.escape(name)}\b", text[unit.start : unit.end]) for name in names
    )


def pronouns(unit: Passage, grammar: Grammar, text: str) -> list[Phrase]:
    """List the pronouns of a sentence that mean a person."""
    return [
        item for item in phrases(unit.words, grammar, text) if item.kind == "pronoun" and item.name in {"he", "she"}
    ]
