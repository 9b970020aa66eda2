"""Starting the server, and what a person sees when a page fails."""

from __future__ import annotations

import logging
import re
import socket

import pytest
from streamlit.testing.v1 import AppTest

from lanzadash.web.server import ServeError, free_port


def test_a_failed_page_shows_an_id_and_the_log_has_the_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def script() -> None:
        from lanzadash.web.server import report_error

        try:
            raise ValueError("the words of the error")
        except ValueError as error:
            report_error(error)

    with caplog.at_level(logging.ERROR, "lanzadash"):
        app = AppTest.from_function(script).run()
    [shown] = [str(part.proto.body) for part in app.get("html")]
    [record] = [record for record in caplog.records if record.name == "lanzadash"]
    [id] = re.findall(r"\b[0-9a-f]{8}\b", shown)
    assert id in record.getMessage()
    assert record.exc_info is not None
    assert "the words of the error" not in shown
    assert "Traceback" not in shown


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"port {port}.*--port 8600, or make run PORT=8600"):
            free_port("127.0.0.1", port)


def test_a_host_that_is_not_this_machine_is_told() -> None:
    with pytest.raises(ServeError, match=r"192\.0\.2\.1"):  # an address kept for documentation
        free_port("192.0.2.1", None)
