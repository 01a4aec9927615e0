"""The site and the README say what is so: their pages follow the code, and all their examples are run."""

import argparse
import builtins
import contextlib
import functools
import html
import importlib
import importlib.util
import io
import re
import shlex
from pathlib import Path

import markdown
import pytest
import yaml
from sybil import Document

import copied_code
import diplo_events
import generate
import reference
import site_check
from diplo_events import cli, errors
from diplo_events.formats import ALL_SUFFIXES
from each_case import each_case

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

LABELS = {"console", "diff", "json", "python", "r", "sh", "sql", "text", "yaml"}
"""What a block may be; Python and console blocks are run, and sybil would pass over `py` or `pycon` in silence."""

FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})(.*)$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


SPEC = importlib.util.spec_from_file_location("site_examples", ROOT / "conftest.py")
assert SPEC
assert SPEC.loader
examples = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(examples)

MODULES = {module.name: module for module in reference.modules()}
OTHERS = {name for module in MODULES.values() for name in module.members}
"""The names on the pages of the reference, errors that a module has for itself among them."""

GENERATED = generate.pages()
pages = each_case("page", PAGES, ids=NAMES)


class TestGeneratedPages:
    @each_case("name", sorted(GENERATED))
    def test_follow_the_code(self, name: str) -> None:
        path = DOCS / name
        assert path.exists(), "run: python docs/_scripts/generate.py"
        is_current = path.read_text(encoding="utf-8") == GENERATED[name]  # pytest would compare long pages for minutes
        assert is_current, "run: python docs/_scripts/generate.py"

    def test_and_so_does_the_menu(self) -> None:
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        assert text == reference.menu(text), "run: python docs/_scripts/generate.py"

    def test_there_is_none_of_a_module_that_is_gone(self) -> None:
        there = {path.relative_to(DOCS).as_posix() for path in (DOCS / "reference").iterdir()}
        assert there <= GENERATED.keys(), "run: python docs/_scripts/generate.py"


class TestPublicNames:
    @each_case("name", sorted(set(diplo_events.__all__) - {"__version__"}))
    def test_each_has_exactly_one_page(self, name: str) -> None:
        meant = getattr(diplo_events, name)
        found = [
            module.page
            for module in MODULES.values()
            for member in module.members
            if member == getattr(meant, "__name__", name)
            and getattr(importlib.import_module(module.name), member) is meant
        ]
        assert len(found) == 1

    def test_no_page_is_of_an_internal_module(self) -> None:
        assert not [name for name in MODULES if "._" in name]


@functools.cache
def command_line() -> argparse.ArgumentParser:
    """Return the parser of the command line, built once for all pages."""
    return cli.build_parser()


WANTED = (DOCS / "i-want-to.md").read_text(encoding="utf-8")
"""The page that leads from a task to the name for it."""

TO_COMMANDS = re.findall(r"\[`diplo-events ([\w-]+)`\]\([\w.-]+#([\w-]+)\)", WANTED)
TO_NAMES = re.findall(r"\(reference/([\w.]+\.md)#diplo_events\.([\w.]+)\)", WANTED)


class TestThePageOfTasks:
    @each_case(("page", "name"), TO_NAMES)
    def test_leads_to_names_that_have_a_page(self, page: str, name: str) -> None:
        module = MODULES[max((m for m in MODULES if f"diplo_events.{name}".startswith(f"{m}.")), key=len)]
        assert module.page == page
        public, *inside = f"diplo_events.{name}".removeprefix(f"{module.name}.").split(".")
        assert public in module.members
        assert functools.reduce(getattr, [public, *inside], importlib.import_module(module.name)).__doc__

    @each_case(("label", "command"), TO_COMMANDS)
    def test_leads_to_commands_that_there_are(self, label: str, command: str) -> None:
        assert label == command
        assert command in cli.COMMANDS

    @each_case("family", sorted({module.short.partition(".")[0] for module in MODULES.values()}))
    def test_leads_to_every_family(self, family: str) -> None:
        assert re.search(rf"\(reference/{family}(\.\w+)?\.md", WANTED)

    def test_leads_to_every_command(self) -> None:
        assert [command for command in cli.COMMANDS if f"#{command})" not in WANTED] == []

    def test_says_each_task_once(self) -> None:
        tasks = re.findall(r"^\| (?!I want to|-)(.+?) \| .+ \|$", WANTED, re.MULTILINE)
        assert len(tasks) > 40
        assert len(set(tasks)) == len(tasks)


