"""What words mean where they stand: a small pretrained transformer, and what it makes of figures and clauses."""
