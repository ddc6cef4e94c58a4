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


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test speak to another machine: sockets of this machine's own processes stay open, all others refuse."""

    def local(real: Callable[..., Any]) -> Callable[..., Any]:
        def connect(self: socket.socket, address: Any) -> Any:
            if self.family != getattr(socket, "AF_UNIX", None):
                raise AssertionError(f"a test wanted to reach {address}")
            return real(self, address)

        return connect

    def refuse(host: Any, *_: Any, **__: Any) -> Any:
        raise AssertionError(f"a test wanted to look up {host}")

    monkeypatch.setattr(socket.socket, "connect", local(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", local(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
