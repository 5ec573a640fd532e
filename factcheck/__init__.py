"""factcheck: takes claims out of rival reports and shows where they cannot both be true."""

__version__ = "0.1.0"
