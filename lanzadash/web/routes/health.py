"""For whoever watches the server: does it answer, and has it something to show."""

from __future__ import annotations

from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.replies import Reply, as_json


def ready(asking: Asking[Parameters]) -> Reply:
    """The version and digest of what is published; without it the route answers 503."""
    return as_json({"status": "ok", **{name: asking.meta[name] for name in ("version", "digest")}})
