"""What holds for every answer: headers, and the refusal of requests that are meant for others.

A page of another origin can make a browser ask this server. Under a name of its own that leads to
this machine (DNS rebinding) it could also read the answer, so only our own names are answered.
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Guard", "is_loopback"]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
"""Headers that every answer has; a page's own policy takes the place of the one here."""

_OURS = frozenset({"localhost", "127.0.0.1", "::1"})
_ELSEWHERE = frozenset({"cross-site", "same-site"})  # "same" is also another port of this machine
_NOT_HERE = "This server answers under its own address only; use the one that kg serve printed.\n"
_NOT_FOR_OTHERS = "A page of another server asked for this; open the address yourself.\n"


class Guard:
    """Answers for an app, with our headers, and only where it is called by a name of its own.

    Args:
        app: The app.
        host: What the server listens on.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._is_ours = _names_of(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if message["status"] == 304:  # the page that is kept keeps its own policy
                    del headers["Content-Security-Policy"]
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_on)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        asked = headers.getlist("host")
        if len(asked) != 1 or not self._is_ours(_name_of(asked[0])):
            return PlainTextResponse(_NOT_HERE, status_code=421)
        is_link = method == "GET" and headers.get("sec-fetch-mode") == "navigate"
        if headers.get("sec-fetch-site") in _ELSEWHERE and not is_link:
            return PlainTextResponse(_NOT_FOR_OTHERS, status_code=403)
        return None


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address.

    Example:
        >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("0.0.0.0")
        (True, True, False)
    """
    address = _address(host)
    return host.lower() == "localhost" if address is None else address.is_loopback


def _names_of(host: str) -> Callable[[str | None], bool]:
    """Return a test of whether a name is one of ours."""
    address = _address(host)
    given = _OURS | {host.lower().strip("[]")}
    if address is None or not address.is_unspecified:
        return lambda name: name in given
    # It listens on all addresses, and a rebound name is never an address.
    given |= {socket.gethostname().lower()}
    return lambda name: name in given or (name is not None and _address(name) is not None)


def _name_of(asked: str) -> str | None:
    """Return the name of a Host header, without port and brackets, None where it is none."""
    try:
        parts = urlsplit(f"//{asked}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts.hostname if parts.netloc == asked and "@" not in asked else None


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
