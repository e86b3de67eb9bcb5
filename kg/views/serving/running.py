"""The server's life: a socket that listens, an app on it, until Ctrl-C."""

import contextlib
import os
import socket

import uvicorn
from starlette.types import ASGIApp

from kg.errors import ViewError
from kg.views.serving.headers import is_loopback

__all__ = ["open_socket", "run"]

_LAST_SECONDS = 2  # for answers on their way, after Ctrl-C
_MOST_CONNECTIONS = 100


def open_socket(host: str, port: int, *, is_public: bool = False) -> tuple[socket.socket, str]:
    """Return a socket that listens, and the address that a browser reaches it under.

    Args:
        host: A name or address of this machine.
        port: The port; 0 picks a free one.
        is_public: Whether other machines may reach it.

    Raises:
        ViewError: If it cannot be listened on, or others would reach it unasked.
    """
    if not is_public and not is_loopback(host):
        raise ViewError(
            f"{host} can be reached by other machines, and there is no password; "
            "leave --host out, or say --public if everyone who reaches it may read all"
        )
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ViewError(
            f"{host}: is no address of this machine ({error}); leave --host out"
        ) from error
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()  # who calls from now on waits until the server runs
    except OSError as error:
        listening.close()
        raise ViewError(
            f"{host}:{port} cannot be listened on ({error.strerror}); try --port 0, which picks a "
            "free one"
        ) from error
    return listening, f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"


def run(app: ASGIApp, listening: socket.socket) -> None:
    """Serve until Ctrl-C."""
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # nobody may say on whose behalf a request comes
        lifespan="off",
        ws="none",
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
    with listening, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
