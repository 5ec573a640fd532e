"""Every SELECT, by noun; functions take a session and give rows, small dataclasses or a DataFrame."""
