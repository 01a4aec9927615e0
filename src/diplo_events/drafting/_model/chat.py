"""A server with the chat interface of OpenAI: one question at a time, asked again where that can help."""

import contextlib
import http.client
import ipaddress
import json
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

import attrs

from diplo_events.drafting._model.answers import UnusableAnswerError, content_of, decoded
from diplo_events.drafting._model.requests import Message
from diplo_events.errors import ArgumentError, ArgumentTypeError, shown

__all__ = ["Chat", "ModelServer", "NoAnswerError"]

MOST_BYTES: Final = 4 * 1024 * 1024
"""How long a response may be."""

LONGEST_TIMEOUT: Final = 86_400.0
"""How many seconds an answer may take at most."""

LONGEST_PAUSE: Final = 60.0
"""How many seconds are waited before a question is asked again, whatever the server wishes."""

AGAIN: Final = frozenset({408, 429, 500, 502, 503, 504})
"""The statuses after which a question is asked again."""

KEY: Final = re.compile(r"[\x21-\x7e]+")
"""What a key consists of."""

TYPES: Final[Mapping[object, str]] = {str: "a text", int: "a whole number", (int, float): "a number"}
"""What the types of values are called."""

FORMS: Final = ("json_schema", "json_object", "text")
"""How an answer is bound to JSON, from the strictest on; servers take the first, the second or neither."""


@attrs.frozen(kw_only=True)
class ModelServer:
    """A model at a server with the chat interface of OpenAI (`POST /v1/chat/completions`).

    Raises:
        ArgumentError: the endpoint is not an address of such a server, or another value cannot be used.
        ArgumentTypeError: a value has a wrong type.

    Examples:
        >>> server = ModelServer(endpoint="http://127.0.0.1:8080", model="small")
        >>> server.url, server.host
        ('http://127.0.0.1:8080/v1/chat/completions', '127.0.0.1:8080')
    """

    endpoint: str
    """Its address: with nothing behind the host, `/v1` is added, and `/chat/completions` where it is missing."""
    model: str
    """What the server calls the model."""
    key: str | None = attrs.field(default=None, repr=False)
    """The key that the server asks for; kept nowhere."""
    timeout: float = 300.0
    """How many seconds an answer may take."""
    attempts: int = 4
    """How often a question is asked, where the server is busy, fails or keeps silent."""
    max_tokens: int | None = None
    """The greatest length of an answer, in the tokens of the model; by default that of the server."""

    def __attrs_post_init__(self) -> None:
        for name, value, type_ in (
            ("endpoint", self.endpoint, str),
            ("model", self.model, str),
            ("key", self.key or "", str),
            ("timeout", self.timeout, (int, float)),
            ("attempts", self.attempts, int),
            ("max_tokens", self.max_tokens or 0, int),
        ):
            if not isinstance(value, type_):
                found = type(value).__name__ if name == "key" else shown(value)
                raise ArgumentTypeError(f"expected {name} to be {TYPES[type_]}, found {found}")
        if not self.model.strip():
            raise ArgumentError("expected the name of a model, found none")
        if self.key is not None and not KEY.fullmatch(self.key):
            raise ArgumentError("expected a key of visible ASCII characters; it is not shown here")
        if not 0 < self.timeout <= LONGEST_TIMEOUT:
            raise ArgumentError(
                f"expected timeout to be up to {LONGEST_TIMEOUT:g} seconds, found {shown(self.timeout)}"
            )
        for name, number in (("attempts", self.attempts), ("max_tokens", self.max_tokens)):
            if number is not None and number < 1:
                raise ArgumentError(f"expected {name} to be at least 1, found {shown(number)}")
        self.address  # noqa: B018  (refuses what is none)

    @property
    def address(self) -> SplitResult:
        """The parts of its address."""
        try:
            parts = urlsplit(self.endpoint)
            port = parts.port
        except ValueError:
            parts, port = urlsplit(""), None
        is_web = parts.scheme in {"http", "https"} and self.endpoint.isascii() and self.endpoint.isprintable()
        if not is_web or not parts.hostname or " " in self.endpoint:
            hint = "write one like http://127.0.0.1:8080/v1"
            raise ArgumentError(f"expected the address of a server, found {shown(self.endpoint)}; {hint}")
        if parts.username is not None or parts.query or parts.fragment or port == 0:
            hint = "no user, password, query or fragment; a key goes by itself"
            raise ArgumentError(f"expected the bare address of a server, found another; {hint}")
        return parts

    @property
    def url(self) -> str:
        """Where questions go."""
        return f"{self.address.scheme}://{self.host}{self.path}"

    @property
    def path(self) -> str:
        """The path of the chat interface."""
        path = self.address.path.rstrip("/") or "/v1"
        return path if path.endswith("/chat/completions") else f"{path}/chat/completions"

    @property
    def host(self) -> str:
        """The machine to which texts go, with the port where it is given."""
        name = self.address.hostname or ""
        port = f":{self.address.port}" if self.address.port else ""
        return f"[{name}]{port}" if ":" in name else f"{name}{port}"

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine, by its address."""
        name = self.address.hostname or ""
        with contextlib.suppress(ValueError):
            return ipaddress.ip_address(name).is_loopback
        return name == "localhost"


class NoAnswerError(Exception):
    """A server gave no answer that can be used. The text says what was found in its place."""

    def __init__(self, found: str, *, is_final: bool = False) -> None:
        super().__init__(found)
        self.is_final = is_final
        """Whether it will not answer another question either."""


class Response(NamedTuple):
    """What a server sent back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@attrs.define
