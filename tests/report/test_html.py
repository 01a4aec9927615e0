"""The page as a browser reads it: text that stays text, links that lead somewhere, and what its sections show."""

import base64
import hashlib
import html
import re
from collections import Counter
from html.parser import HTMLParser
from typing import cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wider_records
from diplo_events import (
    Dataset,
    EventDate,
    Meeting,
    Position,
    Statement,
    TerritorialClaim,
    load_example,
)
from diplo_events._internal.texts.folding import visible
from diplo_events.analysis.findings import find_findings
from diplo_events.analysis.stances import stance_matrix
from diplo_events.corroboration.wordings import WordingRelation, find_wordings, wording_of
from diplo_events.dates.in_words import date_in_words
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.report import Style
from diplo_events.report._findings import TITLES
from diplo_events.report._page import element, fragment, page
from diplo_events.report.html import html_report
from diplo_events.report.quotations import OTHER_REMARKS, wording_lines
from shared_datasets import DATASETS

VOID = {"meta", "input", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """Reads a page as a browser would: elements with attributes, text outside script and style, nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


@pytest.fixture(scope="module")
def bundled() -> Dataset:
    return load_example()


@pytest.fixture(scope="module")
def shown(bundled: Dataset) -> Page:
    return Page(html_report(bundled))


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> &amp; \"quoted\" 'text' <!-- ]]>"


@given(
    text=st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"]), min_size=1).map(visible) | st.just(HOSTILE)
)
def test_text_is_shown_as_it_is_and_never_as_markup(text: str) -> None:
    made = Page(fragment(element("p", {"title": text}, text, element("b", None, text), text)))
    assert [tag for tag, _ in made.elements] == ["p", "b"]
    assert made.text == text * 3
    assert made.all("title") == [text]


def test_no_text_of_a_record_becomes_markup(bundled: Dataset) -> None:
    changed = []
    for record in bundled.records:
        words = {
            field.name: HOSTILE
            for field in attrs.fields(type(record))
            if field.name in {"summary", "title", "note", "name", "label", "proposition", "conditions", "hedge"}
            and isinstance(getattr(record, field.name), str)
        }
        changed.append(attrs.evolve(record, **words))
    made = Page(html_report(attrs.evolve(bundled, records=changed, title=HOSTILE, description=HOSTILE)))
    assert HOSTILE in made.text
    assert [tag for tag, _ in made.elements].count("script") == 1
    assert "img" not in {tag for tag, _ in made.elements}
    assert not [name for _, attributes in made.elements for name in attributes if name.startswith("on")]


@given(dataset=DATASETS)
def test_any_dataset_has_a_report_that_is_well_nested(dataset: Dataset) -> None:
    made = Page(html_report(dataset))
    assert made.open == []
    ids = made.all("id")
    assert len(ids) == len(set(ids))


def test_the_page_asks_the_network_for_nothing(shown: Page) -> None:
    loads = [(tag, value) for tag, attributes in shown.elements for name, value in attributes.items() if name == "src"]
    assert loads == []
    assert "link" not in {tag for tag, _ in shown.elements}
    assert [href for href in shown.all("href") if not href.startswith("#")] == []


def test_the_policy_allows_just_the_style_and_the_script_of_the_page(bundled: Dataset) -> None:
    text = html_report(bundled)
    policy = next(a["content"] for tag, a in Page(text).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (content,) = re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_link_leads_to_something_on_the_page(shown: Page) -> None:
    ids = set(shown.all("id"))
    assert {href[1:] for href in shown.all("href")} <= ids
    assert set(shown.all("aria-describedby")) | set(shown.all("aria-labelledby")) <= ids


def test_every_event_record_and_source_is_on_the_page(bundled: Dataset, shown: Page) -> None:
    expected = {record.id for record in bundled.records if hasattr(record, "source") or hasattr(record, "sha256")}
    assert expected <= set(shown.all("id"))


def test_every_statement_shows_its_words_and_its_span(bundled: Dataset, shown: Page) -> None:
    for statement in bundled.of_type(Statement):
        assert statement.summary in shown.text
        assert all(f"“{quote.text}”" in shown.text for quote in statement.quotes)
        spans = ", ".join(f"{span.start}–{span.end}" for span in statement.spans)
        assert f"characters {spans}" in shown.text


@pytest.mark.parametrize(
    "words",
    [
        "Thursday 4 September 2025 (uncertain) s01",  # the weekday conflict over the remarks in Vladivostok
        "in whatever form or shape",  # another translation of that sentence
        "the day that a peace (accord) is signed",  # the other wording from Paris
        "Status: Preparatory work of defence ministers on the guarantees",  # over in one article, to come in another
        "26 nations",  # against about 30
        "Geneva (proposed",  # the dispute about the venue
        "former U.S. President Donald Trump",  # two titles that do not go together
    ],
)
def test_the_report_finds_without_being_told(bundled: Dataset, words: str) -> None:
    text = html_report(bundled)
    start = text.index('id="contradictions"')
    assert words in Page("<section " + text[start : text.index("<section", start)]).text


def test_the_matrix_keeps_to_its_date(bundled: Dataset) -> None:
    def positions_in_matrix(at: str) -> set[str]:
        text = html_report(bundled, at=EventDate.parse(at))
        start = text.index('id="stances"')
        matrix = Page("<section " + text[start : text.index("<section", start)])
        return {href[1:] for href in matrix.all("href")}

    dated = {p.id for p in bundled.of_type(Position) if p.when and p.when.earliest}
    assert not positions_in_matrix("2020") & dated
    assert "zerohedge-guarantees/p12" in positions_in_matrix("2025-09-03")
    assert "zerohedge-guarantees/p12" not in positions_in_matrix("2025-09-02")


def test_filters_know_what_a_record_and_its_repeats_have(bundled: Dataset, shown: Page) -> None:
    articles = {
        attributes["id"]: attributes
        for tag, attributes in shown.elements
        if tag == "article" and "id" in attributes and "data-filtered" in attributes
    }
    several = 0
    for statement in bundled.of_type(Statement):
        if statement.restates:
            assert statement.id not in articles
            continue
        group = [statement, *(other for other in bundled.of_type(Statement) if other.restates == statement.id)]
        attributes = articles[statement.id]
        for name, values in {
            "speaker": [speaker for one in group for speaker in one.speakers],
            "act": [act.value for one in group for act in one.acts],
            "issue": [issue for one in group for issue in one.issues],
            "source": [statement.source],
        }.items():
            assert str(attributes[f"data-{name}"]).split() == list(dict.fromkeys(values))
        days = str(attributes["data-date"]).split()
        if not any(one.when for one in group):
            assert days == ["none"]
        elif days != ["none"] and len(group) == 1 and statement.when:
            assert days == sorted(set(days))
            assert (days[0], days[-1]) == (str(statement.when.earliest), str(statement.when.latest))
            several += len(days) > 1
    assert several


def test_every_list_counts_its_facets(bundled: Dataset) -> None:
    text = html_report(bundled)
    start = text.index('data-list="claimed"')
    form = Page("<form " + text[start : text.index("</form>", start)] + "</form>")
    claims = [claim for claim in bundled.of_type(TerritorialClaim) if not claim.restates]
    for place in {place for claim in claims for place in claim.places}:
        name = bundled.place(place).name
        assert f"{name} ({sum(place in claim.places for claim in claims)})" in form.text


def test_the_page_opens_with_every_finding(bundled: Dataset, shown: Page) -> None:
    start = shown.text.index("Findings", shown.text.index("Sources"))
    at = [shown.text.index(found.sentence, start) for found in find_findings(bundled)]
    assert at == sorted(at)
    assert at[-1] < shown.text.index("Found by comparing the records")


def test_without_a_script_every_actor_and_proposition_is_in_the_table(bundled: Dataset) -> None:
    text = html_report(bundled)
    table = Page(
        text[text.index('<table class="matrix"') : text.index("</table>", text.index('<table class="matrix"'))]
    )
    cells = [c for c in stance_matrix(bundled, certainty="possibly", unqualified=True).cells if c.standing]
    for cell in cells:
        assert bundled.actor(cell.actor).name in table.text
        assert bundled.issue(cell.issue).proposition in table.text
    assert sum(tag == "a" for tag, _ in table.elements) == len(cells)
    assert not table.all("hidden")
    assert table.all("class").count("thin") == len({c.issue for c in cells}) - 23


def test_groups_of_findings_have_links_with_counts(bundled: Dataset, shown: Page) -> None:
    counts = Counter(found.kind for found in find_findings(bundled))
    for kind, count in counts.items():
        assert f"#_findings-{kind.value}" in shown.all("href")
        assert f"{TITLES[kind]} ({count})" in shown.text


def test_evidence_of_a_finding_has_its_day_and_its_words(bundled: Dataset) -> None:
    text = html_report(bundled)
    start = text.index('id="_finding-1"')
    evidence = Page("<ul><" + text[start - 3 : text.index('id="_finding-2"')]).text
    assert "“in any format”" in evidence
    assert "Wednesday 3 September 2025 “Wednesday”, Kremlin Blasts" in evidence
    assert "Thursday 4 September 2025 (uncertain) “Thursday”, Moscow Rejects" in evidence


def test_no_quote_is_twice_in_the_evidence_of_a_stance(bundled: Dataset) -> None:
    text = html_report(bundled)
    cells = re.findall(r'<article class="of-cell".*?</article>', text, re.DOTALL)
    quotes = [re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", cell) for cell in cells]
    assert max(map(len, quotes)) > 3
    assert all(len(found) == len(set(found)) for found in quotes)
    assert "the quote is above" in "".join(cells)


def test_dates_on_the_page_are_words(bundled: Dataset) -> None:
    """All but those in the notes of coders, which are as they are."""
    records = [attrs.evolve(one, note=None) if hasattr(one, "note") else one for one in bundled.records]
    shown = Page(html_report(attrs.evolve(bundled, records=records)))
    written = {str(record.when) for record in bundled.of_type(EventRecord) if record.when} | {
        str(source.published) for source in bundled.sources if source.published
    }
    in_edtf = [date for date in written if "-" in date]
    assert len(in_edtf) > 10
    assert not [date for date in in_edtf if re.search(rf"(?<![\w-]){re.escape(date)}(?![\w-])", shown.text)]
    assert not [label for label in shown.all("aria-label") if re.search(r"\d{4}-\d{2}", label)]


def test_a_list_says_what_is_folded_into_it(bundled: Dataset, shown: Page) -> None:
    for type_ in (Statement, Meeting):
        records = bundled.of_type(type_)
        count = sum(record.restates is not None for record in records)
        verbs = ("repeats", "is") if count == 1 else ("repeat", "are")
        words = f"{count} of the {len(records)} {verbs[0]} another in the same source and {verbs[1]} folded into it."
        assert words in shown.text


def test_titles_on_the_page_are_never_ids(bundled: Dataset) -> None:
    text = html_report(bundled)
    titles = re.findall(r"<(h[1-3]|caption|strong|summary)[^>]*>(.*?)</\1>", text)
    ids = {record.canonical_id for record in bundled.of_type(EventRecord) if record.canonical_id}
    slugs = {key.rpartition("/")[2] for key in ids}
    assert len(titles) > 50
    for _, title in titles:
        words = re.sub("<[^>]*>", "", title)
        assert not [slug for slug in slugs if slug in words or slug.replace("-", " ") in words]


def test_each_cell_of_the_matrix_leads_to_the_positions_that_stand(bundled: Dataset) -> None:
    text = html_report(bundled)
    matrix = stance_matrix(bundled, certainty="possibly", unqualified=True)
    cells = [cell for cell in matrix.cells if cell.standing]
    links = re.findall(r'<a href="#(_cell-\d+)" class="cell', text)
    assert sorted(links) == sorted(f"_cell-{n}" for n in range(1, len(cells) + 1))
    for number, cell in enumerate(cells, 1):
        start = text.index(f'id="_cell-{number}"')
        evidence = Page("<article " + text[start : text.index("</article>", start)] + "</article>")
        assert {piece.position.id for piece in cell.standing} <= {href[1:] for href in evidence.all("href")}
        assert evidence.all("data-stands").count("yes") == len(cell.standing)
        bases = [str(piece.position.basis.value) for piece in cell.standing]
        assert evidence.all("data-basis")[: len(bases)] == bases


def test_a_page_of_a_site_leads_back_to_it() -> None:
    text = html_report(Dataset(), home="../explorer.html")
    assert Page(text).all("href")[1:2] == ["../explorer.html"]
    for address in ("javascript:alert(1)", "data:text/html,x", ""):
        with pytest.raises(ArgumentError, match="expected an address such as"):
            html_report(Dataset(), home=address)


def test_a_quotation_is_there_letter_for_letter_with_marks_on_what_only_it_has(bundled: Dataset) -> None:
    text = html_report(bundled)
    part = text[text.index('id="renderings"') : text.index('id="timeline"')]
    assert "(accord) is signed." in part
    tables = part.split("<table")[1:]
    disputed = [
        referent
        for referent in find_referents(bundled, Statement)
        if any(pair.comparison.relation is not WordingRelation.SAME for pair in find_wordings(bundled, referent))
    ]
    assert len(tables) == len(disputed)
    for referent, table in zip(disputed, tables, strict=True):
        pairs = {frozenset((pair.left, pair.right)): pair for pair in find_wordings(bundled, referent)}
        rows = re.findall(r'<a href="#([^"]*/s\d+)">.*?<blockquote[^>]*>(.*?)</blockquote></td><td>(.*?)</td>', table)
        first = rows[0][0]
        assert {key for key, _, _ in rows} == {r.id for r in referent.records if getattr(r, "quotes", ())}
        for key, side, relation in rows:
            wording = wording_of(bundled, cast("Statement", bundled[key]))
            assert wording is not None
            assert html.unescape(re.sub("</?mark>", "", side)) == wording.text
            marks = [html.unescape(found) for found in re.findall("<mark>(.*?)</mark>", side)]
            if key == first:
                assert (marks, relation) == ([], "the first one")
                continue
            comparison = pairs[frozenset((first, key))].comparison
            pieces = comparison.left if pairs[frozenset((first, key))].left == key else comparison.right
            assert marks == [piece.text for piece in pieces if piece.differs]
            assert relation == (comparison.relation.words if comparison.is_aligned else OTHER_REMARKS)


def test_the_terminal_has_a_quotation_letter_for_letter(bundled: Dataset) -> None:
    for referent in find_referents(bundled, Statement):
        said = " ".join(line.strip() for line in wording_lines(bundled, referent, style=Style(width=10_000)))
        for pair in find_wordings(bundled, referent):
            wording = wording_of(bundled, cast("Statement", bundled[pair.left]))
            assert wording is not None
            assert pair.comparison.relation is WordingRelation.SAME or f"“{wording.text}”" in said


def test_the_timeline_shows_deeds_and_votes_beside_meetings() -> None:
    page = Page(html_report(wider_records.EXAMPLE))
    for record in (wider_records.WITHDRAWAL, wider_records.VOTE):
        title = wider_records.EXAMPLE[record.source].title
        assert f"{record.summary.removesuffix('.')}: {date_in_words(record.when)}, {title}" in page.all("aria-label")
    assert "What happened, was said and claimed, in time" in page.text


def test_a_text_is_no_date(bundled: Dataset) -> None:
    with pytest.raises(ArgumentTypeError, match=r"found '2025-09-03'; write EventDate\.parse\('2025-09-03'\)"):
        html_report(bundled, at="2025-09-03")


def test_a_dataset_without_anything_has_a_report() -> None:
    made = Page(html_report(Dataset()))
    assert "A dataset without a title" in made.text


def test_meetings_without_dates_and_actors_without_company_are_told(bundled: Dataset) -> None:
    meetings = [attrs.evolve(m, when=None) for m in bundled.of_type(Meeting)][:1]
    positions = bundled.of_type(Position)[:1]
    part = attrs.evolve(bundled, records=[*meetings, *positions], complete=False)
    text = Page(html_report(part)).text
    assert "No meeting, deed, vote or claim has a date." in text
    assert "No two actors take a position of their own on one issue." in text


def test_a_page_has_one_title_and_one_language() -> None:
    made = Page(page("Words", language="en", body=[element("main", None, "text", None, "more")]))
    assert made.elements[0] == ("html", {"lang": "en"})
    assert "textmore" in made.text
