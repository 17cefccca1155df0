"""The port of the demonstration."""

import socket

from pragola.web.demo.serving import free_port


def test_a_taken_port_is_passed_over() -> None:
    """The next free one is used."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert free_port(range(port, port + 20)) > port
