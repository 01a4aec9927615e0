"""Who says what: the invented news of `attribution_cases`, and what the rules leave alone."""

from attribution_cases import CASES, Case
from attribution_forms import FORMS
from diplo_events import OPEN
from diplo_events.drafting import draft
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._finds import find
from diplo_events.drafting._records.sure import is_sure
from diplo_events.drafting._speech.context import Reported
from diplo_events.lookup import fold
from each_case import each_case
from every_attribution import EVERY


def is_named(party: Party | None, name: str) -> bool:
    """Whether an actor has a name, but for an article."""
    return party is not None and fold(name) in {
        fold(text).removeprefix("the ") for text in (party.name, *party.spellings)
    }


def passages_with(found: tuple[Reported, ...], place: int) -> list[Reported]:
    """Return what is said at a place: those whose quotation it is in before those whose passage it is in."""
    quoting = [item for item in found if any(start <= place < end for start, end in item.quotes)]
    return quoting or [item for item in found if item.start <= place < item.end]


@each_case(
    "case",
    EVERY,
    ids=lambda case: case.text[:40],
)
def test_each_speaker_is_found(case: Case) -> None:
    found = find(case.text, None).reported
    for words, name in case.said:
        items = passages_with(found, case.text.index(words))
        speakers = [party for item in items for party in (*item.speakers, item.speaker)]
        assert any(is_named(party, name) for party in speakers), (words, items)
    for words in case.silent:
        assert not passages_with(found, case.text.index(words)), words


@each_case(
    "text",
    [
        "Li Wei met Tom Hale on Monday. “The talks were long.”",
        "Tom Hale was shot on Monday. Police found a note. “Nobody is safe.”",
        "The crash killed Ana Reis, a nurse.\n\n“We heard a bang and ran out.”\n\nThe cause is not known.",
        "Police arrested Tom Hale on Monday. “He is a danger to us all.”",
        "The accord obliges both sides to “refrain from force”.",
        "Article 5 says that “an attack on one is an attack on all”.",
        "The contract, seen by Reuters, says the firm “shall bear all costs”.",
        "Norway needs “a small miracle”.",
        "Reis, for whom the trip was “a way home”, thanked her hosts.",
        "Norway sent “volunteers of peace” to the border.",
        "Norway launched “a very cruel raid” on Peru.",
        "Tom Hale was “fired on the spot” on Monday.",
        "Both sides remain “committed to talks”.",
        "Envoy summoned over “bad jokes”\n\nIt rained.",
        "Envoy “not welcome”\n\nIt rained.",
    ],
)
def test_who_stands_near_a_quotation_may_not_be_its_speaker(text: str) -> None:
    assert not [item.rule for item in find(text, None).reported if item.quotes and is_sure(item.rule)]


def test_the_cases_hold_enough_of_every_kind() -> None:
    assert len([words for case in CASES for words, _ in case.said]) >= 90
    assert {word for case in CASES for word in case.silent}
    assert len(FORMS) >= 100
    assert sum(len(case.silent) for case in FORMS) >= 10


def rules(text: str) -> list[tuple[str, str | None]]:
    """Return the rules by which the speakers of a text are found, with their names."""
    return [(item.rule, item.speaker.name if item.speaker else None) for item in find(text, None).reported]


