"""Encode a short text in Python, check the records against the text, and correct what the check finds."""

import attrs

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    EventDate,
    QuotationMode,
    Quote,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Statement,
    Uncoded,
    UncodedReason,
)
from diplo_events.coding import Text, check, locate
from diplo_events.dates.relative import resolve

WORDS = "HARBOUR CITY. Minister Lind said on Wednesday that Norland “will not negotiate”. Photo: none"
TEXT = Text("skerry.txt", WORDS)


def span_of(words: str) -> Span:
    """Return the span of words that stand in the text once."""
    ((start, end),) = locate(TEXT.content, words)
    return Span(start=start, end=end)


def main() -> None:
    """Encode, check, correct and check again."""
    published = EventDate.parse("2025-09-04")
    source = Source(
        id="skerry",
        title="Norland will not talk",
        kind=SourceKind.NEWS_ARTICLE,
        published=published,
        sha256=TEXT.sha256,
        length=len(TEXT.content),
        uncoded=(Uncoded(span=span_of("HARBOUR CITY."), reason=UncodedReason.BYLINE),),
    )
    statement = Statement(
        id="skerry/s1",
        source="skerry",
        speakers=("lind",),
        acts=(SpeechAct.REJECT_MEETING,),
        mode=QuotationMode.MIXED,
        summary="Norland refuses talks.",
        when=resolve("Wednesday", published),
        when_as_reported="Wednesday",
        spans=(span_of("Minister … negotiate”."),),
        quotes=(Quote(text="will not negotiate", span=span_of("will not negotiate")),),
    )
    lind = Actor(id="lind", name="Lind", kind=ActorKind.PERSON)
    dataset = Dataset(records=[source, statement, lind], title="One remark")
    for problem in check(dataset, texts={TEXT.sha256: TEXT}).problems:
        print("problem:", problem)

    credit = Uncoded(span=span_of("Photo: none"), reason=UncodedReason.PHOTO_CREDIT)
    corrected = dataset.with_records(attrs.evolve(source, uncoded=(*source.uncoded, credit)))
    result = check(corrected, texts={TEXT.sha256: TEXT})
    print(len(result.problems), "problems left in", repr(corrected))


if __name__ == "__main__":
    main()
