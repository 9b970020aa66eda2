"""The server: the dashboard's pages, and beside them the HTTP routes of our own."""

import streamlit as st

from lanzadash.web.routes import ROUTES
from lanzadash.web.server import lifespan, report_error

app = st.App(
    "lanzadash/web/frame.py", routes=ROUTES, lifespan=lifespan, on_script_error=report_error
)
