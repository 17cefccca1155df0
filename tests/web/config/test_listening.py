"""A link that died without a word is noticed."""

import socket

from pragola.web.config.listening import ask_after_silent_links


def test_accepted_links_are_asked_after() -> None:
    """What is set where the process listens holds for who is let in afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        ask_after_silent_links()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                told = [
                    accepted.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE),
                    accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE),
                ]
        assert listening.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
    assert told == [1, 15]
