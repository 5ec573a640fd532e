"""Who is blamed for what: charges in so many words, hostile deeds and their doers, what somebody owns up to."""
