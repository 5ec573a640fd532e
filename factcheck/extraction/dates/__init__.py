"""When it happened: phrases of time, resolved against the publication date."""
