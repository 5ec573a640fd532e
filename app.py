"""The dashboard's front door: ``streamlit run app.py``."""

if __name__ == "__main__":  # processes that are started to read or link documents import this file, too
    import streamlit as st

    from factcheck.dashboard import site

    st.set_page_config(page_title="factcheck", page_icon=site.ICON, layout="wide")
    site.navigation().run()
