"""What stands around every page: masthead, as-of control, banners, footer. The script that runs."""

from __future__ import annotations

import streamlit as st

from lanzadash.store import StoreError
from lanzadash.web import asof, chrome, pages
from lanzadash.web.view import chosen_language, view

page, path = pages.current()
try:
    here = view(path)
except StoreError as error:
    chrome.unavailable(chosen_language(), error)
    st.stop()

st.set_page_config(
    page_title=f"{here.say(pages.TITLES[path])} · lanzadash", page_icon=str(chrome.ICON)
)
chrome.style_and_behaviour(here.say)
with st.container(horizontal=True, vertical_alignment="bottom", key="masthead"):
    chrome.masthead(here)
    asof.control(here)
chrome.banners(here)
body = st.container()
chrome.footer(here)  # before the page, which may stop early or fail: the disclaimer stands anyway
with body:
    page.run()
