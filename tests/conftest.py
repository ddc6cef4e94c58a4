"""What holds for all tests: no network, and the same hypothesis examples in every run."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

settings.register_profile(
    "house", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test speak to another machine: sockets of this machine's own processes stay open, all others refuse.

    A test that is marked `loopback` may also reach this machine's loopback address.
    """
    marked = request.node.get_closest_marker("loopback") is not None
    look_up = socket.getaddrinfo

    def local(real: Callable[..., Any]) -> Callable[..., Any]:
        def connect(self: socket.socket, address: Any) -> Any:
            near = marked and isinstance(address, tuple) and address[0] in LOOPBACK
            if not near and self.family != getattr(socket, "AF_UNIX", None):
                raise AssertionError(f"a test wanted to reach {address}")
            return real(self, address)

        return connect

    def refuse(host: Any, *more: Any, **named: Any) -> Any:
        if marked and host in LOOPBACK:
            return look_up(host, *more, **named)
        raise AssertionError(f"a test wanted to look up {host}")

    monkeypatch.setattr(socket.socket, "connect", local(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", local(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