class TestPagesAboutTheTree:
    def test_the_design_lists_every_family(self) -> None:
        (table,) = re.findall(
            r"\| Family \| Holds \|\n\|---\|---\|\n((?:\|.*\n)+)", (DOCS / "design.md").read_text("utf-8")
        )
        cells = [row.split("|")[1] for row in table.splitlines()]
        families = {path.stem for path in reference.PACKAGE.iterdir() if path.suffix in {"", ".py"}}
        expected = {name for name in families if not name.startswith("_")}
        assert sorted(re.findall(r"`(\w+)`", "".join(cells))) == sorted(expected)

    def test_contributors_find_what_is_named(self) -> None:
        text = (DOCS / "contributing.md").read_text(encoding="utf-8")
        folders = re.findall(r"^\| `([\w/-]+)` \|", text, re.MULTILINE)
        modules = re.findall(r"`(\w+(?:/\w+)*\.py)`", text)
        assert [name for name in folders if not (ROOT / name).is_dir()] == []
        assert [
            name for name in modules if not (reference.PACKAGE / name).is_file() and not (ROOT / name).is_file()
        ] == []
        assert len(folders) > 5
        assert len(modules) > 5

    @pages
    def test_links_to_the_reference_lead_to_what_it_has(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        for name, anchor in re.findall(r"reference/([\w.]+)\.md(?:#(diplo_events[\w.]+))?\)", text):
            module = MODULES.get(f"diplo_events.{name}")
            assert name == "index" or module, f"no page is of {name}"
            if anchor and module:
                public = anchor.removeprefix(f"{module.name}.").partition(".")[0]
                assert anchor == module.name or public in module.members, f"{module.page} has no {public}"

    def test_the_readme_leads_to_pages_and_names_all_commands(self) -> None:
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
        assert [link for link in links if not (ROOT / link).exists()] == []
        assert len(links) > 10
        assert [command for command in cli.COMMANDS if f"\ndiplo-events {command} " not in text] == []


class TestEveryKindOfThingIsTold:
    @each_case("command", cli.COMMANDS)
    def test_commands(self, command: str) -> None:
        assert f"\n## {command}\n" in (DOCS / "command-line.md").read_text(encoding="utf-8")

    def test_errors(self) -> None:
        kinds = [getattr(errors, name) for name in errors.__all__]
        classes = [kind.__name__ for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception)]
        text = (DOCS / "guides" / "errors.md").read_text(encoding="utf-8")
        assert [name for name in classes if f"`{name}`" not in text] == []
        assert len(classes) > 5

    @each_case(("suffix", "name"), ALL_SUFFIXES.items())
    def test_formats(self, suffix: str, name: str) -> None:
        page = (DOCS / "formats" / f"{name}.md").read_text(encoding="utf-8")
        assert f"`{suffix}`" in page
        assert "\n## What is lost\n" in page
        assert f"`{suffix}`" in (DOCS / "guides" / "formats.md").read_text(encoding="utf-8")

    @pages
    def test_nothing_else_is_told_of_errors_and_commands(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"\b(?:[A-Z]\w+)?[a-z](?:Error|Warning)\b", text):
            is_imported = re.search(rf"import .*\b{name}\b", text) is not None  # from another library
            assert hasattr(errors, name) or hasattr(builtins, name) or name in OTHERS or is_imported, f"{name}?"
        for name in re.findall(r"`diplo-events ([a-z][a-z-]*)", text):
            assert name in cli.COMMANDS, f"{name} is no command"


