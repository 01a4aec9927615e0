"""The vocabularies of texts and of how they report."""

from typing import Final

from diplo_events.vocab._term import OURS, Term

__all__ = ["Aspect", "Credibility", "Medium", "QuotationMode", "Reliability", "Section", "SourceKind", "UncodedReason"]

PLOVER: Final = "PLOVER (Halterman, Schrodt, Beger, Bagozzi & Scarborough 2023)"
LEECH_SHORT: Final = "Leech & Short, Style in Fiction (1981, 2007), ch. 10"
ADMIRALTY: Final = "Admiralty code, NATO AJP-2.1"


class Section(Term, source="after the parts of a news article, IPTC NewsML-G2"):
    """The part of a text that contains a span."""

    HEADLINE = "headline", "the title above the article"
    STANDFIRST = "standfirst", "the summary between the title and the text"
    BODY = "body", "the running text"
    CAPTION = "caption", "the text under a picture"
    LIST = "list", "a bullet point, such as a key takeaway"
    PULL_QUOTE = "pull_quote", "words taken out of the text and set apart"
    BOILERPLATE = "boilerplate", "page furniture: bylines, datelines, credits, advertisements"


class QuotationMode(Term, source=LEECH_SHORT):
    """How a source renders somebody's words."""

    DIRECT = "direct", "in quotation marks, as whole clauses"
    INDIRECT = "indirect", "in the reporter's words, after a verb of saying"
    MIXED = "mixed", "in the reporter's words with quoted pieces inside"
    FREE_INDIRECT = "free_indirect", "somebody's view in the reporter's voice, without a verb of saying"
    NARRATED = "narrated", "only that something was said, not what"
    VERBATIM = "verbatim", "the text is the speakers' own words: a transcript, a treaty, a letter, a post", OURS


class Medium(Term):
    """How the words reached the public."""

    PRESS_BRIEFING = "press_briefing", "a briefing or news conference"
    INTERVIEW = "interview", "an interview in any medium"
    SPEECH = "speech", "a speech before an audience"
    SOCIAL_POST = "social_post", "a post on a social network"
    WRITTEN_STATEMENT = "written_statement", "a press release, communiqué or letter"
    CALL = "call", "a telephone or video call"
    MEETING = "meeting", "said in a meeting, behind closed doors or at the table"
    REMARKS = "remarks", "remarks to reporters outside a briefing"
    ARTICLE = "article", "the reporting article itself, for what the outlet says"
    REPORT = "report", "another outlet's report, if the first medium is not named"
    CONDUCT = "conduct", "shown by what the actor did, without words"
    UNKNOWN = "unknown", "the source does not say"


class Aspect(Term, source=PLOVER):
    """Whether an event is historical, future, hypothetical or negated in the report: PLOVER's auxiliary modes."""

    HISTORICAL = "historical", "happened well before what the source reports as news"
    FUTURE = "future", "is to happen"
    HYPOTHETICAL = "hypothetical", "would happen under a condition"
    NEGATED = "negated", "is said not to happen or not to have happened"


class Credibility(Term, source=ADMIRALTY):
    """How far a coder believes one item, whoever reports it: Admiralty 1 to 6, in this order."""

    CONFIRMED = "confirmed", "1: confirmed by independent sources"
    PROBABLY_TRUE = "probably_true", "2: not confirmed, but logical and consistent with the rest"
    POSSIBLY_TRUE = "possibly_true", "3: not confirmed, reasonably logical, agrees with some of the rest"
    DOUBTFUL = "doubtful", "4: not confirmed, possible but not logical"
    IMPROBABLE = "improbable", "5: contradicted by the rest"
    CANNOT_BE_JUDGED = "cannot_be_judged", "6: no basis for a judgement"


class Reliability(Term, source=ADMIRALTY):
    """How far a coder trusts a source, whatever it reports: Admiralty A to F, in this order."""

    RELIABLE = "reliable", "A: no doubt about its authenticity or competence"
    USUALLY_RELIABLE = "usually_reliable", "B: minor doubts"
    FAIRLY_RELIABLE = "fairly_reliable", "C: doubts, but it was right in the past"
    NOT_USUALLY_RELIABLE = "not_usually_reliable", "D: significant doubts"
    UNRELIABLE = "unreliable", "E: a history of wrong reports"
    CANNOT_BE_JUDGED = "cannot_be_judged", "F: no basis for a judgement"


class SourceKind(Term):
    """What sort of text a source is."""

    NEWS_ARTICLE = "news_article", "an outlet's report"
    OPINION = "opinion", "a comment or an editorial"
    SUMMARY = "summary", "a digest of others' reports"
    AGENCY_DISPATCH = "agency_dispatch", "a wire report"
    TRANSCRIPT = "transcript", "the record of what was said"
    OFFICIAL_DOCUMENT = "official_document", "a communiqué, treaty, resolution or press release"
    OTHER = "other", "another kind of text"


class UncodedReason(Term):
    """Why no record covers a passage."""

    BYLINE = "byline", "who wrote it, where and when"
    PHOTO_CREDIT = "photo_credit", "who made or owns a picture"
    CAPTION = "caption", "what a picture shows, without news of its own"
    SECTION_HEADING = "section_heading", "a heading inside the text"
    ADVERTISEMENT = "advertisement", "an advertisement"
    PAGE_FURNITURE = "page_furniture", "links, buttons, comment boxes, source lists"
    CONNECTIVE = "connective", "leads from one passage to the next and reports nothing"
    TITLE = "title", "the name of a document or of a part of it"
    NUMBER = "number", "the number or symbol of a document, an article or a paragraph"
    INVOCATION = "invocation", "a solemn opening, such as the names and titles of those who conclude a treaty"
    STATUS_NOTICE = "status_notice", "a note on the state of the text: draft, declassified, for immediate release"
    ATTRIBUTION = "attribution", "only names the speaker of words that a record covers"
