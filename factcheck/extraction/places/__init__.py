"""Where it happened: names of places, and which of them is the scene."""
