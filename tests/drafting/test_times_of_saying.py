"""Which time words date what was said: those of saying, and not those of what is said.

The publication is Wednesday, May 14, 2031.
"""

from diplo_events import EventDate
from diplo_events.drafting import draft
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")

SENTENCES = {
    "On Tuesday, Premier Anna Veld said the border would open.": "2031-05-13",
    "Premier Anna Veld said on Tuesday the border would open.": "2031-05-13",
    "Premier Anna Veld said the border had opened on Tuesday.": "None",
    "Premier Anna Veld called for “free ports” and “an end to the tolls” on Tuesday.": "2031-05-13",
    "Premier Anna Veld called for an end to violence on Tuesday.": "None",
    "Premier Anna Veld called it “a shame” that nobody came on Tuesday.": "None",
    "Premier Anna Veld condemned the “vile” raid staged on Tuesday.": "None",
    "In a letter released on Tuesday, Premier Anna Veld said the border would open.": "2031-05-13",
    "In a related letter issued on Tuesday, Premier Anna Veld said the border would open.": "2031-05-13",
    "Hours after talks on Tuesday, Premier Anna Veld said the border would open.": "None",
    "Nobody who voted objected and on Tuesday the United States said the border would open.": "2031-05-13",
    "The United States on Tuesday said the border would open.": "2031-05-13",
    "“The border will open,” according to a tweet on Tuesday by Premier Anna Veld.": "2031-05-13",
    "The countries’ 1979 peace treaty still binds both, Premier Anna Veld said.": "None",
    "In a 2029 interview, Premier Anna Veld said the border would open.": "2029",
    "In 2029, Premier Anna Veld said the border would open.": "2029",
    "Tuesday’s raid was a mistake, Premier Anna Veld said.": "None",
    "At Tuesday’s meeting, Premier Anna Veld said the border would open.": "2031-05-13",
}


@each_case(("text", "expected"), SENTENCES.items(), ids=[text[:40] for text in SENTENCES])
def test_a_statement_has_the_time_of_its_saying(text: str, expected: str) -> None:
    drafted = draft(f"A headline\n\n{text}\n", published=WEDNESDAY)
    assert {str(record.when) for record in drafted.statements} == {expected}
