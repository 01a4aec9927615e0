"""What the oracle of differences finds in texts: wordings, places in two versions of a document, spellings."""

import difflib
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from difference_words import LATER, NUMBERS, Difference, Side, Telling, ends_before, has_mark, verb
from diplo_events import Actor, Document

__all__ = ["TextDifferences"]

FIGURES: Final = {word: at for at, word in enumerate(NUMBERS) if at} | {"twenty": 20, "thirty": 30}


class TextDifferences(Telling):
    """What sources differ in, word by word and name by name."""

    def of_wordings(self, about: str, records: list[Any]) -> Iterator[Difference]:
        quoting = [record for record in records if getattr(record, "quotes", ())]
        kinds: dict[str, set[str]] = defaultdict(set)
        for left, right in itertools.combinations(quoting, 2):
            kind = self.relation(left, right)
            if kind and self.copy(left.source) != self.copy(right.source):
                kinds[kind] |= {left.id, right.id}
        for kind, ids in kinds.items():
            group = [record for record in quoting if record.id in ids]
            sources = tuple(sorted({record.source for record in group}))
            who = self.voices(sources)
            how = "with more words and with fewer" if kind == "cut" else "in other words"
            wordings = NUMBERS[len({quoted(record) for record in group})]
            sentence = f"{who} quote{verb(who)} {self.title_of(about, ids)} {how}: {wordings} wordings."
            yield Difference(kind, sentence[0].upper() + sentence[1:], about, tuple(sorted(ids)), sources)

    def relation(self, left: Any, right: Any) -> str | None:
        one, other = words_in(quoted(left)), words_in(quoted(right))
        if one == other:
            return None
        languages = [self.language(record) for record in (left, right)]
        if None not in languages and languages[0] != languages[1]:
            return "translation"
        if is_run(quoted(left), other) or is_run(quoted(right), one):
            return "cut"
        first, second = sorted((one, other))
        shared = sum(
            block.size for block in difflib.SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        )
        translated = any(quote.translated_from for record in (left, right) for quote in record.quotes)
        least, part = (3, 4) if translated else (6, 3)
        return "translation" if shared >= least and shared * part >= min(len(one), len(other)) else None

    def language(self, record: Any) -> str | None:
        usual = getattr(self.dataset.get(record.source), "language", None)
        found = {quote.language or usual for quote in record.quotes}
        (one,) = found if len(found) == 1 else {None}
        return one.partition("-")[0] if one else None

    # two texts of one document

    def of_documents(self) -> Iterator[Difference]:
        versions: dict[str, set[str]] = defaultdict(set)
        for source, first in self.dataset.first_versions.items():
            versions[first].add(self.copy(source))
        for texts in versions.values():
            named: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(
                lambda: defaultdict(lambda: defaultdict(set))
            )
            for (about, _), records in self.things.items():
                for record in records:
                    for place in places_of(record) if record.source in texts else ():
                        for passage in {about, *self.articles(record)}:
                            named[passage][record.source][place].add(record.id)
            for passage, by_text in named.items():
                yield from self.of_passage(passage, by_text)
            yield from self.of_spellings(named.values())

    def articles(self, record: Any) -> set[str]:
        citing = [record, *(self.dataset.get(key) for key in getattr(record, "evidence", ()))]
        lists = ("documents", "basis_documents")
        cited = {key for one in citing for field in lists for key in getattr(one, field, ())}
        cited |= {getattr(one, field, None) for one in citing for field in ("instrument", "on")}
        found = [(key, self.dataset.get(key)) for key in cited]
        return {key for key, document in found if isinstance(document, Document) and document.part_of}

    def of_passage(self, passage: str, by_text: dict[str, dict[str, set[str]]]) -> Iterator[Difference]:
        def alien(places: Iterable[str], others: Iterable[str]) -> set[str]:
            return {p for p in places if not any(p in self.inside(o) or o in self.inside(p) for o in others)}

        alone: dict[str, set[str]] = defaultdict(set)
        for left, right in itertools.combinations(by_text, 2):
            mine, other = alien(by_text[left], by_text[right]), alien(by_text[right], by_text[left])
            if mine and other:
                alone[left] |= mine
                alone[right] |= other
        if alone:
            yield self.told(
                "place",
                passage,
                [
                    ("; ".join(sorted(map(self.name, places))), (text,), ids_of(by_text[text], places))
                    for text, places in alone.items()
                ],
            )

    def of_spellings(self, passages: Iterable[dict[str, dict[str, set[str]]]]) -> Iterator[Difference]:
        differing: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for by_text in passages:
            for left, right in itertools.combinations(by_text, 2):
                tags = {
                    str(getattr(self.dataset.get(text), "language", None)).partition("-")[0] for text in (left, right)
                }
                for place in by_text[left].keys() & by_text[right].keys() if len(tags) == 1 else ():
                    one, other = ({name.lower() for name in self.spelled(place, text)} for text in (left, right))
                    if one and other and not one & other:
                        for text in (left, right):
                            differing[place][text] |= by_text[text][place]
        for place, texts in differing.items():
            yield self.told(
                "place",
                place,
                [
                    (spelling_words(self.spelled(place, text)), (text,), tuple(sorted(ids)))
                    for text, ids in texts.items()
                ],
            )

    def spelled(self, place: str, text: str) -> list[str]:
        names = getattr(self.dataset.get(place), "names", ())
        return [name.text for name in names if text in map(self.copy, name.sources)]

    # the spellings of an actor

    def of_figures(self, actor: Actor) -> Iterator[Difference]:
        groups: dict[float, list[Any]] = defaultdict(list)
        for name in actor.names:
            if name.sources and (figure := figure_of(name.text)) is not None:
                groups[figure].append(name)
        if len(groups) > 1:
            yield self.told("figure", actor.id, [spelling_side(names, None) for names in groups.values()])

    def of_titles(self, actor: Actor) -> Iterator[Difference]:
        for name in actor.names:
            past = re.fullmatch(r"(?:the )?(?:former|ex)[ -](.+)", name.text, re.IGNORECASE)
            holding = [other for other in actor.names if past and title_key(other.text) == title_key(past[1])]
            pairs = {
                (former, current)
                for former in name.sources
                for other in holding
                for current in other.sources
                if not self.came_before(current, former)
            }
            if pairs:
                is_sure = any(former == current or self.surely_not_before(current, former) for former, current in pairs)
                sides = [
                    spelling_side([name], {former for former, _ in pairs}),
                    spelling_side(holding, {current for _, current in pairs}),
                ]
                yield self.told("title", actor.id, sides, open_end="" if is_sure else LATER)

    def came_before(self, left: str, right: str) -> bool:
        first, second = self.published(left), self.published(right)
        return bool(first and second and ends_before(first, second))

    def surely_not_before(self, left: str, right: str) -> bool:
        dates = [self.published(source) for source in (left, right)]
        return all(date and not has_mark(date) for date in dates) and not ends_before(*dates)


