"""The page on this machine: served on the loopback interface alone, saving to one file."""

import errno
import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from email.message import Message
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any, Final, Self, cast

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events.coding import Text, check
from diplo_events.coding_page._page import page_bytes, page_data
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, DiploEventsError, ProblemsError, shown
from diplo_events.formats import format_named, text_format_name
from diplo_events.formats.files import read_file
from diplo_events.formats.located import read_text
from diplo_events.formats.plain import from_plain

__all__ = ["CodingServer", "serve"]

LOOPBACK: Final = "127.0.0.1"
"""The address that no other machine reaches."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""How long a request may be."""

MOST_SHOWN: Final = 200
"""How many problems the page is sent."""

CHANGED: Final = "the file was changed by somebody else and was left alone: export your work, then reload the page"


class CodingServer:
    """A page that saves to a file, served on the loopback interface until it is closed.

    Only the page itself may save: a request must name this very address, come from it, and bring a token that only the
    page knows. A file is replaced as a whole or not at all, and never if somebody else changed it.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     text = Path(folder, "treaty.txt")
        ...     _ = text.write_text("The treaty is in force from today.", "utf-8")
        ...     with serve(text, text.with_suffix(".yaml")) as server:
        ...         server.url.startswith("http://127.0.0.1:")  # `server.run()` serves it
        True
    """

    def __init__(
        self,
        text: str | Path,
        path: str | Path,
        *,
        draft: Dataset | None = None,
        second: Dataset | None = None,
        port: int = 0,
    ) -> None:
        if port not in range(2**16):
            raise ArgumentError(f"expected a port from 0 to 65535, found {shown(port)}")
        self._text_path = Path(text)
        self._content = read_text(text)
        self._file = Path(path)
        if not self._file.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder: make it first", str(self._file.parent))
        self._draft, self._second = draft, second
        self._format = format_named(text_format_name(self._file))
        self._token = secrets.token_urlsafe(32)
        self._path = f"/{self._token}/"
        self._lock = Lock()
        self.page()  # raises now what is wrong with the text or the file
        self._server = ThreadingHTTPServer((LOOPBACK, port), partial(Handler, self))
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """The address of the page, with the token without which nothing is shown."""
        return self.origin + self._path

    @property
    def origin(self) -> str:
        """The origin of the page, which a request to save must come from."""
        return f"http://{LOOPBACK}:{self._server.server_port}"

    def run(self) -> None:
        """Serve until `shutdown` is called in another thread, or the program is interrupted."""
        self._server.serve_forever(poll_interval=0.1)

    def close(self) -> None:
        """Stop serving."""
        self._server.server_close()

    def shutdown(self) -> None:
        """End `run`, from another thread."""
        self._server.shutdown()

    def page(self) -> bytes:
        """Return the page, with what the file holds now.

        Raises:
            NotReadableError: the file is not a dataset.
            OSError: the file cannot be read.
        """
        state = FileState.of(self._file)
        dataset: Dataset | None = None
        if state.numbers is not None:
            dataset = self._format.loads(read_file(str(self._file)), file=str(self._file))
        name = self._text_path.name
        data = page_data(self._content, name, dataset=dataset, draft=self._draft, second=self._second)
        served = {"token": self._token, "name": self._file.name, "version": version_of(state)}
        return page_bytes(data | {"serve": served, "file": self._file.name})

    def save(self, request: Mapping[str, Any]) -> tuple[HTTPStatus, dict[str, Any]]:
        """Write the dataset that a page sends, unless the file is not the one that the page knows."""
        with self._lock:
            state = FileState.of(self._file)
            if request.get("version") != version_of(state):
                return HTTPStatus.CONFLICT, {"error": CHANGED}
            try:
                dataset = from_plain(json.loads(request["document"]))
                write_bytes(self._file, self._format.dumps(dataset).encode(), before=state)
            except ProblemsError as error:
                lines = [str(problem) for problem in error.problems[:MOST_SHOWN]]
                return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": "this is not a dataset yet", "problems": lines}
            except DiploEventsError as error:
                return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": str(error)}
            except OSError as error:
                return HTTPStatus.CONFLICT, {"error": error.strerror or str(error)}
            except (KeyError, TypeError, ValueError, RecursionError):
                return HTTPStatus.BAD_REQUEST, {"error": "expected a dataset as JSON"}
            text = Text(str(self._text_path), self._content)
            found = check(dataset, texts={text.sha256: text}).problems[:MOST_SHOWN]
            return HTTPStatus.OK, {
                "version": version_of(FileState.of(self._file)),
                "problems": [str(problem) for problem in found],
            }

    def may_save(self, headers: Message) -> bool:
        """Whether a request comes from the page itself."""
        token = headers.get("X-Token") or ""
        return (
            self.is_asked_for(headers)
            and headers.get("Origin") == self.origin
            and (headers.get("Content-Type") or "").partition(";")[0] == "application/json"
            and secrets.compare_digest(token.encode(), self._token.encode())
        )

    def is_asked_for(self, headers: Message) -> bool:
        """Whether a request names this very address, and not another name that leads here."""
        return headers.get("Host") == self.origin.partition("//")[2]

    def is_at(self, path: str, name: str = "") -> bool:
        """Whether a path is that of the page, or of what has a name beside it."""
        return secrets.compare_digest(path.encode(), f"{self._path}{name}".encode())


