"""What the rules make of a sentence, by how its counts are told."""
