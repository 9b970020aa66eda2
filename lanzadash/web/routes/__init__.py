"""HTTP routes of our own, beside the pages, over the same queries.

``ROUTES`` goes into ``st.App(..., routes=ROUTES)``. Everything is for reading only.
"""

from __future__ import annotations

from starlette.routing import BaseRoute

from lanzadash.web.routes.operations import OPERATIONS

ROUTES: list[BaseRoute] = [operation.route() for operation in OPERATIONS]