def words_in(text: str) -> list[str]:
    """Return the words of a quotation: runs of letters and digits, with an apostrophe or a decimal mark inside."""
    return re.findall(r"\d+(?:[.,]\d+)*|[^\W_]+(?:'[^\W_]+)*", text.lower().replace("’", "'"))


def is_run(part: str, whole: list[str]) -> bool:
    """Whether the pieces of a quotation between marks of omission are in some words, one after the other."""
    at = 0
    for piece in filter(None, map(words_in, re.split(r"…|\.{3,}", part))):
        starts = [n for n in range(at, len(whole) - len(piece) + 1) if whole[n : n + len(piece)] == piece]
        if not starts:
            return False
        at = starts[0] + len(piece)
    return True


def quoted(statement: Any) -> str:
    in_order = sorted(statement.quotes, key=lambda quote: (quote.span.start, quote.span.end, quote.text))
    return " … ".join(quote.text for quote in in_order)


def places_of(record: Any) -> set[str]:
    return {*getattr(record, "places", ()), *filter(None, [getattr(record, "place", None)])}


def ids_of(named: dict[str, set[str]], places: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({key for place in places for key in named[place]}))


def spelling_words(texts: Iterable[str]) -> str:
    return " or ".join(f"“{text}”" for text in texts)


def spelling_side(names: list[Any], sources: set[str] | None) -> Side:
    """Return the spellings that some sources use, or all that do, as a side."""
    using = {source for name in names for source in name.sources} if sources is None else sources
    return spelling_words(name.text for name in names if using & {*name.sources}), tuple(sorted(using)), ()


def title_key(text: str) -> str:
    return " ".join(text.lower().replace(".", "").removeprefix("the ").split())


def figure_of(text: str) -> float | None:
    """Return the first number of a name, in digits or as one word, that counts the next word."""
    words = text.lower().split()
    for word, _ in itertools.pairwise(words):
        if re.fullmatch(r"\d+", word):
            return float(word)
        if word in FIGURES:
            return float(FIGURES[word])
    return None
