"""A server on this machine that speaks Nominatim's format, well or badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWER = [{"lat": "35.79", "lon": "36.66", "display_name": "Tarbana, Idlib, Syria"}]


class NominatimLike(ThreadingHTTPServer):
    """Speaks Nominatim's format on this machine; ``behaviour`` says how well."""

    behaviour = "answer"
    requests = 0


class Handler(BaseHTTPRequestHandler):
    server: NominatimLike

    def do_GET(self) -> None:
        self.server.requests += 1
        behaviour = self.server.behaviour
        if behaviour == "drop":
            self.close_connection = True
            return
        if behaviour == "delay":
            time.sleep(1.0)
        status = {"busy": 429, "fault": 500}.get(behaviour, 200)
        body = {"broken": "[{", "nothing": "[]"}.get(behaviour, json.dumps(ANSWER)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing is logged."""


@contextmanager
def serving() -> Iterator[NominatimLike]:
    """The server while it runs."""
    running = NominatimLike(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()
