"""The pages: each guards, filters, asks one query or two, and shows."""
