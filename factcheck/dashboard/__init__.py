"""The pages that analysts work on: thin, no SQL, no rules."""