class Handler(BaseHTTPRequestHandler):
    """Answers the two requests that there are: for the page, and to save."""

    server_version = "diplo-events"
    sys_version = ""

    def __init__(self, owner: CodingServer, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  (the base's own)
        self.owner = owner
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Send the page."""
        if not (self.owner.is_at(self.path) and self.owner.is_asked_for(self.headers)):
            self.answer(HTTPStatus.NOT_FOUND, b"not found", "text/plain")
            return
        try:
            self.answer(HTTPStatus.OK, self.owner.page(), "text/html; charset=utf-8")
        except (DiploEventsError, OSError) as error:
            self.answer(HTTPStatus.CONFLICT, str(error).encode(), "text/plain; charset=utf-8")

    def do_POST(self) -> None:
        """Save what the page sends."""
        length = self.headers.get("Content-Length") or ""
        if not (self.owner.is_at(self.path, "save") and self.owner.may_save(self.headers)):
            self.reply(HTTPStatus.FORBIDDEN, {"error": "only the page itself may save"})
        elif not re.fullmatch("[0-9]{1,9}", length) or int(length) > MOST_BYTES:
            self.reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": f"expected at most {MOST_BYTES} bytes"})
        else:
            self.reply(*self.saved(self.rfile.read(int(length))))

    def saved(self, body: bytes) -> tuple[HTTPStatus, dict[str, Any]]:
        """Save the body of a request."""
        try:
            request: Any = json.loads(body)
        except (ValueError, RecursionError):
            request = None
        if not isinstance(request, dict):
            return HTTPStatus.BAD_REQUEST, {"error": "expected an object as JSON"}
        return self.owner.save(cast("dict[str, Any]", request))

    def reply(self, status: HTTPStatus, content: Mapping[str, Any]) -> None:
        """Send plain data."""
        self.answer(status, json.dumps(content).encode(), "application/json")

    def answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        """Send an answer that nobody keeps or shows in a frame."""
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  (the base's own)
        """Keep no log: the address has the token in it."""


def version_of(state: FileState) -> str:
    """Return a mark of the state of a file, by which a page recognises it."""
    return hashlib.sha256(repr(state.numbers).encode()).hexdigest()[:16]


def serve(
    text: str | Path,
    path: str | Path,
    *,
    draft: Dataset | None = None,
    second: Dataset | None = None,
    port: int = 0,
) -> CodingServer:
    """Return a server of the coding page of a text, which saves to a file. Its `run` serves.

    It listens on the loopback interface, so that no other machine reaches it.

    Args:
        text: The file with the text, in UTF-8.
        path: The file to save to, in the format of its suffix; it need not exist yet.
        draft: A coding whose records nobody has judged.
        second: Another coding of the same text, to be settled with the file.
        port: The port; by default a free one.

    Raises:
        NotReadableError: the text is not UTF-8, the file is not a dataset, or no format has its suffix.
        ArgumentError: what `build` refuses, or no port has this number.
        OSError: a file cannot be read, the folder of the file to save to is missing, or the port is taken.
    """
    return CodingServer(text, path, draft=draft, second=second, port=port)