@each_case(
    ("text", "expected"),
    [
        ("Ana Reis said no.", [("subject", "Ana Reis")]),
        ("“No,” said President Ana Reis.", [("inverted", "Ana Reis")]),
        ("The minister, Ana Reis, said no.", [("apposition", "Ana Reis")]),
        ("Minister Ana Reis, who leads the party, said no.", [("subject-aside", "Ana Reis")]),
        ("Minister Ana Reis spoke. She said no.", [("pronoun-she", "Ana Reis")]),
        ("According to Minister Ana Reis, it rains.", [("according-to", "Ana Reis")]),
        ("The plan was condemned by Minister Ana Reis.", [("passive-by", "Ana Reis")]),
        ("Minister Ana Reis said no, adding that it rains.", [("subject", "Ana Reis"), ("participle", "Ana Reis")]),
        ("“No.”", [("quoted-subject", None)]),
    ],
)
def test_each_rule_has_its_name(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert rules(text) == expected


def test_a_chain_is_kept() -> None:
    (found,) = find("According to Yonhap, quoting Minister Kim Min-ho, the border is shut.", None).reported
    assert found.speaker is not None
    assert (found.speaker.name, [party.name for party in found.via]) == ("Kim Min-ho", ["Yonhap"])
    (quoted,) = find("An official quoted Minister Wang Wei as saying China was “ready”.", None).reported
    assert quoted.speaker is not None
    assert (quoted.speaker.name, quoted.rule, len(quoted.quotes)) == ("Wang Wei", "quoted-as-saying", 1)
    (told,) = find("Chile will not sign, sources told AFP.", None).reported
    assert told.speaker is not None


@each_case(
    "text",
    [
        "The alleged plot failed.",
        "Exclusive economic zone claims and fishing rights matter.",
        "The minister met his demands for order.",
        "They will say so.",
        "If Moscow insists, nothing follows.",
        "Nobody said anything.",
        "The firm has alleged ties to the army.",
        "The treaty was called off.",
    ],
)
def test_forms_that_report_nothing(text: str) -> None:
    assert not find(text, None).reported


def test_names_terms_and_titles_in_marks_are_nobodys_words() -> None:
    for text in (
        "They named it “Operation Spring”.",
        "The so-called “quiet fleet” left.",
        "Aid for the “old town” came.",
        "The Committee named the new strain “severe lake syndrome two” (SLS-2).",
        "The panel announced the name: “LAKE-19” is to replace the designation “2019-nLake.”",
        "Although the word “flood” only refers to water, Ana Reis noted the need to act.",
        "Ana Reis of “No More Fear”, a victim support charity, told Reuters it was late.",
        "The Norland Constitution specifies that judges go if convicted of “treason or other high crimes”.",
    ):
        assert not [item.quotes for item in find(text, None).reported if item.quotes], text


def test_words_behind_an_indefinite_article_are_those_of_whom_the_sentence_ends_with() -> None:
    for text in (
        "Kenya will pay a “heavy price” if it leaves, Ana Reis said on Monday, a day before the vote in the capital.",
        "The vote was an “open wound” for all, Tom Hale told reporters in Lima after the talks with the union.",
    ):
        assert [item.quotes for item in find(text, None).reported if item.quotes], text


def test_words_without_a_cue_are_asked_about_with_whoever_the_text_told_of_last() -> None:
    text = "Minister Ana Reis flew to Lima.\n\nThe flights bring “nothing but dust and long delays”."
    (found,) = find(text, None).reported
    assert (found.rule, found.speaker and found.speaker.name) == ("quoted-subject", "Ana Reis")
    assert draft(text, source="a1").statements[0].speakers is OPEN


@each_case(
    ("text", "asked"),
    [
        ("Peru gas deal ‘near’, envoys to meet\n\nEnvoys met. It rained.", "Peru"),
        (
            "Norwegian and Peruvian ministers “did not quarrel”\n\nAna Reis said she and Tom Hale “did not fight”.",
            "Ana Reis",
        ),
        ("Norway welcomes Peru’s promise to ‘end all tests’\n\nEnvoys met. It rained.", "Peru"),
    ],
)
def test_a_headline_with_several_who_may_say_it_is_asked_about_with_the_likeliest_first(text: str, asked: str) -> None:
    item = next(item for item in find(text, None).reported if item.quotes)
    assert not is_sure(item.rule)
    assert item.others[0].name == asked


@each_case(
    ("text", "speaker"),
    [
        ("Norway ‘ready’ to help\n\nEnvoys met. It rained.", "Norway"),
        ("Kenya fuel price cut ‘too small’\n\n“It is too small,” said union chief Ana Reis.", "Ana Reis"),
        (
            "Rain\n\nTown ‘Still Has Many Boats;’ In Port\n\n1 May 2012\n\n“It still has many boats,” Ana Reis said.",
            "Ana Reis",
        ),
    ],
)
def test_a_headline_whose_words_are_one_speaker_s_is_filled_in(text: str, speaker: str) -> None:
    item = next(item for item in find(text, None).reported if item.quotes)
    assert is_sure(item.rule)
    assert item.speaker is not None
    assert item.speaker.name == speaker


def test_a_headline_that_says_who_speaks_has_the_words_that_they_say_in_the_text() -> None:
    text = (
        "Ana Reis Calls for 'Direct and Serious Talks' in Sund\n\n"
        'Mayor Ana Reis called for peace. "We say that direct and serious talks are due," Ana Reis said.'
    )
    first = find(text, None).reported[0]
    assert [text[start:end] for start, end in first.quotes] == ["Direct and Serious Talks"]


def test_he_is_filled_in_only_where_nobody_else_is_named_before() -> None:
    only = find("Tom Hale said the road was long, although he said it was no “dead end”.", None).reported[-1]
    two = find("Tom Hale met Omar Lund and said it was long, although he said it was no “dead end”.", None).reported[-1]
    assert (only.rule, is_sure(two.rule)) == ("pronoun-he", False)


def test_somebody_said_to_be_hurt_by_others_says_nothing() -> None:
    assert not find("Tom Hale was said to have been hurt by police in a raid.", None).reported


def test_what_somebody_is_held_for_is_no_word_of_who_tells_it() -> None:
    text = "Ana Reis voiced “deep concern” about Tom Hale, who was arrested on charges of “treason”."
    quotes = [text[start:end] for item in find(text, None).reported for start, end in item.quotes]
    assert quotes == ["deep concern"]


def test_a_thing_that_somebody_refers_to_in_marked_words_is_asked_about() -> None:
    text = "Norland said so. Ana Reis angered Norland by referring to the “state terror” of its old army in June."
    quotes = [(text[start:end], is_sure(item.rule)) for item in find(text, None).reported for start, end in item.quotes]
    assert quotes == [("state terror", False)]
