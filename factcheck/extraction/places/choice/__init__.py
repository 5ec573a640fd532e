"""A learnt choice of a claim's place among all places that its page names."""
