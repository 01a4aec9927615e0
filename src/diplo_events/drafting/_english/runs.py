"""Runs of words that can be one name or description, and what they name."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.realms import LINKS, before_realm, behind_ministry
from diplo_events.drafting._english.states import State
from diplo_events.drafting._english.states_at import LONGEST_STATE, adjective_at, state_at
from diplo_events.drafting._english.things import NO_PERSON, is_thing
from diplo_events.drafting._english.tokens import Token

__all__ = ["LINKS", "Naming", "Run", "mention_of", "state_at"]

LEAST_WITH_PLACE: Final = 3
"""How many names behind "mayor of" are at least those of a place and a person."""

DEFINITE: Final = nouns.words("the his her their its this that these those both")


@attrs.frozen
class Naming:
    """Some words that name an actor."""

    first: int
    """The place of its first word among the words of the passage."""
    last: int
    """The place behind its last word."""
    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""
    kind: str
    """`person`, `state`, `body`, `group`, `office` without a name, `name` without anything else, `pronoun`, `text`."""
    name: str
    """The name without office and article; of an office or a group all words but the article."""
    role: str = ""
    """The office of a person."""
    state: State | None = None
    """The state that it is, or to which it belongs."""
    is_plural: bool = False
    """Whether it names several."""
    is_definite: bool = False
    """Whether it begins with "the", as what was named before does."""
    is_owner: bool = False
    """Whether a genitive follows."""
    head: str = ""
    """The noun of an office, a group or a body, in lower case."""
    owner: str = ""
    """Whose office it is, as the text has it."""
    is_capital: bool = False
    """Whether a state is named by its capital or a palace."""


class Run:
    """Words that can be one name or description, read from the left: article, owner, adjectives, nouns, name."""

    def __init__(self, text: str, found: Sequence[Token], classes: Sequence[str], start: int, end: int) -> None:
        self.text, self.found, self.classes, self.start = text, found, classes, start
        self.first = start + (classes[start] == "T")
        self.end = self.trimmed(end)
        self.is_definite = found[start].low in DEFINITE
        while self.first < self.end - 1 and found[self.first].low == "both" and classes[self.first + 1] in "TND":
            self.first += 1 + (classes[self.first + 1] == "T")  # both the United States and …
        self.core = self.first
        self.owner = ""
        self.state: State | None = None
        owners = self.places("S", self.first)
        if owners:
            self.core = owners[-1] + 1
            self.owner = self.words(self.first, owners[-1])
            named = state_at(found, self.first, owners[-1]) or adjective_at(found, self.first, owners[-1])
            self.state = named[0] if named else None
        self.last_owner = owners[-1] if owners else None
        self.is_owner = self.end < len(found) and classes[self.end] == "S"
        self.roles = self.places("R")
        self.bodies = self.places("G")
        self.links = [place for place in range(self.core + 1, self.end) if found[place].low in LINKS]
        self.name_end = self.end

    def trimmed(self, end: int) -> int:
        """Return the end without adjectives, genitives and small words."""
        while end > self.first:
            tag, token = self.classes[end - 1], self.found[end - 1]
            if tag == "S" or (not token.is_capital and (tag in "AT" or token.low in nouns.PARTICLES | LINKS)):
                end -= 1
            else:
                break
        return end

    def places(self, tag: str, first: int | None = None) -> list[int]:
        """List the places of the words of a class."""
        return [place for place in range(self.core if first is None else first, self.end) if self.classes[place] == tag]

    def words(self, first: int, last: int) -> str:
        """Return the words from a place up to another, as the text has them."""
        return self.text[self.found[first].start : self.found[last - 1].end]

    def mention(self, kind: str, name: str, **more: Any) -> Naming:  # noqa: ANN401  (the other fields of a mention)
        """Return what the run names."""
        first, last = more.pop("first", self.first), more.pop("last", self.end)
        shared: dict[str, Any] = {"state": self.state, "is_owner": self.is_owner, "owner": self.owner}
        shared |= {"is_definite": self.is_definite} | more
        return Naming(self.start, last, self.found[first].start, self.found[last - 1].end, kind, name, **shared)

    def person(self, first: int, last: int, role: tuple[int, int], state: State | None) -> Naming:
        """Return a person with a name and an office."""
        title = " ".join(token.text for token in self.found[role[0] : role[1]] if token.low not in nouns.TITLES)
        title = title.removesuffix(" Right").removesuffix(" the")  # Senator the Right Honourable
        head = nouns.spelled_out(self.found[role[1] - 1].low)[-1] if role[1] > role[0] else ""
        name = self.words(first, last)
        return self.mention(
            "person", name, first=self.start, role=title, head=head, state=state, last=last, is_definite=False
        )

    def are_names(self, first: int, last: int) -> bool:
        """Whether all words from a place up to another are parts of a name."""
        return all(
            self.classes[place] == "N" or self.found[place].low in nouns.PARTICLES for place in range(first, last)
        )


def mention_of(text: str, found: Sequence[Token], classes: Sequence[str], start: int, end: int) -> Naming | None:
    """Return what a run of words names; `None` if it is not an actor."""
    run = Run(text, found, classes, start, end)
    if run.end <= run.first:
        return None
    if run.last_owner is not None and (head := office_before(run)) is not None:
        words = run.words(run.first, run.end)
        return run.mention("office", words, role=words.lower(), head=head, owner="", state=run.state)
    if run.last_owner is not None and (link := whole_name_before(run)) is not None:
        return mention_of(text, found, classes, start, link)
    if run.last_owner is not None and not any(tag in "RGN" for tag in classes[run.core : run.end]):
        return mention_of(text, found, classes, start, run.last_owner)
    if (link := before_employer(run) or behind_ministry(found, classes, start, run.end)) is not None:
        return mention_of(text, found, classes, start, link)
    readings = (as_state, as_person, as_name_of_state, as_office, as_body, as_people, as_name)
    return next((mention for reading in readings if (mention := reading(run)) is not None), None)


def before_employer(run: Run) -> int | None:
    """Return the place of the link between somebody without a name and a person: "a spokesman for President Reis"."""
    if not run.links or not run.roles or run.roles[0] != run.links[0] - 1:
        return None
    link = run.links[0]
    is_one = run.found[run.start].low in {"a", "an", "one"} and run.first > run.start
    is_one = is_one or run.found[link - 1].low.startswith("spokes")
    titles = [place for place in run.roles if place > link]
    first = titles[-1] + 1 if titles else run.end
    is_behind = titles[:1] == [link + 1] or (titles[:1] and run.found[link - 1].low.startswith("spokes"))
    is_titled = is_one and is_behind and run.found[link + 1].is_capital
    is_name = is_titled and first < run.end and run.are_names(first, run.end)
    return link if is_name and run.end - first < LEAST_WITH_PLACE else None


def office_before(run: Run) -> str | None:
    """Return the office that is held at a body with an owner: "the director of Norland’s Lake Fund"."""
    owner = run.last_owner or 0
    links = [place for place in range(run.first + 1, owner) if run.found[place].low in LINKS]
    roles = [place for place in range(run.first, owner) if run.classes[place] == "R"]
    is_held = bool(links and roles) and roles[-1] == links[0] - 1 and run.classes[run.end - 1] in "NG"
    return run.found[roles[-1]].low if is_held and not run.roles else None


def whole_name_before(run: Run) -> int | None:
    """Return the place of the "of" behind a whole name, before an owner: "Ana Reis of the army’s Western Command"."""
    for link in range(run.first + 2, run.last_owner or 0):
        if run.found[link].low in LINKS:
            names = [token.low for token in run.found[run.first : link]]
            return link if run.are_names(run.first, link) and not set(names) & NO_PERSON else None
    return None


def as_state(run: Run) -> Naming | None:
    """Read a state by itself; keep one that stands before an office or a body."""
    if (named := state_at(run.found, run.core, run.end)) is not None:
        state, last = named
        is_joint = last + 1 < run.end and run.found[last].low == "and" and run.classes[last + 1] == "D"
        if is_joint:
            return None  # U.S. and Norwegian officials
        if last == run.end or run.classes[last] == "X":
            name = run.words(run.core, run.end)
            is_capital = " ".join(name.split()) in state.capitals
            return run.mention("state", name, state=state, is_capital=is_capital, is_definite=False, owner="")
        run.state = run.state or state
    elif (adjective := adjective_at(run.found, behind_adjectives(run), run.end)) is not None:
        run.state = run.state or adjective[0]
    return None


def behind_adjectives(run: Run) -> int:
    """Return the place behind small adjectives with which a run begins: "the top Norwegian diplomat"."""
    place = run.core
    while place < run.end - 1 and run.classes[place] == "A" and run.found[place].text.islower():
        place += 1
    return place


def as_person(run: Run) -> Naming | None:  # noqa: C901  (one case for each order of office and name)
    """Read an office with a name behind it, also over "of" and "to"."""
    suffix: State | None = None
    for link, linked, last in linked_states(run):
        suffix = linked
        is_bare = run.found[link].low == "to"
        if (
            last < run.end
            and all(tag in "NX" for tag in run.classes[last : run.end])
            and run.found[last].low != "and"
            and run.roles
            and run.roles[-1] < link
        ):
            return run.person(last, run.end, (run.core, last), run.state or (None if is_bare else suffix))
        if last == run.end and run.classes[link - 1] == "N" and (link - run.core > 1 or run.roles):
            run.name_end = link
    run.state = run.state or suffix
    if run.name_end < run.end:
        run.name_end = before_realm(run.found, run.classes, run.core, run.name_end)
    if run.name_end == run.end and (work := place_of_work(run)) is not None:
        run.name_end = work
    if not run.roles:
        return None
    tail = name_start(run)
    if run.links and run.roles[0] < run.links[0] < tail:
        is_body = run.found[tail - 1].is_capital or run.classes[tail - 1] == "G"
        if run.links[-1] == tail - 1 - (run.classes[tail - 1] == "T") and run.name_end - tail >= LEAST_WITH_PLACE:
            tail, is_body = two_names(run), True
        if tail < run.name_end - 1 and is_body and not is_thing(run.words(tail, run.name_end), is_definite=False):
            return run.person(tail, run.name_end, (run.core, tail), run.state)
    behind = run.roles[-1] + 1
    if behind < run.name_end and run.are_names(behind, run.name_end):
        names = [token.text for token in run.found[behind : run.name_end]]
        is_family_first = len(names) > 1 and all(name.istitle() for name in names[1:])  # Mr. REIS Ana
        shouted = any(name.isupper() and len(name) > 2 for name in names[is_family_first:])  # noqa: PLR2004  (initials)
        if not shouted or run.found[run.core].text.isupper():
            return run.person(behind, run.name_end, (run.core, behind), run.state)
    return None


def two_names(run: Run) -> int:
    """Return where the last two names of a run begin: "mayor of Veld Ana Reis", "envoy for Veld Ana de Reis"."""
    tail = run.name_end - 2
    while tail > run.core and run.found[tail].low in nouns.PARTICLES:
        tail -= 1
    return tail


def place_of_work(run: Run) -> int | None:
    """Return the place of the link behind a whole name: "analyst Omar Siddiq of Gulf Research"; `None` if none is."""
    for link in run.links:
        first = link
        while first > run.core and run.classes[first - 1] == "N":
            first -= 1
        names = [token.low for token in run.found[first:link]]
        is_role = any(place < first for place in run.roles)
        is_whole = 1 < len(names) < LONGEST_STATE and not set(names) & NO_PERSON
        is_of_body = any(place < link for place in run.bodies)
        if is_of_body and is_whole and is_role and max(run.bodies) < max(r for r in run.roles if r < first):
            is_of_body = False  # committee chairman Omar Siddiq of Veld
        if names and not is_of_body and (is_role or (is_whole and first == run.core)):
            return link
    return None


def linked_states(run: Run) -> Iterator[tuple[int, State, int]]:
    """List the states behind "of" and "to", each with the place of the link and the one behind the state."""
    for link in run.links:
        after = link + 1 + (link + 1 < run.end and run.classes[link + 1] == "T")
        if (named := state_at(run.found, after, run.end)) is not None:
            yield link, *named


def name_start(run: Run) -> int:
    """Return where the name at the end of a run begins."""
    tail = run.name_end
    while tail > run.core and (
        run.classes[tail - 1] == "N" or (run.found[tail - 1].low in nouns.PARTICLES and tail < run.name_end)
    ):
        tail -= 1
    return tail


def as_name_of_state(run: Run) -> Naming | None:
    """Read a name with its state and nothing else: "Patrice Talon of Benin"."""
    inside = [place for place in (*run.roles, *run.bodies) if place < run.name_end]
    if run.name_end == run.end or inside:
        return None
    return run.mention("name", run.words(run.core, run.name_end), owner="")


def as_office(run: Run) -> Naming | None:
    """Read an office without a name: "the Italian foreign minister", "ministers"."""
    has_link = bool(run.links)
    if not run.roles or not (
        not run.bodies or run.roles[-1] > run.bodies[-1] or (has_link and run.roles[0] < run.links[0])
    ):
        return None
    before = [place for place in run.roles if not has_link or place < run.links[0]] or run.roles
    head = nouns.spelled_out(run.found[before[-1]].low)[-1]
    plural = (head.endswith("s") and head[:-1] in nouns.ROLES) or head == "spokesmen"
    role = " ".join(token.low for token in run.found[run.core : run.end])
    kind = "group" if plural else "office"
    if run.found[run.end - 1].low == "diplomacy":
        of = next((adjective_at(run.found, link + 1, run.end) for link in run.links), None)
        run.state = run.state or (of[0] if of else None)
    return run.mention(kind, run.words(run.first, run.end), role=role, is_plural=plural, head=head)


def as_body(run: Run) -> Naming | None:
    """Read a body or a group, with a name or without."""
    if not run.bodies or is_thing_of_body(run):
        return None
    found, words = run.found, run.words(run.first, run.end)
    heads = [place for place in run.bodies if not run.links or place < run.links[0]] or run.bodies
    head = found[heads[-1]]
    label = labelled(run)
    if label is not None and not run.links:
        role = run.words(run.core, label)
        return run.mention("body", run.words(label, run.end), role=role, head=found[label - 1].low)
    is_named = any(
        found[place].is_capital and (place > run.core or found[place].text.isupper() or run.core > 0 or run.links)
        for place in run.bodies
    )
    is_named = is_named or any(found[place].text == "Without" for place in range(run.core, run.end))
    is_group = head.low in nouns.GROUPS and (head.text.islower() or bool(run.links))
    if is_named and not is_group and (len(words.split()) > 1 or run.first > run.start):
        first = with_day(run, without_adjectives(run))
        return run.mention("body", run.words(first, run.end), head=head.low, first=first)
    plural = head.low in nouns.GROUPS and head.low.endswith(("s", "people", "media"))
    if plural and head.text.islower() and heads[-1] + 2 == run.end and run.classes[heads[-1] + 1] == "N":
        words, last = run.words(run.first, heads[-1] + 1), heads[-1] + 1
        return run.mention("group", words, last=last, is_plural=True, head=head.low)
    return run.mention("group" if head.low in nouns.GROUPS else "body", words, is_plural=plural, head=head.low)


def is_thing_of_body(run: Run) -> bool:
    """Whether a body only gives something its name: "the Lake Union Treaty"."""
    last = run.links[0] if run.links else run.end
    return run.classes[last - 1] == "N" and is_thing(run.words(run.core, last), is_definite=run.first > run.start)


def with_day(run: Run, first: int) -> int:
    """Return where the name of a body begins that has a day in it: "the March 4 Farmers Alliance"."""
    before = list(run.found[max(0, first - 3) : first])
    is_day = len(before) == 3 and before[2].text.isdigit() and before[1].low in nouns.TIMES  # noqa: PLR2004  (article, month, day)
    return first - 2 if is_day and before[0].low in nouns.DETERMINERS and first == run.start else first


def without_adjectives(run: Run) -> int:
    """Return where the name of a body begins behind small adjectives: "the ruling Lake Party"."""
    first = run.first
    while first < run.end - 2 and run.found[first].text.islower() and run.classes[first] == "A":
        first += 1
    return first if run.found[first].is_capital else run.first


def labelled(run: Run) -> int | None:
    """Return where a name begins behind the noun of a body: "airline Mahan Air"."""
    for before, place in itertools.pairwise(range(run.bodies[0], run.end)):
        token = run.found[before]
        if token.text.islower() and token.low in nouns.BODIES and run.found[place].is_capital:
            return place
    return None


def as_people(run: Run) -> Naming | None:
    """Read a people: "Russians", "Europeans"."""
    last = run.found[run.end - 1]
    if run.places("N") or run.classes[run.end - 1] != "D" or not last.text.endswith("s") or last.text == "Swiss":
        return None
    return run.mention("group", run.words(run.first, run.end), is_plural=True, head="people", owner="")


def as_name(run: Run) -> Naming | None:
    """Read a name of which nothing else is known; in capitals it is that of a body."""
    names = run.places("N")
    if not names:
        return None
    last = names[-1] + 1
    first = without_adjectives(run) if run.core == run.first else run.core
    first = first if run.found[first].is_capital else run.core
    name = run.words(first, last)
    if is_thing(name, is_definite=run.first > run.start):
        return None
    shared: dict[str, Any] = {"first": first, "last": last, "is_definite": run.first > run.start}
    if run.found[run.core].text.isupper() and len(run.found[run.core].text) > 1 and last - run.core == 1:
        return run.mention("body", name, **shared, head=name.lower(), owner="")
    return run.mention("name", name, **shared)
