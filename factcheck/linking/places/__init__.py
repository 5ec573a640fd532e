"""Places as linking sees them: how two relate, for one pair or many, and which of several namesakes is meant."""