class Chat:
    """Questions to a server, with what it was found not to take."""

    server: ModelServer
    form: int = 0
    """The place in `FORMS` of the form that it takes."""
    options: dict[str, object] = attrs.field(factory=dict)
    """What is asked besides, under the names that it takes."""
    notes: list[str] = attrs.field(factory=list)
    """What it does not take."""

    def __attrs_post_init__(self) -> None:
        self.options["temperature"] = 0
        if self.server.max_tokens is not None:
            self.options["max_tokens"] = self.server.max_tokens

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """Return what the model says.

        Raises:
            NoAnswerError: the server does not answer, or not in the chat interface.
        """
        while True:
            response = self.answered(json.dumps(self.body(messages, schema)).encode("ascii"))
            if response.status == http.client.OK:
                try:
                    return content_of(response.body)
                except UnusableAnswerError as error:
                    raise NoAnswerError(str(error)) from None
            if not (response.status in {400, 422} and self.yields(response.body)):
                raise self.refused(response)

    def body(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> dict[str, object]:
        """Return a question in the form that the server takes."""
        body: dict[str, object] = {"model": self.server.model, "messages": list(messages), "stream": False}
        body |= self.options
        form = FORMS[self.form]
        if form == "json_schema":
            known = {"name": "words", "strict": True, "schema": dict(schema)}
            body["response_format"] = {"type": form, "json_schema": known}
        elif form == "json_object":
            body["response_format"] = {"type": form}
        return body

    def yields(self, body: bytes) -> bool:
        """Whether the server names something that it does not take, and that is left out or replaced from here on."""
        said = body.decode(errors="replace")
        if self.form < len(FORMS) - 1 and re.search(r"response_format|json_schema|json_object|schema|grammar", said):
            self.form += 1
            self.notes.append(f"{self.server.host} does not take the form {FORMS[self.form - 1]}: asked without it")
        elif "max_tokens" in self.options and "max_completion_tokens" in said:
            self.options["max_completion_tokens"] = self.options.pop("max_tokens")
        elif "temperature" in self.options and "temperature" in said:
            del self.options["temperature"]
            self.notes.append(f"{self.server.host} does not take a temperature: asked without it")
        else:
            return False
        return True

    def answered(self, body: bytes) -> Response:
        """Return the response to a question, asked again after a pause where that can help."""
        attempt = 0
        while True:
            attempt += 1
            is_last = attempt == self.server.attempts
            pause = 2.0 ** (attempt - 1)
            try:
                response = self.sent(body)
            except (OSError, http.client.HTTPException, UnicodeError) as error:
                if is_last or isinstance(error, ssl.SSLCertVerificationError):
                    raise failure(error, attempt, self.server.timeout) from None
            else:
                if response.status not in AGAIN or is_last:
                    return response
                wished = response.headers.get("retry-after", "")
                pause = float(wished) if re.fullmatch(r"[0-9]{1,6}", wished) else pause
            time.sleep(min(pause, LONGEST_PAUSE))

    def sent(self, body: bytes) -> Response:
        """Return the response to a question. Nothing is followed, and no proxy of the environment is asked."""
        address, timeout = self.server.address, self.server.timeout
        connection: http.client.HTTPConnection
        if address.scheme == "https":
            context = ssl.create_default_context()
            connection = http.client.HTTPSConnection(
                address.hostname or "", address.port, timeout=timeout, context=context
            )
        else:
            connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=timeout)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.server.key is not None:
            headers["Authorization"] = f"Bearer {self.server.key}"
        with contextlib.closing(connection), cut_at(connection, timeout) as is_late:
            try:
                connection.request("POST", self.server.path, body, headers)
                response = read_whole(connection.getresponse())
            except (OSError, http.client.HTTPException):
                if is_late():
                    raise TimeoutError from None
                raise
            if is_late():  # what was read is what came before the cut
                raise TimeoutError
            return response

    def refused(self, response: Response) -> NoAnswerError:
        """Return the error of a response with a status that is not 200."""
        status = response.status
        if 300 <= status < 400:  # noqa: PLR2004  (the class of redirects)
            target = shown(response.headers.get("location", "nowhere"))
            return NoAnswerError(f"a redirect to {target}, which is not followed", is_final=True)
        try:
            said = shown(decoded(response.body)) if response.body else "nothing"
        except UnusableAnswerError as error:
            said = str(error)
        tried = f" after {self.server.attempts} attempts" if status in AGAIN else ""
        return NoAnswerError(f"status {status}{tried}: {said}", is_final=status in {401, 402, 403, 404, 405})


