"""What the learnt models weighed, said in words that an analyst can read: a phrase book for each model."""
