"""Why a text is not YAML, in a person's words: what stands where, what should, and what to write."""

import json
import re
from collections.abc import Callable
from typing import Final, NamedTuple

import yaml

from diplo_events.errors import SHOWN, printable, shown
from diplo_events.formats._yaml_splicing import BEGIN, Start

__all__ = ["Explanation", "explanation"]

KEY: Final = re.compile(r"""[ ]*(?:-[ ]+)*(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s#:"'][^:\n]*?)[ ]*:[ ]+(?=\S)""")
"""A key with its colon, in front of a value."""

QUOTES: Final = ("'", '"')


class Explanation(NamedTuple):
    """A reason, as the parts of a problem."""

    place: int
    expected: str
    found: str
    hint: str | None


def explanation(text: str, error: yaml.MarkedYAMLError, start: Start = BEGIN) -> Explanation:
    """Explain an error of the parser in Python, which started there."""
    mistake = Mistake(text, error, start)
    for explain in RULES:
        if reason := explain(mistake):
            return reason
    what = ", ".join(str(part) for part in (error.context, error.problem) if part)
    return Explanation(mistake.index, "well-formed YAML", printable(what), None)


class Mistake:
    """An error of the parser, with what stands around it."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError, start: Start) -> None:
        self.text = text
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        mark = error.problem_mark or error.context_mark
        self.index: int = mark.index if mark else 0
        self.opening: int = error.context_mark.index if error.context_mark else self.index
        self.token = last_token(text, self.index, start)

    def line_start(self, index: int) -> int:
        """Return where the line of an index begins."""
        return self.text.rfind("\n", 0, index) + 1

    def rest(self, index: int) -> str:
        """Return the rest of a line."""
        end = self.text.find("\n", index)
        return self.text[index : end if end >= 0 else len(self.text)].rstrip()

    def number(self, index: int) -> int:
        """Return the number of the line of an index."""
        return self.text.count("\n", 0, index) + 1


def last_token(text: str, index: int, start: Start) -> yaml.Token | None:
    """Return the last token that ends at an index or before and takes room, if there is one."""
    last = None
    try:
        for token in iter(start.parser(text).get_token, None):
            if token.end_mark.index > index:
                break
            if token.end_mark.index > token.start_mark.index:
                last = token
    except (yaml.YAMLError, ValueError, OverflowError):
        pass
    return last


def tab(mistake: Mistake) -> Explanation | None:
    """Explain a tab in front of a value or as indentation."""
    start = mistake.line_start(mistake.index)
    line = mistake.rest(start)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        index = start + indent.index("\t")
    elif mistake.text[mistake.index : mistake.index + 1] == "\t":
        index = mistake.index
    else:
        return None
    return Explanation(index, "blanks", "a tab", "replace the tabs in front of words with blanks, two for each level")


def unclosed_quotes(mistake: Mistake) -> Explanation | None:
    """Explain quotes that are not closed where they should be: at the place where they were opened."""
    token = mistake.token
    if "quoted scalar" in mistake.context and "escape" not in mistake.problem:
        index, found = mistake.opening, "none before the end of the file"
    elif (
        isinstance(token, yaml.ScalarToken)
        and token.style in QUOTES
        and token.start_mark.line < token.end_mark.line
        and "\n" not in mistake.text[token.end_mark.index : mistake.index]
    ):
        index, found = token.start_mark.index, f"the next one on line {token.end_mark.line + 1}"
    else:
        return None
    mark = mistake.text[index]
    inside = " (an apostrophe inside is written twice: '')" if mark == "'" else ""
    hint = f"close the quotes that open here{inside}: {shown(mistake.rest(index))}"
    return Explanation(index, f"a closing {mark} on the same line", found, hint)


def after_quotes(mistake: Mistake) -> Explanation | None:
    """Explain what follows a text in quotes on the same line."""
    token = mistake.token
    if not isinstance(token, yaml.ScalarToken) or token.style not in QUOTES or "<block end>" not in mistake.problem:
        return None
    if mistake.text[token.end_mark.index : mistake.index].strip(" "):
        return None
    mark = token.style
    escape = "write '' for an apostrophe inside" if mark == "'" else 'write \\" for a quotation mark inside'
    hint = f"put the whole text in quotes; {escape}"
    rest = shown(mistake.rest(mistake.index))
    return Explanation(mistake.index, f"the end of the line after the closing {mark}", rest, hint)


def after_brackets(mistake: Mistake) -> Explanation | None:
    """Explain what follows a closing bracket on the same line."""
    token = mistake.token
    if not isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
        return None
    if "<block end>" not in mistake.problem:
        return None
    if "\n" in mistake.text[token.end_mark.index : mistake.index]:
        return None
    hint = "put text that begins with a bracket in quotes"
    rest = shown(mistake.rest(mistake.index))
    return Explanation(mistake.index, "the end of the line after the closing bracket", rest, hint)


def unclosed_brackets(mistake: Mistake) -> Explanation | None:
    """Explain brackets that are not closed, at the place where they were opened."""
    if "flow sequence" not in mistake.context and "flow mapping" not in mistake.context:
        return None
    mark = mistake.text[mistake.opening]
    closing = "]" if mark == "[" else "}"
    rest = mistake.rest(mistake.index).strip()
    where = f"{shown(rest)} on line {mistake.number(mistake.index)}" if rest else "none"
    hint = "close the bracket, separate the items with commas, or put text with marks such as ? : [ ] in quotes"
    return Explanation(mistake.opening, f"a comma or a closing {closing}", where, hint)


def dash(mistake: Mistake) -> Explanation | None:
    """Explain a line below one whose dash has no blank behind it, which is a key and begins no item of a list."""
    if "<block end>" not in mistake.problem and "mapping values are not allowed" not in mistake.problem:
        return None
    above = mistake.line_start(max(mistake.line_start(mistake.index) - 1, 0))
    line = mistake.rest(above)
    match = re.match(r"\s*-(?=[^\s-])", line)
    if not match:
        return None
    hint = f"write a blank after the dash: - {printable(line[match.end() :])}" if len(line) <= SHOWN else None
    return Explanation(above + match.end(), "a blank after the dash of a list", shown(line.strip()), hint)


def colon(mistake: Mistake) -> Explanation | None:
    """Explain a colon where none can be: inside a text, or after a key that is indented otherwise."""
    if "mapping values are not allowed" not in mistake.problem:
        return None
    start = mistake.line_start(mistake.index)
    match = KEY.match(mistake.text, start)
    if match and match.end() <= mistake.index:
        value = mistake.rest(match.end())
        quoted = json.dumps(value, ensure_ascii=False)
        example = f": {match['key']}: {quoted}" if len(value) + len(match["key"]) <= SHOWN else ""
        expected = "quotes around a text with a colon"
        return Explanation(mistake.index, expected, shown(value), f"put the whole text in quotes{example}")
    line = mistake.rest(start)
    index = start + len(line) - len(line.lstrip())
    hint = "indent it like the key above; if it goes on with the text above, put that text in quotes"
    return Explanation(index, "a key indented like the one above", shown(line.strip()), hint)


def no_colon(mistake: Mistake) -> Explanation | None:
    """Explain a line without a key."""
    if "could not find expected ':'" not in mistake.problem:
        return None
    line = mistake.rest(mistake.opening)
    near = re.match(r"([^\s:]+):(\S.*)", line)
    hint = "write a colon after the key; indent the line if it goes on with the text above"
    if near and len(line) <= SHOWN:
        hint = f"write a blank after the colon: {near[1]}: {near[2]}"
    return Explanation(mistake.opening, "a key, a colon, a blank and a value", shown(line), hint)


def first_character(mistake: Mistake) -> Explanation | None:
    """Explain a character with which no text without quotes can begin."""
    cannot = "cannot start any token" in mistake.problem or "mapping keys are not allowed" in mistake.problem
    if not cannot and not re.search("scanning an? (?:alias|anchor|tag|block scalar)", mistake.context):
        return None
    index = mistake.index if cannot else mistake.opening
    mark, rest = mistake.text[index : index + 1], shown(mistake.rest(index))
    return Explanation(index, "a value", rest, f"put text that begins with {printable(mark)} in quotes")


def escape(mistake: Mistake) -> Explanation | None:
    """Explain a backslash in double quotes."""
    if "double-quoted scalar" not in mistake.context or "escape" not in mistake.problem:
        return None
    index = max(mistake.index - 1, 0)
    hint = "write \\\\ for a backslash, or use single quotes"
    return Explanation(index, "an escape that YAML has", shown(mistake.text[index : index + 2]), hint)


def indentation(mistake: Mistake) -> Explanation | None:
    """Explain a line that belongs to nothing above."""
    if "sequence entries are not allowed" in mistake.problem:
        hint = "begin the list on a line of its own"
        return Explanation(mistake.index, "a value", shown(mistake.rest(mistake.index)), hint)
    if "<block end>" not in mistake.problem:
        return None
    start = mistake.line_start(mistake.index)
    line = mistake.rest(start)
    hint = "indent all keys of a record alike, and all dashes of a list"
    place = start + len(line) - len(line.lstrip())
    return Explanation(place, "a line indented like those above it", shown(line.strip()), hint)


RULES: Final[tuple[Callable[[Mistake], Explanation | None], ...]] = (
    tab,
    unclosed_quotes,
    after_quotes,
    after_brackets,
    unclosed_brackets,
    dash,
    colon,
    no_colon,
    first_character,
    escape,
    indentation,
)
"""The explanations, in the order in which they are tried."""