class TestBlocks:
    @pages
    def test_are_labelled_so_that_nothing_is_passed_over(self, page: Path) -> None:
        fences = FENCE.findall(page.read_text(encoding="utf-8"))
        assert len(fences) % 2 == 0
        for (indent, marks, label), (end_indent, end_marks, end_label) in zip(fences[::2], fences[1::2], strict=True):
            assert (indent, marks) == (end_indent, end_marks) == ("", "```")
            assert label in LABELS
            assert end_label == ""

    @pages
    def test_of_python_and_of_the_console_are_run(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        blocks = list(BLOCK.finditer(text))
        document = Document(text, str(page))
        python = [region.start for region in examples.PYTHON(document)]
        missed = [b[0] for b in blocks if b[1] == "python" and not any(b.start() <= at < b.end() for at in python)]
        assert missed == []
        labels = [block[1] for block in blocks]
        assert len(list(examples.consoles(document))) == labels.count("console")
        assert text.count("<!-- file:") == len(list(examples.files(document)))
        assert text.count("<!-- edit:") == len(list(examples.edits(document))) == labels.count("diff")

    @pages
    def test_of_the_shell_call_commands_that_there_are(self, page: Path) -> None:
        targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        parser = command_line()
        for label, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines() if label == "sh" else ():
                words = shlex.split(re.split(r" [|<>] ", line)[0], comments=True)
                if words and words[0].endswith("diplo-events"):
                    assert parser.parse_args(words[1:])
                if words and words[0] == "make":
                    assert words[1] in targets

    def test_that_print_something_else_fail(self) -> None:
        text = "```console\n$ diplo-events resolve today --published 2025-09-04\n2025-09-05\n```\n"
        document = Document(text, "x.md")
        (region,) = examples.consoles(document)
        document.add(region)
        (example,) = document.examples()
        assert "found:\n2025-09-04\n" in examples.run_commands(example)


def test_the_explorer_leads_back_to_the_site() -> None:
    assert "../explorer.html" in site_check.Page.of(GENERATED["explorer/bundled.html"]).links


@pytest.mark.parametrize(
    ("word", "guide"),
    [("excel", "get-a-table-out"), ("dataframe", "get-a-table-out"), ("plot", "plot-it"), ("map", "plot-it")],
)
def test_the_search_finds(word: str, guide: str) -> None:
    """The index has the words of a page in small letters, parted at spaces and hyphens."""
    text = (DOCS / "guides" / f"{guide}.md").read_text(encoding="utf-8")
    assert word in re.split(r"[\s\-]+", re.sub(r"[`(),.;:*#|]", " ", text).lower())


class TestCopies:
    """The button beside a block copies what runs."""

    @staticmethod
    def built(page: Path) -> str:
        """Return a page as the site has it, as far as blocks of code are concerned."""
        extensions = ["md_in_html", "tables", "pymdownx.highlight", "pymdownx.superfences"]
        content = markdown.markdown(page.read_text(encoding="utf-8"), extensions=extensions)
        return copied_code.on_page_content(content)

    def test_of_a_page_are_its_commands_without_prompts_and_output(self) -> None:
        page = DOCS / "quickstart.md"
        copies = [html.unescape(text) for text in re.findall(r'data-copy="([^"]*)"', self.built(page))]
        blocks = re.findall(r"(?ms)^```(?:python|console)\n(.*?)^```$", page.read_text(encoding="utf-8"))
        assert len(copies) == len([block for block in blocks if block.startswith((">>> ", "$ "))]) > 3
        for copy, block in zip(copies, blocks, strict=True):
            typed = [line.split(" ", 1)[1] for line in block.splitlines() if line.startswith((">>> ", "... ", "$ "))]
            assert copy.split("\n") == typed

    def test_of_python_run_as_they_stand(self) -> None:
        texts = re.findall(r'data-copy="([^"]*)"', self.built(DOCS / "index.md"))
        (code,) = [html.unescape(text) for text in texts if "import diplo_events" in text]
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(code, {})  # noqa: S102  (as a reader would who copies it)
        assert "2025-09-04 (Thursday)" in output.getvalue()

    def test_of_a_block_without_prompts_are_left_to_the_theme(self) -> None:
        assert "content.code.copy" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        block = '<div class="language-sh highlight"><pre><code>pip install diplo-events</code></pre></div>'
        assert copied_code.with_copies(block) == block


class TestTheBuiltSite:
    """`mkdocs build --strict` runs in `make test`, and these checks inside it."""

    @pytest.mark.parametrize(
        "html",
        [
            '<link rel="stylesheet" href="https://fonts.example/x.css">',
            '<script src="//cdn.example/x.js"></script>',
            '<img srcset="a.png, https://img.example/b.png 2x">',
            '<p style="background: url(https://img.example/c.png)">',
            "<style>@import 'https://css.example/d.css';</style>",
            '<svg><use href="https://svg.example/e.svg"/></svg>',
        ],
    )
    def test_asks_no_other_host(self, html: str) -> None:
        assert len(list(site_check.outside_requests({"a.html": site_check.Page.of(html)}, {}))) == 1

    def test_links_to_other_hosts_are_no_requests(self) -> None:
        html = '<a href="https://www.loc.gov/">there</a><link rel="canonical" href="https://x.example/">'
        assert list(site_check.outside_requests({"a.html": site_check.Page.of(html)}, {})) == []

    def test_style_sheets_ask_no_other_host(self) -> None:
        styles = {"a.css": "@font-face { src: url(https://fonts.example/x.woff2) }"}
        assert len(list(site_check.outside_requests({}, styles))) == 1

    @pytest.mark.parametrize(
        ("link", "broken"),
        [
            ("#here", False),
            ("#there", True),
            ("b.html#there", False),
            ("b.html#here", True),
            ("c.html", True),
            ("sub/d.html", False),
            ("https://x.example/", False),
        ],
    )
    def test_links_lead_somewhere(self, link: str, broken: bool) -> None:
        html = {"a.html": f'<h1 id="here"><a href="{link}">x</a></h1>', "b.html": '<p id="there">', "sub/d.html": ""}
        read = {name: site_check.Page.of(text) for name, text in html.items()}
        assert bool(list(site_check.broken_links(read, read))) is broken

    def test_an_anchor_stands_for_one_place(self) -> None:
        page = site_check.Page.of('<p id="x"></p><p id="x"></p>')
        assert list(site_check.broken_links({"a.html": page}, {"a.html": None})) == ["a.html has the anchor x twice"]

    def test_is_configured_to_be_strict_and_to_stay_at_home(self) -> None:
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        configuration = yaml.safe_load(text)
        assert set(configuration["validation"].values()) == {"warn"}
        assert configuration["theme"]["font"] is False
        plugins = [p if isinstance(p, str) else next(iter(p)) for p in configuration["plugins"]]
        assert plugins == ["search", "mkdocstrings"]


@pytest.mark.slow
def test_every_command_of_the_readme_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stranger has nothing but the package; what one command writes, a later one may read."""
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("diplo-events ")]
    assert len(lines) > 15
    for line in lines:
        words = shlex.split(line.partition(" #")[0].partition(" > ")[0])[1:]
        if words[0] == "import":  # of what others have
            continue
        assert cli.main(words) == 0, (line, capsys.readouterr().err)
        if words[0] == "init":
            monkeypatch.chdir(words[1])
