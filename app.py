"""The dashboard's front door: ``streamlit run app.py``."""

import streamlit as st

from factcheck.dashboard import site

st.set_page_config(page_title="factcheck", page_icon=site.ICON, layout="wide")
site.navigation().run()
