"""The page that is served: who may save, what is written, and what stays as it was."""

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from diplo_events.coding_page import CodingServer, serve
from diplo_events.errors import ArgumentError, NotReadableError
from diplo_events.formats import read

TEXT = "He said “no”."

DOCUMENT: dict[str, Any] = {
    "format_version": "1.0",
    "sources": [{"id": "a", "title": "No", "kind": "news_article"}],
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[CodingServer]:
    tmp_path.joinpath("a.txt").write_text(TEXT, "utf-8")
    with serve(tmp_path / "a.txt", tmp_path / "a.yaml") as made:
        thread = Thread(target=made.run, daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def ask(server: CodingServer, method: str, path: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    host = server.origin.partition("//")[2]
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    for name, value in {"Host": host, "Content_Length": str(len(content)), **headers}.items():
        connection.putheader(name.replace("_", "-"), value.encode("latin-1"))
    connection.endheaders(content)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def path_of(server: CodingServer, name: str = "") -> str:
    return server.url.removeprefix(server.origin) + name


def served(server: CodingServer) -> dict[str, str]:
    status, page = ask(server, "GET", path_of(server))
    assert status == 200
    found = re.search(b'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    known: dict[str, str] = json.loads(found[1])["serve"]
    return known


def save(server: CodingServer, document: object, version: str, **headers: str) -> tuple[int, Any]:
    own = {"Origin": server.origin, "X_Token": path_of(server).strip("/"), "Content_Type": "application/json"}
    body = {"document": json.dumps(document), "version": version}
    status, answer = ask(server, "POST", path_of(server, "save"), body, **(own | headers))
    return status, json.loads(answer)


def test_what_the_page_sends_is_written_and_checked(server: CodingServer, tmp_path: Path) -> None:
    status, answer = save(server, DOCUMENT, served(server)["version"])
    assert status == 200
    assert answer["problems"] == []
    assert read(tmp_path / "a.yaml")["a"].id == "a"
    again, _ = save(server, DOCUMENT | {"title": "Two"}, answer["version"])
    assert again == 200
    assert read(tmp_path / "a.yaml").title == "Two"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.txt", "a.yaml"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"X_Token": "wrong"},
        {"X_Token": "é"},
        {"Content_Type": "text/plain"},
        {"Host": "evil.example"},
        {"Host": "localhost"},
    ],
    ids=str,
)
def test_nobody_but_the_page_may_save(server: CodingServer, tmp_path: Path, headers: dict[str, str]) -> None:
    version = served(server)["version"]
    status, answer = save(server, DOCUMENT, version, **headers)
    assert status == 403
    assert answer == {"error": "only the page itself may save"}
    assert not tmp_path.joinpath("a.yaml").exists()


def test_nothing_is_shown_without_the_token(server: CodingServer) -> None:
    assert [ask(server, "GET", path)[0] for path in ("/", "/x/", "/../a.txt", path_of(server, "a.txt"))] == [404] * 4
    assert ask(server, "GET", path_of(server), Host="evil.example")[0] == 404
    assert ask(server, "POST", "/save", DOCUMENT)[0] == 403


def test_a_change_by_somebody_else_is_noticed_and_left(server: CodingServer, tmp_path: Path) -> None:
    version = served(server)["version"]
    tmp_path.joinpath("a.yaml").write_text("format_version: '1.0'\ntitle: Theirs\n", "utf-8")
    status, answer = save(server, DOCUMENT, version)
    assert status == 409
    assert "changed by somebody else" in answer["error"]
    assert read(tmp_path / "a.yaml").title == "Theirs"
    assert save(server, DOCUMENT, served(server)["version"])[0] == 200  # the page, loaded again


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"format_version": "1.0", "sources": [{"id": "a"}]}, "this is not a dataset yet"),
        ([], "this is not a dataset yet"),
        (
            {"format_version": "1.0", "sources": [{"id": "A", "title": "x", "kind": "news_article"}]},
            "not a dataset yet",
        ),
    ],
)
def test_what_is_no_dataset_is_listed_and_the_old_file_stays(
    server: CodingServer, tmp_path: Path, document: object, error: str
) -> None:
    _, first = save(server, DOCUMENT, served(server)["version"])
    before = tmp_path.joinpath("a.yaml").read_bytes()
    status, answer = save(server, document, first["version"])
    assert status == 422
    assert error in answer["error"]
    assert answer["problems"]
    assert tmp_path.joinpath("a.yaml").read_bytes() == before


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"version": 1}', b"[" * 100000], ids=len)
def test_what_is_no_request_is_refused(server: CodingServer, body: bytes) -> None:
    own = {"Origin": server.origin, "X_Token": path_of(server).strip("/"), "Content_Type": "application/json"}
    assert ask(server, "POST", path_of(server, "save"), body, **own)[0] in {400, 409}
    known = served(server)["version"]
    status, _ = ask(server, "POST", path_of(server, "save"), {"version": known, "document": 7}, **own)
    assert status == 400
    for length in ("9" * 12, "9" * 5000, "-1", "0x1", "１"):
        sent = {**own, "Content_Length": length.encode().decode("latin-1")}
        assert ask(server, "POST", path_of(server, "save"), b"", **sent)[0] == 413


def test_a_file_that_is_no_dataset_or_has_no_format_is_refused_at_once(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(TEXT, "utf-8")
    tmp_path.joinpath("a.yaml").write_text("titel: no", "utf-8")
    with pytest.raises(NotReadableError, match="did you mean 'title'"):
        serve(tmp_path / "a.txt", tmp_path / "a.yaml")
    with pytest.raises(NotReadableError, match="suffix"):
        serve(tmp_path / "a.txt", tmp_path / "a.doc")


def test_what_could_never_be_served_or_saved_is_refused_at_once(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(TEXT, "utf-8")
    for port in (-1, 65536):
        with pytest.raises(ArgumentError, match=f"expected a port from 0 to 65535, found {port}"):
            serve(tmp_path / "a.txt", tmp_path / "a.yaml", port=port)
    with pytest.raises(FileNotFoundError, match="no such folder: make it first"):
        serve(tmp_path / "a.txt", tmp_path / "no" / "a.yaml")


def test_a_file_that_became_unreadable_is_said_instead_of_a_page(server: CodingServer, tmp_path: Path) -> None:
    tmp_path.joinpath("a.yaml").write_text("titel: no", "utf-8")
    status, said = ask(server, "GET", path_of(server))
    assert status == 409
    assert b"did you mean 'title'" in said
