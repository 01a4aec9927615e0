"""Servers with the chat interface on loopback, which answer what a test tells them, and keep what they were asked."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs

from diplo_events.drafting.by_model import ModelServer


@attrs.frozen(kw_only=True)
class Reply:
    """What a server sends back."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = attrs.field(factory=dict)
    promised: int | None = None
    """The length that it promises; by default the true one."""
    drips: bool = False
    """Whether it sends one byte at a time, slowly."""
    begins: bytes = b""
    """What it sends in the place of all, followed by one digit after the other, slowly."""
    before: Callable[[], None] = lambda: None
    """What it does first, such as waiting."""


@attrs.define
class FakeServer:
    """A running server."""

    url: str
    answer: Callable[[dict[str, Any]], Reply]
    """What it answers to a question."""
    questions: list[dict[str, Any]] = attrs.field(factory=list)
    """What it was asked."""
    headers: list[dict[str, str]] = attrs.field(factory=list)
    """With which headers."""

    def model(self, **options: Any) -> ModelServer:
        """Return it as the library sees it."""
        return ModelServer(**{"endpoint": self.url, "model": "fake", "timeout": 5.0} | options)


def said(content: object, **choice: Any) -> Reply:
    """Return the reply of a model that says something: a text, or data as JSON."""
    text = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": text}
    return Reply(body=json.dumps({"choices": [{"index": 0, "message": message, **choice}]}).encode())


def statements(*entries: object) -> Reply:
    """Return the reply of a model that offers records."""
    return said({"statements": list(entries)})


@contextlib.contextmanager
def serving(answer: Callable[[dict[str, Any]], Reply]) -> Iterator[FakeServer]:
    """Run a server until the block ends."""

    pause = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.questions.append(body)
            server.headers.append(dict(self.headers) | {"path": self.path})
            reply = server.answer(body)
            reply.before()
            with contextlib.suppress(OSError):  # the client may be gone
                if reply.begins:
                    self.wfile.write(reply.begins)
                    while not pause.wait(0.02):
                        self.wfile.write(b"0")
                    return
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body) if reply.promised is None else reply.promised))
                self.end_headers()
                for start in range(len(reply.body)) if reply.drips else ():
                    self.wfile.write(reply.body[start : start + 1])
                    pause.wait(0.02)
                if not reply.drips:
                    self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server = FakeServer(f"http://127.0.0.1:{httpd.server_port}", answer)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        pause.set()
        httpd.shutdown()
        httpd.server_close()
        thread.join()
