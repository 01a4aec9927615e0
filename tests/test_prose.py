"""Plain English: turns that nobody speaks are refused in the pages, and in docstrings, comments and messages."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from each_case import each_case
from reference import DOCS, PACKAGE, ROOT

TURNS: Final = {
    r"\b[Tt]ells? whether\b": "Whether",
    r"(?<!there )(?<!There )\b(?:is|are|was|were) no (?!(?:longer|more|less|fewer|later|earlier)\b)(?=\w)": "is not a",
    r"\bheld against\b|\bhold(?:s|ing)? (?:\S+ ){1,6}against\b": "compare with",
    r"\bjust when\b": "exactly when",
    r"\bspelt\b": "written",
    r"\bst(?:and|ands|ood) for\b": "refers to, represents",
    r"\bsuch as (?:it is|they are|there are)\b": "what there is",
    r"\b[Ss]ave (?:of|for|inside|in|that|where)\b": "except",
    r"\b(?:is|are|be|was|were|been) told\b": "is shown, is reported",
    r"\bso much as\b": "even",
    r"\b[Mm]end(?:s|ed|ing)?\b": "fix",
    r"\bputs? (?:\w+ ){0,4}right\b": "fix",
    r"\b(?:there|where)of\b|\b[wt]hence\b|\b(?:w|t)?herein\b|\bthereby\b": "",
}
"""What is refused, each with what to write instead."""

ANY_TURN: Final = re.compile("|".join(f"(?:{pattern})" for pattern in TURNS))
"""One search that finds whether a text has any of them."""

START: Final = re.compile(r"(?:Give|Say|Tell|Take|Let)\b")
"""The beginnings of docstrings that are refused: a function returns, lists, checks or writes."""

PAGES: Final = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES: Final = [
    *sorted(PACKAGE.rglob("*.py")),
    *(
        path
        for folder in (DOCS / "_scripts", ROOT / "examples", ROOT / "benchmarks")
        for path in sorted(folder.glob("*.py"))
    ),
]
BY_HAND: Final = [page for page in PAGES if not page.read_text(encoding="utf-8").startswith("<!-- Written by ")]


def turns(text: str) -> Iterator[str]:
    """List the refused turns of a text, each in its line and with what to write instead."""
    flat = re.sub(r"\s", " ", text)
    if ANY_TURN.search(flat) is None:
        return
    for pattern, better in TURNS.items():
        for match in re.finditer(pattern, flat):
            around = flat[max(0, match.start() - 30) : match.end() + 30].strip()
            yield f"line {text[: match.start()].count(chr(10)) + 1}: {around!r}; write {better!r}"


def prose(source: str, nodes: list[ast.AST]) -> Iterator[tuple[int, str]]:
    """List the texts of a module with the lines before them: all literals, and the comments."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno - 1, node.value
    for number, line in enumerate(source.splitlines()):
        if (mark := line.find("# ")) >= 0:
            yield number, line[mark:]


def test_pages() -> None:
    found = {page.name: list(turns(page.read_text(encoding="utf-8"))) for page in BY_HAND}
    assert not {name: refused for name, refused in found.items() if refused}


def test_modules() -> None:
    found = {str(path.relative_to(ROOT)): list(refused_in(path.read_text(encoding="utf-8"))) for path in MODULES}
    assert not {name: refused for name, refused in found.items() if refused}


def refused_in(source: str) -> Iterator[str]:
    """List what is refused in the texts of a module, and the summaries that begin with a verb nobody uses there."""
    nodes = list(ast.walk(ast.parse(source)))
    for line, text in prose(source, nodes):
        yield from (f"line {line} on, {turn}" for turn in turns(text))
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            summary = (ast.get_docstring(node) or "").partition("\n")[0]
            if START.match(summary):
                yield summary


@each_case(
    ("text", "refused"),
    [
        ("Tell whether a date is open.", True),
        ("An adjective is no statement.", True),
        ("There is no statement; it is no longer here.", False),
        ("The date is held against the words.", True),
        ("`check` holds the records\nagainst it.", True),
        ("It holds for any pair, and speaks against the rest.", True),
        ("Exactly when both are known.", False),
    ],
)
def test_the_list_itself(text: str, refused: bool) -> None:
    assert bool(list(turns(text))) is refused
