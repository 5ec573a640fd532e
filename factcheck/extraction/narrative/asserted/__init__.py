"""What a side asserts in any words, taken only where nothing closer was found there."""
