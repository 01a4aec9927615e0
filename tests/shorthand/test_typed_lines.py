"""How much a person types for an article of ten sentences, with headline and byline; all in it is invented."""

from pathlib import Path

from diplo_events.coding import check
from diplo_events.coding.anchoring import read_texts, sentences
from diplo_events.formats import yaml
from diplo_events.shorthand import ShortParts

FOLDER = Path(__file__).parent / "typed"
SHORT = (FOLDER / "lighthouse.yaml").read_text(encoding="utf-8")


def test_an_article_is_typed_in_half_the_lines_and_is_clean() -> None:
    result = check(FOLDER / "lighthouse.yaml", texts=FOLDER, final=True, prepare=ShortParts(FOLDER))
    assert (result.problems, len(result.dataset)) == ((), 26)
    assert result.coverage[0].uncovered == ()
    full = yaml.dumps(result.dataset)
    (text,) = read_texts(FOLDER).values()
    number = len(list(sentences(text.content)))
    assert number == 12
    typed, records = SHORT.count("\n"), SHORT[SHORT.index("defaults:") :].count("\n")
    assert (typed, full.count("\n")) == (96, 211)
    assert records * 5 / (number - 1) < 40  # without the byline, which has no record
    assert typed * 5 / number <= 40  # with the source, the actors, the place and the issue, which other articles share
    assert len(SHORT) < 0.66 * len(full)