@contextlib.contextmanager
def cut_at(connection: http.client.HTTPConnection, seconds: float) -> Generator[Callable[[], bool]]:
    """Cut a connection after some seconds, and yield whether it was cut.

    The time-out of a socket is that of one read: a server that sends a byte now and then, be it of its headers, would
    keep a question waiting for ever.
    """
    late = threading.Event()

    def cut() -> None:
        late.set()
        if connection.sock is not None:
            with contextlib.suppress(OSError):  # it is closed already
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)  # also below TLS

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield late.is_set
    finally:
        timer.cancel()


def read_whole(response: http.client.HTTPResponse) -> Response:
    """Return a response whose body is read.

    Raises:
        NoAnswerError: it is too long.
        HTTPException: it is shorter than it says.
    """
    chunks: list[bytes] = []
    length = 0
    while chunk := response.read1(65536):
        chunks.append(chunk)
        length += len(chunk)
        if length > MOST_BYTES:
            raise NoAnswerError(f"a response of more than {MOST_BYTES:,} bytes")
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    known = {name.lower(): value for name, value in response.getheaders()}
    return Response(response.status, known, b"".join(chunks))


def failure(error: Exception, attempts: int, timeout: float) -> NoAnswerError:
    """Return the error of a question to which there is no response."""
    tried = f"after {attempts} attempts" if attempts > 1 else "at the first attempt"
    if isinstance(error, TimeoutError):
        return NoAnswerError(f"no answer in {timeout:g} seconds, {tried}")
    is_passing = isinstance(error, ConnectionResetError | BrokenPipeError | http.client.HTTPException)
    what = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return NoAnswerError(f"no connection, {tried}: {shown(what)}", is_final=not is_passing)
